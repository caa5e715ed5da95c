import Domain
import Foundation
import Frame
import Operations
import Plans
import SiteSupport
import Testing

@testable import PlanWeb

@Suite("Pages of the plan")
struct PlanPagesTests {
    /// A site with a plan: every recommendation of the record, one action of the ministry, one of the agency.
    private func planned() async throws -> (site: WorkspaceSite, commitment: CommitmentID, actions: [Action]) {
        let site = try await WorkspaceSite(records: 10)
        let found = try await site.record.library.search(
            SearchRequest(filters: [.state: ["XAA"]], limit: 5)
        ).items.map(\.id)
        let keeper = site.home.keeper
        _ = try await site.plans.commit(recommendations: found, by: keeper)
        let commitment = try #require(try await site.plans.list(keeper).items.first?.commitment.id)
        var actions: [Action] = []
        for (title, lead) in [("Train <judges>", site.home.ministry.id), ("Harbour survey", site.home.agency.id)] {
            var draft = Action(
                id: ActionID(0), workspace: site.home.workspace.id, commitment: commitment, title: title, lead: lead)
            draft.starts = CalendarDate("2026-01-10")
            draft.due = CalendarDate("2026-02-01")
            actions.append(try await site.plans.addAction(draft, by: keeper))
        }
        return (site, commitment, actions)
    }

    @Test("Every view shows the plan, escaped, in Arabic too, and under 100 KB")
    func views() async throws {
        let (site, commitment, actions) = try await planned()
        let coordinator = try site.home.person(.coordinator)
        for path in [
            "", "?rows=recommendations", "?rows=actions", "/board", "/calendar?month=2026-02", "/chart",
            "/institutions", "/mechanisms", "/take?q=the", "/steps", "/commitments/\(commitment)",
            "/actions/\(actions[0].id)", "/commitments/\(commitment)/action",
        ] {
            for language in ["en", "ar"] {
                let mark = path.contains("?") ? "&" : "?"
                let reply = try await site.get("/workspaces/aldora/plan\(path)\(mark)lang=\(language)", as: coordinator)
                #expect(reply.status == 200, "\(path)")
                #expect(reply.bytes.count < 100_000, "\(path): \(reply.bytes.count)")
                #expect(!reply.text.contains("<judges>"), "\(path)")
                #expect(!reply.text.contains(/plan\.[a-z]/), "\(path)")
            }
        }
        let board = try await site.get("/workspaces/aldora/plan/board?lang=en", as: coordinator).text
        #expect(board.contains("Train &lt;judges&gt;"))
        #expect(board.contains("Harbour survey"))
    }

    @Test("A focal point finds her own part, and nothing to change it with")
    func focalPoint() async throws {
        let (site, commitment, actions) = try await planned()
        let focal = try site.home.person(.focalPoint)
        let text = try await site.get("/workspaces/aldora/plan/commitments/\(commitment)?lang=en", as: focal).text
        #expect(text.contains("Train &lt;judges&gt;"))
        #expect(!text.contains("Harbour survey"))
        // She may speak about it, and that is all.
        #expect(text.components(separatedBy: "<textarea").count == 2 && text.contains("name=\"said\""))
        #expect(!text.contains("name=\"title\""))
        #expect(!text.contains("name=\"setLead\""))
        let other = try await site.get("/workspaces/aldora/plan/actions/\(actions[1].id)", as: focal)
        #expect(other.status == 404)
        let form = try await site.post("/workspaces/aldora/plan/bulk", [("scope", "all")], as: focal)
        #expect(form.status == 403)
    }

    @Test("Work on all rows is shown before it is done, done whole, and taken back whole")
    func bulk() async throws {
        let (site, _, _) = try await planned()
        let coordinator = try site.home.person(.coordinator)
        let fields = [
            ("filter", "?rows=recommendations"), ("scope", "all"), ("setLead", site.home.ministry.id.description),
            ("setDue", "2026-09-30"),
        ]
        let preview = try await site.post("/workspaces/aldora/plan/bulk?lang=en", fields, as: coordinator)
        #expect(preview.status == 200)
        #expect(preview.text.contains("Change 5 recommendations"))
        #expect(preview.text.contains("Ministry of Justice"))
        var filter = PlanFilter()
        filter.lead = .institution(site.home.ministry.id)
        func led() async throws -> Int {
            try await site.plans.recommendations(site.home.keeper, filter, language: .english).total
        }
        let before = try await led()
        #expect(before == 0)
        let done = try await site.post(
            "/workspaces/aldora/plan/bulk", fields + [("confirm", "yes")], as: coordinator)
        #expect(done.status == 303)
        let after = try await led()
        #expect(after == 5)
        let step = try #require(try await site.plans.steps(site.home.keeper).first)
        let page = try await site.get("/workspaces/aldora/plan/steps/\(step.batch)?lang=en", as: coordinator)
        #expect(page.text.contains("5 objects still are as this step left them"))
        let undone = try await site.post("/workspaces/aldora/plan/steps/\(step.batch)/undo", [], as: coordinator)
        #expect(undone.status == 303)
        let again = try await led()
        #expect(again == 0)
    }

    @Test("A form made from an older version shows both values and changes nothing")
    func conflict() async throws {
        let (site, _, actions) = try await planned()
        let coordinator = try site.home.person(.coordinator)
        let path = "/workspaces/aldora/plan/actions/\(actions[0].id)"
        let fields = [("version", "1"), ("title", "Train judges"), ("description", ""), ("status", "planned")]
        let first = try await site.post(path, fields + [("why", "shorter")], as: coordinator)
        #expect(first.status == 303)
        let second = try await site.post(
            path + "?lang=en", [("version", "1"), ("title", "Train prosecutors"), ("description", "")], as: coordinator)
        #expect(second.status == 409)
        #expect(second.text.contains("Train prosecutors"))
        #expect(second.text.contains("Train judges"))
        let now = try await site.plans.action(actions[0].id, site.home.keeper).action
        #expect(now.title == "Train judges")
        #expect(now.version == 2)
    }

    @Test("A form that cannot be kept comes back with what was typed and what to correct")
    func refused() async throws {
        let (site, commitment, _) = try await planned()
        let coordinator = try site.home.person(.coordinator)
        let reply = try await site.post(
            "/workspaces/aldora/plan/commitments/\(commitment)/action?lang=en",
            [("title", "New courts"), ("cost", "12,5x"), ("currency", "EUR"), ("status", "planned")], as: coordinator)
        #expect(reply.status == 400)
        #expect(reply.text.contains("value=\"New courts\""))
        #expect(reply.text.contains("value=\"12,5x\""))
        #expect(reply.text.contains("an amount, for instance"))
    }

    @Test("Amounts are read as people write them, and refused where they could mean two things")
    func amounts() throws {
        let euro = try #require(CurrencyCode("EUR"))
        let yen = try #require(CurrencyCode("JPY"))
        let dinar = try #require(CurrencyCode("TND"))
        for (text, amount) in [
            ("1200000", 120_000_000), ("1,200,000.50", 120_000_050), ("1.200.000,5", 120_000_050),
            ("1 200 000", 120_000_000), ("1’200’000.00", 120_000_000), ("١٢٠٠٫٥", 120_050), ("1,200", 120_000),
            ("0", 0), ("12,5x", nil), ("1,20,000", nil), ("", nil), ("-5", nil), ("1.2.3", nil), ("3.999", 399_900),
        ] as [(String, Int64?)] {
            #expect(Amounts.read(text, euro) == amount, "\(text)")
        }
        #expect(Amounts.read("1,200", yen) == 1_200)
        #expect(Amounts.read("12.5", yen) == nil)
        #expect(Amounts.read("1.250", dinar) == 1_250)
        #expect(Amounts.plain(120_000_050, euro) == "1200000.50")
        #expect(Amounts.plain(1_250, dinar) == "1.250")
    }

    @Test("A month has its days in weeks from Monday")
    func months() throws {
        let february = try #require(CalendarMonth("2026-02"))
        #expect(february.weeks.count == 5)
        #expect(february.weeks[0].compactMap { $0 }.map(\.description) == ["2026-02-01"])
        #expect(february.weeks.joined().compactMap { $0 }.count == 28)
        #expect(february.next(-2).description == "2025-12")
        #expect(CalendarMonth("2026-13") == nil)
    }
}

@Suite("The plan for programs")
struct PlanServiceTests {
    @Test("Lists are read with a session; a change needs a token, so a browser cannot be made to send one")
    func reading() async throws {
        let site = try await WorkspaceSite(records: 4)
        let coordinator = try site.home.person(.coordinator)
        let found = try await site.record.library.search(
            SearchRequest(filters: [.state: ["XAA"]], limit: 2)
        ).items.map(\.id)
        _ = try await site.plans.commit(recommendations: found, by: site.home.keeper)
        let list = try await site.get("/api/v1/workspaces/aldora/plan?limit=1", as: coordinator)
        #expect(list.status == 200)
        #expect(list.text.contains("\"total\":\(found.count)"))
        let foreign = try await site.get("/api/v1/workspaces/aldora/plan", as: site.foreign.person(.coordinator))
        #expect(foreign.status == 404)
        let wrong = try await site.get("/api/v1/workspaces/aldora/plan?priority=urgent", as: coordinator)
        #expect(wrong.status == 400)
    }
}
