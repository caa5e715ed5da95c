import Domain
import Drafting
import HTTPTypes
import SiteSupport
import Testing

@testable import DraftingWeb

@Suite("Pages of reports")
struct ReportPagesTests {
    private func drafted(_ site: WorkspaceSite, _ kind: ReportKind = .midTerm) async throws -> ReportID {
        try await site.drafting.draft(
            ReportOrder(kind: kind, language: .english, scope: ReportScope(state: StateCode("XAA"))),
            by: site.home.keeper)
    }

    @Test("A coordinator drafts a report, edits a paragraph, adds one, refreshes, compares and approves")
    func works() async throws {
        let site = try await WorkspaceSite.shared.value
        let coordinator = try site.home.person(.coordinator)
        let form = try await site.get("/workspaces/aldora/reports/new", as: coordinator)
        #expect(form.status == 200)
        #expect(form.text.contains("Mid-term report"))
        let made = try await site.post(
            "/workspaces/aldora/reports", [("kind", "mid-term"), ("language", "en"), ("title", "Half-way")],
            as: coordinator)
        #expect(made.status == 303)
        let reports = try await site.drafting.all(site.home.keeper)
        let id = try #require(reports.first { $0.report.title == "Half-way" }).report.id
        let path = "/workspaces/aldora/reports/\(id)"
        for rest in ["", "/gaps", "/refresh", "/versions", "/sections/progress", "/sections/introduction"] {
            let page = try await site.get(path + rest, as: coordinator)
            #expect(page.status == 200, "\(rest)")
            #expect(!page.text.contains("⟦"), "\(rest)")
            #expect(page.text.utf8.count < 100_000, "\(rest)")
        }
        let page = try await site.drafting.page(id, site.home.keeper)
        let paragraph = try #require(page.paragraphs.first { $0.content.headingLevel == nil })
        let edit = path + "/paragraphs/\(paragraph.id)"
        #expect(try await site.get(edit, as: coordinator).text.contains("[1]"))
        let typed = ParagraphTyping.text(paragraph.content) + " <b>We</b> add this."
        let saved = try await site.post(edit + "/edit", [("text", typed), ("version", "1")], as: coordinator)
        #expect(saved.status == 303)
        let shown = try await site.get(edit, as: coordinator)
        let words = try #require(shown.text.firstRange(of: "add this.")).lowerBound
        #expect(
            shown.text[..<words].hasSuffix("&lt;b&gt;We&lt;/b&gt; ")
                || shown.text[..<words].hasSuffix("&lt;b>We&lt;/b> "))
        #expect(shown.text.contains("This sentence leads to no source."))
        let late = try await site.post(edit + "/edit", [("text", "[1] Late."), ("version", "1")], as: coordinator)
        #expect(late.status == 409)
        #expect(late.text.contains("Late."))
        let added = try await site.post(
            path + "/insert", [("section", "challenges"), ("text", "Our own words.")], as: coordinator)
        #expect(added.status == 303)
        let compared = try await site.get(path + "/versions?from=1&to=2", as: coordinator)
        #expect(compared.text.contains("put in:"))
        let review = try await site.post(
            path + "/status", [("status", "in-review"), ("version", "1")], as: coordinator)
        #expect(review.status == 303)
        let approved = try await site.post(
            path + "/status", [("status", "approved"), ("version", "2")], as: coordinator)
        #expect(approved.status == 303)
        #expect(try await site.get(path, as: coordinator).text.contains("Approved by"))
        let closed = try await site.post(
            path + "/insert", [("section", "challenges"), ("text", "Too late.")], as: coordinator)
        #expect(closed.status == 400)
    }

    @Test("Approving over flagged sentences without a reason shows them, with the form that asks for one")
    func refused() async throws {
        let site = try await WorkspaceSite.shared.value
        let coordinator = try site.home.person(.coordinator)
        let path = "/workspaces/aldora/reports/\(try await drafted(site))"
        let claim = "All recommendations have been fully implemented."
        _ = try await site.post(path + "/insert", [("section", "challenges"), ("text", claim)], as: coordinator)
        _ = try await site.post(path + "/status", [("status", "in-review"), ("version", "1")], as: coordinator)
        let approving = [("status", "approved"), ("version", "2")]
        let refused = try await site.post(path + "/status?lang=en", approving, as: coordinator)
        #expect(refused.status == 400)
        #expect(refused.text.contains(claim) && refused.text.contains("cannot be approved as it stands"))
        #expect(refused.text.contains("name=\"reason\"") && !refused.text.contains("allowed is"))
        let approved = try await site.post(
            path + "/status", approving + [("reason", "The assessor said so.")], as: coordinator)
        #expect(approved.status == 303)
    }

    @Test("Files are whole: Word, HTML, a table with sources, data")
    func files() async throws {
        let site = try await WorkspaceSite.shared.value
        let coordinator = try site.home.person(.coordinator)
        let id = try await drafted(site)
        for (format, type) in [
            ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("html", "text/html; charset=utf-8"), ("csv", "text/csv; charset=utf-8"), ("json", "application/json"),
        ] {
            let file = try await site.get(
                "/workspaces/aldora/reports/\(id)/file?format=\(format)", as: coordinator)
            #expect(file.status == 200)
            #expect(file.headers[.contentType] == type)
        }
        let csv = try await site.get("/workspaces/aldora/reports/\(id)/file?format=csv", as: coordinator)
        #expect(csv.text.contains("Recommendation "))
    }

    @Test("Whoever may not see reports finds none, by page, by file, in the API; a focal point sees her own part")
    func secrecy() async throws {
        let site = try await WorkspaceSite.shared.value
        let id = try await drafted(site)
        let rests = ["", "/sections/progress", "/file?format=csv"]
        for role in [WorkspaceRole.observer, .contributor, .partner] {
            let person = try site.home.person(role)
            for rest in rests {
                #expect(try await site.get("/workspaces/aldora/reports/\(id)" + rest, as: person).status == 403)
            }
            #expect(try await site.get("/api/v1/workspaces/aldora/reports", as: person).status == 403)
        }
        let focal = try site.home.person(.focalPoint)
        #expect(try await site.get("/workspaces/aldora/reports/\(id)", as: focal).status == 404)
        let list = try await site.get("/workspaces/aldora/reports", as: focal)
        #expect(list.status == 200)
        #expect(!list.text.contains("/reports/\(id)"))
        let foreign = try site.foreign.person(.administrator)
        #expect(try await site.get("/workspaces/belmar/reports/\(id)", as: foreign).status == 404)
        #expect(try await site.get("/workspaces/aldora/reports/\(id)", as: foreign).status == 404)
    }

    @Test("The API gives every sentence with its sources, and the gaps")
    func data() async throws {
        let site = try await WorkspaceSite.shared.value
        let coordinator = try site.home.person(.coordinator)
        let id = try await drafted(site)
        let report = try await site.get("/api/v1/workspaces/aldora/reports/\(id)", as: coordinator)
        #expect(report.status == 200)
        #expect(report.text.contains("\"sources\":[{\"kind\":\"recommendation\""))
        let gaps = try await site.get("/api/v1/workspaces/aldora/reports/\(id)/gaps", as: coordinator)
        #expect(gaps.text.contains("\"kind\":\"not-planned\""))
    }
}
