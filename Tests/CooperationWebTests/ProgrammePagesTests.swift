import Domain
import Foundation
import HTTPTypes
import Ingest
import Programmes
import SiteSupport
import Testing

@testable import Frame

@Suite("Pages of programmes")
struct ProgrammePagesTests {
    private static let xml = """
        <iati-activities version="2.03">
        <iati-activity xml:lang="en" default-currency="EUR">
        <iati-identifier>XA-FUND-1</iati-identifier>
        <reporting-org ref="XA-FUND" type="60"><narrative>Lantern Fund</narrative></reporting-org>
        <title><narrative>Lawyers for villages &lt;3</narrative></title>
        <description><narrative>Legal help on market days.</narrative></description>
        <participating-org ref="XA-FUND" role="1"><narrative>Lantern Fund</narrative></participating-org>
        <activity-status code="2"/>
        <activity-date type="1" iso-date="2024-01-01"/>
        <recipient-country code="XAA"/>
        <sector code="15130"/>
        <budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value value-date="2024-01-01">1234567.89</value></budget>
        <transaction><transaction-type code="3"/><transaction-date iso-date="2024-05-01"/><value value-date="2024-05-01">500.25</value></transaction>
        <transaction><transaction-type code="3"/><transaction-date iso-date="2024-06-01"/><value value-date="2024-06-01">-100</value></transaction>
        </iati-activity>
        <iati-activity><iati-identifier>XA-FUND-2</iati-identifier></iati-activity>
        </iati-activities>
        """

    private static let form: [(String, String)] = [
        ("title", "Houses of justice"), ("description", "One in every district."), ("language", "en"),
        ("activityStatus", "2"), ("modality", "south-south"), ("reporterReference", "XA-MOJ"),
        ("reporterName", "Ministry of Justice"), ("reporterKind", "10"), ("identifier", "XA-MOJ-1"),
        ("partners", "4 | | League of Aldora"), ("states", "XAA"), ("sectors", "15130 100"), ("goals", "16.3"),
        ("currency", "EUR"), ("plannedStart", "2026-03-01"), ("published", "yes"),
    ]

    private func upload(_ site: WorkspaceSite, _ person: Person, isPublic: Bool) async throws -> Reply {
        let parts = [("csrf", person.csrf)] + (isPublic ? [("published", "yes")] : [])
        var body = parts.map { "--x\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
        body +=
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"fund.xml\"\r\n"
            + "Content-Type: text/xml\r\n\r\n\(Self.xml)\r\n--x--\r\n"
        return try await site.send(
            "/workspaces/aldora/programmes/import", method: .post, as: person,
            headers: [.contentType: "multipart/form-data; boundary=x"], body: Array(body.utf8))
    }

    @Test("A file comes in through a page: what was taken, what was not and where; a draft shows to nobody else")
    func uploaded() async throws {
        let site = try await WorkspaceSite(records: 0)
        let person = try site.home.person(.coordinator)
        let reply = try await upload(site, person, isPublic: false)
        #expect(reply.status == 200)
        #expect(reply.text.contains("Activities read: 2. Programmes made: 1, updated: 0, unchanged: 0. Rejected: 1."))
        #expect(reply.text.contains("XA-FUND-2, line 16, title: is missing"))
        let list = try await site.get("/workspaces/aldora/programmes", as: person)
        #expect(list.text.contains("Lawyers for villages &lt;3"))
        #expect(list.text.contains("Draft"))
        #expect(list.text.contains("1,234,567.89 EUR"))
        #expect(list.text.contains("400.25 EUR"))
        let open = try await site.get("/programmes")
        #expect(open.text.contains("No programme is kept here yet"))
        let foreign = try site.foreign.person(.administrator)
        let theirs = try await site.get("/workspaces/belmar/programmes", as: foreign)
        #expect(!theirs.text.contains("Lawyers for villages"))
        #expect(try await site.get("/workspaces/aldora/programmes", as: foreign).status == 404)
    }

    @Test("A public programme has a page, a place in the file, and answers in the API with exact sums")
    func open() async throws {
        let site = try await WorkspaceSite(records: 0)
        _ = try await upload(site, try site.home.person(.coordinator), isPublic: true)
        let list = try await site.get("/programmes?q=lawyer&state=XAA&sector=151&partner=xa-fund&status=2")
        #expect(list.text.contains("Lawyers for villages"))
        let none = try await site.get("/programmes?q=boats")
        #expect(none.text.contains("No programme fits"))
        let page = try await site.get("/programmes/1")
        #expect(page.status == 200)
        for text in [
            "Lantern Fund", "Legal and judicial development", "1,234,567.89 EUR", "\u{2212}100 EUR", "Rule of law",
            "XA-FUND-1",
        ] {
            #expect(page.text.contains(text), "\(text)")
        }
        let json = try await site.get("/api/v1/programmes")
        #expect(json.text.contains("\"kind\":\"disbursement\",\"year\":2024,\"amount\":\"400.25\""))
        let file = try await site.get("/programmes.iati.xml")
        #expect(file.text.contains("<iati-identifier>XA-FUND-1</iati-identifier>"))
        #expect(file.text.hasSuffix("</iati-activities>\n"))
        for path in ["/programmes/99", "/programmes/x", "/api/v1/programmes/99"] {
            #expect(try await site.get(path).status == 404)
        }
    }

    @Test("A programme is made in a form, gets money, and is changed; a wrong form comes back as it was sent")
    func made() async throws {
        let site = try await WorkspaceSite(records: 0)
        let person = try site.home.person(.coordinator)
        let wrong = try await site.post(
            "/workspaces/aldora/programmes/new", Self.form.map { $0.0 == "goals" ? ($0.0, "99.1") : $0 }, as: person)
        #expect(wrong.status == 400)
        #expect(wrong.text.contains("One of these is no goal or target."))
        #expect(wrong.text.contains("Houses of justice"))
        let made = try await site.post("/workspaces/aldora/programmes/new", Self.form, as: person)
        #expect(made.status == 303)
        let id = try #require(try await site.programmes.list(ProgrammeFilter(), .everybody).programmes.first?.id)
        let path = "/workspaces/aldora/programmes/\(id)"
        let money = [
            ("kind", "commitment"), ("amount", "2500.5"), ("currency", "USD"), ("day", "2026-04-01"), ("version", "1"),
        ]
        #expect(try await site.post(path + "/money", money, as: person).status == 303)
        let stale = try await site.post(path + "/edit", Self.form + [("version", "1")], as: person)
        #expect(stale.status == 409)
        let form = try await site.get(path + "/edit", as: person)
        #expect(form.text.contains("4 |  | League of Aldora"))
        let page = try await site.get(path, as: person)
        #expect(page.text.contains("2,500.50 USD"))
        #expect(page.text.contains("South-South"))
        let removed = [("place", "0"), ("reason", "Twice"), ("version", "2")]
        #expect(try await site.post(path + "/money-remove", removed, as: person).status == 303)
        #expect(
            try await site.post(path + "/withdraw", [("reason", "Ended"), ("version", "3")], as: person).status == 303)
        #expect(try await site.get(path, as: person).status == 404)
    }

    @Test("Who may only see, changes nothing")
    func observer() async throws {
        let site = try await WorkspaceSite(records: 0)
        let observer = try site.home.person(.observer)
        let list = try await site.get("/workspaces/aldora/programmes", as: observer)
        #expect(list.status == 200)
        #expect(!list.text.contains("/programmes/new"))
        #expect(try await site.get("/workspaces/aldora/programmes/new", as: observer).status == 403)
        #expect(try await site.post("/workspaces/aldora/programmes/new", Self.form, as: observer).status == 403)
    }
}
