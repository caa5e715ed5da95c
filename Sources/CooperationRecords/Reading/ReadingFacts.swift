package import Domain
import Operations
import People
import Reference
import Store

extension StateCooperation {
    /// Published facts of a State that stand, with what the record and the shipped facts say; by day.
    package func facts(of state: StateCode) async throws(WorkspaceError) -> [StateFact] {
        try await record(of: state).facts
    }

    /// Everything everybody may know of a State's cooperation. Not found where nothing is known of the code.
    package func record(of state: StateCode) async throws(WorkspaceError) -> CooperationRecord {
        let page: StatePage
        do { page = try await library.state(state) } catch {
            switch error {
            case .notFound: throw .notFound
            default: throw .store("\(error)")
            }
        }
        let (entered, given) = try await store.read { connection in
            (try StateFactRow.published(state, connection), try RecordFactRow.given(state, connection))
        }
        let positions = Self.positions(page)
        let derived = DerivedFacts(state: state, reference: reference)
        let facts =
            derived.treaties() + derived.reviews(page.documents.map(\.document)) + derived.positions(given, positions)
            + derived.addenda(given) + entered.filter(\.isStanding)
        return CooperationRecord(
            state: state, facts: Self.ordered(facts),
            former: entered.filter { !$0.isStanding }.sorted { ($0.ended ?? "") > ($1.ended ?? "") },
            positions: positions,
            knowsTreaties: reference.treaties.contains { reference.status(of: state, treaty: $0.code) != .notLoaded })
    }

    /// Published facts that stand, what was published last first, for whoever watches.
    package func latest(_ filter: FactFilter = FactFilter(), limit: Int = 100) async throws(WorkspaceError)
        -> [StateFact]
    {
        let limit = min(max(1, limit), FactFilter.limitMax)
        return try await store.read { try StateFactRow.latest(filter, limit, $0) }
    }

    /// A published fact at its own address, with everything that was published in its place before and after, the first one first.
    /// Not found where it is a draft: the same as where there is none.
    package func versions(of id: StateFactID) async throws(WorkspaceError) -> [StateFact] {
        try await store.read { connection in
            guard let asked = try StateFactRow.published(id, connection) else { throw WorkspaceError.notFound }
            var chain = [asked]
            while chain.count < FactFilter.versionsMax, let first = chain.first?.replaces,
                let earlier = try StateFactRow.published(first, connection)
            {
                chain.insert(earlier, at: 0)
            }
            while chain.count < FactFilter.versionsMax, let last = chain.last?.id,
                let later = try StateFactRow.successor(last, connection)
            {
                chain.append(later)
            }
            return chain
        }
    }

    /// How many facts the desk keeps of each State, and the States whose mechanism keeps its own.
    package func statesOfDesk() async throws(WorkspaceError) -> (kept: [StateCode: Int], own: Set<StateCode>) {
        try await store.read { connection in
            let kept = try connection.all(
                "SELECT state, COUNT(*) FROM state_fact WHERE workspace_id IS NULL GROUP BY state"
            ) { (StateCode(try $0.text(0)), Int(try $0.int(1))) }
            let own = try connection.all(
                "SELECT DISTINCT state FROM workspace WHERE kind = 'mechanism' AND closed = 0"
            ) { StateCode(try $0.text(0)) }
            return (Dictionary(kept, uniquingKeysWith: +), Set(own))
        }
    }

    private static func positions(_ page: StatePage) -> [CyclePositions] {
        let table = page.positionsByCycle
        return Set(table.counts.keys.map(\.row)).compactMap { row in
            Int(row).map { cycle in
                CyclePositions(
                    cycle: cycle, supported: table.count(row, Position.supported.rawValue),
                    noted: table.count(row, Position.noted.rawValue),
                    pending: table.count(row, Position.pending.rawValue))
            }
        }.sorted { $0.cycle < $1.cycle }
    }

    /// By day; those without a day first, and what was entered keeps its order.
    private static func ordered(_ facts: [StateFact]) -> [StateFact] {
        facts.enumerated().sorted {
            ($0.element.content.day?.number ?? 0, $0.offset) < ($1.element.content.day?.number ?? 0, $1.offset)
        }.map(\.element)
    }
}
