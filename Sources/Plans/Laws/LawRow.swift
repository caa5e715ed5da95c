import Domain
import Store

/// Laws with their stages, norms and links.
enum LawRow {
    private static let columns = "id, workspace_id, title, article, summary, lead, withdrawn, version"

    static func insert(_ law: Law, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO law (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            [
                .int(law.id.value), .int(law.workspace.value), .text(law.title), .text(law.article),
                .text(law.summary), .optional(law.lead?.value), .flag(law.isWithdrawn), .int(law.version),
            ])
        try writeParts(law, connection)
    }

    /// Throws `stale` where the version is another.
    static func update(_ law: Law, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE law SET title = $4, article = $5, summary = $6, lead = $7, withdrawn = $8, version = version + 1
            WHERE id = $1 AND workspace_id = $2 AND version = $3
            """,
            [
                .int(law.id.value), .int(law.workspace.value), .int(version), .text(law.title), .text(law.article),
                .text(law.summary), .optional(law.lead?.value), .flag(law.isWithdrawn),
            ])
        if changed == 0 {
            guard let now = try find(law.id, law.workspace, connection) else { throw WorkspaceError.notFound }
            throw WorkspaceError.stale(law.subject, version: now.version)
        }
        for table in ["law_norm", "law_link"] {
            try connection.execute(
                "DELETE FROM \(table) WHERE law_id = $1 AND workspace_id = $2",
                [.int(law.id.value), .int(law.workspace.value)])
        }
        try writeParts(law, connection)
    }

    private static func writeParts(_ law: Law, _ connection: any WriteConnection) throws {
        var norms = SQLRows(columnCount: 4, rowsExpected: law.norms.count)
        for norm in law.norms {
            norms.append(
                .int(law.id.value), .int(law.workspace.value), .text(norm.instrument), .text(norm.article))
        }
        if !norms.isEmpty {
            try connection.insert(into: "law_norm", ["law_id", "workspace_id", "instrument", "article"], norms)
        }
        var links = SQLRows(columnCount: 4, rowsExpected: law.links.count)
        for link in law.links {
            links.append(.int(law.id.value), .int(law.workspace.value), .text(link.kind.rawValue), .int(link.id))
        }
        if !links.isEmpty {
            try connection.insert(into: "law_link", ["law_id", "workspace_id", "kind", "target_id"], links)
        }
    }

    /// With `limit`: within what this institution reaches.
    static func find(
        _ id: LawID, _ workspace: WorkspaceID, limit: InstitutionID? = nil, _ connection: any ReadConnection
    ) throws -> Law? {
        try laws("law.id = $2", [.int(workspace.value), .int(id.value)], limit, connection).first
    }

    /// By title.
    static func all(
        _ workspace: WorkspaceID, limit: InstitutionID? = nil, _ connection: any ReadConnection
    ) throws -> [Law] {
        try laws("1 = 1", [.int(workspace.value)], limit, connection)
    }

    /// Those that serve this.
    static func serving(
        _ link: LawLink, _ workspace: WorkspaceID, limit: InstitutionID? = nil, _ connection: any ReadConnection
    ) throws -> [Law] {
        try laws(
            """
            withdrawn = 0 AND EXISTS (SELECT 1 FROM law_link s WHERE s.law_id = law.id AND s.workspace_id = $1
            AND s.kind = $2 AND s.target_id = $3)
            """, [.int(workspace.value), .text(link.kind.rawValue), .int(link.id)], limit, connection)
    }

    private static func laws(
        _ condition: String, _ values: [SQLValue], _ limit: InstitutionID?, _ connection: any ReadConnection
    ) throws -> [Law] {
        let reach = limit.map { _ in " AND " + PlanReach.law("law", "$\(values.count + 1)", "$1") } ?? ""
        var laws = try connection.all(
            """
            SELECT \(columns) FROM law WHERE workspace_id = $1 AND \(condition)\(reach)
            ORDER BY title, id LIMIT \(Laws.lawsMax)
            """, values + (limit.map { [.int($0.value)] } ?? [])
        ) { row in
            Law(
                id: LawID(try row.int(0)), workspace: WorkspaceID(try row.int(1)), title: try row.text(2),
                article: try row.text(3), summary: try row.text(4),
                lead: try row.intOrNil(5).map { InstitutionID($0) }, isWithdrawn: try row.int(6) == 1,
                version: Int(try row.int(7)))
        }
        let places = Dictionary(
            laws.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        guard let first = laws.first else { return [] }
        let one = laws.count == 1 ? " AND law_id = \(first.id.value)" : ""
        let workspace = values.prefix(1)
        try connection.query(
            "SELECT law_id, instrument, article FROM law_norm WHERE workspace_id = $1\(one)", Array(workspace)
        ) { row in
            guard let place = places[try row.int(0)] else { return }
            laws[place].norms.append(LawNorm(instrument: try row.text(1), article: try row.text(2)))
        }
        try connection.query(
            "SELECT law_id, kind, target_id FROM law_link WHERE workspace_id = $1\(one)", Array(workspace)
        ) { row in
            guard let place = places[try row.int(0)] else { return }
            laws[place].links.append(
                LawLink(kind: try row.value(1, LawLink.Kind.init(rawValue:)), id: try row.int(2)))
        }
        for place in laws.indices {
            laws[place].norms.sort()
            laws[place].links.sort()
        }
        return laws
    }

    static func insert(
        _ step: LawStep, of law: LawID, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO law_stage (id, workspace_id, law_id, stage, on_day, note, source, said_by, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(step.id.value), .int(workspace.value), .int(law.value), .text(step.stage.rawValue),
                .text(step.day.description), .text(step.note), .text(step.source), .text(step.by), .text(step.at),
            ])
    }

    /// Says whether there was such a stage that was not retracted before.
    static func retract(
        _ step: ID<LawStep>, of law: LawID, because: String, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE law_stage SET retracted = $4 WHERE id = $1 AND law_id = $2 AND workspace_id = $3
            AND retracted IS NULL
            """, [.int(step.value), .int(law.value), .int(workspace.value), .text(because)]) > 0
    }

    /// Of all laws of a workspace, or of one; by law, oldest first.
    static func steps(
        _ law: LawID?, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [LawID: [LawStep]] {
        var steps: [LawID: [LawStep]] = [:]
        try connection.query(
            """
            SELECT law_id, id, stage, on_day, note, source, said_by, at, retracted FROM law_stage WHERE workspace_id = $1\
            \(law == nil ? "" : " AND law_id = $2") ORDER BY on_day, id
            """, [.int(workspace.value)] + (law.map { [.int($0.value)] } ?? [])
        ) { row in
            guard let day = CalendarDate(try row.text(3)) else { return }
            steps[LawID(try row.int(0)), default: []].append(
                LawStep(
                    id: ID<LawStep>(try row.int(1)), stage: try row.value(2, LawStage.init(rawValue:)), day: day,
                    note: try row.text(4), source: try row.text(5), by: try row.text(6), at: try row.text(7),
                    retracted: try row.textOrNil(8)))
        }
        return steps
    }
}
