import Cooperation
package import Domain
import Operations
import People
import Store

/// Something that stands on a page of its own elsewhere, and is public there.
package struct FaceNeighbour: Hashable, Sendable {
    package enum Kind: String, Sendable { case need, offer, consultation }

    package var kind: Kind
    package var id: Int64
    package var title: String
    /// Of the title.
    package var language: LanguageTag
    /// Fixed-width UTC instant since when it is public, or the day a consultation opens.
    package var since: String
    /// The last day of a consultation.
    package var until: String?
}

/// A recommendation of the record as lists of a public page name it.
package struct FaceRecommendation: Hashable, Sendable {
    package var id: RecommendationID
    /// Symbol and paragraph, as far as they are known.
    package var place: String
    package var text: String
    package var language: LanguageTag
}

extension PublicFaces {
    private static let neighboursMax = 200
    private static let namedMax = 200

    /// Needs and offers of the workspace that everybody may read where they stand: needs by a consent that holds, offers by their own
    /// publication.
    package func help(_ face: ShownFace) async throws(WorkspaceError) -> [FaceNeighbour] {
        let workspace = face.workspace.id
        let wished = (face.shows(.needs), face.shows(.given))
        return try await store.read { connection in
            var found: [FaceNeighbour] = []
            if wished.0 {
                found += try Self.neighbours(
                    .need,
                    """
                    SELECT n.id, n.title, n.language, COALESCE(n.since, n.stated) FROM need n
                    WHERE n.workspace_id = $2 AND \(CooperationReader.need("$1")) ORDER BY n.id DESC
                    """, workspace, connection)
            }
            if wished.1 {
                found += try Self.neighbours(
                    .offer,
                    """
                    SELECT o.id, o.title, o.language, o.made FROM offer o
                    WHERE o.workspace_id = $2 AND o.status <> 'closed' AND \(CooperationReader.published("o", "$1"))
                    ORDER BY o.id DESC
                    """, workspace, connection)
            }
            return found
        }
    }

    /// Consultations of the workspace that were published, the latest first.
    package func consultations(_ face: ShownFace) async throws(WorkspaceError) -> [FaceNeighbour] {
        guard face.shows(.consultations) else { return [] }
        let workspace = face.workspace.id
        return try await store.read { connection in
            try connection.all(
                """
                SELECT id, title, language, opens, closes FROM consultation
                WHERE workspace_id = $1 AND published IS NOT NULL AND cancelled IS NULL
                ORDER BY opens DESC, id DESC LIMIT \(Self.neighboursMax)
                """, [.int(workspace.value)]
            ) { row in
                FaceNeighbour(
                    kind: .consultation, id: try row.int(0), title: try row.text(1),
                    language: LanguageTag(try row.text(2)), since: try row.text(3), until: try row.text(4))
            }
        }
    }

    /// What recommendations are called, as the record has them now; those that are gone are left out.
    package func recommendations(
        _ ids: [Int64], _ language: LanguageTag
    ) async throws(WorkspaceError) -> [Int64: FaceRecommendation] {
        let wanted = Array(Set(ids)).sorted().prefix(Self.namedMax).map { RecommendationID($0) }
        guard !wanted.isEmpty else { return [:] }
        return try await store.read { connection in
            var found: [Int64: FaceRecommendation] = [:]
            for record in try RecordLoader(connection).load(wanted) {
                let texts = record.recommendation.texts
                let chosen = [language, .english].first { texts[$0] != nil } ?? texts.keys.min() ?? language
                let place = [record.document.symbol?.printed, record.recommendation.paragraph?.printed]
                found[record.recommendation.id.value] = FaceRecommendation(
                    id: record.recommendation.id, place: place.compactMap(\.self).joined(separator: ", "),
                    text: texts[chosen] ?? "", language: chosen)
            }
            return found
        }
    }

    /// Commitments on an issue, or with a recommendation, on pages that are open and show them. Where a workspace has one and does not
    /// show it, nothing is found.
    package func plans(
        issue: IssueID? = nil, recommendation: RecommendationID? = nil
    ) async throws(WorkspaceError) -> [(workspace: Workspace, items: [PublicItem])] {
        let candidates = try await store.read { connection in
            try connection.all(
                """
                SELECT c.workspace_id, c.id FROM commitment c JOIN public_face f ON f.workspace_id = c.workspace_id
                WHERE f.opened = 1 AND c.withdrawn = 0 AND (c.issue_id = $1 OR EXISTS (
                    SELECT 1 FROM commitment_recommendation p WHERE p.commitment_id = c.id AND p.withdrawn = 0
                        AND p.recommendation_id = $2)) ORDER BY c.workspace_id, c.id LIMIT \(Self.neighboursMax)
                """, [.optional(issue?.value), .optional(recommendation?.value)]
            ) { (workspace: WorkspaceID(try $0.int(0)), commitment: try $0.int(1)) }
        }
        guard !candidates.isEmpty else { return [] }
        var found: [(workspace: Workspace, items: [PublicItem])] = []
        for workspace in try await open() {
            let own = candidates.filter { $0.workspace == workspace.id }
            guard !own.isEmpty else { continue }
            let face = try await shown(workspace.slug)
            let items = own.compactMap { face.item(PublicKey(.commitment, $0.commitment)) }
            if !items.isEmpty { found.append((workspace, items)) }
        }
        return found
    }

    private static func neighbours(
        _ kind: FaceNeighbour.Kind, _ sql: String, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [FaceNeighbour] {
        try connection.all(
            sql + " LIMIT \(neighboursMax)",
            [.int(CooperationReader.everybody.number), .int(workspace.value)]
        ) { row in
            FaceNeighbour(
                kind: kind, id: try row.int(0), title: try row.text(1), language: LanguageTag(try row.text(2)),
                since: try row.text(3))
        }
    }
}
