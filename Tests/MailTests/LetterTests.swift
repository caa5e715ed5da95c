import Domain
import Foundation
import Locales
import Mail
import Store
import TestSupport
import Testing

@Suite("Letters")
struct LetterTests {
    static let resources: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/Resources"
    }()

    private static func letters(data: String = "/nowhere") throws -> Letters {
        Letters(
            try Locales.load(from: resources + "/locales"),
            templates: LetterTemplates(data: data, resources: resources), publicAddress: "https://aldora.example")
    }

    private func entry(
        _ kind: String, _ arguments: [String: String] = [:], language: String = "en"
    ) -> OutboxEntry {
        OutboxEntry(
            id: 1,
            message: OutboxMessage(
                kind: kind, address: "ana@example.org", language: LanguageTag(language), arguments: arguments),
            status: .waiting, attempts: 1, made: testInstant)
    }

    /// What each kind is filled with by those who send it.
    static let kinds: [(String, [String: String])] = [
        ("invitation", ["workspace": "Aldora", "inviter": "ana", "until": "2026-02-01", "link": "https://x/y"]),
        ("password-reset", ["name": "Ana", "path": "/new-password?token=x"]),
        ("password-changed", ["name": "Ana"]),
        (
            "reminder",
            [
                "name": "Ana", "workspace": "Aldora", "title": "Report", "date": "1 May 2026", "lines": "- Report",
                "count": "1", "address": "/workspaces/aldora/deadlines", "settings": "/settings",
            ]
        ),
        ("digest", ["name": "Ana", "workspace": "Aldora", "lines": "- Report\n- Other", "count": "2"]),
        ("mention", ["name": "Ana", "from": "bo", "workspace": "Aldora", "path": "/a/3"]),
        ("assigned", ["workspace": "Aldora", "institution": "MoJ", "count": "3", "by": "bo", "path": "/plan"]),
        (
            "roundCirculated",
            ["workspace": "Aldora", "institution": "Ministry of Justice", "count": "12", "due": "2026-05-01"]
        ),
        ("letter", ["subject": "Your answer", "text": "Dear Sir or Madam,\n\nplease answer."]),
        ("test", [:]),
    ]

    @Test("Every kind is told in every language, with nothing left open", arguments: kinds)
    func everyKind(kind: String, arguments: [String: String]) throws {
        let letters = try Self.letters()
        for catalogue in letters.locales.all {
            let letter = try letters.letter(entry(kind, arguments, language: catalogue.tag))
            #expect(!letter.subject.isEmpty && !letter.text.isEmpty)
            for sign in ["⟦", "{", "}", "\n\n\n"] {
                #expect(!letter.text.contains(sign) && !letter.subject.contains(sign), "\(catalogue.tag) \(kind)")
            }
        }
    }

    @Test("Dates are written out, numbers choose their forms, links stand alone in a line and open in its language")
    func filled() throws {
        let letters = try Self.letters()
        let english = try letters.letter(
            entry(
                "invitation",
                ["name": "Ana", "workspace": "Aldora", "inviter": "bo", "until": "2026-05-01", "path": "/d/1"]))
        #expect(english.subject == "Invitation to Aldora")
        #expect(english.text.hasPrefix("Dear Ana,\n\nbo invites you to work in Aldora."))
        #expect(english.text.contains("until 1 May 2026.\n\nhttps://aldora.example/d/1?lang=en\n\n-- \n"))
        let one = try letters.letter(
            entry(
                "roundCirculated",
                ["workspace": "Aldora", "institution": "MoJ", "count": "1", "due": "2026-05-01"], language: "fr"))
        #expect(one.subject == "Aldora : 1 recommandation attend votre réponse jusqu’au 1 mai 2026")
    }

    @Test("Nothing is sent half: what is missing is said")
    func missing() throws {
        let letters = try Self.letters()
        #expect(throws: MailError.missingArgument(kind: "reminder", name: "date")) {
            try letters.letter(entry("reminder", ["title": "Report"]))
        }
        #expect(throws: MailError.unknownKind("novel")) { try letters.letter(entry("novel")) }
    }

    @Test("A digest tells each thing in a line with its link; a single thing is told in the subject")
    func digest() throws {
        let letters = try Self.letters()
        let lines = [
            NoticeRow.Line(
                kind: "reminder", arguments: ["title": "Report", "due": "2026-05-01"],
                path: "/d/1?on=action/1#c-2"),
            NoticeRow.Line(kind: "mention", arguments: ["who": "bo", "title": "<Action> & co"], path: nil),
        ]
        let two = try letters.letter(entry("notices"), lines: lines)
        #expect(two.subject == "2 things to know")
        #expect(
            two.text.contains(
                "- Report is due on 1 May 2026\n  https://aldora.example/d/1?on=action/1&lang=en#c-2\n\n- bo mentions you: <Action> & co\n"))
        let one = try letters.letter(entry("notices"), lines: Array(lines.prefix(1)))
        #expect(one.subject == "Report is due on 1 May 2026")
    }

    @Test("An operator's template wins, for a kind and for a kind in one language; a broken one is named")
    func override() async throws {
        try await withFolder { folder in
            let path = folder + "/templates/mail"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            func write(_ name: String, _ text: String) throws {
                try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
            }
            try write("reminder.mustache", "Subject: Aldora: {{title}}\n\nOwn words: {{body}}\n")
            try write("reminder.fr.mustache", "{{title}} en français\n")
            try write("mention.mustache", "{{#open}} never closed")
            let letters = try Self.letters(data: folder)
            let arguments = [
                "title": "R & D", "date": "1 May", "workspace": "Aldora", "lines": "- R & D", "from": "bo",
            ]
            let english = try letters.letter(entry("reminder", arguments))
            #expect(english.subject == "Aldora: R & D")
            #expect(english.text == "Own words: In Aldora:\n\n- R & D\n")
            let french = try letters.letter(entry("reminder", arguments, language: "fr"))
            #expect(french.text == "R & D en français\n")
            #expect(throws: MailError.self) { try letters.letter(entry("mention", arguments)) }
        }
    }
}
