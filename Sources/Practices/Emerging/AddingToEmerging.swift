package import Domain
import People
import Reference
import Store

extension Practices {
    /// Names who brings it up. A name is taken only with the day its bearer agreed to it.
    package func add(
        proponent kind: Proponent.Kind, name: String, consented: CalendarDate?, to id: EmergingIssueID,
        by member: Member
    ) async throws(WorkspaceError) {
        let name = PracticeLimits.trimmed(name)
        guard name.count <= PracticeLimits.titleCharactersMax else { throw .invalid("name", "practice.titleLength") }
        if !name.isEmpty {
            guard let consented else { throw .invalid("consented", "practice.consentNeeded") }
            try PracticeLimits.past(consented, "consented", today: CalendarDate(store.clock.instant))
        }
        try await append("emerging-proponent", "emerging-issue.proponent", to: id, member) { number, issue, change in
            guard issue.proponents.count(where: { $0.removed == nil }) < PracticeLimits.partsMax else {
                throw WorkspaceError.invalid("proponent", "practice.many")
            }
            try EmergingParts.insert(
                Proponent(
                    id: number, kind: kind, name: name, consented: name.isEmpty ? nil : consented, removed: nil,
                    at: change.at), issue, change.connection)
            // The name itself is in no history: its bearer may want it gone.
            change.field(issue.subject, "proponent", from: nil, to: kind.rawValue)
        }
    }

    /// Takes a proponent out, and the name out of the store.
    package func remove(
        proponent: Int64, from id: EmergingIssueID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        try await store.change(member) { change in
            let issue = try Self.find(id, change)
            guard let found = issue.proponents.first(where: { $0.id == proponent }),
                try EmergingParts.remove(proponent: proponent, issue, at: change.at, change.connection)
            else { throw WorkspaceError.notFound }
            change.field(issue.subject, "proponent", from: found.kind.rawValue, to: nil)
            change.did("emerging-issue.proponentRemove", issue.subject)
        }
    }

    /// Adds a draft of a day: its text, or where it is.
    package func add(
        draft title: String, text: String, address: String, on day: CalendarDate, language: LanguageTag,
        to id: EmergingIssueID, by member: Member
    ) async throws(WorkspaceError) {
        let title = try PracticeLimits.title(title, "draftTitle")
        let text = try PracticeLimits.text(text, "draftText")
        let address = try PracticeLimits.address(address, "draftAddress")
        let language = try PracticeLimits.language(language, reference)
        if text.isEmpty, address.isEmpty { throw .invalid("draftText", "practice.textOrAddress") }
        try PracticeLimits.past(day, "draftDay", today: CalendarDate(store.clock.instant))
        try await append("emerging-draft", "emerging-issue.draft", to: id, member) { number, issue, change in
            guard issue.drafts.count < PracticeLimits.partsMax else {
                throw WorkspaceError.invalid("draft", "practice.many")
            }
            try EmergingParts.insert(
                EmergingDraft(
                    id: number, day: day, title: title, text: text, address: address, language: language,
                    struck: nil, struckWhy: nil, at: change.at), issue, change.connection)
            change.field(issue.subject, "draft", from: nil, to: "\(day) \(title)")
        }
    }

    /// Adds what happened on a day.
    package func add(
        step stage: EmergingStep.Stage, body: String, bodyNote: String, note: String, address: String,
        on day: CalendarDate, language: LanguageTag, to id: EmergingIssueID, by member: Member
    ) async throws(WorkspaceError) {
        let body = PracticeLimits.trimmed(body)
        guard body.isEmpty || EmergingBody(rawValue: body) != nil || reference.facts(of: MechanismCode(body)) != nil
        else { throw .invalid("body", "practice.unknownCode") }
        let bodyNote = PracticeLimits.trimmed(bodyNote)
        guard bodyNote.count <= PracticeLimits.titleCharactersMax else {
            throw .invalid("bodyNote", "practice.titleLength")
        }
        let note = try PracticeLimits.text(note, "note")
        let address = try PracticeLimits.address(address, "stepAddress")
        let language = try PracticeLimits.language(language, reference)
        let needsBody: Set<EmergingStep.Stage> = [.beforeBody, .decided, .adopted, .notTakenUp]
        if needsBody.contains(stage), body.isEmpty, bodyNote.isEmpty { throw .invalid("body", "practice.bodyNeeded") }
        try PracticeLimits.past(day, "stepDay", today: CalendarDate(store.clock.instant))
        try await append("emerging-step", "emerging-issue.step", to: id, member) { number, issue, change in
            guard issue.steps.count < PracticeLimits.partsMax else {
                throw WorkspaceError.invalid("step", "practice.many")
            }
            try EmergingParts.insert(
                EmergingStep(
                    id: number, day: day, stage: stage, body: body, bodyNote: bodyNote, note: note, address: address,
                    language: language, struck: nil, struckWhy: nil, at: change.at), issue, change.connection)
            change.field(issue.subject, "step", from: nil, to: "\(day) \(stage.rawValue)")
        }
    }

    private func append(
        _ kind: String, _ action: String, to id: EmergingIssueID, _ member: Member,
        _ act: @Sendable @escaping (Int64, EmergingIssue, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        let number: Int64
        do throws(StoreError) { number = try await store.ids.take(kind, 1).lowerBound } catch {
            throw WorkspaceError(error)
        }
        try await store.change(member) { change in
            let issue = try Self.find(id, change)
            try act(number, issue, &change)
            change.did(action, issue.subject)
        }
    }

    package enum EmergingPart: String, Hashable, Sendable, CaseIterable {
        case draft, step
    }

    /// Says that a draft or a step was wrong. It is kept, and not shown outside any more.
    package func strike(
        _ part: EmergingPart, _ number: Int64, of id: EmergingIssueID, why: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        let why = try PracticeLimits.reasons(why, "why")
        try await store.change(member) { change in
            let issue = try Self.find(id, change)
            guard
                try EmergingParts.strike(
                    "emerging_\(part.rawValue)", number, issue, why: why, at: change.at, change.connection)
            else { throw WorkspaceError.notFound }
            change.field(issue.subject, part.rawValue, from: "\(number)", to: nil, why: why)
            change.did("emerging-issue.strike", issue.subject)
        }
    }
}
