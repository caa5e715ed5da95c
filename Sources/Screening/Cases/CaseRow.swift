import Domain
import Store

/// Screenings and who takes part. Every reading names the workspace that reads, in the statement.
enum CaseRow {
    static let columns = "s.id, s.workspace_id, s.subject_kind, s.subject_id, s.made, s.made_by, s.withdrawn, s.version"

    /// Whether the workspace takes part in the screening `id`; both are SQL. Of an agreement in force, whoever is a party of another
    /// version alone has left, or was never one.
    static func takesPart(_ id: String, _ workspace: String) -> String {
        """
        (EXISTS (SELECT 1 FROM screening_party y WHERE y.screening_id = \(id) AND y.workspace_id = \(workspace)
            AND y.standing = 'taking-part')
        AND NOT EXISTS (SELECT 1 FROM screening ys JOIN agreement ya ON ya.id = ys.subject_id
            JOIN agreement_party yp ON yp.agreement_id = ya.id
            WHERE ys.id = \(id) AND ys.subject_kind = 'agreement' AND ya.current IS NOT NULL
                AND yp.workspace_id = \(workspace) AND NOT EXISTS (SELECT 1 FROM agreement_party yc
                    WHERE yc.agreement_id = ya.id AND yc.number = ya.current AND yc.workspace_id = \(workspace))))
        """
    }

    static func insert(_ screening: ScreeningCase, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO screening (id, workspace_id, subject_kind, subject_id, made, made_by, withdrawn, version)
            VALUES ($1, $2, $3, $4, $5, $6, 0, 1)
            """,
            [
                .int(screening.id.value), .int(screening.workspace.value), .text(screening.subject.kind.rawValue),
                .int(screening.subject.id), .text(screening.made), .text(screening.madeBy),
            ])
    }

    /// A screening the workspace takes part in.
    static func find(
        _ id: ScreeningID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> ScreeningCase? {
        try connection.first(
            "SELECT \(columns) FROM screening s WHERE s.id = $1 AND s.withdrawn = 0 AND \(takesPart("s.id", "$2"))",
            [.int(id.value), .int(workspace.value)], read)
    }

    /// The one the workspace takes part in, or the workspace's own; the oldest first.
    static func of(
        _ subject: ScreenedSubject, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ScreeningCase] {
        try connection.all(
            """
            SELECT \(columns) FROM screening s WHERE s.subject_kind = $1 AND s.subject_id = $2 AND s.withdrawn = 0
                AND \(takesPart("s.id", "$3")) ORDER BY s.id
            """, [.text(subject.kind.rawValue), .int(subject.id), .int(workspace.value)], read)
    }

    /// The one that stands in the way of another: of an agreement whoever began it, else the workspace's own.
    static func standing(
        _ subject: ScreenedSubject, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> ScreeningCase? {
        try connection.first(
            """
            SELECT \(columns) FROM screening s WHERE s.subject_kind = $1 AND s.subject_id = $2 AND s.withdrawn = 0
                AND (s.subject_kind = 'agreement' OR s.workspace_id = $3) ORDER BY s.id
            """, [.text(subject.kind.rawValue), .int(subject.id), .int(workspace.value)], read)
    }

    /// Those of a workspace in one standing, the latest first.
    static func all(
        _ workspace: WorkspaceID, _ standing: PartyStanding, _ connection: any ReadConnection
    ) throws -> [ScreeningCase] {
        try connection.all(
            """
            SELECT \(columns) FROM screening s JOIN screening_party p ON p.screening_id = s.id
            WHERE p.workspace_id = $1 AND p.standing = $2 AND s.withdrawn = 0
                AND (p.standing <> 'taking-part' OR \(takesPart("s.id", "$1")))
            ORDER BY s.id DESC LIMIT \(ScreeningLimits.listMax)
            """, [.int(workspace.value), .text(standing.rawValue)], read)
    }

    static func count(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM screening WHERE workspace_id = $1", [.int(workspace.value)])
    }

    /// False where another version stands.
    static func withdraw(
        _ id: ScreeningID, _ workspace: WorkspaceID, version: Int, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE screening SET withdrawn = 1, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3 AND withdrawn = 0
            """, [.int(id.value), .int(workspace.value), .int(version)]) > 0
    }

    static func read(_ row: any Row) throws -> ScreeningCase {
        ScreeningCase(
            id: ScreeningID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            subject: ScreenedSubject(try row.value(2, ScreenedSubject.Kind.init(rawValue:)), try row.int(3)),
            made: try row.text(4), madeBy: try row.text(5), isWithdrawn: try row.int(6) == 1,
            version: Int(try row.int(7)))
    }
}

/// Workspaces of a screening.
enum PartyRow {
    private static let select = """
        SELECT p.workspace_id, w.name, p.standing, p.asked, p.answered, p.version, p.screening_id FROM screening_party p
        JOIN workspace w ON w.id = p.workspace_id
        """

    static func insert(
        _ workspace: WorkspaceID, _ standing: PartyStanding, in id: ScreeningID, by name: String, at: String,
        _ connection: any WriteConnection
    ) throws {
        let answered: String? = standing == .takesPart ? at : nil
        try connection.execute(
            """
            INSERT INTO screening_party (screening_id, workspace_id, standing, asked, asked_by, answered, answered_by,
                version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
            """,
            [
                .int(id.value), .int(workspace.value), .text(standing.rawValue), .text(at), .text(name),
                .optional(answered), .optional(answered.map { _ in name }),
            ])
    }

    /// Who takes part, whoever opened it first, the others in the order in which they came; for whoever takes part, and for whoever was asked to.
    static func all(
        _ ids: [ScreeningID], seenBy workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ScreeningID: [ScreeningParty]] {
        var found: [ScreeningID: [ScreeningParty]] = [:]
        try connection.query(
            """
            \(select) JOIN screening s ON s.id = p.screening_id
            WHERE EXISTS (SELECT 1 FROM screening_party x WHERE x.screening_id = p.screening_id
                AND x.workspace_id = $1) AND p.screening_id IN ({set})
            ORDER BY p.screening_id, CASE WHEN p.workspace_id = s.workspace_id THEN 0 ELSE 1 END, p.asked, p.workspace_id
            """, [.int(workspace.value)], set: ids.prefix(SQLSet.sizeMax).map { .int($0.value) }
        ) { row in found[ScreeningID(try row.int(6)), default: []].append(try read(row)) }
        return found
    }

    static func find(
        _ id: ScreeningID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> ScreeningParty? {
        try connection.first(
            """
            \(select) JOIN screening s ON s.id = p.screening_id
            WHERE p.screening_id = $1 AND p.workspace_id = $2 AND s.withdrawn = 0
            """, [.int(id.value), .int(workspace.value)], read)
    }

    /// Those that take part or were asked to, for one of a screening's workspaces: whom a change concerns.
    static func told(
        _ id: ScreeningID, by workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [WorkspaceID] {
        try connection.all(
            """
            SELECT p.workspace_id FROM screening_party p WHERE p.screening_id = $1
                AND (p.standing = 'asked' OR \(CaseRow.takesPart("p.screening_id", "p.workspace_id")))
                AND EXISTS (SELECT 1 FROM screening_party x WHERE x.screening_id = $1 AND x.workspace_id = $2)
            ORDER BY p.workspace_id
            """, [.int(id.value), .int(workspace.value)]
        ) { WorkspaceID(try $0.int(0)) }
    }

    /// False where another version stands.
    static func answer(
        _ id: ScreeningID, _ workspace: WorkspaceID, _ standing: PartyStanding, version: Int, by name: String,
        at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE screening_party SET standing = $4, answered = $5, answered_by = $6, version = version + 1
            WHERE screening_id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(id.value), .int(workspace.value), .int(version), .text(standing.rawValue), .text(at),
                .text(name),
            ]) > 0
    }

    private static func read(_ row: any Row) throws -> ScreeningParty {
        ScreeningParty(
            workspace: WorkspaceID(try row.int(0)), name: try row.text(1),
            standing: try row.value(2, PartyStanding.init(rawValue:)), asked: try row.text(3),
            answered: try row.textOrNil(4), version: Int(try row.int(5)))
    }
}
