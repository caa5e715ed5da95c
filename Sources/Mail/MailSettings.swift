/// How messages leave: the mail server and who they are from.
package struct MailSettings: Sendable {
    package enum Encryption: String, Sendable {
        /// STARTTLS, or no message goes out.
        case required
        /// For a relay on this machine.
        case off
    }

    /// `smtp://host:587`, `smtps://host:465`.
    package let url: String
    package let from: Mailbox
    package let user: String?
    package let password: String?
    package let encryption: Encryption
    /// Certificates to trust instead of the system's.
    package let certificates: String?
    /// Where readers reach the server; for addresses in messages.
    package let publicAddress: String

    package enum Fault: Error, Hashable, Sendable {
        case url(String)
        case from(String)
        case starttls(String)
    }

    /// `starttls`: `required` or `off`; nil: required, but off for a relay on this machine.
    package init(
        url: String, from: String, user: String? = nil, password: String? = nil, starttls: String? = nil,
        certificates: String? = nil, publicAddress: String
    ) throws(Fault) {
        guard let host = Self.host(url) else { throw .url(url) }
        guard let mailbox = Mailbox(from) else { throw .from(from) }
        if let starttls, Encryption(rawValue: starttls) == nil { throw .starttls(starttls) }
        self.url = url
        self.from = mailbox
        self.user = user
        self.password = password
        encryption =
            starttls.flatMap(Encryption.init)
            ?? (["localhost", "127.0.0.1", "[::1]"].contains(host) ? .off : .required)
        self.certificates = certificates
        self.publicAddress = publicAddress
    }

    /// The host of an SMTP address; nil for other addresses.
    private static func host(_ url: String) -> String? {
        guard let scheme = ["smtp://", "smtps://"].first(where: { url.hasPrefix($0) }) else { return nil }
        let rest = url.dropFirst(scheme.count).prefix { $0 != "/" }
        guard !rest.contains("@"), rest.utf8.allSatisfy({ (33...126).contains($0) && $0 != 34 && $0 != 92 }) else {
            return nil
        }
        let host = rest.hasPrefix("[") ? String(rest.prefix { $0 != "]" }) + "]" : String(rest.prefix { $0 != ":" })
        return host.isEmpty ? nil : host
    }
}

extension MailSettings.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .url(let url): "smtp-url is \"\(url)\", which is not of the form smtp://host:587 or smtps://host:465"
        case .from(let from): "smtp-from is \"\(from)\", which is no address"
        case .starttls(let word): "smtp-starttls is \"\(word)\"; it takes required or off"
        }
    }
}
