package import Domain
import People
import Programmes

extension Landscape {
    /// Who helps whom on what. A scope with a group of persons is refused: programmes name none.
    package func exchanges(_ scope: GapScope, _ reader: GapReader) async throws(WorkspaceError) -> Exchanges {
        try check(scope)
        guard scope.person == nil else { throw .invalid("person", "gap.personUnsaid") }
        let conditions = GapConditions(scope, reader, self)
        let (flows, agreements) = try await store.read { connection in
            let most = scope.theme == nil ? AgreementLine.shownMax : 0
            return (
                try FlowRow.read(conditions, connection),
                try AgreementLineRow.read(try conditions.agreements(), nil, most, connection)
            )
        }
        return Exchanges(scope, flows, agreements, directions, within: conditions.states.map { Set($0) })
    }
}

extension Exchanges {
    init(
        _ scope: GapScope, _ flows: [Flow], _ agreements: [AgreementLine], _ directions: Directions,
        within states: Set<StateCode>?
    ) {
        // A programme for several States stands in the columns of the scope's States alone.
        let flows = flows.map { flow in
            var flow = flow
            if let states { flow.states.removeAll { !states.contains($0) } }
            if let theme = scope.theme { flow.themes.removeAll { $0 != theme } }
            return flow
        }
        self.init(
            scope: scope, flows: flows.count, withoutGiver: flows.count { $0.givers.isEmpty },
            isCut: flows.count >= FlowRow.flowsMax,
            byState: ExchangeMatrix(flows) { $0.states.map { .state($0) } },
            byTheme: ExchangeMatrix(flows) { $0.themes.map { .theme($0) } },
            network: ExchangeNetwork(flows), agreements: agreements, corridors: Self.corridors(flows, directions),
            triangles: Self.triangles(flows, directions), modalities: Self.modalities(flows))
    }

    private static func corridors(_ flows: [Flow], _ directions: Directions) -> [Corridor] {
        struct Way: Hashable {
            var from: StateCode
            var to: StateCode
        }
        var found: [Way: Corridor] = [:]
        for flow in flows {
            for from in Set(flow.givers.compactMap { directions.state(of: $0) }) {
                for to in flow.states where to != from {
                    var corridor =
                        found[Way(from: from, to: to)]
                        ?? Corridor(
                            from: from, to: to, programmes: [], isSouthSouth: directions.isSouthSouth(from, to),
                            saidSouthSouth: 0)
                    corridor.programmes.append(flow.programme)
                    if flow.modality == .southSouth { corridor.saidSouthSouth += 1 }
                    found[Way(from: from, to: to)] = corridor
                }
            }
        }
        return found.values.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    private static func triangles(_ flows: [Flow], _ directions: Directions) -> [Triangle] {
        flows.compactMap { flow in
            let givers = flow.givers.compactMap { directions.state(of: $0) }
            let workers = flow.workers.compactMap { directions.state(of: $0) }
            let others = Set(flow.states)
            let giver = givers.first { !others.contains($0) }
            let worker = workers.first { !others.contains($0) && $0 != giver }
            let isComputed = giver != nil && worker != nil && !others.isEmpty
            guard flow.modality == .triangular || isComputed else { return nil }
            return Triangle(
                programme: flow.programme, giver: giver ?? givers.first, worker: worker ?? workers.first,
                states: flow.states, isSaid: flow.modality == .triangular)
        }.sorted { $0.programme < $1.programme }
    }

    private static func modalities(_ flows: [Flow]) -> [(modality: Modality?, programmes: Int)] {
        (Modality.allCases.map { Optional($0) } + [nil]).compactMap { modality in
            let count = flows.count { $0.modality == modality }
            return count > 0 ? (modality, count) : nil
        }
    }
}
