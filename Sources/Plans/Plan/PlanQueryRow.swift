import Domain
import Store

/// The conditions of a list of the plan as SQL: `c` is the commitment everywhere, `p` the recommendation and `a` the action of
/// lists of those, `i` the institution that leads the row.
struct PlanQuery {
    let rows: PlanRows
    private(set) var conditions: [String] = []
    private(set) var values: [SQLValue] = []
    private let today: String

    init(
        _ rows: PlanRows, _ filter: PlanFilter, _ workspace: WorkspaceID, _ limit: InstitutionID?, _ today: CalendarDate
    ) {
        self.rows = rows
        self.today = today.description
        let place = bind(.int(workspace.value))
        conditions.append("\(alias).workspace_id = \(place) AND \(alias).withdrawn = 0 AND c.withdrawn = 0")
        if let limit { addReach(bind(.int(limit.value))) }
        addPeople(filter)
        addStates(filter)
        addTime(filter)
        addMoney(filter)
        addRecord(filter)
        addText(filter.text)
    }

    private var alias: String {
        switch rows {
        case .commitments: "c"
        case .recommendations: "p"
        case .actions: "a"
        }
    }

    /// The tables, with the institution that leads.
    var from: String {
        switch rows {
        case .commitments: "commitment c LEFT JOIN institution i ON i.id = c.lead_id"
        case .recommendations:
            """
            commitment_recommendation p JOIN commitment c ON c.id = p.commitment_id
            LEFT JOIN institution i ON i.id = COALESCE(p.lead_id, c.lead_id)
            """
        case .actions:
            "action a JOIN commitment c ON c.id = a.commitment_id LEFT JOIN institution i ON i.id = a.lead_id"
        }
    }

    var whereClause: String { conditions.joined(separator: " AND ") }
    var id: String { "\(alias).id" }

    /// Keeps a value and says where it stands.
    mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    mutating func add(_ condition: String) { conditions.append(condition) }

    /// A text that sorts rows; never NULL.
    func key(_ sort: PlanSort) -> String {
        switch sort {
        case .due: "COALESCE(\(due), '9999-99-99')"
        case .priority:
            "CASE c.priority WHEN 'high' THEN '0' WHEN 'medium' THEN '1' WHEN 'low' THEN '2' ELSE '3' END"
        case .title: rows == .actions ? "a.title_key" : "c.title_key"
        case .lead: "COALESCE(i.name_key, '\u{10FFFF}')"
        case .status:
            rows == .actions
                ? """
                CASE a.status WHEN 'delayed' THEN '0' WHEN 'started' THEN '1' WHEN 'planned' THEN '2'
                WHEN 'stopped' THEN '3' ELSE '4' END
                """
                : """
                CASE \(alias).status WHEN 'notStarted' THEN '1' WHEN 'underWay' THEN '2' WHEN 'partly' THEN '3'
                WHEN 'fully' THEN '4' WHEN 'notPursued' THEN '5' ELSE '0' END
                """
        case .made: "''"
        }
    }

    private var due: String {
        switch rows {
        case .commitments: "c.due"
        case .recommendations: "COALESCE(p.due, c.due)"
        case .actions: "a.due"
        }
    }

    private mutating func addReach(_ who: String) {
        switch rows {
        case .commitments: conditions.append(PlanReach.commitment("c", who))
        case .recommendations: conditions.append(PlanReach.recommendation("p", who))
        case .actions: conditions.append(PlanReach.action("a", who))
        }
    }

    private mutating func addPeople(_ filter: PlanFilter) {
        let lead = rows == .recommendations ? "COALESCE(p.lead_id, c.lead_id)" : "\(alias).lead_id"
        switch filter.lead {
        case .institution(let id): conditions.append("\(lead) = \(bind(.int(id.value)))")
        case .nobody: conditions.append("\(lead) IS NULL")
        case nil: break
        }
        guard let supporting = filter.supporting else { return }
        let who = bind(.int(supporting.value))
        conditions.append(
            rows == .actions
                ? "a.id IN (SELECT s.action_id FROM action_support s WHERE s.institution_id = \(who))"
                : "c.id IN (SELECT s.commitment_id FROM commitment_support s WHERE s.institution_id = \(who))")
    }

    private mutating func addStates(_ filter: PlanFilter) {
        if let priority = filter.priority { conditions.append("c.priority = \(bind(.text(priority.rawValue)))") }
        let status = rows == .recommendations ? "p.status" : "c.status"
        switch filter.standing {
        case .said(let value): conditions.append("\(status) = \(bind(.text(value.rawValue)))")
        case .nothing: conditions.append("\(status) IS NULL")
        case nil: break
        }
        if let value = filter.actionStatus {
            let place = bind(.text(value.rawValue))
            conditions.append(rows == .actions ? "a.status = \(place)" : ofActions("x.status = \(place)"))
        }
        if let issue = filter.issue { conditions.append("c.issue_id = \(bind(.int(issue.value)))") }
        if let commitment = filter.commitment { conditions.append("c.id = \(bind(.int(commitment.value)))") }
        if let recommendation = filter.recommendation {
            let which = bind(.int(recommendation.value))
            conditions.append(
                rows == .recommendations
                    ? "p.recommendation_id = \(which)"
                    : """
                    c.id IN (SELECT q.commitment_id FROM commitment_recommendation q
                        WHERE q.recommendation_id = \(which) AND q.withdrawn = 0)
                    """)
        }
        if filter.isWithoutAction {
            conditions.append("NOT EXISTS (SELECT 1 FROM action x WHERE x.commitment_id = c.id AND x.withdrawn = 0)")
        }
    }

    private mutating func addTime(_ filter: PlanFilter) {
        if let from = filter.dueFrom { conditions.append("\(due) >= \(bind(.text(from.description)))") }
        if let to = filter.dueTo { conditions.append("\(due) <= \(bind(.text(to.description)))") }
        guard filter.isLate else { return }
        let day = bind(.text(today))
        let isOpen = "(\(alias).status IS NULL OR \(alias).status NOT IN ('fully', 'notPursued'))"
        switch rows {
        case .commitments:
            let actions = ofActions("x.due < \(day) AND x.status NOT IN ('done', 'stopped')")
            conditions.append("((c.due < \(day) AND \(isOpen)) OR \(actions))")
        case .recommendations: conditions.append("(\(due) < \(day) AND \(isOpen))")
        case .actions: conditions.append("(a.due < \(day) AND a.status NOT IN ('done', 'stopped'))")
        }
    }

    private mutating func addMoney(_ filter: PlanFilter) {
        let table = rows == .actions ? "a" : "x"
        var parts: [String] = []
        if let money = filter.money { parts.append("\(table).gap \(money == .missing ? "> 0" : "IS NULL")") }
        if let currency = filter.currency { parts.append("\(table).currency = \(bind(.text(currency.rawValue)))") }
        guard !parts.isEmpty else { return }
        let condition = parts.joined(separator: " AND ")
        conditions.append(rows == .actions ? condition : ofActions(condition))
    }

    private func ofActions(_ condition: String) -> String {
        "EXISTS (SELECT 1 FROM action x WHERE x.commitment_id = c.id AND x.withdrawn = 0 AND \(condition))"
    }

    /// Words of the title, of the commitment's where rows are recommendations.
    private mutating func addText(_ text: String) {
        let title = rows == .actions ? "a.title_key" : "c.title_key"
        for word in PlanWords.folded(text) {
            let place = bind(.text(word))
            conditions.append("replace(\(title), \(place), '') <> \(title)")
        }
    }
}

// What the record says.
extension PlanQuery {
    private mutating func addRecord(_ filter: PlanFilter) {
        var record: [String] = []
        if let mechanism = filter.mechanism { record.append("d.mechanism = \(bind(.text(mechanism.rawValue)))") }
        if let position = filter.position { record.append("r.position = \(bind(.text(position.rawValue)))") }
        if let theme = filter.theme { record.append(tagged("theme", theme)) }
        if let person = filter.person { record.append(tagged("person", person)) }
        if let goal = filter.goal { record.append(tagged("sdg", goal, isFamily: !goal.contains("."))) }
        guard !record.isEmpty else { return }
        let whose = rows == .recommendations ? "q.id = p.id" : "q.commitment_id = c.id AND q.withdrawn = 0"
        add(
            """
            EXISTS (SELECT 1 FROM commitment_recommendation q JOIN recommendation o ON o.id = q.recommendation_id
                JOIN recommendation r ON r.id = COALESCE(o.merged_into, o.id) JOIN document d ON d.id = r.document_id
                WHERE \(whose) AND \(record.joined(separator: " AND ")))
            """)
    }

    /// A tag holds where a source gives it and nobody rejected it, or where a person gave it.
    private mutating func tagged(_ kind: String, _ code: String, isFamily: Bool = false) -> String {
        let name = bind(.text(kind))
        let whole = bind(.text(code))
        var condition = "(t.code = \(whole)"
        var decided = "(e.code = \(whole)"
        if isFamily {
            let beginning = bind(.text(code + "."))
            condition += " OR substr(t.code, 1, \(code.count + 1)) = \(beginning)"
            decided += " OR substr(e.code, 1, \(code.count + 1)) = \(beginning)"
        }
        let last = """
            SELECT MAX(l.id) FROM tag_decision l
            WHERE l.recommendation_id = e.recommendation_id AND l.kind = e.kind AND l.code = e.code
            """
        return """
            (EXISTS (SELECT 1 FROM tag g JOIN term t ON t.id = g.term_id
                WHERE g.recommendation_id = r.id AND t.kind = \(name) AND \(condition))
                AND NOT EXISTS (SELECT 1 FROM tag_decision e WHERE e.recommendation_id = r.id AND e.kind = t.kind
                    AND e.code = t.code AND e.verdict = 'rejected' AND e.id = (\(last))))
            OR EXISTS (SELECT 1 FROM tag_decision e WHERE e.recommendation_id = r.id AND e.kind = \(name) AND \(decided))
                AND e.verdict IN ('confirmed', 'added') AND e.id = (\(last))))
            """
    }
}
