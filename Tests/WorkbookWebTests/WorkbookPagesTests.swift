import Domain
import HTTPTypes
import Locales
import Plans
import SiteSupport
import Testing
import Workbooks

@testable import Frame

@Suite("Pages of workbooks and tracking workbooks")
struct WorkbookPagesTests {
    private let boundary = "WoRkBoOk"

    private func upload(
        _ site: WorkspaceSite, _ path: String, _ name: String, _ bytes: [UInt8], as person: Person, token: String? = nil
    ) async throws -> Reply {
        var body = Array(
            """
            --\(boundary)\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\(token ?? person.csrf)\r\n\
            --\(boundary)\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\
            Content-Type: application/octet-stream\r\n\r\n
            """.utf8)
        body += bytes
        body += Array("\r\n--\(boundary)--\r\n".utf8)
        return try await site.send(
            path, method: .post, as: person, headers: [.contentType: "multipart/form-data; boundary=\(boundary)"],
            body: body)
    }

    /// What a reader would see go wrong: a message that no catalogue has.
    private func check(_ reply: Reply, _ status: Int = 200) {
        #expect(reply.status == status)
        #expect(!reply.text.contains("⟦sheets"))
        #expect(reply.text.utf8.count < 100_000)
    }

    @Test("A tracking workbook is sent, mapped, looked at and taken over, in every language of the pages")
    func tracking() async throws {
        let site = try await WorkspaceSite()
        let person = try site.home.person(.coordinator)
        let base = "/workspaces/aldora/workbooks/tracking"
        check(try await site.get(base + "?lang=en", as: person))
        let table =
            "Para;Recommendation;Lead;Status\n7.9;Invite the harbour librarians to dinner;MoJ;Done\n3.1;;MoJ;quite far\n"
        let sent = try await upload(site, base, "old.csv", Array(table.utf8), as: person)
        #expect(sent.status == 303)
        let file = try #require(sent.headers[.location])
        for language in ["en", "fr", "es", "ru", "ar", "zh"] {
            check(try await site.get(file + "?lang=\(language)", as: person))
            check(try await site.get(file + "/preview?lang=\(language)", as: person))
        }
        let fields = [
            ("version", "1"), ("use0", "yes"), ("header0", "1"), ("rows0", "1"), ("col0-0", "paragraph"),
            ("col0-1", "text"),
            ("col0-2", "lead"), ("col0-3", "status"), ("name", "Predecessor"),
        ]
        #expect(try await site.post(file, fields, as: person).status == 303)
        check(try await site.get(file + "?use=1&lang=en", as: person))
        #expect(try await site.post(file + "/apply", [("version", "2")], as: person).status == 303)
        for shown in ["waiting", "leftover", "aside", "applied"] {
            check(try await site.get(base + "/queue?show=\(shown)&lang=en", as: person))
        }
        let bad = try await upload(site, base, "old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0, 0], as: person)
        check(bad, 400)
        let foreign = try await upload(site, base, "x.csv", Array(table.utf8), as: person, token: "none")
        #expect(foreign.status == 403)
    }

    @Test("A focal point gets her workbook and sends it back; a file from elsewhere is said to be none of ours")
    func workbooks() async throws {
        let site = try await WorkspaceSite()
        let person = try site.home.person(.focalPoint)
        let base = "/workspaces/aldora/workbooks"
        check(try await site.get(base + "?lang=en", as: person))
        let locales = try Locales.load(from: WorkspaceSite.root + "/Resources/locales")
        let made = try await site.plans.workbooks.make(for: nil, locales, by: try #require(person.member))
        #expect(made.fileName.hasPrefix("aldora-moj-"))
        let back = try await upload(site, base + "/back", "back.xlsx", made.bytes, as: person)
        #expect(back.status == 303)
        let page = try #require(back.headers[.location])
        for language in ["en", "fr", "es", "ru", "ar", "zh"] {
            check(try await site.get(page + "?lang=\(language)", as: person))
        }
        #expect(try await site.post(page + "/discard", [("version", "1")], as: person).status == 303)
        check(try await site.get(page + "?said=discarded&lang=en", as: person))
        check(try await upload(site, base + "/back", "x.csv", Array("a;b\n1;2\n".utf8), as: person), 400)
        let file = try await site.post(base + "/make", [], as: person)
        #expect(file.headers[.contentDisposition]?.contains("aldora-moj-") == true)
    }
}
