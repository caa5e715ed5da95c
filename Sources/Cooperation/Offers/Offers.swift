package import Domain
package import People
package import Reference
package import Store

/// Which offers somebody asks for.
package struct OfferFilter: Hashable, Sendable {
    package var kind: HelpKind?
    package var theme: String?

    package init(kind: HelpKind? = nil, theme: String? = nil) {
        self.kind = kind
        self.theme = theme
    }
}

package struct OfferPage: Hashable, Sendable {
    package var total: Int
    package var offers: [Offer]
    package var next: OfferID?
    /// Who makes them.
    package var actors: [WorkspaceID: CooperationActor]
}

/// A workspace as others see it: who it is, and nothing of its work.
package struct CooperationActor: Hashable, Sendable {
    package var id: WorkspaceID
    package var name: String
    package var kind: WorkspaceKind
    package var actor: ActorKind?
    package var state: StateCode?
}

/// Offers of partners, and of States to other States.
package struct Offers: Sendable {
    let store: WorkspaceStore
    let reference: ReferenceFacts

    package init(_ store: WorkspaceStore, _ reference: ReferenceFacts) {
        self.store = store
        self.reference = reference
    }

    /// The workspace's own, drafts included, the latest first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [Offer] {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { try OfferRow.own(workspace, $0) }
    }

    package func find(_ id: OfferID, _ member: Member) async throws(WorkspaceError) -> Offer {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        guard let offer = try await store.read({ try OfferRow.find(id, workspace, $0) }) else { throw .notFound }
        return offer
    }

    package func add(_ draft: OfferDraft, by member: Member) async throws(WorkspaceError) -> Offer {
        try member.require(.manageOffers)
        let draft = try checked(draft)
        let id = OfferID(try await store.take(.offer).lowerBound)
        return try await store.change(member) { change in
            let made = try change.connection.count(
                "SELECT COUNT(*) FROM offer WHERE workspace_id = $1", [.int(change.workspace.value)])
            if made >= CooperationLimits.perWorkspaceMax {
                throw WorkspaceError.invalid("offer", "cooperation.many")
            }
            var offer = Offer(
                id: id, workspace: change.workspace, title: draft.title, language: draft.language, made: change.at)
            offer.take(draft)
            try OfferRow.insert(offer, change.connection)
            change.did("offer.add", offer.subject)
            return offer
        }
    }

    package func edit(
        _ id: OfferID, version: Int, _ draft: OfferDraft, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageOffers)
        let draft = try checked(draft)
        try await store.change(member) { change in
            guard let old = try OfferRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            var offer = old
            offer.take(draft)
            for (before, after) in zip(old.fields, offer.fields) {
                change.field(offer.subject, before.name, from: before.value, to: after.value)
            }
            try OfferRow.update(offer, version: version, change.connection)
            change.did("offer.edit", offer.subject)
        }
    }

    /// What others offer, as far as this reader may see it.
    package func published(
        _ reader: CooperationReader, _ filter: OfferFilter = OfferFilter(), after: OfferID? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> OfferPage {
        let limit = min(max(1, limit), CooperationLimits.listMax)
        return try await store.read { connection in
            let found = try OfferRow.published(reader, filter, after: after, limit: limit + 1, connection)
            let shown = Array(found.prefix(limit))
            return OfferPage(
                total: try OfferRow.countPublished(reader, filter, connection), offers: shown,
                next: found.count > limit ? shown.last?.id : nil,
                actors: try ActorRow.find(shown.map(\.workspace), connection))
        }
    }

    package func published(
        _ id: OfferID, _ reader: CooperationReader
    ) async throws(WorkspaceError) -> (offer: Offer, actor: CooperationActor) {
        let found = try await store.read { connection -> (Offer, CooperationActor)? in
            guard let offer = try OfferRow.published(id, reader, connection),
                let actor = try ActorRow.find([offer.workspace], connection)[offer.workspace]
            else { return nil }
            return (offer, actor)
        }
        guard let found else { throw .notFound }
        return (found.0, found.1)
    }

    private func checked(_ draft: OfferDraft) throws(WorkspaceError) -> OfferDraft {
        var draft = draft
        draft.title = try CooperationLimits.title(draft.title)
        draft.text = try CooperationLimits.text(draft.text, "text")
        draft.conditionsNote = try CooperationLimits.text(draft.conditionsNote, "conditionsNote")
        draft.themes = try CooperationLimits.themes(draft.themes, reference)
        draft.goals = try CooperationLimits.goals(draft.goals, reference)
        draft.languages = try CooperationLimits.languages(draft.languages, reference)
        draft.eligible = try CooperationLimits.eligible(draft.eligible, reference)
        draft.contact = try CooperationLimits.contact(draft.contact)
        try CooperationLimits.money(draft.money, "money")
        try CooperationLimits.window(draft.from, draft.until)
        if let capacity = draft.capacityPerYear, !(0...100_000).contains(capacity) {
            throw .invalid("capacity", "cooperation.capacity")
        }
        guard LanguageTag.official.contains(draft.language) else {
            throw .invalid("language", "cooperation.unknownCode")
        }
        guard draft.level != .named else { throw .invalid("level", "cooperation.unknownCode") }
        if draft.level != .draft, draft.kinds.isEmpty { throw .invalid("kinds", "offer.kindNeeded") }
        draft.kinds = HelpKind.allCases.filter { draft.kinds.contains($0) }
        draft.conditions = Condition.allCases.filter { draft.conditions.contains($0) }
        return draft
    }
}

/// Workspaces by what others may know of them.
package enum ActorRow {
    package static func find(
        _ ids: [WorkspaceID], _ connection: any ReadConnection
    ) throws -> [WorkspaceID: CooperationActor] {
        var actors: [WorkspaceID: CooperationActor] = [:]
        var rest = Array(Set(ids)).sorted()[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            let rows = try connection.all(
                "SELECT id, name, kind, actor_kind, state FROM workspace WHERE id IN ({set})", [],
                set: set.map { .int($0.value) }
            ) { row in
                let state = try row.text(4)
                return CooperationActor(
                    id: WorkspaceID(try row.int(0)), name: try row.text(1),
                    kind: try row.value(2, WorkspaceKind.init(rawValue:)),
                    actor: try row.textOrNil(3).flatMap { ActorKind(rawValue: $0) },
                    state: state.isEmpty ? nil : StateCode(state))
            }
            for actor in rows { actors[actor.id] = actor }
        }
        return actors
    }
}
