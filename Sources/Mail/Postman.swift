package import Programs

/// Hands messages to the mail server through curl. Secrets go over its standard input, never over its arguments.
package struct Postman: Sendable {
    private static let secondsMax = 60

    let settings: MailSettings
    private let runner: ProgramRunner

    package init(_ settings: MailSettings, runner: ProgramRunner = ProgramRunner()) {
        self.settings = settings
        self.runner = runner
    }

    package var isInstalled: Bool { runner.isInstalled(.curl) }

    /// Returns when the server has taken the message.
    package func send(_ message: MailMessage) async throws(MailError) {
        do throws(ProgramError) {
            _ = try await runner.run(
                .curl, ["--disable", "--config", "-"], input: Array(configuration(to: message.to).utf8),
                files: ["message": message.bytes],
                limits: ProgramLimits(seconds: Self.secondsMax + 10), needsNetwork: true)
        } catch { throw Self.error(error) }
    }

    /// Returns when the server has taken us: encrypted and signed in as a message would be, but without one.
    package func greet() async throws(MailError) {
        let lines = connection + ["request = \"NOOP\""]
        do throws(ProgramError) {
            _ = try await runner.run(
                .curl, ["--disable", "--config", "-"], input: Array((lines.joined(separator: "\n") + "\n").utf8),
                limits: ProgramLimits(seconds: Self.secondsMax + 10), needsNetwork: true)
        } catch { throw Self.error(error) }
    }

    private func configuration(to receiver: MailAddress) -> String {
        let lines =
            connection + [
                "mail-from = \(quoted(settings.from.address.text))", "mail-rcpt = \(quoted(receiver.text))",
                "upload-file = \"message\"",
                "write-out = \"%{stderr}the server's last answer: %{response_code}\\n\"",
            ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The server, and how it is spoken to.
    private var connection: [String] {
        // What follows the host is how we greet the server.
        let host = settings.url.hasSuffix("/") ? String(settings.url.dropLast()) : settings.url
        let slashes = host.split(separator: "/", omittingEmptySubsequences: false).count - 1
        var lines = [
            "silent", "show-error", "proto = \"=smtp,smtps\"", "connect-timeout = 20", "max-time = \(Self.secondsMax)",
            "url = \(quoted(slashes > 2 ? host : host + "/" + settings.from.address.domain))",
        ]
        if settings.encryption == .required { lines.append("ssl-reqd") }
        if let certificates = settings.certificates { lines.append("cacert = \(quoted(certificates))") }
        if let user = settings.user { lines.append("user = \(quoted(user + ":" + (settings.password ?? "")))") }
        return lines
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\r")
        return "\"\(escaped)\""
    }

    /// curl's code for an answer it did not hope for: here, to the message itself.
    private static let unexpectedAnswer = 8

    /// A receiver that is refused with 5xx stays refused. What is said of one receiver or message holds for that alone; everything else is
    /// the server's own trouble.
    private static func error(_ error: ProgramError) -> MailError {
        guard case .failed(_, let status, let reason) = error else { return .program(error) }
        if reason.contains("RCPT failed: 5") { return .refused(reason) }
        return reason.contains("RCPT failed: ") || status == unexpectedAnswer ? .putOff(reason) : .server(reason)
    }
}
