import Domain
import Foundation
import Operations
import People
import Plans
import SiteSupport
import Testing

@testable import Frame
@testable import PlanWeb

@Suite("Dashboards on pages")
struct DashboardPageTests {
    /// Twelve recommendations in the plan of Aldora, some led, late, done or without money.
    static let filled = Task { () -> WorkspaceSite in
        let site = try await WorkspaceSite()
        let keeper = site.home.keeper
        let found = try await site.record.library.search(SearchRequest(filters: [.state: ["XAA"]], limit: 12))
        try await site.plans.commit(recommendations: found.items.map(\.id), by: keeper)
        let ids = try await site.plans.list(keeper).items.map(\.commitment.id)
        _ = try await site.plans.assign(
            PlanSelection(.commitments, ids: ids.prefix(5).map(\.value)), lead: .set(site.home.ministry.id), by: keeper)
        _ = try await site.plans.setDue(
            PlanSelection(.commitments, ids: ids.prefix(3).map(\.value)), CalendarDate("2025-06-30"), by: keeper)
        for (place, status) in [ActionStatus.started, .done, .delayed].enumerated() {
            _ = try await site.plans.addAction(
                Action(
                    id: ActionID(0), workspace: site.home.workspace.id, commitment: ids[place == 2 ? 7 : place],
                    title: "Open office \(place)", lead: place == 2 ? site.home.agency.id : site.home.ministry.id,
                    status: status, due: CalendarDate("2025-11-30"),
                    money: place == 0
                        ? ActionMoney(cost: 900_000, currency: CurrencyCode("EUR"), gap: 400_000) : ActionMoney()),
                by: keeper)
        }
        return site
    }

    @Test(
        "Every number of the page opens as many rows",
        arguments: [WorkspaceRole.coordinator, .focalPoint, .observer], ["", "/dashboards", "/dashboards/theme"])
    func numbersOpenRows(role: WorkspaceRole, path: String) async throws {
        let site = try await Self.filled.value
        let person = try site.home.person(role)
        let member = try #require(person.member)
        let text = try await site.get("/workspaces/aldora\(path)?lang=en", as: person).text
        let expression = try NSRegularExpression(
            pattern: #"<a href="/workspaces/aldora/plan\?([^"]*)">([0-9,]+)</a>"#)
        var checked = 0
        for match in expression.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
            let query = String(text[try #require(Range(match.range(at: 1), in: text))])
                .replacingOccurrences(of: "&amp;", with: "&")
            let number = Int(text[try #require(Range(match.range(at: 2), in: text))].filter(\.isNumber))
            let asked = PlanAsked(Query(parsing: query))
            let total =
                switch asked.rows {
                case .commitments: try await site.plans.list(member, asked.filter, limit: 1).total
                case .recommendations:
                    try await site.plans.recommendations(member, asked.filter, limit: 1, language: .english).total
                case .actions: try await site.plans.actions(member, asked.filter, limit: 1).total
                }
            #expect(number == total, "\(query)")
            checked += 1
        }
        #expect(checked > 0)
    }

    @Test(
        "Dashboards are sound pages in every language, with something in them and with nothing",
        arguments: ["en", "fr", "es", "ru", "ar", "zh"])
    func pages(language: String) async throws {
        let site = try await Self.filled.value
        let empty = try await WorkspaceSite.shared.value
        for (site, room) in [(site, site.home), (empty, empty.foreign)] {
            for path in ["", "/dashboards", "/dashboards/goal", "/dashboards/institution"] {
                let address = "/workspaces/\(room.workspace.slug)\(path)?lang=\(language)"
                let reply = try await site.get(address, as: room.person(.coordinator))
                #expect(reply.status == 200)
                #expect(!reply.text.contains("⟦"), "\(address)")
                #expect(reply.bytes.count < 100_000)
                #expect(!reply.text.contains("<script"))
            }
        }
    }

    @Test("Whoever reads from outside sees how far it is first, and no alerts; a focal point is told whose part it is")
    func readers() async throws {
        let site = try await Self.filled.value
        func text(_ role: WorkspaceRole) async throws -> String {
            try await site.get("/workspaces/aldora/dashboards?lang=en", as: site.home.person(role)).text
        }
        let minister = try await text(.observer)
        let far = try #require(minister.range(of: "id=\"far\"")?.lowerBound)
        let late = try #require(minister.range(of: "id=\"late\"")?.lowerBound)
        #expect(far < late)
        let coordinator = try await text(.coordinator)
        #expect(
            try #require(coordinator.range(of: "id=\"late\"")).lowerBound
                < #require(coordinator.range(of: "id=\"far\"")).lowerBound)
        let focal = try await text(.focalPoint)
        #expect(focal.contains("The part of Ministry of Justice"))
        #expect(!focal.contains("Open office 2"))
        #expect(coordinator.contains("Open office 2"))
        #expect(coordinator.contains("4,000 EUR"))
    }
}
