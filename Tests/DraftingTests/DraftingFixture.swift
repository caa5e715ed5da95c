import Domain
import Foundation
import Locales
import Operations
import People
import PlanSupport
import Plans
import Reference
import Rounds
import Store
import TestSupport

@testable import Drafting

/// The invented State whose report has 215 paragraphs, with a plan on the first of them.
struct DraftingFixture {
    static let resources: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/Resources"
    }()
    static let locales = Task { try Locales.load(from: resources + "/locales") }

    let round: RoundFixture
    let drafting: Drafting
    let document: DocumentID
    var keeper: Member { round.keeper }
    var justice: InstitutionID { round.institutions[0].id }
    var health: InstitutionID { round.institutions[1].id }

    /// `planned`: how many recommendations stand in the plan, each with an action; every second has progress that counts.
    init(_ database: any Database, paragraphs: Int = 215, planned: Int = 0) async throws {
        round = try await RoundFixture(database, institutions: 2)
        let folder = FileManager.default.temporaryDirectory.path + "/drafting-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let record = try await OpenRecord.open(
            database: database, folder: folder, reference: try await PlanFixture.reference.value,
            clock: RoundFixture.clock, randomHex: "0123456789abcdef0123456789abcdef")
        drafting = try Drafting(
            store: round.store, library: record.library, reference: try await PlanFixture.reference.value,
            locales: try await Self.locales.value,
            resources: Self.resources)
        let texts = RoundFixture.texts()
        document = try await round.report("DEMO/WG.6/47/1", Array(texts.suffix(paragraphs)))
        if planned > 0 { try await plan(planned) }
    }

    var scope: ReportScope { ReportScope(state: RoundFixture.state, document: document) }

    func order(_ kind: ReportKind, _ language: LanguageTag = .english) -> ReportOrder {
        ReportOrder(kind: kind, language: language, scope: scope)
    }

    /// Freezes a round on the document and orders its addendum.
    func addendum() async throws -> ReportOrder {
        let opened = try await round.rounds.open(document, by: keeper)
        try await round.finish(opened.id)
        let freeze = try await round.rounds.freeze(opened.id, version: opened.version, by: keeper)
        var order = order(.addendum)
        order.scope.round = .init(round: opened.id.value, freeze: freeze.number)
        return order
    }

    /// Lines of the plan on the first recommendations: odd ones led by justice, even ones by health.
    private func plan(_ count: Int) async throws {
        let workspace = keeper.workspace.id.value
        let leads = [health.value, justice.value]
        try await round.database.write { connection in
            let ids = try connection.all(
                "SELECT id FROM recommendation WHERE document_id = $1 ORDER BY id LIMIT \(count)",
                [.int(self.document.value)]
            ) { try $0.int(0) }
            for (place, recommendation) in ids.enumerated() {
                let id = Int64(place + 1)
                let lead = SQLValue.int(leads[Int(id % 2)])
                try connection.execute(
                    """
                    INSERT INTO commitment (id, workspace_id, recommendation_id, title, title_key, priority, lead_id,
                        withdrawn, made, version) VALUES ($1, $2, $3, $4, $4, 'high', $5, 0, '', 1)
                    """, [.int(id), .int(workspace), .int(recommendation), .text("Line \(id)"), lead])
                try connection.execute(
                    """
                    INSERT INTO commitment_recommendation (id, workspace_id, commitment_id, recommendation_id, withdrawn,
                        version) VALUES ($1, $2, $1, $3, 0, 1)
                    """, [.int(id), .int(workspace), .int(recommendation)])
                try connection.execute(
                    """
                    INSERT INTO action (id, workspace_id, commitment_id, title, title_key, description, lead_id, status,
                        withdrawn, made, version) VALUES ($1, $2, $1, $3, $3, '', $4, 'started', 0, '', 1)
                    """, [.int(id), .int(workspace), .text("Step \(id)"), lead])
                try connection.execute(
                    """
                    INSERT INTO progress_report (id, workspace_id, action_id, institution_id, starts, ends, said, status,
                        author, made, clearance, version)
                    VALUES ($1, $2, $1, $4, '2026-01-01', '2026-03-31', $3, 'started', '', '', $5, 1)
                    """,
                    [
                        .int(id), .int(workspace), .text("Offices \(id) were opened."), lead,
                        .text(id % 2 == 0 ? "mechanism" : "none"),
                    ])
            }
        }
    }

    func set(_ sql: String) async throws { try await round.database.write { try $0.execute(sql) } }
}
