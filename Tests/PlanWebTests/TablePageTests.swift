import Domain
import Markup
import SiteSupport
import Testing

@testable import Frame

@Suite("Tables of work on pages")
struct TablePageTests {
    private static let routes: [Route] = [
        .workspace("rows", "/rows", [Sorting.parameter(["title"]), Picked.parameter], right: .seePlan) {
            visit throws(WebError) in
            let view = View(visit)
            let query = visit.exchange.query
            let ticking = Ticking("bulk", query)
            return await view.page(PageHead(title: "Rows", place: .plan)) {
                view.pageHead("Rows")
                view.pickingForm("bulk", action: "/rows", total: 215, filters: [("lead", "7")]) {}
                view.dataTable(
                    "Rows", [DataColumn("Title", sort: "title"), DataColumn("Cost", isNumber: true)],
                    sort: Sorting(query, columns: ["title"], standard: Sorting("title")), ticking: ticking
                ) {
                    view.html.element(.tr) {
                        view.tick(41, "Open an office", ticking)
                        view.html.element(.th, .scope("row"), text: "Open an office")
                        view.html.element(.td, text: "5")
                    }
                }
                view.pager(next: "41")
            }
        }
    ]

    private func text(_ query: String) async throws -> String {
        let site = try await WorkspaceSite.shared.value
        let responder = Responder(
            site: site.responder.site, routes: Self.routes, schemas: [], signIn: { _, _ in .text("") })
        return try await site.send(
            "/workspaces/aldora/rows" + query, as: site.home.person(.coordinator), through: responder
        ).text
    }

    @Test(
        "Rows are ticked for a form elsewhere on the page; one link ticks the whole page, and the form can mean the whole list"
    )
    func ticking() async throws {
        let text = try await text("?lang=en")
        #expect(text.contains("name=\"row\" value=\"41\" form=\"bulk\" aria-label=\"Select Open an office\""))
        #expect(text.contains("href=\"/workspaces/aldora/rows?tick=page&amp;lang=en\""))
        #expect(text.contains("All 215 rows of this list"))
        #expect(text.contains("name=\"lead\" value=\"7\""))
        let ticked = try await self.text("?tick=page")
        #expect(ticked.contains("form=\"bulk\" checked"))
        #expect(ticked.contains("Select none"))
    }

    @Test("A head orders the list, and turns the order around where it holds already")
    func sorting() async throws {
        #expect(try await text("?lang=en").contains("aria-sort=\"ascending\""))
        #expect(try await text("?lang=en").contains("rows?sort=-title&amp;lang=en"))
        let turned = try await text("?sort=-title&after=9")
        #expect(turned.contains("aria-sort=\"descending\""))
        #expect(turned.contains("rows?sort=title\""))
        #expect(turned.contains("rows?sort=-title&amp;after=41\""))
    }
}
