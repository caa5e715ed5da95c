import Mail

/// Whether the mail server can be reached and takes us.
struct MailCheck {
    private let settings: Settings
    private let isOffline: Bool

    init(_ settings: Settings, isOffline: Bool) {
        self.settings = settings
        self.isOffline = isOffline
    }

    func symptoms() async -> [Symptom] {
        // A configuration that cannot be used was told with the configuration.
        guard let mail = try? settings.mailSettings else {
            guard settings.smtp.url == nil else { return [] }
            return [
                Symptom(
                    .mail, .notice, "No mail server is configured: messages wait in the outbox.",
                    remedy: "Set smtp-url and smtp-from (docs/operations/mail.md).")
            ]
        }
        guard !isOffline else { return [Symptom(.mail, .fine, "The mail server was not asked (--offline).")] }
        do throws(MailError) {
            try await Postman(mail).greet()
            return [Symptom(.mail, .fine, "The mail server \(mail.url) takes us.")]
        } catch {
            return [
                Symptom(
                    .mail, .wrong, "\(error)",
                    remedy:
                        "Check smtp-url, smtp-user, smtp-password and smtp-starttls, and the way through the firewall.")
            ]
        }
    }
}
