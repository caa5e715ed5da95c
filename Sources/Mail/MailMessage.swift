package import Domain

/// A message as it goes over the line (RFC 5322, MIME): plain text in UTF-8, with files where there are any.
package struct MailMessage: Sendable {
    package var from: Mailbox
    package var to: MailAddress
    package var subject: String
    package var text: String
    /// With its angle brackets. Two sendings of one message carry the same.
    package var messageID: String
    /// Fixed-width UTC instant.
    package var date: String
    package var language: LanguageTag
    /// Sent to many, or again and again: carries a way to say stop.
    package var isList: Bool
    package var attachments: [OutboxAttachment]

    package init(
        from: Mailbox, to: MailAddress, subject: String, text: String, messageID: String, date: String,
        language: LanguageTag, isList: Bool = false, attachments: [OutboxAttachment] = []
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.messageID = messageID
        self.date = date
        self.language = language
        self.isList = isList
        self.attachments = attachments
    }

    private static let subjectLengthMax = 200

    /// Lines end with CRLF; none is longer than 998 bytes.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        func line(_ text: String) { out += Array(text.utf8) + [13, 10] }
        let sender = from.name.map { HeaderText.phrase($0) + " " } ?? ""
        line("From: \(sender)<\(from.address.text)>")
        line("To: <\(to.text)>")
        line("Subject: \(HeaderText.encode(String(subject.prefix(Self.subjectLengthMax))))")
        line("Date: \(MailDate.text(date))")
        line("Message-ID: \(HeaderText.encode(messageID))")
        line("Auto-Submitted: auto-generated")
        line("Content-Language: \(HeaderText.encode(language.rawValue))")
        if isList { line("List-Unsubscribe: <mailto:\(from.address.text)?subject=unsubscribe>") }
        line("MIME-Version: 1.0")
        guard !attachments.isEmpty else { return out + textPart }
        let boundary = self.boundary
        line("Content-Type: multipart/mixed; boundary=\"\(boundary)\"")
        line("")
        line("--\(boundary)")
        out += textPart
        for file in attachments {
            line("--\(boundary)")
            line("Content-Type: \(HeaderText.encode(file.type))")
            line("Content-Transfer-Encoding: base64")
            line("Content-Disposition: attachment\(HeaderText.parameter("filename", file.name))")
            line("")
            out += Base64.lines(file.bytes) + [13, 10]
        }
        line("--\(boundary)--")
        return out
    }

    /// Headers and content of the text.
    private var textPart: [UInt8] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let body = lines.joined(separator: "\r\n")
        let isPlain =
            lines.allSatisfy { $0.utf8.count <= 900 && !$0.hasPrefix("--") }
            && body.utf8.allSatisfy { $0 < 127 && $0 > 8 }
        let encoding = isPlain ? "7bit" : "base64"
        let head = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n"
        return Array(head.utf8) + (isPlain ? Array(body.utf8) : Base64.lines(Array(body.utf8))) + [13, 10]
    }

    /// Cannot stand in a part: no line of base64 begins with hyphens, and a text with a line that does is sent as base64.
    private var boundary: String {
        let word = String(
            messageID.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }.prefix(24).map(Character.init))
        return "=_part_\(word)_\(text.utf8.count)"
    }
}
