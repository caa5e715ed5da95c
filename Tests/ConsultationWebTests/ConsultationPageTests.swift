import Consultations
import Domain
import Foundation
import HTTPTypes
import Operations
import People
import SiteSupport
import Testing

@testable import ConsultationWeb
@testable import Frame

@Suite("Pages of consultations", .serialized)
struct ConsultationPageTests {
    private static let path = "/workspaces/aldora/consultations"
    private static let places = [
        "/consultations", "/consultations.csv", "/consultations.atom", "/api/v1/consultations", "/issues/1",
    ]

    private static func form(_ title: String) -> [(String, String)] {
        [
            ("kind", "seminar"), ("language", "en"), ("title", title), ("text", "About ZQX"), ("opens", "2026-01-15"),
            ("closes", "2026-03-15"), ("outsiders", "yes"), ("issue", "1"),
        ]
    }

    private struct Trace: Equatable {
        var status: Int
        var tag: String?
        var text: String
    }

    private func traces(_ site: WorkspaceSite, _ more: [String] = []) async throws -> [Trace] {
        var found: [Trace] = []
        for place in Self.places + more {
            let reply = try await site.get(place)
            found.append(Trace(status: reply.status, tag: reply.headers[.eTag], text: reply.text))
        }
        return found
    }

    @Test(
        "What is not published leaks nowhere; once it is, a stranger contributes, and only what was looked at is shown")
    func life() async throws {
        let site = try await WorkspaceSite()
        let person = try site.home.person(.coordinator)
        let before = try await traces(site)
        let added = try await site.post(Self.path, Self.form("Courts by the sea ZQX"), as: person)
        #expect(added.status == 303)
        let (own, _) = try await site.consultations.all(site.home.keeper)
        let id = try #require(own.first?.id)
        let page = "/consultations/\(id)"
        #expect(try await traces(site) == before)
        for place in [
            page, page + "/versions", page + "/versions/1", page + "/agenda", page + "/summary",
            page + "/contributions.csv", page + "/contribute",
        ] {
            #expect(try await site.get(place).status == 404, "\(place)")
        }
        #expect(try await site.get(Self.path + "/\(id)", as: try site.foreign.person(.administrator)).status == 404)
        #expect(try await site.post(Self.path + "/\(id)/publish", [("version", "1")], as: person).status == 303)
        #expect(try await site.get("/consultations").text.contains("Courts by the sea ZQX"))
        let feed = try await site.get("/consultations.atom?state=XAA&since=2026-01-01")
        #expect(feed.text.contains("Courts by the sea ZQX"))
        for empty in ["state=XAB", "since=2999-01-01"] {
            #expect(try await site.get("/consultations.atom?" + empty).text.contains("<entry") == false)
        }
        #expect(try await site.get("/consultations.atom?since=soon").status == 400)
        let list = try await site.get("/consultations?state=XAA")
        #expect(list.text.contains("type=\"application/atom+xml\" href=\"/consultations.atom?state=XAA\""))
        #expect(list.text.contains("href=\"/watch?of=consultations&amp;state=XAA\""))
        #expect(try await site.get(page + "/versions").text.contains(page + "/versions/1"))
        let version = try await site.get(page + "/versions/1")
        #expect(version.text.contains("About ZQX") && version.text.contains("This is version 1"))
        #expect(try await site.get(page + "/versions/2").status == 404)
        #expect(try await site.get(page + "?format=text").text.contains(page + "/versions/1"))
        #expect(try await site.get(page).text.contains("About ZQX"))
        let receipt = try await sent(site, page)
        let unseen = try await traces(site, [page, page + "/contributions.csv", "/api/v1" + page])
        #expect(!unseen.contains { $0.text.contains("QQVX") })
        let waiting = try await site.get(Self.path + "/\(id)", as: person)
        #expect(waiting.text.contains("QQVX"))
        let focal = try await site.get(Self.path + "/\(id)", as: try site.home.person(.focalPoint))
        #expect(focal.status == 200)
        #expect(!focal.text.contains("QQVX"))
        let number = try #require(
            try await site.consultations.find(id, site.home.keeper).contributions.first?.id)
        let contribution = Self.path + "/\(id)/contributions/\(number)"
        #expect(
            try await site.post(contribution + "/moderate", [("version", "1"), ("status", "shown")], as: person).status
                == 303)
        let answer = [("version", "2"), ("answer", "taken-up"), ("why", "The hours change"), ("language", "en")]
        #expect(try await site.post(contribution + "/answer", answer, as: person).status == 303)
        let shown = try await site.get(page)
        #expect(shown.text.contains("QQVX"))
        #expect(shown.text.contains("The hours change"))
        let look = try await site.send(
            "/consultations/receipt", method: .post, headers: Self.formHeaders,
            body: Array("receipt=\(receipt)".utf8))
        #expect(look.status == 200)
        #expect(look.text.contains("The hours change"))
        let gone = try await site.send(
            "/consultations/receipt/withdraw", method: .post, headers: Self.formHeaders,
            body: Array("receipt=\(receipt)".utf8))
        #expect(gone.status == 200)
        #expect(!(try await site.get(page).text.contains("QQVX")))
    }

    private static let formHeaders: [HTTPField.Name: String] = [
        .contentType: "application/x-www-form-urlencoded", .origin: "http://localhost",
    ]

    /// Sends words through the public form, and returns the receipt.
    private func sent(_ site: WorkspaceSite, _ page: String) async throws -> String {
        let form = try await site.get(page + "/contribute")
        #expect(form.status == 200)
        let refused = try await site.send(
            page + "/contribute", method: .post, headers: Self.formHeaders, body: Array("text=x&language=en".utf8))
        #expect(refused.status == 400)
        let body = "text=Words+QQVX&language=en&name=&agreed=yes"
        let reply = try await site.send(
            page + "/contribute", method: .post, headers: Self.formHeaders, body: Array(body.utf8))
        #expect(reply.status == 200)
        let start = reply.text.range(of: "<code dir=\"ltr\">")
        let place = try #require(start)
        return String(reply.text[place.upperBound...].prefix { $0 != "<" })
    }

    @Test("A summary is written with its sources, marked where it has none, and read once it is published")
    func summary() async throws {
        let site = try await WorkspaceSite.shared.value
        let person = try site.foreign.person(.coordinator)
        let path = "/workspaces/belmar/consultations"
        #expect(try await site.post(path, Self.form("Harbour rights"), as: person).status == 303)
        let (own, _) = try await site.consultations.all(site.foreign.keeper)
        let id = try #require(own.first?.id)
        #expect(try await site.post(path + "/\(id)/publish", [("version", "1")], as: person).status == 303)
        let said = [("text", "Said in the room"), ("language", "en"), ("name", "Delegate")]
        #expect(try await site.post(path + "/\(id)/take-down", said, as: person).status == 303)
        let part = [("kind", "sentence"), ("text", "All were content")]
        #expect(try await site.post(path + "/\(id)/part", part, as: person).status == 303)
        let writing = try await site.get(path + "/\(id)/summary", as: person)
        #expect(writing.text.contains("rests on nothing"))
        #expect(!(try await site.get("/consultations/\(id)").text.contains("All were content")))
        let version = try await site.consultations.find(id, site.foreign.keeper).consultation.version
        let shown = [("version", "\(version)"), ("shown", "yes")]
        #expect(try await site.post(path + "/\(id)/publish-summary", shown, as: person).status == 303)
        #expect(try await site.get("/consultations/\(id)/summary").text.contains("All were content"))
        for language in ["ar", "zh", "ru", "es", "fr"] {
            #expect(try await site.get("/consultations/\(id)?lang=\(language)").status == 200)
        }
        #expect(try await site.get(path + "/new", as: try site.foreign.person(.observer)).status == 403)
    }
}
