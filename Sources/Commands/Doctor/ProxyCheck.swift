import FoundationEssentials
import Programs

/// The public address, asked as a reader would: certificate, clock, and what should not be open.
struct ProxyCheck {
    private static let daysMin = 21.0

    private let settings: Settings
    private let isOffline: Bool
    private let runner = ProgramRunner()

    init(_ settings: Settings, isOffline: Bool) {
        self.settings = settings
        self.isOffline = isOffline
    }

    func symptoms() async -> [Symptom] {
        guard let address = settings.publicAddress else {
            return [
                Symptom(
                    .proxy, .notice, "No public address is set: nothing was asked.",
                    remedy: "Set public-address to where readers reach the server.")
            ]
        }
        guard !isOffline else { return [Symptom(.proxy, .fine, "\(address) was not asked (--offline).")] }
        do throws(ProgramError) {
            let answer = try await ask(address + "/health")
            var symptoms = Self.symptoms(address, answer, now: Date())
            if try await ask(address + "/metrics").first == "200" {
                symptoms.append(
                    Symptom(
                        .proxy, .notice, "Everybody can read \(address)/metrics.",
                        remedy: "Close it in the proxy; packaging/proxy shows how."))
            }
            return symptoms
        } catch { return [Self.unreachable(address, error)] }
    }

    /// Status, date, and what is known of the certificate, a line each.
    private func ask(_ address: String) async throws(ProgramError) -> [String] {
        let bytes = try await runner.run(
            .curl,
            [
                "--disable", "--silent", "--show-error", "--proto", "=http,https", "--connect-timeout", "10",
                "--max-time", "15",
                "--output", "body", "--write-out", "%{http_code}\\n%header{date}\\n%{certs}", "--", address,
            ], limits: ProgramLimits(seconds: 20), needsNetwork: true)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    static func symptoms(_ address: String, _ answer: [String], now: Date) -> [Symptom] {
        var symptoms: [Symptom] = []
        symptoms.append(
            answer.first == "200"
                ? Symptom(.proxy, .fine, "\(address) answers.")
                : Symptom(
                    .proxy, .wrong, "\(address)/health answers with \(answer.first ?? "nothing").",
                    remedy:
                        "Is the server running, and does the proxy pass to \"host\" and \"port\" of the configuration?")
        )
        if let date = answer.dropFirst().first.flatMap(Dates.seconds) {
            symptoms += ClockCheck.apart(seconds: date - now.timeIntervalSince1970, whose: "The proxy's")
        }
        // The first certificate is the server's own; the others vouch for it.
        let expiry = answer.first { $0.hasPrefix("Expire date:") }.map { $0.dropFirst("Expire date:".count) }
        guard let expiry, let end = Dates.certificateSeconds(String(expiry)) else {
            guard address.hasPrefix("https://") else { return symptoms }
            return symptoms + [
                Symptom(.proxy, .notice, "This curl does not tell how long the certificate holds.")
            ]
        }
        let days = (end - now.timeIntervalSince1970) / 86_400
        let says = "The certificate of \(address) holds \(Int(days)) more days."
        symptoms.append(
            days > daysMin
                ? Symptom(.proxy, .fine, says)
                : Symptom(
                    .proxy, days > 3 ? .notice : .wrong, says,
                    remedy: "Renew it; a proxy that does so by itself (Caddy, certbot) should have done it by now."))
        return symptoms
    }

    private static func unreachable(_ address: String, _ error: ProgramError) -> Symptom {
        let (reason, remedy): (String, String) =
            switch error {
            case .missing(let program): ("\(program.name) is missing", "Install \(program.package).")
            case .failed(_, 60, let said): (said, "The certificate is not trusted: renew it, or send its whole chain.")
            case .failed(_, 6, let said): (said, "The name is not known: check public-address and the DNS.")
            case .failed(_, 7, let said), .failed(_, 28, let said):
                (said, "Is the proxy running, and open to this machine?")
            case .failed(_, _, let said): (said, "Check public-address and the proxy.")
            default: ("\(error)", "Check public-address and the proxy.")
            }
        return Symptom(.proxy, .wrong, "\(address) cannot be reached: \(reason)", remedy: remedy)
    }
}

/// Dates of answers and certificates, in seconds since 1970.
enum Dates {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Sat, 28 Nov 2026 07:52:38 GMT`.
    static func seconds(_ text: String) -> Double? {
        let words = text.split(whereSeparator: { " ,\r".contains($0) })
        guard words.count == 6 else { return nil }
        return seconds(year: words[3], month: words[2], day: words[1], time: words[4])
    }

    /// `Nov 28 07:52:38 2026 GMT`.
    static func certificateSeconds(_ text: String) -> Double? {
        let words = text.split(whereSeparator: { " \r".contains($0) })
        guard words.count == 5 else { return nil }
        return seconds(year: words[3], month: words[0], day: words[1], time: words[2])
    }

    /// An instant as the store keeps it.
    static func instant(_ text: String) -> Double? {
        (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))?.timeIntervalSince1970
    }

    private static func seconds(year: Substring, month: Substring, day: Substring, time: Substring) -> Double? {
        guard let number = months.firstIndex(of: String(month)), let day = Int(day) else { return nil }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        return instant("\(year)-\(two(number + 1))-\(two(day))T\(time).000Z")
    }
}
