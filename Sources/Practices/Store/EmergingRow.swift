import Domain
import Store

/// Emerging issues as their own workspace has them.
enum EmergingRow {
    static let columns = """
        i.id, i.workspace_id, i.status, i.round, i.anonymous, i.region, i.language, i.title, i.body, i.gap, i.made,
        i.handed_in, i.published, i.withdrawn, i.withdrawn_why, i.version
        """

    static func own(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [EmergingIssue] {
        try EmergingParts.filled(
            connection.all(
                "SELECT \(columns) FROM emerging_issue i WHERE i.workspace_id = $1 ORDER BY i.id DESC",
                [.int(workspace.value)], read), connection)
    }

    static func find(
        _ id: EmergingIssueID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> EmergingIssue? {
        try EmergingParts.filled(
            connection.all(
                "SELECT \(columns) FROM emerging_issue i WHERE i.id = $1 AND i.workspace_id = $2",
                [.int(id.value), .int(workspace.value)], read), connection
        ).first
    }

    static func insert(_ issue: EmergingIssue, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO emerging_issue (id, workspace_id, status, round, anonymous, region, language, title, body, gap, made,
                version)
            VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, $10, 1)
            """,
            [.int(issue.id.value), .int(issue.workspace.value), .text(issue.status.rawValue)] + texts(issue.content)
                + [.text(issue.made)])
        try EmergingParts.write(issue, connection)
    }

    private static func texts(_ content: EmergingContent) -> [SQLValue] {
        [
            .flag(content.isAnonymous), .optional(content.region), .text(content.language.rawValue),
            .text(content.title), .text(content.text), .text(content.gap),
        ]
    }

    /// Writes content and standing. Throws `stale` where the version is another.
    static func update(_ issue: EmergingIssue, version: Int, _ connection: any WriteConnection) throws {
        try step(issue, version: version, connection)
        try connection.execute(
            """
            UPDATE emerging_issue SET anonymous = $3, region = $4, language = $5, title = $6, body = $7, gap = $8
            WHERE id = $1 AND workspace_id = $2
            """, [.int(issue.id.value), .int(issue.workspace.value)] + texts(issue.content))
        try setStanding(issue, connection)
        try EmergingParts.write(issue, connection)
    }

    /// Counts the version up and holds the row to the end of the transaction. Throws `stale` where the version is another.
    static func step(_ issue: EmergingIssue, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            "UPDATE emerging_issue SET version = version + 1 WHERE id = $1 AND workspace_id = $2 AND version = $3",
            [.int(issue.id.value), .int(issue.workspace.value), .int(version)])
        if changed == 0 { throw WorkspaceError.stale(issue.subject, version: issue.version) }
    }

    static func setStanding(_ issue: EmergingIssue, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE emerging_issue SET status = $3, round = $4, handed_in = $5, published = $6, withdrawn = $7,
                withdrawn_why = $8
            WHERE id = $1 AND workspace_id = $2
            """,
            [
                .int(issue.id.value), .int(issue.workspace.value), .text(issue.status.rawValue), .int(issue.round),
                .optional(issue.handedIn), .optional(issue.published), .optional(issue.withdrawn),
                .optional(issue.withdrawnWhy),
            ])
    }

    static func read(_ row: any Row) throws -> EmergingIssue {
        var content = EmergingContent()
        content.isAnonymous = try row.int(4) == 1
        content.region = try row.textOrNil(5)
        content.language = LanguageTag(try row.text(6))
        content.title = try row.text(7)
        content.text = try row.text(8)
        content.gap = try row.text(9)
        return EmergingIssue(
            id: EmergingIssueID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            status: try row.value(2, PracticeStatus.init(rawValue:)), round: Int(try row.int(3)), content: content,
            made: try row.text(10), handedIn: try row.textOrNil(11), published: try row.textOrNil(12),
            withdrawn: try row.textOrNil(13), withdrawnWhy: try row.textOrNil(14), version: Int(try row.int(15)))
    }
}

/// Emerging issues for readers outside. The workspace of an author without a name is not selected.
enum EmergingOutsideRow {
    private static let columns = """
        i.id, CASE WHEN i.anonymous = 1 THEN 0 ELSE i.workspace_id END, i.status, i.round, i.anonymous, i.region,
        i.language, i.title, i.body, i.gap, i.made, i.handed_in, i.published, i.withdrawn, i.withdrawn_why, i.version,
        CASE WHEN i.anonymous = 1 THEN NULL ELSE w.name END, CASE WHEN i.anonymous = 1 THEN NULL ELSE w.kind END,
        CASE WHEN i.anonymous = 1 THEN NULL ELSE w.actor_kind END, CASE WHEN i.anonymous = 1 THEN NULL ELSE w.state END
        """

    static let published = """
        emerging_issue i JOIN workspace w ON w.id = i.workspace_id AND w.closed = 0 AND i.status = 'published'
        """

    static let waiting = """
        emerging_issue i JOIN workspace w ON w.id = i.workspace_id AND w.closed = 0
            AND i.status IN ('handed-in', 'in-review')
        """

    static func all(
        from tables: String, where condition: String, _ values: [SQLValue], order: String = "i.id DESC", limit: Int,
        _ connection: any ReadConnection
    ) throws -> [OutsideEmerging] {
        let found = try connection.all(
            "SELECT \(columns) FROM \(tables) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)", values
        ) { row in
            var author: PracticeAuthor?
            if let name = try row.textOrNil(16) {
                let state = try row.textOrNil(19) ?? ""
                author = PracticeAuthor(
                    id: WorkspaceID(try row.int(1)), name: name,
                    kind: try row.value(17, WorkspaceKind.init(rawValue:)),
                    actor: try row.textOrNil(18).flatMap { ActorKind(rawValue: $0) },
                    state: state.isEmpty ? nil : StateCode(state))
            }
            return OutsideEmerging(issue: try EmergingRow.read(row), author: author)
        }
        let filled = try EmergingParts.filled(found.map(\.issue), connection)
        let practices = try published(among: filled.flatMap(\.content.links), connection)
        return zip(filled, found).map { issue, outside in
            var issue = issue
            // What was taken out of it does not stand outside, and neither do links to practices that nobody reads.
            issue.proponents.removeAll { $0.removed != nil }
            issue.drafts.removeAll { $0.struck != nil }
            issue.steps.removeAll { $0.struck != nil }
            issue.content.links.removeAll { $0.kind == .practice && !practices.contains($0.id) }
            return OutsideEmerging(issue: issue, author: outside.author)
        }
    }

    /// Practices that everybody reads among what is linked.
    private static func published(
        among links: [EmergingLink], _ connection: any ReadConnection
    ) throws -> Set<Int64> {
        var rest = Set(links.filter { $0.kind == .practice }.map(\.id)).sorted()[...]
        var found: Set<Int64> = []
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax)
            rest = rest.dropFirst(set.count)
            try connection.query(
                "SELECT p.id FROM \(OutsideRow.published) WHERE p.id IN ({set})", [], set: set.map { .int($0) }
            ) { found.insert(try $0.int(0)) }
        }
        return found
    }

    static func waiting(
        for workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [WaitingForReview] {
        try all(
            from: waiting, where: "i.workspace_id <> $1", [.int(workspace.value)], order: "i.handed_in, i.id",
            limit: PracticeLimits.listMax, connection
        ).map { found in
            WaitingForReview(
                subject: found.issue.subject, edition: found.issue.round, title: found.issue.content.title,
                language: found.issue.content.language, shelf: nil, status: found.issue.status,
                handedIn: found.issue.handedIn ?? "", author: found.author,
                own: try ReviewRow.own(
                    of: found.issue.subject, edition: found.issue.round, by: workspace, connection))
        }
    }

    /// Published ones that name a practice.
    static func naming(_ practice: PracticeID, _ connection: any ReadConnection) throws -> [EmergingTitle] {
        try connection.all(
            """
            SELECT i.id, i.title, i.language FROM \(published)
            JOIN emerging_link l ON l.emerging_id = i.id AND l.kind = 'practice'
            WHERE l.target_id = $1 ORDER BY i.id DESC LIMIT \(PracticeLimits.listMax)
            """, [.int(practice.value)]
        ) {
            EmergingTitle(
                id: EmergingIssueID(try $0.int(0)), title: try $0.text(1), language: LanguageTag(try $0.text(2)))
        }
    }
}
