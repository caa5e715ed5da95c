import Domain
import Foundation
import HTTPTypes
import Operations
import People
import SiteSupport
import Testing

@testable import CooperationRecordWeb
@testable import CooperationRecords
@testable import Frame

@Suite("Pages of cooperation records", .serialized)
struct CooperationRecordPageTests {
    private static let site = WorkspaceSite.shared
    private static let path = "/workspaces/aldora/cooperation-record"
    private static let places = [
        "/states/XAA/cooperation", "/states/XAA/cooperation.csv", "/states/XAA/cooperation.atom",
        "/api/v1/states/XAA/cooperation", "/states/XAA", "/states/XAB/cooperation?with=XAA",
        "/states/XAA/cooperation?yardstick=upr-2013&yardstick=sdg-16-a-1",
        "/api/v1/states/XAA/yardsticks/upr-2013",
    ]

    private static func fact(_ more: [(String, String)]) -> [(String, String)] {
        [("kind", "visit-made"), ("source", "DEMO/VISIT/1"), ("day", "2024-05"), ("language", "en")] + more
    }

    @Test("A draft leaves no trace outside; published it is everywhere, and taken out it stays with the reason")
    func life() async throws {
        // Of its own: other suites change what the shared one shows.
        let site = try await WorkspaceSite()
        let person = try site.home.person(.coordinator)
        // Issues are made when a State's page first asks for them.
        _ = try await site.record.issues.list(StateCode("XAA"), patience: .seconds(20))
        let before = try await traces(site)
        let form = Self.fact([("about", "Secret mandate ZQX"), ("text", "Hidden words ZQX")])
        let added = try await site.post(Self.path, form, as: person)
        #expect(added.status == 303)
        #expect(try await traces(site) == before)
        #expect(!(try await traces(site)).contains { $0.text.contains("ZQX") })
        for who in [site.stranger, try site.foreign.person(.administrator)] {
            #expect(try await site.get(Self.path, as: who).status == 404)
        }
        #expect(try await site.get(Self.path, as: try site.home.person(.contributor)).status == 403)
        let id = try #require(
            try await site.cooperationRecords.kept(StateCode("XAA"), .workspace(site.home.keeper)).first?.id)
        #expect(try await site.get("/cooperation-facts/\(id)").status == 404)
        let one = try await site.get(Self.path + "/facts/\(id)", as: person)
        #expect(one.text.contains("Hidden words ZQX"))
        #expect(try await site.post(Self.path + "/facts/\(id)/publish", [("version", "1")], as: person).status == 303)
        for place in Self.places.prefix(4) {
            let reply = try await site.get(place)
            #expect(reply.text.contains("ZQX") || place.hasSuffix(".atom"), "\(place)")
        }
        #expect(try await site.get("/states/XAA/cooperation.atom").text.contains("Visit made"))
        let fact = "/cooperation-facts/\(id)"
        for feed in ["/cooperation-facts.atom", "/cooperation-facts.atom?state=XAA&kind=visit-made&since=2026-01-01"] {
            #expect(try await site.get(feed).text.contains(fact), "\(feed)")
        }
        for feed in ["state=XAB", "kind=addendum", "since=2999-01-01"] {
            #expect(try await site.get("/cooperation-facts.atom?" + feed).text.contains("<entry") == false, "\(feed)")
        }
        #expect(try await site.get("/cooperation-facts.atom?kind=visit").status == 400)
        #expect(try await site.get(fact).text.contains("Hidden words ZQX"))
        #expect(try await site.get(fact + "?format=bibtex").text.contains("version = {1}"))
        let state = try await site.get("/states/XAA")
        #expect(state.text.contains("href=\"/watch?of=cooperation-facts&amp;state=XAA\""))
        #expect(state.text.contains("type=\"application/atom+xml\" href=\"/cooperation-facts.atom?state=XAA\""))
        let withdrawn = try await site.post(
            Self.path + "/facts/\(id)/withdraw", [("version", "2"), ("why", "It was another year")], as: person)
        #expect(withdrawn.status == 303)
        let page = try await site.get("/states/XAA/cooperation")
        #expect(page.text.contains("It was another year"))
        #expect(try await site.get(fact).text.contains("It was another year"))
        #expect(try await site.get("/cooperation-facts.atom").text.contains(fact) == false)
        let history = try await site.get("/workspaces/aldora/history/state-fact/\(id)", as: person)
        #expect(history.status == 200)
    }

    private struct Trace: Equatable {
        var status: Int
        var tag: String?
        var text: String
    }

    private func traces(_ site: WorkspaceSite) async throws -> [Trace] {
        var found: [Trace] = []
        for place in Self.places {
            let reply = try await site.get(place)
            found.append(
                Trace(status: reply.status, tag: reply.headers[.eTag], text: reply.text))
        }
        return found
    }

    @Test("A gap is shown as a gap; peers stand in alphabetical order; a yardstick is off until it is asked for")
    func reading() async throws {
        let site = try await Self.site.value
        let plain = try await site.get("/states/XAB/cooperation")
        #expect(plain.status == 200)
        #expect(plain.text.contains("That does not mean that there was none"))
        #expect(!plain.text.contains("id=\"by-upr-2013\""))
        #expect(!plain.text.contains("id=\"compare\""))
        let asked = try await site.get(
            "/states/XAB/cooperation?with=XAA&with=XAC&from=2008&until=2026&yardstick=upr-2013")
        #expect(asked.status == 200)
        #expect(asked.text.contains("id=\"by-upr-2013\""))
        #expect(asked.text.contains("Cannot be computed: no review of this State is known here."))
        let table = try #require(asked.text.range(of: "id=\"compare\""))
        let rest = asked.text[table.lowerBound...]
        let order = try ["Aldora", "Belmar", "Corvia"].map { try #require(rest.range(of: $0)).lowerBound }
        #expect(order == order.sorted())
        #expect(try await site.get("/states/XAB/cooperation?with=QQQ").status == 400)
        #expect(try await site.get("/states/QQQ/cooperation").status == 404)
        #expect(try await site.get("/api/v1/yardsticks").text.contains("2013-03-15"))
        for language in ["ar", "zh", "ru", "es", "fr"] {
            #expect(try await site.get("/states/XAA/cooperation?lang=\(language)").status == 200)
        }
    }

    @Test("A file comes in through the page: rows that were not taken are listed with their place and the reason")
    func file() async throws {
        let site = try await Self.site.value
        let person = try site.foreign.person(.coordinator)
        let path = "/workspaces/belmar/cooperation-record"
        let csv = "kind,day,source,about\nvisit-asked,2024-02,DEMO/1,Water\nvisit-asked,never,DEMO/2,Water\n"
        let reply = try await Self.upload("facts.csv", Array(csv.utf8), site, person)
        #expect(reply.status == 303)
        let page = try await site.get(path, as: person)
        #expect(page.text.contains("Rows read: 2. Facts made: 1, known already: 0. Rows rejected: 1."))
        #expect(page.text.contains("not a date: 2024-05-30, 2024-05 or 2024"))
        #expect(try await site.post(path + "/publish-all", [], as: person).status == 303)
        #expect(try await site.get("/states/XAB/cooperation").text.contains("Water"))
    }

    private static func upload(
        _ name: String, _ bytes: [UInt8], _ site: WorkspaceSite, _ person: Person
    ) async throws -> Reply {
        let head =
            "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(person.csrf)\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
        return try await site.send(
            "/workspaces/belmar/cooperation-record/import", method: .post, as: person,
            headers: [.contentType: "multipart/form-data; boundary=x"],
            body: Array(head.utf8) + bytes + Array("\r\n--x--\r\n".utf8))
    }

    @Test("What cannot be read is refused with its row, and a cell that is too large is named while the rest goes in")
    func badFiles() async throws {
        let site = try await Self.site.value
        let person = try site.foreign.person(.coordinator)
        let head = "kind,day,source,about\n"
        let open = head + "visit-asked,2024-02,DEMO/8,Water\nvisit-asked,2024-03,\"DEMO/9,Water\n"
        let refused = try await Self.upload("open.csv", Array(open.utf8), site, person)
        #expect(refused.status == 400)
        #expect(refused.text.contains("Row 3 cannot be read: a quotation mark does not close"))
        for (name, bytes) in [
            ("broken.xlsx", Array("PK\u{3}\u{4}this is no workbook".utf8)),
            ("picture.csv", [0xFF, 0xD8, 0xFF, 0xE0, 0]),
            ("words.csv", Array("nothing in columns".utf8)),
        ] {
            let reply = try await Self.upload(name, bytes, site, person)
            #expect(reply.status == 400, "\(name)")
            #expect(reply.text.contains("The file is no CSV file or workbook that can be read."), "\(name)")
        }
        let many = head + String(repeating: "leapt,,,\n", count: StateFactLimits.importRowsMax + 1)
        let long = try await Self.upload("long.csv", Array(many.utf8), site, person)
        #expect(long.status == 400 && long.text.contains("more than 5,000 rows"))
        #expect(!(try await site.get("/workspaces/belmar/cooperation-record", as: person)).text.contains("DEMO/8"))
        let huge = String(repeating: "w", count: 100_000)
        let large = head + "visit-asked,2024-02,DEMO/10,\(huge)\nvisit-asked,2024-02,DEMO/11,<b>Housing</b>\n"
        let taken = try await Self.upload("<i>large.csv", Array(large.utf8), site, person)
        #expect(taken.status == 303)
        let page = try await site.get("/workspaces/belmar/cooperation-record", as: person).text
        #expect(page.contains("Rows read: 2. Facts made: 1, known already: 0. Rows rejected: 1."))
        let row = try #require(page.firstMatch(of: /<td class="n">2<\/td><td><code>about<\/code><\/td>.*?too long/))
        #expect(row.0.contains(String(huge.prefix(200))) && !row.0.contains(String(huge.prefix(201))))
        #expect(page.contains("&lt;i&gt;large.csv") && !page.contains("<i>large"))
        #expect(page.contains("&lt;b&gt;Housing&lt;/b&gt;") && !page.contains("<b>Housing"))
    }

    @Test("Markup in any field of a fact is shown as what was typed, wherever the fact stands")
    func escaping() async throws {
        let site = try await Self.site.value
        let state = StateCode("XAB")
        let keeper = FactKeeper.workspace(site.foreign.keeper)
        let mark = "<img src=x onerror=\"alert(1)\">&'"
        var content = StateFactContent(.visitMade, day: CalendarDate("2023-05"), source: "source " + mark)
        content.about = "about " + mark
        content.matter = "matter " + mark
        content.text = "text " + mark + "\n</textarea>"
        content.address = "https://a.example/?q=\"><img"
        let fact = try await site.cooperationRecords.add(content, of: state, publishing: true, by: keeper)
        let id = try #require(fact.id)
        let person = try site.foreign.person(.coordinator)
        let own = "/workspaces/belmar/cooperation-record"
        for path in [own, "\(own)/facts/\(id)", "/states/XAB/cooperation", "/states/XAB/cooperation.atom"] {
            let text = try await site.get(path, as: path.hasPrefix(own) ? person : nil).text
            #expect(!text.contains("<img"), "\(path)")
            #expect(path.hasSuffix("atom") || text.contains("&lt;img src=x"), "\(path)")
            #expect(!text.contains("cli:"), "\(path)")
        }
        #expect(try await site.get("\(own)/facts/\(id)", as: person).text.contains("command line of the installation"))
        _ = try await site.cooperationRecords.withdraw(id, version: 1, why: "why " + mark, by: keeper)
        let gone = try await site.get("/states/XAB/cooperation").text
        #expect(gone.contains("why &lt;img") && !gone.contains("<img"))
    }

    @Test("The desk keeps facts of States without a mechanism, and only its coordinators do")
    func desk() async throws {
        let site = try await Self.site.value
        #expect(try await site.get("/desk/cooperation/XAC", as: site.stranger).status == 403)
        #expect(try await site.get("/desk/cooperation", as: site.stranger).status == 403)
        #expect(try await site.get("/desk/cooperation/XAC").status == 401)
    }
}
