import Cooperation
import Domain
import People
import Programmes
import Store
import TestSupport
import Testing

@testable import Landscape

@Suite("Exchange")
struct ExchangeTests {
    private static func actor(_ number: Int, kind: String = "10") -> NamedActor {
        NamedActor(key: "xx-\(number)", name: "Actor \(number)", reference: "XX-\(number)", kind: kind)
    }

    private static func flow(
        _ number: Int, _ givers: [NamedActor], _ workers: [NamedActor], _ states: [String],
        modality: Modality? = nil
    ) -> Flow {
        Flow(
            programme: ProgrammeID(Int64(number)), givers: givers, workers: workers,
            states: states.map { StateCode($0) }, themes: ["rule-of-law"], modality: modality)
    }

    private static let directions = Directions(
        stateByPrefix: ["AA": StateCode("XAA"), "BB": StateCode("XAB"), "CC": StateCode("XAC")],
        groups: [StateCode("XAA"): ["ldc"], StateCode("XAB"): ["sids"], StateCode("XAC"): ["eu"]])

    private static func body(_ code: String) -> NamedActor {
        NamedActor(key: code.lowercased() + "-gov", name: code, reference: code + "-GOV", kind: "10")
    }

    @Test("The same rows give the same picture, in any order, of at most sixty places and a hundred and twenty lines")
    func network() {
        var flows: [Flow] = []
        for number in 0..<400 {
            flows.append(
                Self.flow(
                    number, [Self.actor(number % 37)], [Self.actor(100 + number % 41)],
                    ["S\(number % 23)", "S\(number % 19)"].sorted()))
        }
        let one = ExchangeNetwork(flows)
        #expect(one == ExchangeNetwork(flows.reversed()))
        #expect(one.columns.reduce(0) { $0 + $1.count } <= ExchangeNetwork.nodesMax)
        #expect(one.lines.count <= ExchangeNetwork.linesMax)
        #expect(one.left > 0)
        let few = ExchangeNetwork(Array(flows.prefix(1)))
        #expect(few.columns.map(\.count) == [1, 1, 1])
        #expect(few.left == 0)
    }

    @Test("A way between States is South-South where both are in groups of developing States, and not known otherwise")
    func corridors() {
        let flows = [
            Self.flow(1, [Self.body("AA")], [], ["XAB"], modality: .southSouth),
            Self.flow(2, [Self.body("CC")], [], ["XAB"]),
            Self.flow(3, [Self.body("AA")], [], ["XAA"]),
            Self.flow(4, [NamedActor(key: "n", name: "AA", reference: "", kind: "10")], [], ["XAB"]),
            Self.flow(5, [NamedActor(key: "n", name: "AA", reference: "AA-NGO", kind: "22")], [], ["XAB"]),
        ]
        let found = Exchanges(GapScope(), flows, [], Self.directions, within: nil).corridors
        #expect(found.map { "\($0.from.rawValue)-\($0.to.rawValue)" } == ["XAA-XAB", "XAC-XAB"])
        #expect(found.map(\.isSouthSouth) == [true, nil])
        #expect(found.map { $0.programmes.count } == [1, 1])
        #expect(found.map(\.saidSouthSouth) == [1, 0])
    }

    @Test("Three parties are told by what is said, or by public bodies of two States for a third")
    func triangles() {
        let flows = [
            Self.flow(1, [Self.body("CC")], [Self.body("AA")], ["XAB"]),
            Self.flow(2, [Self.body("CC")], [Self.body("CC")], ["XAB"]),
            Self.flow(3, [], [], ["XAB"], modality: .triangular),
            Self.flow(4, [Self.body("CC")], [Self.body("BB")], ["XAB"]),
        ]
        let found = Exchanges(GapScope(), flows, [], Self.directions, within: nil).triangles
        #expect(found.map(\.programme.value) == [1, 3])
        #expect(found.map(\.isSaid) == [false, true])
        #expect(found[0].giver == StateCode("XAC") && found[0].worker == StateCode("XAA"))
    }

    @Test("Cells of the matrix, lines, ways and forms open as many programmes as they say")
    func rows() async throws {
        try await withEachDatabase { database in
            let fixture = try await LandscapeFixture(database)
            try await fixture.programme("1", giver: ("XAB-GOV-1", "Belmar"), modality: .southSouth)
            try await fixture.programme("2", giver: ("XAB-GOV-1", "Belmar"), states: ["XAA", "XAC"])
            try await fixture.programme("3", giver: ("XX-LANT-1", "Lanterns"))
            try await database.write { connection in
                try connection.execute("UPDATE programme_actor SET kind = '10' WHERE known_as = 'xab-gov-1'")
            }
            let found = try await fixture.landscape.exchanges(GapScope(), .everybody)
            #expect(found.flows == 3)
            func count(_ scope: GapScope, _ change: (inout GapRowFilter) -> Void) async throws -> Int {
                var filter = GapRowFilter(scope: scope)
                change(&filter)
                return try await fixture.landscape.rows(.programmes, filter, .everybody).total
            }
            for row in found.byState.rows {
                for column in found.byState.columns {
                    let rows = try await count(GapScope(state: StateCode(column.code))) { $0.giver = row.key }
                    #expect(rows == found.byState.count(row, column))
                }
            }
            #expect(found.corridors.count == 2)
            for corridor in found.corridors {
                let rows = try await count(GapScope(state: corridor.to)) { $0.from = corridor.from }
                #expect(rows == corridor.programmes.count)
            }
            for line in found.modalities {
                let rows = try await count(GapScope()) { $0.modality = line.modality?.rawValue ?? "none" }
                #expect(rows == line.programmes)
            }
            for line in found.network.lines {
                guard case .giver(let giver) = line.from, case .state(let state) = line.to else { continue }
                let rows = try await count(GapScope(state: state)) {
                    $0.giver = giver.key
                    $0.worker = GapRowFilter.nobody
                }
                #expect(rows == line.programmes)
            }
            let page = try await fixture.landscape.organisation("xab-gov-1")
            #expect(page.programmes == 2)
            #expect(page.state == StateCode("XAB"))
            #expect(page.states.map(\.programmes) == [2, 1])
            await #expect(throws: WorkspaceError.notFound) { try await fixture.landscape.organisation("nobody") }
        }
    }

    @Test("The directory has who publishes something, page after page, and nobody else")
    func directory() async throws {
        try await withEachDatabase { database in
            let fixture = try await LandscapeFixture(database)
            try await fixture.offer(["right-to-health"])
            for number in 1...3 {
                try await fixture.programme("\(number)", giver: ("XX-\(number)", "Giver \(number)"))
            }
            let first = try await fixture.landscape.actors(ActorQuery(), .everybody, limit: 2)
            #expect(first.workspaces.map(\.name) == ["lanterns"])
            #expect(first.workspaces.map(\.offers) == [1])
            #expect(first.organisations.map(\.organisation.key) == ["xx-1", "xx-2"])
            let second = try await fixture.landscape.actors(ActorQuery(after: first.next), .everybody, limit: 2)
            #expect(second.organisations.map(\.organisation.key) == ["xx-3"])
            #expect(second.next == nil)
            let page = try await fixture.landscape.actor(fixture.lanterns.workspace.id, .everybody)
            #expect(page.offers.count == 1 && page.programmes.count == 3)
            await #expect(throws: WorkspaceError.notFound) {
                try await fixture.landscape.actor(fixture.harbour.workspace.id, .everybody)
            }
        }
    }

    @Test(
        "A need and an offer fit by State, kind and theme; a pair that was introduced is not proposed to its own sides again"
    )
    func potential() {
        func need(_ id: Int64, kinds: Set<String>, themes: Set<String>) -> FittingNeed {
            FittingNeed(
                id: NeedID(id), workspace: WorkspaceID(1), state: StateCode("XAA"), title: "", language: .english,
                kinds: kinds, themes: themes, groups: ["ldc"])
        }
        func offer(_ id: Int64, kinds: Set<String>, themes: Set<String>, groups: Set<String> = []) -> FittingOffer {
            FittingOffer(
                id: OfferID(id), workspace: WorkspaceID(2), actorState: "", actor: "", title: "", language: .english,
                kinds: kinds, themes: themes, groups: groups)
        }
        let needs = [need(1, kinds: ["training"], themes: ["a"]), need(2, kinds: ["equipment"], themes: ["b"])]
        let offers = [
            offer(1, kinds: ["training"], themes: ["a"], groups: ["ldc"]), offer(2, kinds: ["training"], themes: []),
            offer(3, kinds: ["equipment"], themes: ["b"], groups: ["sids"]),
        ]
        let all = Potential(needs: needs, offers: offers, own: nil)
        #expect(all.unmet == [NeedID(2)])
        #expect(all.unused == [OfferID(3)])
        #expect(all.pairs.map(\.offer) == [OfferID(1), OfferID(2)])
        let rest = Potential(
            needs: needs, offers: offers, own: nil,
            known: [KnownPair(need: NeedID(1), offer: OfferID(1))])
        #expect(rest.pairs.map(\.offer) == [OfferID(2)])
        #expect(rest.unmet == [NeedID(2)])
    }
}
