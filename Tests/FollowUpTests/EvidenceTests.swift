import Domain
import People
import Plans
import Store
import TestSupport
import Testing

@testable import FollowUp

@Suite("Evidence")
struct EvidenceTests {
    private let pdf = EvidenceDraft.file(name: "decree.pdf", bytes: Array("%PDF-1.7 decree".utf8))

    private func clear(_ id: EvidenceID, from version: Int, _ fixture: ProgressFixture) async throws {
        try await fixture.evidence.clear(id, .institution, note: nil, version: version, by: fixture.focal)
        try await fixture.evidence.clear(id, .mechanism, note: nil, version: version + 1, by: fixture.coordinator)
    }

    @Test("A file is reached by others only where it may be public and is cleared, and reading what is not is noted")
    func reach() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let folder = fixture.evidence
            let action = Subject(.action, fixture.action.value)
            let made = try await folder.add(pdf, title: "Decree", isPublic: true, to: action, by: fixture.focal)
            func reads(_ member: Member) async throws -> Bool {
                try await ProgressFixture.failure { _ = try await folder.file(made.id, version: 1, member) } == nil
            }
            for (member, may) in [
                (fixture.focal, true), (fixture.coordinator, true), (fixture.otherFocal, false),
                (fixture.contributor, false), (fixture.observer, false), (fixture.stranger, false),
            ] {
                let isRead = try await reads(member)
                #expect(isRead == may)
            }
            let hidden = try await folder.published(made.key)
            #expect(hidden == nil)
            try await clear(made.id, from: 1, fixture)
            let isRead = try await reads(fixture.observer)
            #expect(isRead)
            let published = try #require(try await folder.published(made.key))
            #expect(published.bytes == Array("%PDF-1.7 decree".utf8))
            try await folder.edit(
                made.id, title: "Decree", isPublic: false, isWithdrawn: false, version: 3, by: fixture.focal)
            let again = try await folder.published(made.key)
            #expect(again == nil)
            let noted = try await database.read { connection in
                try AuditLog.page(after: 0, connection).filter {
                    $0.entry.action.hasSuffix(".read") && $0.entry.subject == "workspace/1/evidence/\(made.id)"
                }
            }
            #expect(Set(noted.map(\.entry.actor)) == ["Bo Reyes", "Ana Novak"])
        }
    }

    @Test("The same content is kept once in a workspace, versions stay, and a new version is cleared anew")
    func versions() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let folder = fixture.evidence
            let action = Subject(.action, fixture.action.value)
            let made = try await folder.add(pdf, title: "Decree", isPublic: true, to: action, by: fixture.focal)
            _ = try await folder.add(pdf, title: "The same", isPublic: false, to: action, by: fixture.otherFocal)
            let files = try await database.read { try $0.count("SELECT COUNT(*) FROM stored_file") }
            #expect(files == 1)
            try await clear(made.id, from: 1, fixture)
            let large = [UInt8]("%PDF-1.7 ".utf8) + [UInt8](repeating: 7, count: 3 << 20)
            try await folder.add(.file(name: "big.pdf", bytes: large), to: made.id, version: 3, by: fixture.focal)
            let (evidence, versions) = try await folder.find(made.id, fixture.focal)
            #expect(versions.map(\.number) == [2, 1])
            #expect(evidence.clearance == Clearance())
            let read = try await folder.file(made.id, version: 2, fixture.focal)
            #expect(read.bytes == large)
            #expect(read.file.mediaType == "application/pdf")
            let hidden = try await folder.published(made.key)
            #expect(hidden == nil)
            let stale = try await ProgressFixture.failure {
                try await folder.add(pdf, to: made.id, version: 3, by: fixture.focal)
            }
            #expect(stale == .stale(made.own, version: 4))
        }
    }

    @Test("Pages, programs, empty and too large files and odd links are refused, and nothing of them is kept")
    func refused() async throws {
        try await withEachDatabase { database in
            let fixture = try await ProgressFixture(database)
            let action = Subject(.action, fixture.action.value)
            let drafts: [(EvidenceDraft, String)] = [
                (.file(name: "a.pdf", bytes: []), "evidence.fileEmpty"),
                (.file(name: "a.pdf", bytes: Array("<script>".utf8)), "evidence.fileKind"),
                (.link("javascript:alert(1)"), "evidence.linkForm"),
                (.link("https://user:word@aldora.example/"), "evidence.linkForm"),
                (.link("https://aldora.example/\"onclick"), "evidence.linkForm"),
                (.link("https:///no-host"), "evidence.linkForm"),
            ]
            for (draft, reason) in drafts {
                let failure = try await ProgressFixture.failure {
                    _ = try await fixture.evidence.add(draft, title: "A", isPublic: true, to: action, by: fixture.focal)
                }
                guard case .invalid(let troubles)? = failure else {
                    Issue.record("\(draft) was taken")
                    continue
                }
                #expect(troubles.map(\.allowed) == [reason])
            }
            let files = try await database.read { try $0.count("SELECT COUNT(*) FROM stored_file") }
            #expect(files == 0)
            let link = try await fixture.evidence.add(
                .link("https://aldora.example/gazette/14?x=1#top"), title: "Gazette", isPublic: true, to: action,
                by: fixture.focal)
            let all = try await fixture.evidence.all(of: action, fixture.focal)
            #expect(all.map(\.id) == [link.id])
            let foreign = try await ProgressFixture.failure {
                _ = try await fixture.evidence.add(
                    pdf, title: "A", isPublic: false, to: Subject(.action, fixture.foreign.value), by: fixture.focal)
            }
            #expect(foreign == .notFound)
        }
    }
}
