import Assessments
import Domain
import Frame
import HTTPTypes
import Operations
import People
import SiteSupport
import Store
import Testing

@testable import AssessmentWeb

@Suite("Files of assessments", .serialized)
struct AssessmentFilesTests {
    private static let site = Task { try await WorkspaceSite(records: 2) }

    /// Published rows as many as asked for, of the workspace itself.
    private static func publish(_ count: Int, from first: Int64, _ site: WorkspaceSite) async throws {
        let workspace = site.home.workspace.id.value
        try await site.record.database.write { connection in
            for id in first..<first + Int64(count) {
                try connection.execute(
                    """
                    INSERT INTO assessment_said (id, workspace_id, assessor_kind, assessor, state, subject_kind, subject_id,
                        part_id, document, paragraph, part_label, subject_title, scheme, scheme_edition, value, day, status,
                        author, author_id, made, published_at, version)
                    VALUES ($1, $2, 'state', 'Aldora', 'XAA', 'issue', 1, 0, '', '', '', '', 'implementation', 0, 'fully',
                        '2026-01-01', 'published', '', 0, '2026-01-01', '2026-01-01T00:00:00.000Z', 1)
                    """, [.int(id), .int(workspace)])
            }
        }
    }

    private func ids(_ csv: String) -> [Int] {
        csv.split(separator: "\r\n").compactMap { Int($0.prefix { $0 != "," }) }
    }

    @Test(
        "The list as CSV has every line once, however many pages it is read in; more than the limit is refused and says so"
    )
    func paging() async throws {
        let site = try await Self.site.value
        let count = Assessments.pageMax * 2 + 7
        try await Self.publish(count, from: 1_000, site)
        let file = try await site.get("/assessments.csv")
        #expect(file.status == 200 && ids(file.text).count == count)
        #expect(Set(ids(file.text)) == Set(1_000..<1_000 + count))
        #expect(file.text.split(separator: "\r\n").count == count + 1)
        // One byte order mark, at the beginning.
        #expect(file.text.unicodeScalars.filter { $0 == "\u{FEFF}" }.count == 1)

        let narrow = Responder(
            site: site.responder.site, routes: PublicAssessmentRoutes.all(site.assessments, linesMax: count - 1),
            schemas: [], signIn: { _, _ in Answer(contentType: "text/plain", body: .bytes([])) })
        let refused = try await site.send("/assessments.csv", through: narrow)
        #expect(refused.status == 400 && refused.text.contains("at most \(count - 1) assessments"))
        let fewer = try await site.send("/assessments.csv?state=XAB", through: narrow)
        #expect(fewer.status == 200 && ids(fewer.text).isEmpty)
        #expect(AssessmentFiles.linesMax == 100_000)
    }

    @Test("However many ask for a package, it is made once until something is published or taken back")
    func shelf() async throws {
        let site = try await Self.site.value
        let (assessments, shelf) = (site.assessments, PackageShelf())
        let signer = try #require(assessments.signer)
        let member = try #require(try site.home.person(.coordinator).member)
        let found = try await site.record.library.search(
            SearchRequest(filters: [.state: ["XAA"]], limit: 1, language: .english))
        let thing = AssessedThing.recommendation(try #require(found.items.first?.id))
        func publish(_ value: String) async throws -> AssessmentID {
            let draft = AssessmentDraft(
                thing: thing, scheme: SchemeCode(.implementation), value: value,
                day: try #require(CalendarDate("2025-06-01")),
                reasons: [AssessmentReason(language: .english, isOriginal: true, text: "Reason of \(value)")])
            let id = try await assessments.write(draft, by: member).id
            try await assessments.publish(id, version: 1, by: member)
            return id
        }
        let first = try await publish("not")
        let packages = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try await shelf.package(assessments, nil, signer) } }
            return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
        }
        #expect(packages.count == 8 && Set(packages).count == 1)
        #expect(await shelf.made == 1)
        _ = try await shelf.package(assessments, site.home.workspace, signer)
        #expect(await shelf.made == 2)
        // A draft is in no package, and makes none anew.
        _ = try await assessments.write(
            AssessmentDraft(
                thing: thing, scheme: SchemeCode(.uprInfo), value: "fully",
                day: try #require(CalendarDate("2025-06-02")), reasons: []), by: member)
        #expect(try await shelf.package(assessments, nil, signer) == packages[0])
        #expect(await shelf.made == 2)

        try await assessments.takeBack(first, version: 2, why: "We erred", by: member)
        let after = try await shelf.package(assessments, nil, signer)
        #expect(after != packages[0] && !String(decoding: after, as: UTF8.self).contains("Reason of not"))
        #expect(await shelf.made == 3)
    }
}
