import Clocks
import Domain
import FollowUp
import Operations
import People
import Plans
import Rounds
import SiteSupport
import Testing

@testable import Commands

@Suite("The demonstration's workspace")
struct DemonstrationPlanTests {
    @Test("Every page of it has something to show, made once")
    func filled() async throws {
        let site = try await WorkspaceSite()
        let store = site.workspaces.store
        try await site.record.issues.refresh(StateCode("XAA"))
        let clocks = Clocks(store: store, reference: site.record.reference)
        let plan = DemonstrationPlan(
            plans: site.plans, clocks: clocks, workspaces: site.workspaces, accounts: site.record.accounts,
            content: try DemonstrationContent(directory: WorkspaceSite.root + "/Resources/demo"))
        for _ in 0..<2 {
            _ = try await plan.make(
                StateCode("XAA"), name: "Demo", for: site.stranger.account.id, by: .commandLine("tests"))
        }
        let member = try await site.workspaces.member(site.stranger.account, in: DemonstrationPlan.slug)
        let content = plan.content
        #expect(try await site.plans.laws.all(member).count == content.laws.count)
        let meetings = try await site.plans.meetings.all(member)
        #expect(meetings.count == content.meetings.count)
        #expect(try await site.plans.letters.templates(member).count == content.letters.count)
        let indicators = try await Indicators(store).page(IndicatorFilter(), member)
        #expect(indicators.count == content.indicators.count)
        #expect(indicators.allSatisfy { !$0.totals.isEmpty })
        #expect(try await Progress(store).reports(ProgressFilter(), member).isEmpty == false)
        #expect(try await clocks.alerts(AlertFilter(), member).alerts.count >= content.alerts.count)
        #expect(try await clocks.events(member).count >= content.events.count)
        #expect(try await site.plans.rounds.all(member).count <= 1)
        let page = try await site.get("/workspaces/demo/meetings/\(meetings[0].id)?lang=en", as: site.stranger)
        #expect(page.status == 200)
    }
}
