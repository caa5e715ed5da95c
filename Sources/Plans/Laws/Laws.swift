package import Domain
package import People
import Store

/// What somebody writes of a law.
package struct LawDraft: Hashable, Sendable {
    package var title: String
    package var article: String
    package var summary: String
    package var lead: InstitutionID?
    package var norms: [LawNorm]
    package var links: [LawLink]

    package init(
        title: String, article: String = "", summary: String = "", lead: InstitutionID? = nil, norms: [LawNorm] = [],
        links: [LawLink] = []
    ) {
        self.title = title
        self.article = article
        self.summary = summary
        self.lead = lead
        self.norms = norms
        self.links = links
    }
}

/// Laws of a workspace.
package struct Laws: Sendable {
    package static let lawsMax = 2_000
    package static let linksMax = 500
    package static let titleCharactersMax = 300
    package static let textCharactersMax = 4_000

    let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// By title, withdrawn ones too.
    package func all(_ member: Member) async throws(WorkspaceError) -> [LawRecord] {
        try member.require(.seePlan)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let steps = try LawRow.steps(nil, workspace, connection)
            return try LawRow.all(workspace, connection).map { LawRecord(law: $0, steps: steps[$0.id] ?? []) }
        }
    }

    package func find(_ id: LawID, _ member: Member) async throws(WorkspaceError) -> LawRecord {
        try member.require(.seePlan)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let law = try LawRow.find(id, workspace, connection) else { throw WorkspaceError.notFound }
            return LawRecord(law: law, steps: try LawRow.steps(id, workspace, connection)[id] ?? [])
        }
    }

    /// Laws that serve a recommendation, an issue or a commitment.
    package func serving(_ link: LawLink, _ member: Member) async throws(WorkspaceError) -> [LawRecord] {
        try member.require(.seePlan)
        let workspace = member.workspace.id
        return try await store.read { connection in
            try LawRow.serving(link, workspace, connection).map { law in
                LawRecord(law: law, steps: try LawRow.steps(law.id, workspace, connection)[law.id] ?? [])
            }
        }
    }

    package func add(_ draft: LawDraft, by member: Member) async throws(WorkspaceError) -> Law {
        try require(member)
        let draft = try Self.checked(draft)
        let id = LawID(try await store.take(.law).lowerBound)
        return try await store.change(member) { change in
            try Self.check(draft, change)
            var law = Law(id: id, workspace: change.workspace, title: draft.title)
            law.take(draft)
            try LawRow.insert(law, change.connection)
            change.did("law.add", law.subject)
            return law
        }
    }

    package func edit(
        _ id: LawID, version: Int, _ draft: LawDraft, by member: Member
    ) async throws(WorkspaceError) {
        try require(member)
        let draft = try Self.checked(draft)
        try await store.change(member) { change in
            try Self.check(draft, change)
            guard let old = try LawRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            var law = old
            law.take(draft)
            change.fields(from: old, to: law)
            try LawRow.update(law, version: version, change.connection)
            change.did("law.edit", law.subject)
        }
    }

    /// Takes a law out of the lists, or puts it back.
    package func withdraw(
        _ id: LawID, version: Int, _ isWithdrawn: Bool, by member: Member
    ) async throws(WorkspaceError) {
        try require(member)
        try await store.change(member) { change in
            guard let old = try LawRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            var law = old
            law.isWithdrawn = isWithdrawn
            change.fields(from: old, to: law)
            try LawRow.update(law, version: version, change.connection)
            change.did(isWithdrawn ? "law.withdraw" : "law.restore", law.subject)
        }
    }

    /// Adds a dated stage.
    package func reach(
        _ stage: LawStage, on day: CalendarDate, note: String = "", source: String = "", _ id: LawID, by member: Member
    ) async throws(WorkspaceError) {
        try require(member)
        guard day.day != nil else { throw .invalid("day", "round.wholeDay") }
        let note = try Self.text(note, "note")
        let source = try Self.text(source, "source")
        let step = ID<LawStep>(try await store.take(.law).lowerBound)
        try await store.change(member) { change in
            guard let law = try LawRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let before = LawRecord(
                law: law, steps: try LawRow.steps(id, change.workspace, change.connection)[id] ?? [])
            let entry = LawStep(
                id: step, stage: stage, day: day, note: note, source: source, by: member.name, at: change.at)
            try LawRow.insert(entry, of: id, change.workspace, change.connection)
            let after = LawRecord(law: law, steps: before.steps + [entry])
            change.field(law.subject, "stage", from: before.stage?.stage.rawValue, to: after.stage?.stage.rawValue)
            change.did("law.stage", law.subject, detail: "{\"stage\":\"\(stage.rawValue)\"}")
        }
    }

    /// Says that a stage was never reached.
    package func retract(
        _ step: ID<LawStep>, of id: LawID, because: String, by member: Member
    ) async throws(WorkspaceError) {
        try require(member)
        let because = try Self.text(because, "reason")
        guard !because.isEmpty else { throw .invalid("reason", "round.reasonNeeded") }
        try await store.change(member) { change in
            guard let law = try LawRow.find(id, change.workspace, change.connection),
                try LawRow.retract(step, of: id, because: because, change.workspace, change.connection)
            else { throw WorkspaceError.notFound }
            change.field(law.subject, "stageRetracted", from: nil, to: step.description, why: because)
            change.did("law.retract", law.subject)
        }
    }

    /// A law is nobody's own: changing one asks for the right over the whole plan.
    private func require(_ member: Member) throws(WorkspaceError) {
        if try member.limit(.editPlan) != nil { throw .forbidden }
    }

    private static func checked(_ draft: LawDraft) throws(WorkspaceError) -> LawDraft {
        var draft = draft
        draft.title = draft.title.trimmingWhitespace
        guard (1...titleCharactersMax).contains(draft.title.count) else { throw .invalid("title", "law.titleLength") }
        draft.article = try text(draft.article, "article")
        draft.summary = try text(draft.summary, "summary")
        draft.norms = Array(Set(draft.norms)).sorted()
        draft.links = Array(Set(draft.links)).sorted()
        guard draft.norms.count <= linksMax, draft.links.count <= linksMax else { throw .invalid("links", "law.many") }
        return draft
    }

    private static func text(_ text: String, _ field: String) throws(WorkspaceError) -> String {
        let text = text.trimmingWhitespace
        guard text.count <= textCharactersMax else { throw .invalid(field, "round.reasonLength") }
        return text
    }

    /// What is linked is there, and a recommendation speaks to the workspace's State.
    private static func check(_ draft: LawDraft, _ change: WorkspaceChange) throws {
        if let lead = draft.lead, try InstitutionRow.find(lead, change.workspace, change.connection) == nil {
            throw WorkspaceError.invalid("lead", "institution.unknown")
        }
        let state = change.member.workspace.mechanismState?.rawValue ?? ""
        for link in draft.links {
            let found: Int
            switch link.kind {
            case .recommendation:
                found = try change.connection.count(
                    """
                    SELECT COUNT(*) FROM recommendation_state WHERE recommendation_id = $1 AND state = $2 AND role = 0
                    """, [.int(link.id), .text(state)])
            case .issue:
                found = try change.connection.count(
                    "SELECT COUNT(*) FROM issue WHERE id = $1 AND state = $2", [.int(link.id), .text(state)])
            case .commitment:
                found = try change.connection.count(
                    "SELECT COUNT(*) FROM commitment WHERE id = $1 AND workspace_id = $2",
                    [.int(link.id), .int(change.workspace.value)])
            }
            guard found > 0 else { throw WorkspaceError.invalid("links", "law.linkUnknown") }
        }
    }
}

extension Law {
    fileprivate mutating func take(_ draft: LawDraft) {
        title = draft.title
        article = draft.article
        summary = draft.summary
        lead = draft.lead
        norms = draft.norms
        links = draft.links
    }
}

extension WorkspaceChange {
    fileprivate mutating func fields(from old: Law, to new: Law) {
        func plain(_ links: [LawLink]) -> String {
            links.map { "\($0.kind.rawValue)/\($0.id)" }.joined(separator: ", ")
        }
        let subject = new.subject
        field(subject, "title", from: old.title, to: new.title)
        field(subject, "article", from: old.article, to: new.article)
        field(subject, "summary", from: old.summary, to: new.summary)
        field(subject, "lead", from: old.lead?.description, to: new.lead?.description)
        field(
            subject, "norms", from: old.norms.map(\.description).joined(separator: "; "),
            to: new.norms.map(\.description).joined(separator: "; "))
        field(subject, "links", from: plain(old.links), to: plain(new.links))
        field(subject, "withdrawn", from: old.isWithdrawn ? "yes" : "no", to: new.isWithdrawn ? "yes" : "no")
    }
}

extension Plans {
    package var laws: Laws { Laws(store) }
}
