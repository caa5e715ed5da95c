import Domain
import People
import Store

/// Tells institutions what they have new, once for a whole step of work.
enum PlanNotices {
    /// One message to each focal point of each institution; to the institution's own address where it has none. Says how many
    /// institutions are told.
    static func tell(_ news: [InstitutionID: Int], _ change: inout WorkspaceChange) throws -> Int {
        guard !news.isEmpty else { return 0 }
        let workspace = change.member.workspace
        var told: Set<InstitutionID> = []
        for reader in try readers(Array(news.keys), workspace, at: change.at, change.connection) {
            told.insert(reader.institution)
            change.mail(
                OutboxMessage(
                    kind: "assigned", address: reader.address, language: reader.language,
                    arguments: [
                        "workspace": workspace.name, "institution": reader.name,
                        "count": String(news[reader.institution] ?? 0), "by": change.member.name,
                        "path": "/workspaces/\(workspace.slug)/plan?lead=\(reader.institution)",
                    ], account: reader.account, workspace: workspace.id))
        }
        return told.count
    }

    private struct Reader {
        var institution: InstitutionID
        var name: String
        var address: String
        var language: LanguageTag
        var account: AccountID?
    }

    private static func readers(
        _ institutions: [InstitutionID], _ workspace: Workspace, at: String, _ connection: any ReadConnection
    ) throws -> [Reader] {
        let people = try PlanSets.all(
            institutions.map(\.value),
            """
            SELECT i.id, i.name, a.email, COALESCE(a.language, i.language), a.id FROM membership m
            JOIN account a ON a.id = m.account_id JOIN institution i ON i.id = m.institution_id
            WHERE m.workspace_id = $1 AND m.role = 'focal-point' AND (m.until IS NULL OR m.until > $2)
                AND a.disabled = 0 AND a.email IS NOT NULL AND m.institution_id IN ({set}) ORDER BY i.id, a.id
            """, [.int(workspace.id.value), .text(at)], connection
        ) { row in
            Reader(
                institution: InstitutionID(try row.int(0)), name: try row.text(1), address: try row.text(2),
                language: try row.textOrNil(3).map { LanguageTag($0) } ?? workspace.language,
                account: AccountID(try row.int(4)))
        }
        let served = Set(people.map(\.institution))
        let rest = institutions.filter { !served.contains($0) }
        let offices = try InstitutionRow.all(workspace.id, connection).compactMap { one -> Reader? in
            guard rest.contains(one.id), let email = one.email else { return nil }
            return Reader(
                institution: one.id, name: one.name, address: email, language: one.language ?? workspace.language)
        }
        return people + offices
    }
}
