import Cooperation
import Domain
import Foundation
import Frame
import HTTPTypes
import Landscape
import Operations
import People
import Programmes
import SiteSupport
import Testing

@testable import LandscapeWeb

/// A site with needs, offers and programmes of the two States, made once for the tests that only read.
private enum Filled {
    static let site = Task { try await make() }

    static func make() async throws -> WorkspaceSite {
        let site = try await WorkspaceSite()
        for state in ["XAA", "XAB"] { _ = try await site.record.issues.list(StateCode(state)) }
        let home = try site.home.person(.coordinator)
        let foreign = try site.foreign.person(.coordinator)
        let theme = try #require(
            try await site.record.library.search(SearchRequest(limit: 1, facets: [.theme]))
                .facets.first?.values.first?.value)
        for (title, chosen) in [("Train registrars", theme), ("Equip courts", "rule-of-law")] {
            let made = try await site.post(
                "/workspaces/aldora/needs",
                [
                    ("title", title), ("language", "en"), ("kinds", "training"), ("asked", "Courses"),
                    ("themes", chosen),
                ],
                as: home)
            let path = String((made.headers[.location] ?? "").split(separator: "?")[0])
            _ = try await site.post(
                path + "/consent",
                [
                    ("authority", "foreign-minister"), ("office", "Ministry"), ("date", "2026-01-10"),
                    ("instrument", "Note 4"), ("consentLevel", "public"),
                ], as: home)
            _ = try await site.post(path + "/publish", [("version", "1"), ("level", "public")], as: home)
        }
        for chosen in [theme, "right-to-health"] {
            _ = try await site.post(
                "/workspaces/belmar/offers",
                [
                    ("title", "Courses"), ("language", "en"), ("kinds", "training"), ("level", "public"),
                    ("status", "open"), ("themes", chosen),
                ], as: foreign)
        }
        for number in 1...3 {
            _ = try await site.programmes.add(
                ProgrammeDraft(
                    identifier: "XX-LANT-\(number)-1", reporterReference: "XX-LANT-\(number)",
                    reporterName: "Lanterns \(number)",
                    title: "Programme \(number)", description: "Legal help.", actualStart: CalendarDate("2025-01-01"),
                    states: [DraftShare(code: "XAA")], sectors: [DraftShare(code: "15130")],
                    partners: [
                        DraftPartner(role: "1", reference: "XX-LANT-\(number)", name: "Lanterns \(number)"),
                        DraftPartner(role: "4", name: "League <of> Districts"),
                    ], isPublic: true), by: site.foreign.keeper)
        }
        while try await site.programmes.linkNext() > 0 {}
        return site
    }
}

@Suite("Pages of the gap")
struct GapPageTests {
    /// Every link on a page that opens rows or a search, with the number it is written on.
    private static func figures(_ text: String) -> [(address: String, count: Int)] {
        text.matches(of: #/href="([^"]*(?:/rows|/search)\?[^"]*)"[^>]*>([0-9,]+)</#).compactMap { match in
            Int(match.2.replacing(",", with: "")).map {
                (String(match.1).replacing("&amp;", with: "&"), $0)
            }
        }
    }

    private static func total(_ reply: Reply) throws -> Int {
        let match = try #require(reply.text.firstMatch(of: #/"total":([0-9]+)/#))
        return try #require(Int(match.1))
    }

    @Test(
        "Every number of a page opens exactly as many rows",
        arguments: [
            "/cooperation", "/cooperation/states/XAA",
            "/cooperation/themes/rule-of-law", "/cooperation?group=demo-coast", "/cooperation/exchange",
            "/cooperation/exchange?by=theme", "/cooperation/network", "/workspaces/aldora/gap",
        ])
    func numbers(_ path: String) async throws {
        let site = try await Filled.site.value
        let person = path.hasPrefix("/workspaces") ? try site.home.person(.coordinator) : nil
        let page = try await site.get(path, as: person)
        #expect(page.status == 200)
        #expect(page.bytes.count < 100_000)
        let figures = Self.figures(page.text)
        #expect(!figures.isEmpty)
        for figure in Dictionary(figures.map { ($0.address, $0.count) }, uniquingKeysWith: { first, _ in first }) {
            let reply = try await site.get(
                "/api/v1" + figure.key.replacing("/search?", with: "/recommendations?"), as: person)
            #expect(reply.status == 200, "\(figure.key)")
            #expect(try Self.total(reply) == figure.value, "\(figure.key)")
        }
    }

    @Test("The rows of a page are as many as it says, page after page")
    func paging() async throws {
        let site = try await Filled.site.value
        var path = "/cooperation/rows?of=programmes&state=XAA&limit=2"
        var rows = 0
        for _ in 0..<3 {
            let page = try await site.get(path)
            #expect(page.status == 200)
            #expect(page.text.contains("Rows: 3"))
            rows += page.text.matches(of: #/<tr class="row">/#).count
            guard let next = page.text.firstMatch(of: #/after=([0-9]+)[^"]*" rel="next"/#)?.1 else { break }
            path = "/cooperation/rows?of=programmes&state=XAA&limit=2&after=\(next)"
        }
        #expect(rows == 3)
    }

    @Test("A need that is a draft leaves every public page, file and answer as it was, byte for byte")
    func hidden() async throws {
        let site = try await Filled.make()
        let paths = [
            "/cooperation", "/cooperation/states/XAA", "/cooperation/themes/rule-of-law", "/cooperation.csv",
            "/cooperation.csv?state=XAA", "/api/v1/cooperation?state=XAA", "/cooperation/actors",
        ]
        func read() async throws -> [String] {
            var texts: [String] = []
            for path in paths { texts.append(try await site.get(path).text) }
            return texts
        }
        let before = try await read()
        let made = try await site.post(
            "/workspaces/aldora/needs",
            [
                ("title", "Secret"), ("language", "en"), ("kinds", "training"), ("asked", "Courses"),
                ("themes", "rule-of-law"),
            ], as: try site.home.person(.coordinator))
        #expect(made.status == 303)
        let after = try await read()
        #expect(after == before)
        let own = try await site.get(
            "/workspaces/aldora/gap/rows?of=needs&state=XAA", as: try site.home.person(.coordinator))
        #expect(own.text.contains("Secret"))
        let others = try await site.get("/workspaces/belmar/gap", as: try site.foreign.person(.coordinator))
        #expect(others.status == 200)
        #expect(!others.text.contains("Secret"))
    }

    @Test("Who may not see cooperation sees no gap; what is not known is refused or said, never nothing")
    func refusals() async throws {
        let site = try await Filled.site.value
        #expect(try await site.get("/workspaces/aldora/gap", as: site.stranger).status == 404)
        #expect(try await site.get("/workspaces/aldora/gap", as: try site.home.person(.contributor)).status == 403)
        #expect(try await site.get("/cooperation/states/QQQ").status == 404)
        #expect(try await site.get("/cooperation/themes/nothing").status == 404)
        #expect(try await site.get("/cooperation?group=nobody").status == 404)
        #expect(try await site.get("/cooperation/rows?of=issues").status == 400)
        #expect(try await site.get("/cooperation/rows").status == 400)
        #expect(try await site.get("/cooperation/rows?of=actions&state=XAA").status == 403)
        #expect(try await site.get("/api/v1/cooperation/rows?of=issues").status == 404)
        let empty = try await site.get("/cooperation/states/XAL")
        #expect(empty.status == 200)
        #expect(empty.text.contains("No issues"))
        let women = try await site.get("/cooperation?person=children")
        #expect(women.status == 200)
        #expect(women.text.contains("no data"))
    }

    @Test("A focal point sees the gap of its institution's plan, an observer the whole")
    func roles() async throws {
        let site = try await Filled.site.value
        for role in [WorkspaceRole.focalPoint, .observer, .administrator] {
            let page = try await site.get("/workspaces/aldora/gap", as: try site.home.person(role))
            #expect(page.status == 200)
            #expect(page.text.contains("Actions of the plan"))
        }
    }

    @Test("Files have the same numbers, and the workbook is one")
    func files() async throws {
        let site = try await Filled.site.value
        let csv = try await site.get("/cooperation.csv?state=XAA")
        #expect(csv.headers[.contentType]?.hasPrefix("text/csv") == true)
        #expect(csv.text.contains("all,,,programmes,3"))
        let workbook = try await site.get("/cooperation.xlsx")
        #expect(workbook.bytes.starts(with: [0x50, 0x4B]))
        let exchange = try await site.get("/cooperation/exchange.csv")
        #expect(exchange.text.contains("xx-lant-1"))
        let own = try await site.get("/workspaces/aldora/gap.csv", as: try site.home.person(.coordinator))
        #expect(own.text.contains("issues,,,unplanned"))
    }
}

@Suite("Pages of actors")
struct ActorPageTests {
    @Test("An organization's page tells where and with whom it works, and escapes what publishers write")
    func organization() async throws {
        let site = try await Filled.site.value
        let list = try await site.get("/cooperation/actors")
        #expect(list.status == 200)
        #expect(list.text.contains("/cooperation/organizations?key=xx-lant-1"))
        let page = try await site.get("/cooperation/organizations?key=xx-lant-1")
        #expect(page.status == 200)
        #expect(page.text.contains("Aldora"))
        #expect(page.text.contains("League &lt;of&gt; Districts"))
        #expect(try await site.get("/cooperation/organizations?key=nobody").status == 404)
        #expect(try await site.get("/cooperation/organizations").status == 404)
        let actor = try await site.get("/cooperation/actors/\(site.foreign.workspace.id)")
        #expect(actor.status == 200)
        #expect(actor.text.contains("Courses"))
        #expect(try await site.get("/cooperation/actors/999999").status == 404)
    }

    @Test("The network is drawn without scripts, read from right to left in Arabic, and links every place")
    func network() async throws {
        let site = try await Filled.site.value
        let page = try await site.get("/cooperation/network")
        #expect(page.status == 200)
        #expect(!page.text.contains("<script"))
        #expect(page.text.contains("class=\"plot network\""))
        #expect(page.text.contains("Lanterns 2"))
        let arabic = try await site.get("/cooperation/network?lang=ar")
        #expect(arabic.text.contains("dir=\"rtl\""))
        // The first column stands on the right.
        let bar = try #require(arabic.text.firstMatch(of: #/<rect class="fill" x="([0-9.]+)"/#)?.1)
        #expect((Double(bar) ?? 0) > 500)
        let none = try await site.get("/cooperation/network?state=XAL")
        #expect(none.text.contains("No programme under way"))
    }
}
