import Domain
import HTTPTypes
import Plans
import SiteSupport
import Testing

@testable import Frame

@Suite("Pages of progress", .serialized)
struct ProgressPageTests {
    private let base = "/workspaces/aldora/progress"

    @Test("A focal point reports in a short form; refused, it comes back with what was typed and keeps it as a draft")
    func form() async throws {
        let own = try await ProgressSite.shared.value
        let focal = try own.person(.focalPoint)
        let path = "\(base)/actions/\(own.own)/report"
        let fields = [("period", "2026-Q1"), ("said", "Trained 40 judges"), ("status", "started"), ("percent", "140")]
        let refused = try await own.site.post(path + "?lang=en", fields, as: focal)
        #expect(refused.status == 400)
        #expect(refused.text.contains("Trained 40 judges"))
        #expect(refused.text.contains("a whole number from 0 to 100"))
        let again = try await own.site.get(path + "?period=2026-Q1&lang=en", as: focal)
        #expect(again.text.contains("Trained 40 judges"))
        #expect(again.text.contains("This is your draft"))
        let other = try await own.site.get(path + "?period=2026-Q1&lang=en", as: own.person(.coordinator))
        #expect(!other.text.contains("Trained 40 judges"))
        let taken = try await own.site.post(
            path, [("period", "2026-Q1"), ("said", "Trained 40 judges"), ("status", "started"), ("submits", "yes")],
            as: focal)
        #expect(taken.status == 303)
        let address = try #require(taken.headers[.location])
        let report = try await own.site.get(address, as: focal)
        #expect(report.text.contains("Waiting for clearance"))
        let left = try await own.site.get("\(base)/actions/\(own.own)?lang=en", as: focal)
        #expect(left.text.contains("Trained 40 judges"))
        let hidden = try await own.site.get(address, as: own.person(.observer))
        #expect(hidden.status == 404)
        let foreign = try await own.site.get("\(base)/actions/\(own.foreign)/report", as: focal)
        #expect(foreign.status == 404)
    }

    @Test("Many reports are cleared at once, and who has not reported is listed by institution")
    func clearing() async throws {
        let own = try await ProgressSite.shared.value
        let (focal, coordinator) = (try own.person(.focalPoint), try own.person(.coordinator))
        _ = try await own.site.post(
            "\(base)/actions/\(own.own)/report",
            [("period", "2025-Q4"), ("said", "Courses planned"), ("status", "started"), ("submits", "yes")], as: focal)
        let list = try await own.site.get("\(base)?step=submitted&period=2025-Q4&lang=en", as: coordinator)
        #expect(list.text.contains("Clear the selected ones for the mechanism"))
        let selected = try #require(ProgressSite.hidden("selected", in: list.text))
        let wrong = try await own.site.post(
            "\(base)/clear", [("step", "returned"), ("selected", selected)], as: coordinator)
        #expect(wrong.status == 400)
        let done = try await own.site.post(
            "\(base)/clear", [("step", "mechanism"), ("selected", selected)], as: coordinator)
        #expect(done.status == 303)
        let stale = try await own.site.post(
            "\(base)/clear", [("step", "minister"), ("selected", selected)], as: coordinator)
        #expect(stale.status == 409)
        let seen = try await own.site.get("\(base)?period=2025-Q4&lang=en", as: own.person(.observer))
        #expect(seen.text.contains("Train judges"))
        let missing = try await own.site.get(
            "\(base)/missing?period=2026-Q2&institution=\(own.site.home.agency.id)&lang=en", as: coordinator)
        #expect(missing.text.contains("Inspect harbours"))
        let ownOnly = try await own.site.get("\(base)/missing?period=2026-Q2&lang=en", as: focal)
        #expect(!ownOnly.text.contains("Harbour Agency"))
        let forbidden = try await own.site.get("\(base)/missing", as: own.person(.observer))
        #expect(forbidden.status == 403)
    }

    @Test(
        "The State's word on a recommendation is one form with reason and date, and two people do not overwrite each other"
    )
    func statements() async throws {
        let own = try await ProgressSite.shared.value
        let coordinator = try own.person(.coordinator)
        let path = "\(base)/commitments/\(own.commitment)"
        let page = try await own.site.get(path + "?lang=en", as: coordinator)
        #expect(page.text.contains("Nothing was said"))
        let part = try #require(page.text.firstMatch(of: /"(0:[0-9]+)"/)).output.1
        let fields = [
            ("part", String(part)), ("status", "partly"), ("stated", "2026-01-31"), ("reason", "The law is in force"),
        ]
        let done = try await own.site.post(path, fields, as: coordinator)
        #expect(done.status == 303)
        let conflict = try await own.site.post(path + "?lang=en", fields, as: own.person(.administrator))
        #expect(conflict.status == 409)
        #expect(conflict.text.contains("The law is in force"))
        let after = try await own.site.get(path + "?lang=en", as: own.person(.contributor))
        #expect(after.text.contains("Partly implemented"))
        #expect(after.text.contains("The law is in force"))
    }

    @Test("A file is only ever saved, under its own type and a cleaned name, and not found by whoever may not see it")
    func evidence() async throws {
        let own = try await ProgressSite.shared.value
        let (focal, coordinator) = (try own.person(.focalPoint), try own.person(.coordinator))
        let pdf = Array("%PDF-1.7 decree".utf8)
        let fields = [("on", "action/\(own.own)"), ("title", "Decree 14"), ("public", "yes")]
        let added = try await own.upload(
            "\(base)/evidence", fields, file: ("..\\d\u{E9}cret \u{202E}.pdf", pdf), as: focal)
        #expect(added.status == 303)
        let address = try #require(added.headers[.location]?.split(separator: "?").first.map { String($0) })
        let file = try await own.site.get(address + "/versions/1", as: focal)
        #expect(file.bytes == pdf)
        #expect(file.headers[.contentType] == "application/pdf")
        #expect(file.headers[.xContentTypeOptions] == "nosniff")
        #expect(file.headers[.cacheControl] == "no-store")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"d_cret .pdf\"") == true)
        for role in [WorkspaceRole.observer, .contributor, .partner] {
            #expect(try await own.site.get(address + "/versions/1", as: own.person(role)).status == 404)
            #expect(try await own.site.get(address, as: own.person(role)).status == 404)
        }
        #expect(try await own.site.get(address + "/versions/1").status == 401)
        for (step, person) in [("institution", focal), ("mechanism", coordinator)] {
            let page = try await own.site.get(address, as: person)
            let version = try #require(ProgressSite.hidden("version", in: page.text))
            let cleared = try await own.site.post(
                address + "/clearance", [("version", version), ("step", step)], as: person)
            #expect(cleared.status == 303)
        }
        let page = try await own.site.get(address + "?lang=en", as: own.person(.observer))
        let key = try #require(page.text.firstMatch(of: /\/evidence\/([A-Za-z0-9_-]{43})/)).output.1
        let published = try await own.site.get("/evidence/\(key)")
        #expect(published.bytes == pdf)
        #expect(published.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        let unknown = try await own.site.get("/evidence/" + String(repeating: "A", count: 43))
        #expect(unknown.status == 404)
        let refused = try await own.upload("\(base)/evidence", fields, file: ("a.pdf", Array("<html>".utf8)), as: focal)
        #expect(refused.status == 400)
        for kept in ["Decree 14", "name=\"on\" value=\"action/\(own.own)\"", "checked", "type=\"file\""] {
            #expect(refused.text.contains(kept), "\(kept)")
        }
        let nothing = try await own.upload(
            "\(base)/evidence", fields + [("link", "not a link")], file: nil, as: focal)
        #expect(nothing.status == 400 && nothing.text.contains("value=\"notalink\"") == false)
        #expect(nothing.text.contains("not a link"))
    }

    @Test("A comment that speaks to somebody stands on her list of mentions")
    func comments() async throws {
        let own = try await ProgressSite.shared.value
        let coordinator = try own.person(.coordinator)
        let added = try await own.site.post(
            "/workspaces/aldora/comments",
            [("on", "action/\(own.own)"), ("said", "@aldora focal-point which <b>courts</b>?"), ("internal", "yes")],
            as: coordinator)
        #expect(added.status == 303)
        let mentions = try await own.site.get("/workspaces/aldora/mentions?lang=en", as: own.person(.focalPoint))
        #expect(mentions.text.contains("which &lt;b&gt;courts&lt;/b&gt;?"))
        let outside = try await own.site.get(
            "/workspaces/aldora/comments?on=action/\(own.own)&lang=en", as: own.person(.contributor))
        #expect(!outside.text.contains("courts"))
        let bad = try await own.site.get("/workspaces/aldora/comments?on=round/1", as: coordinator)
        #expect(bad.status == 404)
    }

    @Test("The API lists reports as pages do")
    func api() async throws {
        let own = try await ProgressSite.shared.value
        _ = try await own.site.post(
            "\(base)/actions/\(own.own)/report", [("period", "2025-Q3"), ("said", "Begun"), ("status", "started")],
            as: own.person(.focalPoint))
        let path = "/api/v1/workspaces/aldora/progress?period=2025-Q3"
        let mine = try await own.site.get(path, as: own.person(.focalPoint))
        #expect(mine.text.contains("\"said\":\"Begun\""))
        #expect(mine.text.contains("\"counts\":false"))
        let others = try await own.site.get(path, as: own.person(.observer))
        #expect(others.text == "{\"reports\":[],\"next\":null}")
    }
}
