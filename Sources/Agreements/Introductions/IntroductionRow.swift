import Cooperation
import Domain
import Programmes
import Store

/// Introductions: a row that two workspaces share, with the names of what it is about as far as the reader may see them.
enum IntroductionRow {
    /// An introduction as the reader's statement gives it.
    struct Seen {
        var introduction: Introduction
        var titles: IntroductionTitles
        /// The need is the reader's own, or shown to the reader now.
        var isNeedShown: Bool
    }

    private static let columns = """
        i.id, i.workspace_id, i.partner_id, i.need_id, i.need_workspace_id, i.offer_id, i.call_id, i.programme_id, i.peer,
        i.body, i.status, i.asked, i.asked_by, i.answered, i.answered_by, i.reason, i.version
        """

    /// `$1` is the reader's workspace. Names are read with the same predicates as what they name.
    private static let names = """
        (SELECT n.title FROM need n WHERE n.id = i.need_id AND (n.workspace_id = $1 OR (\(CooperationReader.need("$1"))))),
        (SELECT o.title FROM offer o WHERE o.id = i.offer_id
            AND (o.workspace_id = $1 OR (\(CooperationReader.published("o", "$1"))))),
        (SELECT k.title FROM fund_call k JOIN fund f ON f.id = k.fund_id WHERE k.id = i.call_id
            AND (f.workspace_id = $1 OR (\(CooperationReader.published("f", "$1"))))),
        (SELECT p.title FROM programme p WHERE p.id = i.programme_id AND p.withdrawn = 0
            AND (p.public = 1 OR p.workspace_id = $1))
        """

    /// `$1` is one of the two; `$2` the institution that alone may be seen, by its need, or null.
    private static let reach = """
        (i.workspace_id = $1 OR i.partner_id = $1) AND (EXISTS (SELECT 1 FROM need n
            WHERE n.id = i.need_id AND n.workspace_id = $1 AND n.institution_id = $2) OR $2 IS NULL)
        """

    static func insert(_ introduction: Introduction, _ connection: any WriteConnection) throws {
        let about = introduction.about
        try connection.execute(
            """
            INSERT INTO introduction (id, workspace_id, partner_id, need_id, need_workspace_id, offer_id, call_id,
                programme_id, peer, body, status, asked, asked_by, answered, answered_by, reason, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL, NULL, $14, $15)
            """,
            [
                .int(introduction.id.value), .int(introduction.asker.value), .int(introduction.asked.value),
                .optional(about.need?.value), .optional(introduction.needOwner?.value), .optional(about.offer?.value),
                .optional(about.call?.value), .optional(about.programme?.value), .optional(about.peer?.rawValue),
                .text(introduction.text), .text(introduction.status.rawValue), .text(introduction.made),
                .text(introduction.madeBy), .text(introduction.reason), .int(introduction.version),
            ])
    }

    /// Writes an answer by the asked side, or the asker's taking it back, while it waits. False where there is none of that version.
    static func answer(
        _ id: IntroductionID, _ status: IntroductionStatus, reason: String, by name: String, at: String,
        version: Int, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws -> Bool {
        let side = status == .withdrawn ? "workspace_id" : "partner_id"
        return try connection.execute(
            """
            UPDATE introduction SET status = $4, reason = $5, answered = $6, answered_by = $7, version = version + 1
            WHERE id = $1 AND \(side) = $2 AND version = $3 AND status = 'asked'
            """,
            [
                .int(id.value), .int(workspace.value), .int(version), .text(status.rawValue), .text(reason),
                .text(at), .text(name),
            ]) == 1
    }

    static func find(
        _ id: IntroductionID, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> Seen? {
        try seen("i.id = $3", [.int(id.value)], workspace, limit, connection).first
    }

    /// The latest first.
    static func all(
        _ workspace: WorkspaceID, _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Seen] { try seen("1 = 1", [], workspace, limit, connection) }

    private static func seen(
        _ condition: String, _ values: [SQLValue], _ workspace: WorkspaceID, _ limit: InstitutionID?,
        _ connection: any ReadConnection
    ) throws -> [Seen] {
        try connection.all(
            """
            SELECT \(columns), \(names) FROM introduction i WHERE \(reach) AND \(condition)
            ORDER BY i.id DESC LIMIT \(AgreementLimits.listMax)
            """, [.int(workspace.value), .optional(limit?.value)] + values
        ) { row in
            let introduction = try read(row)
            let titles = IntroductionTitles(
                need: try row.textOrNil(17), offer: try row.textOrNil(18), call: try row.textOrNil(19),
                programme: try row.textOrNil(20))
            return Seen(
                introduction: introduction, titles: titles,
                isNeedShown: introduction.about.need == nil || titles.need != nil)
        }
    }

    /// A request of the same two about the same that still waits.
    static func waiting(
        _ ask: IntroductionAsk, _ asker: WorkspaceID, _ asked: WorkspaceID, _ connection: any ReadConnection
    ) throws -> IntroductionID? {
        try connection.first(
            """
            SELECT id FROM introduction WHERE workspace_id = $1 AND partner_id = $2 AND status = 'asked'
                AND COALESCE(need_id, 0) = $3 AND COALESCE(offer_id, 0) = $4 AND COALESCE(call_id, 0) = $5
                AND COALESCE(programme_id, 0) = $6 AND COALESCE(peer, '') = $7 ORDER BY id LIMIT 1
            """,
            [
                .int(asker.value), .int(asked.value), .int(ask.need?.value ?? 0), .int(ask.offer?.value ?? 0),
                .int(ask.call?.value ?? 0), .int(ask.programme?.value ?? 0), .text(ask.peer?.rawValue ?? ""),
            ]
        ) { IntroductionID(try $0.int(0)) }
    }

    static func countWaiting(_ asker: WorkspaceID, _ connection: any ReadConnection) throws -> Int {
        try connection.count(
            "SELECT COUNT(*) FROM introduction WHERE workspace_id = $1 AND status = 'asked'", [.int(asker.value)])
    }

    private static func read(_ row: any Row) throws -> Introduction {
        Introduction(
            id: IntroductionID(try row.int(0)), asker: WorkspaceID(try row.int(1)),
            asked: WorkspaceID(try row.int(2)),
            about: IntroductionAsk(
                need: try row.intOrNil(3).map { NeedID($0) }, offer: try row.intOrNil(5).map { OfferID($0) },
                call: try row.intOrNil(6).map { FundCallID($0) },
                programme: try row.intOrNil(7).map { ProgrammeID($0) },
                peer: try row.textOrNil(8).map { StateCode($0) }),
            needOwner: try row.intOrNil(4).map { WorkspaceID($0) }, text: try row.text(9),
            status: try row.value(10, IntroductionStatus.init(rawValue:)), made: try row.text(11),
            madeBy: try row.text(12), answered: try row.textOrNil(13), answeredBy: try row.textOrNil(14),
            reason: try row.text(15), version: Int(try row.int(16)))
    }
}
