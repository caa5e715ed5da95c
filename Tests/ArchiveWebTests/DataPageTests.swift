import Archives
import Frame
import HTTPTypes
import SiteSupport
import Testing

@testable import ArchiveWeb

@Suite("Open data to take away")
struct DataPageTests {
    @Test("The page names every file, and each is served; the API says the same")
    func files() async throws {
        let site = try await WorkspaceSite.shared.value
        let page = try await site.get("/data")
        #expect(page.status == 200 && page.text.utf8.count < 100_000)
        #expect(page.text.contains("/data/rapporteur-public.zip"))
        for file in site.archives.everybody.files {
            #expect(page.text.contains("href=\"/data/\(file.name)\""), "\(file.name)")
            #expect(try await site.get("/data/\(file.name)").status == 200, "\(file.name)")
        }
        let json = try await site.get("/api/v1/data")
        #expect(json.status == 200 && json.text.contains("\"recommendations.jsonl\""))
        #expect(try await site.get("/data/README.md").text.contains("## recommendations"))
        #expect(try await site.get("/data/accounts.jsonl").status == 404)
    }

    @Test("Whoever takes a file too slowly loses the place; whoever keeps the pace never does")
    func pace() {
        var pace = DownloadPace(from: 1_000)
        #expect(pace.isKept(at: 61_000) && !pace.isKept(at: 63_000))
        pace.sent = 10 * DownloadPace.bytesPerSecondMin
        #expect(pace.isKept(at: 71_000) && !pace.isKept(at: 72_500))
    }

    @Test("Files say how they are to be kept: by whoever takes them, and nowhere between")
    func headers() async throws {
        let site = try await WorkspaceSite.shared.value
        let zip = try await site.get("/data/rapporteur-public.zip")
        #expect(zip.status == 200 && zip.headers[.contentType] == "application/zip")
        #expect(zip.headers[.cacheControl] == "no-store")
        let name = try #require(HTTPField.Name("Content-Disposition"))
        #expect(zip.headers[name] == "attachment; filename=\"rapporteur-public.zip\"")
    }
}
