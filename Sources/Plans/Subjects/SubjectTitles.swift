package import Domain
package import People
package import Store

/// What objects of a workspace are called, for pages that speak of them.
package struct SubjectTitles: Sendable {
    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// By object; what is not there, of another workspace or of a kind without title is left out.
    package func of(_ subjects: [Subject], _ member: Member) async throws(WorkspaceError) -> [Subject: String] {
        guard !subjects.isEmpty else { return [:] }
        return try await store.read { try Self.read(subjects, member.workspace.id, $0) }
    }

    package static func read(
        _ subjects: [Subject], _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Subject: String] {
        var titles: [Subject: String] = [:]
        for (kind, own) in Dictionary(grouping: Set(subjects), by: \.kind) {
            guard let statement = statements[kind] else { continue }
            for start in stride(from: 0, to: own.count, by: SQLSet.sizeMax) {
                let ids = own[start..<min(own.count, start + SQLSet.sizeMax)].map { SQLValue.int($0.id) }
                try connection.query(statement, [.int(workspace.value)], set: ids) { row in
                    titles[Subject(kind, try row.int(0))] = try row.text(1)
                }
            }
        }
        return titles
    }

    private static let statements: [SubjectKind: String] = [
        .workspace: "SELECT id, name FROM workspace WHERE id = $1 AND id IN ({set})",
        .institution: "SELECT id, name FROM institution WHERE workspace_id = $1 AND id IN ({set})",
        .commitment: "SELECT id, title FROM commitment WHERE workspace_id = $1 AND id IN ({set})",
        .action: "SELECT id, title FROM action WHERE workspace_id = $1 AND id IN ({set})",
        .milestone: "SELECT id, title FROM milestone WHERE workspace_id = $1 AND id IN ({set})",
        .progress: """
        SELECT r.id, a.title FROM progress_report r JOIN action a ON a.id = r.action_id
        WHERE r.workspace_id = $1 AND r.id IN ({set})
        """,
        .evidence: "SELECT id, title FROM evidence WHERE workspace_id = $1 AND id IN ({set})",
        .law: "SELECT id, title FROM law WHERE workspace_id = $1 AND id IN ({set})",
        .meeting: "SELECT id, title FROM meeting WHERE workspace_id = $1 AND id IN ({set})",
        .roundParagraph: """
        SELECT p.id, r.title || ', ' || COALESCE(p.number, '') FROM round_paragraph p JOIN round r ON r.id = p.round_id
        WHERE p.workspace_id = $1 AND p.id IN ({set})
        """,
        .deadline: "SELECT id, COALESCE(title, source) FROM deadline WHERE workspace_id = $1 AND id IN ({set})",
        .alert: "SELECT id, COALESCE(title, document, kind) FROM alert WHERE workspace_id = $1 AND id IN ({set})",
        .agreement: """
        SELECT v.agreement_id, v.title FROM agreement_version v JOIN agreement_party p
            ON p.agreement_id = v.agreement_id AND p.number = v.number AND p.workspace_id = $1
        WHERE (v.proposed IS NOT NULL OR v.workspace_id = $1) AND v.agreement_id IN ({set}) ORDER BY v.number
        """,
        .report: "SELECT id, title FROM report WHERE workspace_id = $1 AND id IN ({set})",
        .reportParagraph: """
        SELECT p.paragraph_id, r.title FROM report_paragraph p JOIN report r ON r.id = p.report_id
        WHERE p.workspace_id = $1 AND p.until IS NULL AND p.paragraph_id IN ({set})
        """,
        .indicator: "SELECT id, title FROM indicator WHERE workspace_id = $1 AND id IN ({set})",
    ]
}

extension Plans {
    package var titles: SubjectTitles { SubjectTitles(store) }
}
