import Domain
import Operations
import Plans
import Programmes
import Store

/// A State's issues with what serves them, as rows.
struct GapIssueRows {
    let state: StateCode
    let conditions: GapConditions
    let connection: any ReadConnection

    /// Recommendations of the scope in each issue, and each recommendation's issue.
    func members() throws -> (counts: [IssueID: Int], places: [Int64: IssueID]) {
        var condition = RowCondition()
        condition.add("m.state = \(condition.bind(.text(state.rawValue)))")
        for (kind, code) in [("theme", conditions.scope.theme), ("person", conditions.scope.person)] {
            guard let code else { continue }
            condition.add(
                """
                EXISTS (SELECT 1 FROM tag g JOIN term t ON t.id = g.term_id WHERE g.recommendation_id = m.recommendation_id
                    AND t.kind = '\(kind)' AND t.code = \(condition.bind(.text(code))))
                """)
        }
        var counts: [IssueID: Int] = [:]
        var places: [Int64: IssueID] = [:]
        try connection.query(
            """
            SELECT m.issue_id, m.recommendation_id FROM issue_member m JOIN recommendation r ON r.id = m.recommendation_id
            WHERE \(condition.sql) AND r.kind = 'recommendation' AND r.merged_into IS NULL
            """, condition.values
        ) { row in
            let issue = IssueID(try row.int(0))
            counts[issue, default: 0] += 1
            places[try row.int(1)] = issue
        }
        return (counts, places)
    }

    /// Programmes under way by issue, and how each is linked.
    func programmes() throws -> [IssueID: [LinkedProgramme]] {
        var condition = conditions.ofTheWorld.programmes()
        condition.add("i.state = \(condition.bind(.text(state.rawValue)))")
        condition.add(GapConditions.stands("l"))
        var found: [IssueID: [ProgrammeID: LinkedProgramme]] = [:]
        try connection.query(
            """
            SELECT l.issue_id, l.programme_id, l.origin, l.strength FROM issue i
            JOIN programme_issue l ON l.issue_id = i.id JOIN programme p ON p.id = l.programme_id WHERE \(condition.sql)
            """, condition.values
        ) { row in
            let (issue, id) = (IssueID(try row.int(0)), ProgrammeID(try row.int(1)))
            let origin = try row.value(2, IssueLink.Origin.init(rawValue:))
            var linked = found[issue]?[id] ?? LinkedProgramme(id: id, strength: 0, isClose: false)
            linked.strength += Int(try row.int(3))
            if origin != .sector { linked.isClose = true }
            found[issue, default: [:]][id] = linked
        }
        return found.mapValues { $0.values.sorted { $0.id < $1.id } }
    }

    /// Needs by the issue they were stated from, directly or through a recommendation or the reader's own plan.
    func needs(_ places: [Int64: IssueID], _ commitments: [Int64: IssueID]) throws -> [IssueID: [NeedID]] {
        var condition = try conditions.ofAllThemes.needs()
        condition.add(GapConditions.showsSources("$1"))
        var found: [IssueID: Set<NeedID>] = [:]
        try connection.query(
            """
            SELECT n.id, s.kind, s.source_id, a.commitment_id FROM need n JOIN need_source s ON s.need_id = n.id
            LEFT JOIN action a ON s.kind = 'action' AND a.id = s.source_id AND a.workspace_id = n.workspace_id
            WHERE \(condition.sql)
            """, condition.values
        ) { row in
            let source = try row.int(2)
            let issue: IssueID? =
                switch try row.value(1, NeedSource.Kind.init(rawValue:)) {
                case .issue: IssueID(source)
                case .recommendation: places[source]
                case .commitment: commitments[source]
                case .action: try row.intOrNil(3).flatMap { commitments[$0] }
                case .document: nil
                }
            if let issue { found[issue, default: []].insert(NeedID(try row.int(0))) }
        }
        return found.mapValues { $0.sorted() }
    }

    /// Themes on which an offer that takes the State is open.
    func offered() throws -> Set<String> {
        let condition = conditions.ofAllThemes.offers()
        return Set(
            try connection.all(
                """
                SELECT DISTINCT x.value FROM offer o JOIN offer_value x ON x.offer_id = o.id AND x.kind = 'theme'
                WHERE \(condition.sql)
                """, condition.values
            ) { try $0.text(0) })
    }

    /// Whether the State's mechanism has a workspace that is open.
    func isHere() throws -> Bool {
        try connection.count(
            "SELECT COUNT(*) FROM workspace WHERE state = $1 AND kind = 'mechanism' AND closed = 0",
            [.text(state.rawValue)]) > 0
    }
}

/// A programme as linked to an issue.
struct LinkedProgramme: Hashable {
    var id: ProgrammeID
    /// All reasons together.
    var strength: Int
    /// Linked by more than a purpose code, which is wide.
    var isClose: Bool
}

extension GapConditions {
    private init(_ other: GapConditions, _ scope: GapScope, isWorld: Bool) {
        self.scope = scope
        reader = other.reader
        states = isWorld ? nil : other.states
        groups = isWorld ? [] : other.groups
        today = other.today
    }

    /// The same reader, and all there is.
    var ofTheWorld: GapConditions { GapConditions(self, GapScope(), isWorld: true) }

    /// The same reader and States, for all themes and all persons.
    var ofAllThemes: GapConditions {
        GapConditions(self, GapScope(state: scope.state, group: scope.group), isWorld: false)
    }
}
