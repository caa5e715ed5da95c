import Domain
import Reference
import Testing

@Suite struct CountTests {
    let facts = Fixtures.facts

    @Test("193 member States and two observers are known")
    func states() {
        #expect(facts.states.filter { $0.status == .member }.count == 193)
        #expect(facts.states.filter { $0.status == .observer }.map(\.code.rawValue).sorted() == ["PSE", "VAT"])
        #expect(Set(facts.states.compactMap(\.alpha2)).count == 195)
        #expect(Set(facts.states.compactMap(\.m49)).count == 195)
    }

    @Test("Every State has a square of its own on the map")
    func tiles() {
        #expect(Set(facts.states.compactMap(\.tile)).count == 195)
        #expect(
            facts.states.allSatisfy {
                (0..<32).contains($0.tile?.column ?? -1) && (0..<20).contains($0.tile?.row ?? -1)
            })
    }

    @Test("Every State but the Holy See is in one of the five regional groups")
    func regions() {
        let counts = Dictionary(grouping: facts.states, by: \.region).mapValues(\.count)
        #expect(
            counts == [
                "africa": 54, "asia-pacific": 55, "eastern-europe": 23, "latin-america": 33, "western-europe": 29,
                nil: 1,
            ])
        #expect(facts.groups.filter { $0.kind == .region }.count == 5)
    }

    @Test(
        "Memberships have as many members as the organisations say",
        arguments: [
            ("au", 54), ("oic", 57), ("ldc", 44), ("lldc", 32), ("sids", 37), ("eu", 27), ("commonwealth", 56),
            ("oas", 34), ("asean", 11), ("al", 22), ("coe", 46), ("pif", 14), ("gcc", 6),
        ])
    func memberships(group: String, count: Int) {
        #expect(facts.states.filter { $0.groups.contains(group) }.count == count)
        #expect(facts.group(group)?.asOf != nil)
    }

    @Test("17 goals have 169 targets")
    func goals() {
        #expect(facts.goals.filter { !$0.isTarget }.map(\.code) == (1...17).map(String.init))
        #expect(facts.goals.filter(\.isTarget).count == 169)
        #expect(facts.goals.allSatisfy { facts.name(ofSDG: $0.goal, in: .english) != nil })
    }

    @Test("54 sessions make four cycles")
    func sessions() {
        #expect(facts.sessions.map(\.session) == Array(1...54))
        let firsts = [1, 12, 13, 26, 27, 40, 41, 54].map { facts.cycle(ofSession: $0) }
        #expect(firsts == [1, 1, 2, 2, 3, 3, 4, 4])
        #expect(facts.cycle(ofSession: 55) == nil)
        #expect(facts.session(1)?.began == CalendarDate(year: 2008, month: 4))
        let known = facts.sessions.compactMap(\.began)
        #expect(known == known.sorted())
    }

    @Test("Ten treaty bodies watch over eighteen instruments")
    func treaties() {
        #expect(facts.mechanisms.filter { $0.kind == .treatyBody }.count == 10)
        #expect(facts.treaties.count == 18)
        for treaty in facts.treaties {
            #expect(facts.facts(of: treaty.mechanism)?.treaties.contains(treaty.code) == true)
        }
    }

    @Test("Every kind of mechanism but a workspace's own is there")
    func kinds() {
        #expect(Set(facts.mechanisms.map(\.kind)) == Set(MechanismKind.allCases).subtracting([.own]))
    }

    @Test("Every file says where it comes from and when")
    func origins() {
        #expect(facts.origins.count == 16)
        #expect(facts.origins.allSatisfy { !$0.source.isEmpty && $0.date.count >= 4 })
    }
}
