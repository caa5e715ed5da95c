import Domain
import Frame
import Locales
import Markup
import Plans
import Programs

/// Letters to institutions: templates, the filled letters before they leave, files, and what was sent.
enum LetterPages {
    static let institution = Parameter(
        name: "institution", form: Parameter.id.form, summary: "The institution the letter is to.")

    static func all(_ plans: Plans) -> [Route] {
        let programs = ProgramRunner()
        return [
            .workspace("letters", "/letters", right: .seeMeetings) { visit throws(WebError) in
                try await LetterListView.answer(visit, plans)
            },
            .workspaceForm("letter-add", "/letters", right: .manageMeetings) { visit, form throws(WebError) in
                let draft = Self.draft(form, visit)
                let made = try await visit.run { () throws(WorkspaceError) in
                    try await plans.letters.add(draft, by: visit.member)
                }
                return .seeOther(View(visit).address(visit.path("/letters/\(made.id)")))
            },
            .workspace("letter", "/letters/{id}", [.id], right: .seeMeetings) { visit throws(WebError) in
                try await LetterView.answer(visit, plans)
            },
            .workspaceForm("letter-edit", "/letters/{id}/edit", [.id], right: .manageMeetings) {
                visit, form throws(WebError) in try await edit(visit, form, plans)
            },
            .workspaceForm("letter-send", "/letters/{id}/send", [.id], right: .manageMeetings) {
                visit, form throws(WebError) in try await send(visit, form, plans)
            },
            .workspace(
                "letter-docx", "/letters/{id}/letter.docx", [.id, institution], right: .manageMeetings,
                contentType: docx
            ) { visit throws(WebError) in try await file(visit, plans, programs) },
            .workspace(
                "letter-zip", "/letters/{id}/letters.zip", [.id], right: .manageMeetings, contentType: "application/zip"
            ) { visit throws(WebError) in try await archive(visit, plans, programs) },
        ]
    }

    private static let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    static func draft(_ form: Query, _ visit: Visit) -> LetterTemplate {
        LetterTemplate(
            id: LetterTemplateID(0), workspace: visit.workspace.id, title: form.words("title"),
            subject: form.words("subject"), body: form.words("body"),
            language: LanguageTag.official.first { $0.rawValue == form.words("language") } ?? visit.workspace.language,
            matter: LetterMatter(rawValue: form.words("matter")) ?? .nothing)
    }

    private static func edit(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let id: LetterTemplateID = try visit.id()
        var template = draft(form, visit)
        template.id = id
        template.isWithdrawn = form.words("do") == "withdraw"
        template.version = Int(form.words(Conflict.versionField)) ?? 0
        let new = template
        try await visit.run { () throws(WorkspaceError) in try await plans.letters.edit(new, by: visit.member) }
        return .seeOther(
            View(visit).address(visit.path(new.isWithdrawn ? "/letters" : "/letters/\(id)"), [("said", "done")]))
    }

    private static func send(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        let id: LetterTemplateID = try visit.id()
        let version = Int(form.words(Conflict.versionField)) ?? 0
        let institutions = form.all("to").compactMap { InstitutionID($0) }
        let template = try await visit.run { () throws(WorkspaceError) in
            try await plans.letters.template(id, visit.member)
        }
        let date = dates(template.language, visit)
        let result = try await visit.run { () throws(WorkspaceError) in
            try await plans.letters.send(id, version: version, to: institutions, by: visit.member, date: date)
        }
        return .seeOther(
            View(visit).address(
                visit.path("/letters/\(id)"),
                [("sent", String(result.sent))] + result.unreachable.map { ("unreachable", $0.description) }))
    }

    /// Dates in a letter's language, whoever reads the page.
    static func dates(_ language: LanguageTag, _ visit: Visit) -> @Sendable (CalendarDate) -> String {
        let locales = visit.exchange.site.locales
        let words = locales[language.rawValue] ?? locales.english
        return { words.date(year: $0.year, month: $0.month, day: $0.day) }
    }

    static func filled(
        _ visit: Visit, _ plans: Plans, for institutions: [InstitutionID] = []
    ) async throws(WebError) -> (template: LetterTemplate, letters: [FilledLetter]) {
        let id: LetterTemplateID = try visit.id()
        let template = try await visit.run { () throws(WorkspaceError) in
            try await plans.letters.template(id, visit.member)
        }
        let date = dates(template.language, visit)
        let letters = try await visit.run { () throws(WorkspaceError) in
            try await plans.letters.filled(id, for: institutions, visit.member, date: date)
        }
        return (template, letters)
    }

    private static func file(
        _ visit: Visit, _ plans: Plans, _ programs: ProgramRunner
    ) async throws(WebError) -> Answer {
        guard let id = visit.exchange.query.first("institution").flatMap({ InstitutionID($0) }),
            let letter = try await filled(visit, plans, for: [id]).letters.first
        else { throw .notFound }
        return answer(try await bytes(letter, programs), docx, LetterDocument.fileName(letter, 1))
    }

    private static func archive(
        _ visit: Visit, _ plans: Plans, _ programs: ProgramRunner
    ) async throws(WebError) -> Answer {
        var archive = StoredArchive()
        for (place, letter) in try await filled(visit, plans).letters.enumerated() {
            archive.add(LetterDocument.fileName(letter, place + 1), try await bytes(letter, programs))
        }
        return answer(archive.bytes, "application/zip", "letters-\(visit.exchange.value("id")).zip")
    }

    private static func bytes(_ letter: FilledLetter, _ programs: ProgramRunner) async throws(WebError) -> [UInt8] {
        do throws(ProgramError) { return try await LetterDocument.docx(letter, programs) } catch {
            if case .missing = error { throw .invalid([.init(name: "pandoc", allowed: "letter.pandocMissing")]) }
            throw .failed("pandoc: \(error)")
        }
    }

    private static func answer(_ bytes: [UInt8], _ type: String, _ name: String) -> Answer {
        let plain = String(name.unicodeScalars.map { $0.isASCII ? Character($0) : "_" })
        return Answer(
            contentType: type, body: .bytes(bytes), caching: .never,
            headers: [
                (
                    "Content-Disposition",
                    "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(PercentCoding.encode(name))"
                )
            ])
    }
}
