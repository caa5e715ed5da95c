package import Domain
import People
import Store

/// An adoption as its own workspace sees it.
package struct OwnAdoption: Hashable, Sendable {
    package var adoption: PracticeAdoption
    /// Nil where it is not published any more.
    package var practice: OutsidePractice?
    /// What it is adopted for is called; nil where it has no link, or that is gone.
    package var linkName: String?
}

extension Practices {
    /// The workspace's own, those taken back among them. What of the plan they are for is known to who reads the whole plan.
    package func adoptions(_ member: Member) async throws(WorkspaceError) -> [OwnAdoption] {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let adoptions = try AdoptionRow.own(workspace, connection)
            let practices = Dictionary(
                try OutsideRow.published(Array(Set(adoptions.map(\.practice))), connection).map { ($0.id, $0) },
                uniquingKeysWith: { first, _ in first })
            return try adoptions.map { found in
                let adoption = found.seen(by: member)
                return OwnAdoption(
                    adoption: adoption, practice: practices[adoption.practice],
                    linkName: try adoption.link.flatMap { try AdoptionLinkRow.name($0, member, connection) })
            }
        }
    }

    /// The workspace's adoption of a practice that stands; nil where there is none.
    package func adoption(of practice: PracticeID, _ member: Member) async throws(WorkspaceError) -> PracticeAdoption? {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { try AdoptionRow.standing(practice, workspace, $0)?.seen(by: member) }
    }

    /// What the workspace can adopt something for: commitments and actions of its plan, and the one that was asked for, first, where it
    /// is one of the workspace's.
    package func adoptionAims(
        _ asked: PracticeAdoption.Link?, _ member: Member
    ) async throws(WorkspaceError) -> [(link: PracticeAdoption.Link, name: String)] {
        try member.require(.writePractices)
        return try await store.read { connection in
            var aims: [(link: PracticeAdoption.Link, name: String)] = []
            if let asked, let name = try AdoptionLinkRow.name(asked, member, connection) {
                aims.append((asked, name))
            }
            return try aims + AdoptionLinkRow.all(member, connection).filter { $0.link != asked }
        }
    }

    /// Adopts a published practice of another workspace.
    package func adopt(
        _ practice: PracticeID, _ draft: AdoptionDraft, by member: Member
    ) async throws(WorkspaceError) -> PracticeAdoption {
        try member.require(.writePractices)
        let note = try PracticeLimits.text(draft.note, "note")
        let adapted = try PracticeLimits.text(draft.adapted, "adapted")
        let language = try PracticeLimits.language(draft.language, reference)
        try PracticeLimits.past(draft.day, "day", today: CalendarDate(store.clock.instant))
        let id: PracticeAdoptionID
        do throws(StoreError) {
            id = PracticeAdoptionID(try await store.ids.take("practice-adoption", 1).lowerBound)
        } catch { throw WorkspaceError(error) }
        return try await store.change(member) { change in
            guard let found = try OutsideRow.published(practice, change.connection) else {
                throw WorkspaceError.notFound
            }
            if try PracticeRow.find(practice, change.workspace, change.connection) != nil {
                throw WorkspaceError.invalid("practice", "practice.ownAdoption")
            }
            if try AdoptionRow.standing(practice, change.workspace, change.connection) != nil {
                throw WorkspaceError.invalid("practice", "practice.adoptedAlready")
            }
            if let link = draft.link,
                try AdoptionLinkRow.name(link, change.member, change.connection) == nil
            {
                throw WorkspaceError.invalid("for", "practice.linkUnknown")
            }
            let adoption = PracticeAdoption(
                id: id, practice: practice, edition: found.edition, workspace: change.workspace, shown: draft.shown,
                language: language, note: note, adapted: adapted, day: draft.day, link: draft.link, results: [],
                made: change.at, takenBack: nil, takenBackWhy: nil, version: 1)
            try AdoptionRow.insert(adoption, change.connection)
            let subject = Subject(.practice, practice.value)
            change.field(subject, "adopted", from: nil, to: draft.day.description, why: note.isEmpty ? nil : note)
            change.did("practice.adopt", subject)
            return adoption
        }
    }

    /// Says whether the practice's page names the workspace or only counts it.
    package func show(
        _ id: PracticeAdoptionID, version: Int, _ shown: PracticeAdoption.Shown, by member: Member
    ) async throws(WorkspaceError) {
        try await alter(id, version, "practice.adoptionShown", member) { adoption, change in
            change.field(
                Subject(.practice, adoption.practice.value), "shown", from: adoption.shown.rawValue,
                to: shown.rawValue)
            adoption.shown = shown
        }
    }

    /// Takes an adoption back. It is not shown or counted any more; the workspace keeps it with the reason.
    package func takeBack(
        _ id: PracticeAdoptionID, version: Int, why: String, by member: Member
    ) async throws(WorkspaceError) {
        let why = try PracticeLimits.reasons(why, "why")
        try await alter(id, version, "practice.adoptionTakeBack", member) { adoption, change in
            change.field(
                Subject(.practice, adoption.practice.value), "adopted", from: adoption.day.description, to: nil,
                why: why)
            adoption.takenBack = change.at
            adoption.takenBackWhy = why
        }
    }

    private func alter(
        _ id: PracticeAdoptionID, _ version: Int, _ action: String, _ member: Member,
        _ act: @Sendable @escaping (inout PracticeAdoption, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        try await store.change(member) { change in
            var adoption = try Self.standing(id, change)
            try act(&adoption, &change)
            try AdoptionRow.update(adoption, version: version, change.connection)
            change.did(action, Subject(.practice, adoption.practice.value))
        }
    }

    /// Adds what came of it by a day. What was said before stays.
    package func add(
        result text: String, on day: CalendarDate, to id: PracticeAdoptionID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        let text = try PracticeLimits.reasons(text, "result")
        try PracticeLimits.past(day, "day", today: CalendarDate(store.clock.instant))
        let number: Int64
        do throws(StoreError) { number = try await store.ids.take("practice-result", 1).lowerBound } catch {
            throw WorkspaceError(error)
        }
        try await store.change(member) { change in
            let adoption = try Self.standing(id, change)
            guard adoption.results.count < PracticeLimits.resultsMax else {
                throw WorkspaceError.invalid("result", "practice.many")
            }
            try AdoptionRow.insert(
                number, PracticeResult(day: day, text: text, by: change.member.name, at: change.at), adoption,
                change.connection)
            let subject = Subject(.practice, adoption.practice.value)
            change.field(subject, "result", from: nil, to: text)
            change.did("practice.result", subject)
        }
    }

    private static func standing(
        _ id: PracticeAdoptionID, _ change: WorkspaceChange
    ) throws -> PracticeAdoption {
        guard let adoption = try AdoptionRow.find(id, change.workspace, change.connection) else {
            throw WorkspaceError.notFound
        }
        if adoption.takenBack != nil { throw WorkspaceError.invalid("status", "practice.takenBack") }
        return adoption
    }
}

/// What adoptions are for: things of the workspace itself, or issues of its State.
enum AdoptionLinkRow {
    private static let aimsMax = 300

    static func all(
        _ member: Member, _ connection: any ReadConnection
    ) throws -> [(link: PracticeAdoption.Link, name: String)] {
        let kinds = [PracticeAdoption.LinkKind.commitment, .action].filter { member.reads($0) }
        return try kinds.flatMap { kind in
            try connection.all(
                """
                SELECT id, title FROM \(kind.rawValue) WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY title, id
                LIMIT \(aimsMax)
                """, [.int(member.workspace.id.value)]
            ) { (link: PracticeAdoption.Link(kind, try $0.int(0)), name: try $0.text(1)) }
        }
    }

    /// Nil where the workspace has no such thing, and where this member does not read it.
    static func name(
        _ link: PracticeAdoption.Link, _ member: Member, _ connection: any ReadConnection
    ) throws -> String? {
        guard member.reads(link.kind) else { return nil }
        let workspace = member.workspace
        switch link.kind {
        case .issue:
            guard let row = try IssueRow.standing(IssueID(link.id), connection), row.state == workspace.mechanismState
            else { return nil }
            return RecordNames.named(row).name(for: workspace.language).text
        case .commitment, .action:
            return try connection.first(
                "SELECT title FROM \(link.kind.rawValue) WHERE id = $1 AND workspace_id = $2",
                [.int(link.id), .int(workspace.id.value)]
            ) { try $0.text(0) }
        }
    }
}

extension Member {
    /// An adoption's commitment or action may be of any institution: only who reads the whole plan reads what it is called.
    fileprivate func reads(_ kind: PracticeAdoption.LinkKind) -> Bool {
        switch kind {
        case .issue: true
        case .commitment, .action: reach(.seePlan) == .all
        }
    }
}

extension PracticeAdoption {
    /// As this member reads it: without what of the plan it is for where the whole plan is not theirs to read.
    fileprivate func seen(by member: Member) -> PracticeAdoption {
        var adoption = self
        if let link, !member.reads(link.kind) { adoption.link = nil }
        return adoption
    }
}
