import Clocks
import Domain
import Operations
import Plans
import SiteSupport
import Testing

@testable import PlanWeb

@Suite("Laws, meetings and letters on pages")
struct MattersPageTests {
    @Test("A recommendation leads members to plan and laws of their workspace, and nobody else")
    func mentions() async throws {
        let site = try await WorkspaceSite(records: 6)
        let found = try await site.record.library.search(SearchRequest(filters: [.state: ["XAA"]], limit: 1))
        let recommendation = try #require(found.items.first?.id)
        let keeper = site.home.keeper
        _ = try await site.plans.commit(recommendations: [recommendation], by: keeper)
        let commitment = try #require(try await site.plans.list(keeper).items.first?.commitment.id)
        let law = try await site.plans.laws.add(
            LawDraft(
                title: "Act <on> care", lead: site.home.ministry.id,
                links: [LawLink(kind: .commitment, id: commitment.value)]), by: keeper)
        let page = "/recommendations/\(recommendation)?lang=en"
        let coordinator = try site.home.person(.coordinator)
        for (person, isTold) in [
            (coordinator, true), (try site.home.person(.focalPoint), true), (site.stranger, false),
            (try site.foreign.person(.coordinator), false),
        ] {
            let text = try await site.get(page, as: person).text
            // A focal point of the law's lead sees the law, and not the commitment that nobody leads.
            let seesPlan = isTold && person.account.id == coordinator.account.id
            #expect(text.contains("/workspaces/aldora/plan/commitments/\(commitment)") == seesPlan)
            #expect(text.contains("/workspaces/aldora/laws/\(law.id)") == seesPlan)
            #expect(!text.contains("<on>"))
        }
        let line = try await site.get("/workspaces/aldora/plan/commitments/\(commitment)?lang=en", as: coordinator).text
        #expect(line.contains("Act &lt;on&gt; care"))
        #expect(line.contains("No stage was entered yet"))
        let own = try await site.get("/workspaces/aldora/laws/\(law.id)?lang=en", as: coordinator).text
        #expect(own.contains("href=\"/workspaces/aldora/plan/commitments/\(commitment)"))
        #expect(own.contains("id=\"comments\""))
        #expect(own.contains("href=\"/workspaces/aldora/history/law/\(law.id)"))
    }

    @Test(
        "A list of laws counts its stages, each number opens its rows; messages stand in the navigation of administrators"
    )
    func stages() async throws {
        let site = try await WorkspaceSite(records: 0)
        let keeper = site.home.keeper
        for (title, stage) in [("First act", LawStage.tabled), ("Second act", .tabled), ("Third act", .adopted)] {
            let law = try await site.plans.laws.add(LawDraft(title: title), by: keeper)
            let day = try #require(CalendarDate(year: 2026, month: 1, day: 5))
            try await site.plans.laws.reach(stage, on: day, law.id, by: keeper)
        }
        let coordinator = try site.home.person(.coordinator)
        let all = try await site.get("/workspaces/aldora/laws?lang=en", as: coordinator).text
        #expect(all.contains("Before parliament 2") && all.contains("Adopted 1") && all.contains("All 3"))
        let tabled = try await site.get("/workspaces/aldora/laws?lang=en&stage=tabled", as: coordinator).text
        #expect(tabled.contains("First act") && !tabled.contains("Third act"))
        #expect(!all.contains("/workspaces/aldora/outbox"))
        let administrator = try site.home.person(.administrator)
        let home = try await site.get("/workspaces/aldora?lang=en", as: administrator).text
        #expect(home.contains("/workspaces/aldora/outbox"))
    }
}
