import Domain
import Foundation
import HTTPTypes
import People
import SiteSupport
import Testing

@Suite("Pages of the audit log, of history and of messages")
struct AuditPageTests {
    @Test("An administrator reads her workspace's log, an entry with its proof, and no other workspace's")
    func log() async throws {
        let site = try await WorkspaceSite(records: 0)
        let ana = try site.home.person(.administrator)
        let page = try await site.get("/workspaces/aldora/audit?lang=en", as: ana)
        #expect(page.status == 200)
        #expect(page.text.contains("Gave a role") && page.text.contains("Added an institution"))
        #expect(!page.text.contains("belmar"))
        let filtered = try await site.get("/workspaces/aldora/audit?lang=en&action=institution.add", as: ana)
        #expect(!filtered.text.contains(">Gave a role</td>") && filtered.text.contains(">Added an institution</td>"))
        let list = try await api(site, "/audit?limit=200", ana)
        let entries = try #require(list["entries"] as? [[String: Any]])
        #expect(entries.contains { $0["action"] as? String == "personal.read" })
        let own = try #require(entries.last?["number"] as? Int)
        let entry = try await site.get("/workspaces/aldora/audit/\(own)?lang=en", as: ana)
        #expect(entry.status == 200 && entry.text.contains("RFC 6962"))
        let theirs = try await api(site, "/audit", try site.foreign.person(.administrator), in: "belmar")
        let foreign = try #require((theirs["entries"] as? [[String: Any]])?.last?["number"] as? Int)
        let missing = try await site.get("/workspaces/aldora/audit/\(foreign)", as: ana)
        #expect(missing.status == 404)
    }

    @Test("The API pages through the log and gives proofs")
    func service() async throws {
        let site = try await WorkspaceSite(records: 0)
        let ana = try site.home.person(.administrator)
        var next: String? = "/audit?limit=2"
        var numbers: [Int] = []
        while let path = next {
            let page = try await api(site, path, ana)
            numbers += try #require(page["entries"] as? [[String: Any]]).compactMap { $0["number"] as? Int }
            next = (page["next"] as? String).map { String($0.dropFirst("/api/v1/workspaces/aldora".count)) }
        }
        #expect(numbers.count >= 9 && numbers == numbers.sorted(by: >) && Set(numbers).count == numbers.count)
        let proof = try await api(site, "/audit/\(numbers[0])/proof", ana)
        #expect(proof["kind"] as? String == "inclusion" && (proof["path"] as? [String])?.isEmpty == false)
        let since = try await api(site, "/audit/consistency?since=3", ana)
        #expect(since["first"] as? Int == 3)
        for wrong in ["", "?since=yesterday", "?since=999999"] {
            let reply = try await site.get("/api/v1/workspaces/aldora/audit/consistency\(wrong)", as: ana)
            #expect(reply.status == 400)
        }
    }

    private func api(
        _ site: WorkspaceSite, _ path: String, _ person: Person, in slug: String = "aldora"
    ) async throws -> [String: Any] {
        let reply = try await site.get("/api/v1/workspaces/\(slug)\(path)", as: person)
        #expect(reply.status == 200, "\(path): \(reply.text)")
        return try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
    }

    @Test("Messages are listed with what holds them up")
    func outbox() async throws {
        let site = try await WorkspaceSite(records: 0)
        let ana = try site.home.person(.administrator)
        let empty = try await site.get("/workspaces/aldora/outbox?lang=en", as: ana)
        #expect(empty.status == 200 && empty.text.contains("No messages"))
        try await site.workspaces.store.change(site.home.keeper) { change in
            change.mail(
                OutboxMessage(
                    kind: "letter", address: "moj@example.org", language: .english,
                    workspace: site.home.workspace.id))
        }
        let page = try await site.get("/workspaces/aldora/outbox?lang=en", as: ana)
        #expect(page.text.contains("moj@example.org") && page.text.contains("Waiting"))
        let retry = try await site.post("/workspaces/aldora/outbox", [], as: ana)
        #expect(retry.status == 303)
        let foreign = try await site.get(
            "/workspaces/belmar/outbox?lang=en", as: try site.foreign.person(.administrator))
        #expect(!foreign.text.contains("moj@example.org"))
    }
}
