package import Domain
import Mail
package import People
import Store

/// Letters of a workspace to its institutions: written once, filled for each, shown before they leave.
package struct WorkspaceLetters: Sendable {
    package static let institutionsMax = 300

    let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    package func templates(_ member: Member) async throws(WorkspaceError) -> [LetterTemplate] {
        try member.require(.seeMeetings)
        let workspace = member.workspace.id
        return try await store.read { try LetterTable.all(workspace, $0) }
    }

    package func template(_ id: LetterTemplateID, _ member: Member) async throws(WorkspaceError) -> LetterTemplate {
        try member.require(.seeMeetings)
        let workspace = member.workspace.id
        guard let found = try await store.read({ try LetterTable.find(id, workspace, $0) }) else { throw .notFound }
        return found
    }

    /// The last letters that were sent, newest first.
    package func sent(_ member: Member) async throws(WorkspaceError) -> [SentLetter] {
        try member.require(.seeMeetings)
        let workspace = member.workspace.id
        return try await store.read { try LetterTable.sent(workspace, $0) }
    }

    /// `draft.id` and its workspace are given here. Throws where the places in subject or body do not fit together.
    package func add(_ draft: LetterTemplate, by member: Member) async throws(WorkspaceError) -> LetterTemplate {
        try member.require(.manageMeetings)
        var template = try Self.checked(draft)
        template.id = LetterTemplateID(try await store.take(.letterTemplate).lowerBound)
        template.workspace = member.workspace.id
        template.version = 1
        let made = template
        try await store.change(member) { change in
            try LetterTable.insert(made, change.connection)
            change.did("letter.template.add", made.about)
        }
        return made
    }

    /// Writes a template as of `draft.version`; withdrawing one is writing it as withdrawn.
    package func edit(_ draft: LetterTemplate, by member: Member) async throws(WorkspaceError) {
        try member.require(.manageMeetings)
        let new = try Self.checked(draft)
        try await store.change(member) { change in
            guard let old = try LetterTable.find(new.id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            var written = new
            written.workspace = change.workspace
            change.field(new.about, "title", from: old.title, to: new.title)
            change.field(new.about, "subject", from: old.subject, to: new.subject)
            change.field(new.about, "body", from: old.body, to: new.body)
            change.field(new.about, "language", from: old.language.rawValue, to: new.language.rawValue)
            change.field(new.about, "matter", from: old.matter.rawValue, to: new.matter.rawValue)
            change.field(
                new.about, "withdrawn", from: old.isWithdrawn ? "yes" : "no", to: new.isWithdrawn ? "yes" : "no")
            try LetterTable.update(written, version: draft.version, change.connection)
            change.did("letter.template.edit", new.about)
        }
    }

    /// The letter for each institution, as it would leave. Without institutions: for all that it has a row for, or, where its matter
    /// has none, for all that are open. `date` words a date in the letter's language.
    package func filled(
        _ id: LetterTemplateID, for institutions: [InstitutionID], _ member: Member,
        date: @Sendable @escaping (CalendarDate) -> String
    ) async throws(WorkspaceError) -> [FilledLetter] {
        try member.require(.seeMeetings)
        let workspace = member.workspace
        let (at, today) = (store.clock.instant, workspace.day(at: store.clock.milliseconds()))
        return try await store.read { connection in
            guard let template = try LetterTable.find(id, workspace.id, connection) else {
                throw WorkspaceError.notFound
            }
            return try Self.fill(template, institutions, workspace, at, date(today), date, connection)
        }
    }

    /// Owes each of these institutions its letter by e-mail, and keeps what was sent. Who has no address is named.
    package func send(
        _ id: LetterTemplateID, version: Int, to institutions: [InstitutionID], by member: Member,
        date: @Sendable @escaping (CalendarDate) -> String
    ) async throws(WorkspaceError) -> (sent: Int, unreachable: [InstitutionID]) {
        try member.require(.manageMeetings)
        guard (1...Self.institutionsMax).contains(institutions.count) else {
            throw .invalid("institution", "round.institutionNeeded")
        }
        let ids = try await store.take(.letter, institutions.count)
        let today = member.workspace.day(at: store.clock.milliseconds())
        return try await store.change(member) { change in
            let workspace = change.member.workspace
            guard let template = try LetterTable.find(id, workspace.id, change.connection) else {
                throw WorkspaceError.notFound
            }
            // What was shown is what leaves.
            guard template.version == version else {
                throw WorkspaceError.stale(template.about, version: template.version)
            }
            let letters = try Self.fill(
                template, institutions, workspace, change.at, date(today), date, change.connection)
            guard letters.count == Set(institutions).count else { throw WorkspaceError.notFound }
            var unreachable: [InstitutionID] = []
            for (number, letter) in zip(ids, letters) {
                guard let address = letter.address else {
                    unreachable.append(letter.institution.id)
                    continue
                }
                let sent = SentLetter(
                    id: LetterID(number), template: id, institution: letter.institution.id, address: address,
                    language: letter.language, subject: letter.subject, body: letter.body, rows: letter.rows,
                    by: member.name, at: change.at)
                try LetterTable.insert(sent, workspace.id, change.connection)
                change.mail(
                    OutboxMessage(
                        kind: "letter", address: address, language: letter.language,
                        arguments: ["subject": letter.subject, "text": letter.body, "workspace": workspace.name],
                        workspace: workspace.id))
                change.did("letter.send", sent.about)
            }
            return (letters.count - unreachable.count, unreachable)
        }
    }

    private static func fill(
        _ template: LetterTemplate, _ institutions: [InstitutionID], _ workspace: Workspace, _ at: String,
        _ today: String, _ date: (CalendarDate) -> String, _ connection: any ReadConnection
    ) throws -> [FilledLetter] {
        let (subject, body) = try (checked(template.subject, "subject"), checked(template.body, "body"))
        let all = try InstitutionRow.all(workspace.id, connection)
        let wanted = Set(institutions)
        let chosen = all.filter { wanted.isEmpty ? !$0.isClosed : wanted.contains($0.id) }
        return try chosen.prefix(institutionsMax).compactMap { institution in
            let rows = try LetterTable.rows(
                template.matter, institution.id, workspace, template.language, connection)
            if wanted.isEmpty, rows.isEmpty, template.matter != .nothing { return nil }
            let due = rows.compactMap(\.due).min()
            let values = [
                "institution": institution.name, "abbreviation": institution.abbreviation ?? institution.name,
                "workspace": workspace.name, "date": today, "count": "\(rows.count)",
                "due": due.map { date($0) } ?? "",
            ]
            let reader = try InstitutionReaderRow.first(institution, workspace, at: at, connection)
            return FilledLetter(
                institution: institution, address: reader?.address, language: template.language,
                subject: subject.filled(values, rows: []).split(whereSeparator: \.isNewline).joined(separator: " "),
                body: body.filled(
                    values,
                    rows: rows.map {
                        ["number": $0.number, "text": $0.text, "due": $0.due.map { date($0) } ?? ""]
                    }), rows: rows.count)
        }
    }

    private static func checked(_ text: String, _ field: String) throws(WorkspaceError) -> LetterBody {
        do throws(LetterBody.Fault) { return try LetterBody(text) } catch {
            throw .invalid(field, "letter.placesWrong")
        }
    }

    private static func checked(_ draft: LetterTemplate) throws(WorkspaceError) -> LetterTemplate {
        var draft = draft
        draft.title = draft.title.trimmingWhitespace
        draft.subject = draft.subject.trimmingWhitespace
        guard (1...200).contains(draft.title.count) else { throw .invalid("title", "round.titleLength") }
        guard (1...300).contains(draft.subject.count) else { throw .invalid("subject", "letter.subjectLength") }
        guard !draft.body.trimmingWhitespace.isEmpty else { throw .invalid("body", "letter.bodyNeeded") }
        _ = try checked(draft.subject, "subject")
        _ = try checked(draft.body, "body")
        return draft
    }
}

extension Plans {
    package var letters: WorkspaceLetters { WorkspaceLetters(store) }
}
