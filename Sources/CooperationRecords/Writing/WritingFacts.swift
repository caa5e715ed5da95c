package import Domain
import People
import Store

extension StateCooperation {
    /// Everything a keeper has of a State: drafts, what is published, what was corrected.
    package func kept(_ state: StateCode, _ keeper: FactKeeper) async throws(WorkspaceError) -> [StateFact] {
        let state = try await admitted(state, keeper)
        return try await store.read { try StateFactRow.kept(state, keeper, $0) }
    }

    package func add(
        _ content: StateFactContent, of state: StateCode, publishing: Bool, by keeper: FactKeeper
    ) async throws(WorkspaceError) -> StateFact {
        let state = try await admitted(state, keeper)
        let content = try checked(content)
        let id = StateFactID(try await store.take(.stateFact).lowerBound)
        return try await change(keeper) { change in
            guard try StateFactRow.count(state, keeper, change.connection) < StateFactLimits.factsMax else {
                throw WorkspaceError.invalid("facts", "stateFact.tooMany")
            }
            let fact = Self.fact(id, content, state, keeper, at: change.at, isPublished: publishing)
            try StateFactRow.insert([(fact, nil)], change.connection)
            change.did("stateFact.add", id)
            if publishing { change.did("stateFact.publish", id) }
            return fact
        }
    }

    /// Puts another fact in the place of one that was wrong. The old one stays, with the reason; what was published is replaced by
    /// something published.
    package func correct(
        _ id: StateFactID, version: Int, _ content: StateFactContent, why: String, by keeper: FactKeeper
    ) async throws(WorkspaceError) -> StateFact {
        let (content, why) = (try checked(content), try Self.reason(why))
        try await admit(keeper)
        let next = StateFactID(try await store.take(.stateFact).lowerBound)
        return try await change(keeper) { change in
            let old = try Self.standing(id, version, keeper, change.connection)
            guard old.content != content else { throw WorkspaceError.invalid("fact", "stateFact.same") }
            var fact = Self.fact(
                next, content, old.state, keeper, at: change.at, isPublished: old.published != nil)
            fact.replaces = id
            try StateFactRow.insert([(fact, nil)], change.connection)
            try Self.end(old, version, why, keeper, &change)
            change.did("stateFact.correct", next, detail: "{\"replaces\":\(id)}")
            return fact
        }
    }

    /// Takes a fact out, with the reason; it stays among what was said before.
    package func withdraw(
        _ id: StateFactID, version: Int, why: String, by keeper: FactKeeper
    ) async throws(WorkspaceError) {
        let why = try Self.reason(why)
        try await admit(keeper)
        try await change(keeper) { change in
            let old = try Self.standing(id, version, keeper, change.connection)
            try Self.end(old, version, why, keeper, &change)
            change.did("stateFact.withdraw", id)
        }
    }

    package func publish(_ id: StateFactID, version: Int, by keeper: FactKeeper) async throws(WorkspaceError) {
        try await admit(keeper)
        try await change(keeper) { change in
            let fact = try Self.standing(id, version, keeper, change.connection)
            guard fact.published == nil else { return }
            guard try StateFactRow.publish(id, at: change.at, version: version, keeper, change.connection) else {
                throw WorkspaceError.stale(Subject(.stateFact, id.value), version: fact.version)
            }
            change.did("stateFact.publish", id)
        }
    }

    /// Publishes every draft of a State; says how many.
    @discardableResult
    package func publishAll(_ state: StateCode, by keeper: FactKeeper) async throws(WorkspaceError) -> Int {
        let state = try await admitted(state, keeper)
        return try await change(keeper) { change in
            let count = try StateFactRow.publishAll(state, at: change.at, keeper, change.connection)
            if count > 0 { change.did("stateFact.publishAll", nil, detail: "{\"count\":\(count)}") }
            return count
        }
    }

    static func fact(
        _ id: StateFactID, _ content: StateFactContent, _ state: StateCode, _ keeper: FactKeeper, at: String,
        isPublished: Bool
    ) -> StateFact {
        StateFact(
            id: id, origin: keeper.workspace == nil ? .desk : .workspace, workspace: keeper.workspace, state: state,
            content: content, published: isPublished ? at : nil, enteredBy: keeper.name, made: at, version: 1)
    }

    private static func standing(
        _ id: StateFactID, _ version: Int, _ keeper: FactKeeper, _ connection: any ReadConnection
    ) throws -> StateFact {
        guard let fact = try StateFactRow.find(id, keeper, connection) else { throw WorkspaceError.notFound }
        guard fact.isStanding else { throw WorkspaceError.invalid("fact", "stateFact.ended") }
        guard fact.version == version else {
            throw WorkspaceError.stale(Subject(.stateFact, id.value), version: fact.version)
        }
        return fact
    }

    private static func end(
        _ fact: StateFact, _ version: Int, _ why: String, _ keeper: FactKeeper, _ change: inout FactChange
    ) throws {
        let ended = try StateFactRow.end(
            fact, why: why, by: keeper.name, at: change.at, version: version, keeper, change.connection)
        guard ended, let id = fact.id else {
            throw WorkspaceError.stale(Subject(.stateFact, fact.id?.value ?? 0), version: fact.version)
        }
        change.field(id, "exist", from: "yes", to: "no", why: why)
    }

    private static func reason(_ why: String) throws(WorkspaceError) -> String {
        guard !why.allSatisfy(\.isWhitespace) else { throw .invalid("why", "stateFact.whyNeeded") }
        guard why.count <= StateFactLimits.whyCharactersMax else { throw .invalid("why", "stateFact.tooLong") }
        return why
    }
}
