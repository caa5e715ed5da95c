import Cooperation
import Domain
import Plans
import Store

/// Laws, indicators and public needs of the workspace.
enum MeasureFactRow {
    static func fill(_ facts: inout ReportFacts, _ connection: any ReadConnection) throws {
        facts.laws = try laws(facts.workspace.id, connection)
        facts.indicators = try indicators(facts.workspace.id, connection)
        facts.needs = try needs(facts.workspace.id, connection)
    }

    /// What everybody may read: with a consent that stands.
    private static func needs(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [NeedFact] {
        try connection.all(
            """
            SELECT n.id, n.title, s.office, s.day, s.instrument FROM need n
            JOIN need_consent s ON s.need_id = n.id AND s.workspace_id = n.workspace_id AND s.withdrawn IS NULL
            WHERE n.workspace_id = $1 AND \(CooperationReader.need("$2")) ORDER BY n.id
            """, [.int(workspace.value), .int(CooperationReader.everybody.number)]
        ) { row in
            NeedFact(
                id: try row.int(0), title: try row.text(1), office: try row.text(2),
                consented: CalendarDate(try row.text(3)), instrument: try row.text(4))
        }
    }

    private static func laws(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [LawFact] {
        let own: [SQLValue] = [.int(workspace.value)]
        var laws = try connection.all(
            "SELECT id, title, article, summary, lead, version FROM law WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY id",
            own
        ) { row in
            LawFact(
                law: Law(
                    id: LawID(try row.int(0)), workspace: workspace, title: try row.text(1), article: try row.text(2),
                    summary: try row.text(3), lead: try row.intOrNil(4).map { InstitutionID($0) },
                    version: Int(try row.int(5))))
        }
        let places = Dictionary(
            laws.indices.map { (laws[$0].law.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        try connection.query(
            "SELECT law_id, stage, on_day FROM law_stage WHERE workspace_id = $1 AND retracted IS NULL ORDER BY on_day, id",
            own
        ) { row in
            guard let place = places[try row.int(0)] else { return }
            laws[place].stage = try row.text(1)
            laws[place].since = try row.value(2) { CalendarDate($0) }
        }
        try connection.query("SELECT law_id, instrument, article FROM law_norm WHERE workspace_id = $1", own) { row in
            guard let place = places[try row.int(0)] else { return }
            laws[place].law.norms.append(LawNorm(instrument: try row.text(1), article: try row.text(2)))
        }
        try connection.query("SELECT law_id, kind, target_id FROM law_link WHERE workspace_id = $1", own) { row in
            guard let place = places[try row.int(0)] else { return }
            laws[place].law.links.append(
                LawLink(kind: try row.value(1, LawLink.Kind.init(rawValue:)), id: try row.int(2)))
        }
        return laws
    }

    /// With the latest value of the whole population.
    private static func indicators(
        _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [IndicatorFact] {
        let own: [SQLValue] = [.int(workspace.value)]
        var facts = try connection.all(
            "SELECT id, title, unit FROM indicator WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY id", own
        ) { row in
            IndicatorFact(
                id: try row.int(0), title: try row.text(1), unit: try row.text(2), valueSource: "", commitments: [])
        }
        let places = Dictionary(facts.indices.map { (facts[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        try connection.query(
            """
            SELECT indicator_id, period, value, source FROM observation WHERE workspace_id = $1 AND value IS NOT NULL
            AND sex = '' AND age = '' AND disability = '' AND region = '' AND population = '' ORDER BY period, id
            """, own
        ) { row in
            guard let place = places[try row.int(0)] else { return }
            facts[place].period = try row.text(1)
            facts[place].value = try row.text(2)
            facts[place].valueSource = try row.text(3)
        }
        try connection.query(
            "SELECT indicator_id, code FROM indicator_link WHERE workspace_id = $1 AND kind = 'commitment'", own
        ) { row in
            guard let place = places[try row.int(0)], let id = CommitmentID(try row.text(1)) else { return }
            facts[place].commitments.insert(id)
        }
        return facts
    }
}
