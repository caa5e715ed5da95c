import Domain
package import Locales
package import Store

/// Subjects and texts of messages, in the language of whoever receives them: words from the catalogues, `mail.<kind>.subject` and
/// `mail.<kind>.body`, set into a template.
package struct Letters: Sendable {
    package struct Letter: Hashable, Sendable {
        package var subject: String
        package var text: String
    }

    package let locales: Locales
    private let templates: LetterTemplates
    /// Where readers reach the server, without a slash at the end.
    private let publicAddress: String

    package init(_ locales: Locales, templates: LetterTemplates, publicAddress: String) {
        self.locales = locales
        self.templates = templates
        self.publicAddress = publicAddress
    }

    /// What a message says. `lines` are the notices of a digest.
    package func letter(
        _ entry: OutboxEntry, lines: [NoticeRow.Line] = []
    ) throws(MailError) -> Letter {
        let message = entry.message
        let catalogue = locales[message.language.rawValue] ?? locales.english
        var values = message.arguments
        values["link"] = (values["link"] ?? values["address"] ?? values["path"]).map { absolute($0, catalogue) }
        values["settings"] = values["settings"].map { absolute($0, catalogue) }
        values["site"] = publicAddress
        var texts: [(text: String, link: String?)] = []
        for line in lines {
            let text = try say("mail.line.\(line.kind)", line.kind, line.arguments, catalogue)
            texts.append((text, line.path.map { absolute($0, catalogue) }))
        }
        values["count"] = values["count"] ?? "\(lines.count)"
        // One notice is told by itself, not counted.
        let subject =
            texts.count == 1
            ? texts[0].text : try say("mail.\(message.kind).subject", message.kind, values, catalogue)
        var view: [String: Any] = values
        view["subject"] = subject
        view["body"] = try say("mail.\(message.kind).body", message.kind, values, catalogue)
        view["lines"] = texts.map { ["text": $0.text, "link": $0.link ?? ""] }
        view["footer"] = try say("mail.footer", message.kind, values, catalogue)
        for part in ["name": "greeting", "settings": "settings"] where values[part.key] != nil {
            view[part.value] = try say("mail.\(part.value)", message.kind, values, catalogue)
        }
        return try templates.fill(message.kind, catalogue.tag, view, subject: subject)
    }

    /// An address of ours, whole, and of the page in the letter's language: whoever reads it may have a browser of another.
    private func absolute(_ path: String, _ catalogue: Catalogue) -> String {
        guard path.hasPrefix("/") else { return path }
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let mark = parts[0].contains("?") ? "&" : "?"
        let fragment = parts.count > 1 ? "#" + parts[1] : ""
        return "\(publicAddress)\(parts[0])\(mark)lang=\(catalogue.tag)\(fragment)"
    }

    private func say(
        _ key: String, _ kind: String, _ values: [String: String], _ catalogue: Catalogue
    ) throws(MailError) -> String {
        guard let said = catalogue.text(key, filling: values) else { throw .unknownKind(kind) }
        if let name = said.missing.first { throw .missingArgument(kind: kind, name: name) }
        return said.text
    }
}
