import Domain
import Foundation
import Mail
import Testing

@Suite("Messages on the line")
struct MailMessageTests {
    private func message(_ subject: String, _ text: String = "Good day.") throws -> MailMessage {
        MailMessage(
            from: try #require(Mailbox("Mecanismo de Belmar <upr@belmar.example>")),
            to: try #require(MailAddress("ana@example.org")), subject: subject, text: text,
            messageID: "<17.00ff@belmar.example>", date: "2026-01-31T09:30:00.000Z", language: LanguageTag("en"))
    }

    private func text(_ message: MailMessage) -> String { String(decoding: message.bytes, as: UTF8.self) }

    /// Headers unfolded, as a receiver reads them.
    private func header(_ name: String, _ message: MailMessage) throws -> String {
        let head = text(message).components(separatedBy: "\r\n\r\n")[0].replacingOccurrences(of: "\r\n ", with: " ")
        let lines = head.components(separatedBy: "\r\n").filter { $0.hasPrefix(name + ": ") }
        #expect(lines.count == 1, "\(name) stands once")
        return String(try #require(lines.first).dropFirst(name.count + 2))
    }

    private func decoded(_ header: String) throws -> String {
        var bytes = Data()
        for word in header.split(separator: " ") {
            #expect(word.utf8.count <= 75)
            let inner = try #require(
                word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=") ? word.dropFirst(10).dropLast(2) : nil)
            let part = try #require(Data(base64Encoded: String(inner)))
            // Each word holds whole characters.
            #expect(String(data: part, encoding: .utf8) != nil)
            bytes += part
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("Plain headers stand as they are")
    func plain() throws {
        let message = try message("Due 1 May 2026: Ratify")
        #expect(try header("Subject", message) == "Due 1 May 2026: Ratify")
        #expect(try header("From", message) == "\"Mecanismo de Belmar\" <upr@belmar.example>")
        #expect(try header("To", message) == "<ana@example.org>")
        #expect(try header("Date", message) == "Sat, 31 Jan 2026 09:30:00 +0000")
        #expect(try header("Message-ID", message) == "<17.00ff@belmar.example>")
    }

    @Test(
        "Subjects in any script come out as they went in",
        arguments: [
            "الموعد ١ أيار: التصديق على الاتفاقية الدولية لحماية جميع الأشخاص من الاختفاء القسري",
            "2026年5月1日到期：批准《保护所有人免遭强迫失踪国际公约》并使国内法与之一致，然后向委员会报告",
            "Échéance", "Срок 1 мая 2026 г.: ратифицировать", "👩‍⚖️👩‍⚖️👩‍⚖️👩‍⚖️👩‍⚖️👩‍⚖️👩‍⚖️👩‍⚖️", "=?UTF-8?B?QQ==?=",
        ])
    func scripts(subject: String) throws {
        let message = try message(subject)
        #expect(try decoded(try header("Subject", message)) == subject)
        #expect(text(message).utf8.allSatisfy { $0 < 127 })
    }

    @Test(
        "No text can begin a header of its own",
        arguments: [
            "a\r\nBcc: eve@example.org", "a\nBcc: eve@example.org", "a\u{2028}Bcc: x", "a\u{0}\rBcc: x", "\r\n\r\nbody",
        ])
    func injection(subject: String) throws {
        var message = try message(subject)
        message.messageID = "<1@x>" + subject
        message.attachments = [OutboxAttachment(name: subject, type: "text/plain\(subject)", bytes: [1])]
        let lines = text(message).components(separatedBy: "\r\n")
        #expect(!lines.contains { $0.hasPrefix("Bcc") || $0 == "body" })
        #expect(!text(message).replacingOccurrences(of: "\r\n", with: "").contains { $0.isNewline })
    }

    @Test(
        "An address is one address, or none",
        arguments: [
            ("ana@example.org", true), ("a.b+c@x-y.example", true), ("ana@example.org\r\nRCPT TO:<eve@x>", false),
            ("ana@example.org>", false), ("ana", false), ("ana@b@c", false), ("ana@", false), ("@b", false),
            ("a b@c.org", false), ("ana@exa mple.org", false), ("аня@example.org", false), ("", false),
            (".a@b.org", false),
            ("ana@example.org,eve@example.org", false), ("a@-b.org", false), ("a@b..org", false),
        ])
    func addresses(text: String, isAddress: Bool) {
        #expect((MailAddress(text) != nil) == isAddress)
        #expect((Mailbox("Name <\(text)>") != nil) == isAddress)
    }

    @Test("A text in another script, with long lines or with hyphens is coded, and comes out whole")
    func bodies() throws {
        for body in ["عزيزتي آنا\n\nالموعد غدًا", String(repeating: "word ", count: 400), "--=_part_\n.\n"] {
            let message = try message("S", body)
            let parts = text(message).components(separatedBy: "\r\n\r\n")
            #expect(parts[0].contains("Content-Transfer-Encoding: base64"))
            #expect(text(message).components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 998 })
            let data = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
            #expect(
                String(decoding: data, as: UTF8.self) == body.replacingOccurrences(of: "\n", with: "\r\n"))
        }
    }

    @Test("Files go with the message, under names of any script")
    func attachments() throws {
        var message = try message("S")
        message.attachments = [
            OutboxAttachment(name: "خطاب.docx", type: "application/octet-stream", bytes: Array(0...255)),
            OutboxAttachment(name: "dates.ics", type: "text/calendar; charset=utf-8; method=PUBLISH", bytes: [66]),
        ]
        let text = text(message)
        #expect(text.contains("filename*=UTF-8''%D8%AE%D8%B7%D8%A7%D8%A8.docx"))
        #expect(text.contains("filename=\"dates.ics\""))
        #expect(text.contains("Content-Type: text/calendar; charset=utf-8; method=PUBLISH"))
        #expect(
            text.contains(
                Data(Array(0...255)).base64EncodedString(options: [
                    .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
                ])))
    }

    @Test("What comes again and again says how to make it stop")
    func list() throws {
        var message = try message("S")
        #expect(!text(message).contains("List-Unsubscribe"))
        message.isList = true
        #expect(try header("List-Unsubscribe", message) == "<mailto:upr@belmar.example?subject=unsubscribe>")
    }

    @Test(
        "A mail server's address is told apart from others, and lines are encrypted unless it is on this machine",
        arguments: [
            ("smtp://mail.example.org:587", MailSettings.Encryption.required as MailSettings.Encryption?),
            ("smtp://127.0.0.1:25", .off), ("smtp://localhost", .off), ("smtps://mail.example.org", .required),
            ("smtp://[::1]:25", .off), ("http://mail.example.org", nil), ("smtp://", nil), ("smtp://user@host", nil),
            ("smtp://ho\"st", nil), ("smtp://ho st", nil),
        ])
    func settings(url: String, encryption: MailSettings.Encryption?) {
        let settings = try? MailSettings(url: url, from: "upr@example.org", publicAddress: "https://x.example")
        #expect(settings?.encryption == encryption)
    }
}
