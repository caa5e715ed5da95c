import Domain
import Store

/// Editions for readers outside. What is held back is not selected: neither the workspace of an author without a name nor what would
/// tell it, neither State nor place nor links to a State's record where the place is held back.
enum OutsideRow {
    private static let columns = """
        e.id, e.practice_id, CASE WHEN e.anonymous = 1 THEN 0 ELSE e.workspace_id END, e.number, e.status, e.shelf,
        CASE WHEN e.place_withheld = 1 THEN NULL ELSE e.state END, e.region, e.place_withheld, e.anonymous, e.starts,
        e.ends, e.cost, e.currency, CASE WHEN e.contact_withheld = 1 OR e.anonymous = 1 THEN '' ELSE e.office END,
        CASE WHEN e.contact_withheld = 1 OR e.anonymous = 1 THEN '' ELSE e.email END, e.contact_withheld,
        CASE WHEN e.anonymous = 1 OR e.place_withheld = 1 THEN NULL ELSE e.source_kind END,
        CASE WHEN e.anonymous = 1 OR e.place_withheld = 1 THEN NULL ELSE e.source_id END, e.made, e.handed_in, e.decided,
        p.published, CASE WHEN e.anonymous = 1 THEN NULL ELSE w.name END,
        CASE WHEN e.anonymous = 1 THEN NULL ELSE w.kind END, CASE WHEN e.anonymous = 1 THEN NULL ELSE w.actor_kind END,
        CASE WHEN e.anonymous = 1 THEN NULL ELSE w.state END
        """

    /// Joins what everybody reads: `p` the practice, `e` its published edition, `w` a workspace that is not closed.
    static let published = """
        practice p JOIN practice_edition e ON e.id = p.published_edition AND e.practice_id = p.id
            AND e.status = 'published'
        JOIN workspace w ON w.id = p.workspace_id AND w.closed = 0
        """

    /// Joins what reviewers of other workspaces read.
    static let waiting = """
        practice p JOIN practice_edition e ON e.id = p.latest_edition AND e.status IN ('handed-in', 'in-review')
        JOIN workspace w ON w.id = p.workspace_id AND w.closed = 0
        """

    static func all(
        from tables: String, where condition: String, _ values: [SQLValue], set: [SQLValue]? = nil,
        order: String = "p.id DESC", limit: Int, _ connection: any ReadConnection
    ) throws -> [OutsidePractice] {
        var found = try connection.all(
            "SELECT \(columns) FROM \(tables) WHERE \(condition) ORDER BY \(order) LIMIT \(limit)", values, set: set,
            read)
        let parts = try PracticeParts(found.map(\.edition), isOutside: true, connection)
        for place in found.indices { parts.fill(&found[place].content, of: found[place].edition) }
        return found
    }

    static func published(_ id: PracticeID, _ connection: any ReadConnection) throws -> OutsidePractice? {
        try all(from: published, where: "p.id = $1", [.int(id.value)], limit: 1, connection).first
    }

    /// By these ids, in no order; those that are not published are left out.
    static func published(_ ids: [PracticeID], _ connection: any ReadConnection) throws -> [OutsidePractice] {
        let set = ids.prefix(SQLSet.sizeMax).map { SQLValue.int($0.value) }
        guard !set.isEmpty else { return [] }
        return try all(from: published, where: "p.id IN ({set})", [], set: set, limit: SQLSet.sizeMax, connection)
    }

    private static func read(_ row: any Row) throws -> OutsidePractice {
        let edition = try EditionRow.read(row)
        var author: PracticeAuthor?
        if let name = try row.textOrNil(23) {
            let state = try row.textOrNil(26) ?? ""
            author = PracticeAuthor(
                id: edition.workspace, name: name, kind: try row.value(24, WorkspaceKind.init(rawValue:)),
                actor: try row.textOrNil(25).flatMap { ActorKind(rawValue: $0) },
                state: state.isEmpty ? nil : StateCode(state))
        }
        return OutsidePractice(
            id: edition.practice, edition: edition.id, number: edition.number, content: edition.content,
            author: author, status: edition.status, handedIn: edition.handedIn, published: try row.textOrNil(22))
    }
}
