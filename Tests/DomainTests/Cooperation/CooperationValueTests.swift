import Domain
import Testing

@Suite("Values of cooperation")
struct CooperationValueTests {
    @Test("A line ministry cannot give the consent of the State")
    func consent() {
        for authority in [ConsentAuthority.headOfState, .headOfGovernment, .foreignMinister, .permanentMission] {
            #expect(authority.bindsTheState)
        }
        for authority in [ConsentAuthority.lineMinistry, .nationalMechanism, .agency, .localAuthority] {
            #expect(!authority.bindsTheState)
        }
    }

    @Test("Help is for all where no State and no group is named, and else for those who are named")
    func eligibility() {
        let state = StateCode("XAA")
        #expect(Eligibility().takes(state, groups: []))
        #expect(Eligibility(groups: ["ldc", "sids"]).takes(state, groups: ["sids"]))
        #expect(!Eligibility(groups: ["ldc"]).takes(state, groups: ["sids"]))
        #expect(Eligibility(states: [state], groups: ["ldc"]).takes(state, groups: []))
        #expect(!Eligibility(states: [StateCode("XAB")]).takes(state, groups: ["ldc"]))
    }

    @Test("A call is open from its first day to its last, both taken in")
    func calls() throws {
        let days = try ["2026-03-01", "2026-03-02", "2026-03-31", "2026-04-01"].map { try #require(CalendarDate($0)) }
        var call = FundCall(
            id: FundCallID(1), fund: FundID(1), workspace: WorkspaceID(1), title: "First call", opens: days[1],
            closes: days[2])
        #expect(days.map { call.standing(on: $0) } == [.coming, .open, .open, .over])
        call.closes = nil
        #expect(call.standing(on: days[3]) == .open)
        call.isCancelled = true
        #expect(call.standing(on: days[2]) == .cancelled)
    }
}
