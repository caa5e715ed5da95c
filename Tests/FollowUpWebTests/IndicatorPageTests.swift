import Domain
import HTTPTypes
import Plans
import SiteSupport
import Testing

@testable import Frame

@Suite("Pages of indicators", .serialized)
struct IndicatorPageTests {
    private let base = "/workspaces/aldora/indicators"

    @Test("An indicator is made, gets values from a file after a preview, and shows them with missing years as missing")
    func whole() async throws {
        let own = try await ProgressSite.shared.value
        let coordinator = try own.person(.coordinator)
        let fields = [
            ("title", "Deaths in custody"), ("code", "D1"), ("kind", "outcome"), ("unit", "per 100,000"),
            ("direction", "decrease"), ("baseline", "40,0"), ("baselineAt", "2018"), ("target", "20"),
            ("targetAt", "2030"), ("links", "target:16.1 commitment:\(own.commitment)"),
        ]
        let wrong = try await own.site.post(base + "/new?lang=en", fields, as: own.person(.focalPoint))
        #expect(wrong.status == 403)
        let made = try await own.site.post(base + "/new", fields, as: coordinator)
        #expect(made.status == 303)
        let address = try #require(made.headers[.location]?.split(separator: "?").first.map { String($0) })
        let empty = try await own.site.get(address + "?lang=en", as: own.person(.observer))
        #expect(empty.text.contains("No data"))
        let csv = "code,year,value,sex\nD1,2019,36.50,\nD1,2021,30,\nD1,2021,12,female\nD1,x,1,\n"
        let sent = try await own.upload(
            base + "/import", [("point", "point"), ("source", "Prison service")], file: ("d.csv", Array(csv.utf8)),
            as: coordinator)
        #expect(sent.status == 303)
        let waiting = try #require(sent.headers[.location])
        let preview = try await own.site.get(waiting + "?lang=en", as: coordinator)
        #expect(preview.text.contains("3 new values"))
        #expect(preview.text.contains("No time that is known"))
        let version = try #require(ProgressSite.hidden("version", in: preview.text))
        let taken = try await own.site.post(waiting, [("version", version), ("take", "yes")], as: coordinator)
        #expect(taken.status == 303)
        let page = try await own.site.get(address + "?lang=en", as: own.person(.observer))
        #expect(page.text.contains("36.50"))
        #expect(page.text.contains("Towards the target"))
        #expect(page.text.contains("2020: no data"))
        #expect(page.text.contains("50% behind"))
        #expect(page.bytes.count < 100_000)
        let list = try await own.site.get(base + "?link=target:16.1&lang=en", as: own.person(.partner))
        #expect(list.text.contains("Deaths in custody"))
        let id = try #require(address.split(separator: "/").last)
        let json = try await own.site.get("/api/v1/workspaces/aldora/indicators/\(id)", as: own.person(.observer))
        #expect(json.text.contains("\"value\":\"36.50\""))
        #expect(json.text.contains("\"course\":\"towards\""))
    }

    @Test("Files that cannot be read say why, and hostile ones are refused")
    func refused() async throws {
        let own = try await ProgressSite.shared.value
        let coordinator = try own.person(.coordinator)
        let files: [(String, String)] = [
            ("a,b\n1,2\n", "No row with headings"), ("{\"data\":{}}", "no SDMX-JSON data message"),
            ("%PDF-1.4", "The file cannot be read"), ("PK\u{3}\u{4}broken", "The file cannot be read"),
        ]
        for (text, reason) in files {
            let sent = try await own.upload(
                base + "/import?lang=en", [("source", "S")], file: ("f", Array(text.utf8)), as: coordinator)
            #expect(sent.status == 400)
            #expect(sent.text.contains(reason), "\(text)")
        }
        let none = try await own.upload(base + "/import?lang=en", [("source", "")], file: nil, as: coordinator)
        #expect(none.status == 400)
    }

    @Test("A refused form of an indicator names each field that is wrong, and a saved draft is there the next time")
    func form() async throws {
        let own = try await ProgressSite.shared.value
        let coordinator = try own.person(.coordinator)
        let refused = try await own.site.post(
            base + "/new?lang=en", [("title", ""), ("kind", "outcome"), ("direction", "increase"), ("unit", "")],
            as: coordinator)
        #expect(refused.status == 400)
        #expect(refused.text.contains("Title</strong> must not be empty."))
        let saved = try await own.site.post(
            base + "/new", [("title", "Half an indicator"), ("draft", "yes")], as: coordinator)
        #expect(saved.status == 303)
        let again = try await own.site.get(base + "/new?lang=en", as: coordinator)
        #expect(again.text.contains("Half an indicator"))
        let dropped = try await own.site.post(base + "/new", [("drop", "yes")], as: coordinator)
        #expect(dropped.status == 303)
        let empty = try await own.site.get(base + "/new?lang=en", as: coordinator)
        #expect(!empty.text.contains("Half an indicator"))
    }
}
