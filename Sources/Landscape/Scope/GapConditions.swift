import Cooperation
import Domain
import People
import Store

/// Which rows a reader sees within a scope: one place for every figure, list and file, so that each says the same.
struct GapConditions {
    let scope: GapScope
    let reader: GapReader
    /// The States of the scope, and the groups these are in; nil: all States.
    let states: [StateCode]?
    let groups: [String]
    /// `YYYY-MM-DD`.
    let today: String

    init(_ scope: GapScope, _ reader: GapReader, _ landscape: Landscape) {
        self.scope = scope
        self.reader = reader
        if let state = scope.state {
            states = [state]
        } else {
            states = scope.group.map { landscape.states(of: $0) }
        }
        groups = Set((states ?? []).flatMap { landscape.groups(of: $0) }).sorted()
        today = String(landscape.store.clock.instant.prefix(10))
    }

    private var workspace: Int64 {
        if case .member(let member) = reader { member.workspace.id.value } else { 0 }
    }

    /// Needs `n` that are still asked for. Of one's own workspace drafts too, within one's institution; of others, what they show.
    func needs() throws(WorkspaceError) -> RowCondition {
        var condition = RowCondition()
        let place = condition.bind(.int(workspace))
        let others = CooperationReader.need(place)
        if case .member(let member) = reader {
            var own = "n.workspace_id = \(place)"
            if let limit = try member.limit(.seeCooperation) {
                own += " AND n.institution_id = \(condition.bind(.int(limit.value)))"
            }
            condition.add("((\(own)) OR (n.workspace_id <> \(place) AND \(others)))")
        } else {
            condition.add("(\(others))")
        }
        condition.add("n.status IN ('open', 'talking', 'partly-met')")
        if let states { condition.add("n.state IN (\(Self.set(states, &condition)))") }
        if let theme = scope.theme {
            condition.add(
                """
                EXISTS (SELECT 1 FROM need_value v WHERE v.need_id = n.id AND v.kind = 'theme'
                    AND v.value = \(condition.bind(.text(theme))))
                """)
        }
        if let person = scope.person { condition.add(concerns(condition.bind(.text(person)), place)) }
        return condition
    }

    /// Whether what a need answers speaks of a group of persons, where its State shows what it answers.
    private func concerns(_ person: String, _ workspace: String) -> String {
        """
        \(Self.showsSources(workspace)) AND EXISTS (SELECT 1 FROM need_source s
            LEFT JOIN issue_member m ON s.kind = 'issue' AND m.issue_id = s.source_id
            JOIN tag g ON g.recommendation_id = CASE WHEN s.kind = 'recommendation' THEN s.source_id
                ELSE m.recommendation_id END
            JOIN term t ON t.id = g.term_id
            WHERE s.need_id = n.id AND s.kind IN ('issue', 'recommendation') AND t.kind = 'person' AND t.code = \(person))
        """
    }

    /// What a State keeps to itself is kept from figures as well.
    static func showsSources(_ workspace: String) -> String {
        "(n.workspace_id = \(workspace) OR REPLACE(n.hidden, 'sources', '') = n.hidden)"
    }

    /// Offers `o` that are open today and take a State of the scope; a State's own offers are no help to itself.
    func offers() -> RowCondition {
        var condition = RowCondition()
        condition.add(CooperationReader.published("o", condition.bind(.int(workspace))))
        condition.add("o.status = 'open' AND (o.ends IS NULL OR o.ends >= \(condition.bind(.text(today))))")
        if let states {
            let codes = Self.set(states, &condition)
            let named =
                groups.isEmpty
                ? "" : " OR (v.kind = 'group' AND v.value IN (\(condition.bind(groups.map { .text($0) }))))"
            condition.add(
                """
                (NOT EXISTS (SELECT 1 FROM offer_value v WHERE v.offer_id = o.id AND v.kind IN ('state', 'group'))
                OR EXISTS (SELECT 1 FROM offer_value v WHERE v.offer_id = o.id
                    AND ((v.kind = 'state' AND v.value IN (\(codes)))\(named))))
                """)
        }
        if let state = scope.state {
            condition.add(
                """
                NOT EXISTS (SELECT 1 FROM workspace own WHERE own.id = o.workspace_id AND own.state = \
                \(condition.bind(.text(state.rawValue))))
                """)
        }
        if let theme = scope.theme {
            condition.add(
                """
                EXISTS (SELECT 1 FROM offer_value v WHERE v.offer_id = o.id AND v.kind = 'theme'
                    AND v.value = \(condition.bind(.text(theme))))
                """)
        }
        return condition
    }

    /// Programmes `p` under way, as whoever reports them says: public ones, and what one's own workspace keeps.
    func programmes() -> RowCondition {
        var condition = RowCondition()
        let own = workspace == 0 ? "" : " OR p.workspace_id = \(condition.bind(.int(workspace)))"
        condition.add("p.withdrawn = 0 AND p.status = '2' AND (p.public = 1\(own))")
        if let states {
            condition.add(
                """
                EXISTS (SELECT 1 FROM programme_state s WHERE s.programme_id = p.id
                    AND s.state IN (\(Self.set(states, &condition))))
                """)
        }
        if let theme = scope.theme {
            condition.add(
                """
                EXISTS (SELECT 1 FROM programme_purpose u WHERE u.kind = 'theme'
                    AND u.code = \(condition.bind(.text(theme))) AND u.programme_id = p.id)
                """)
        }
        if let person = scope.person, let state = scope.state {
            condition.add(
                """
                EXISTS (SELECT 1 FROM programme_issue l JOIN issue_member m ON m.issue_id = l.issue_id
                    JOIN tag g ON g.recommendation_id = m.recommendation_id JOIN term t ON t.id = g.term_id
                    WHERE l.programme_id = p.id AND m.state = \(condition.bind(.text(state.rawValue)))
                    AND \(Self.stands("l")) AND t.kind = 'person' AND t.code = \(condition.bind(.text(person))))
                """)
        }
        return condition
    }

    /// Agreements `a` in force that anybody may read, and those one's own workspace is a party of.
    func agreements() throws -> RowCondition {
        var condition = RowCondition()
        var seen = """
            NOT EXISTS (SELECT 1 FROM agreement_party y WHERE y.agreement_id = a.id AND y.number = a.current AND y.public = 0)
            """
        // Whoever works for one institution sees the agreements of that one on their own page.
        if case .member(let member) = reader, try member.limit(.seeCooperation) == nil {
            seen += """
                 OR EXISTS (SELECT 1 FROM agreement_party y WHERE y.agreement_id = a.id AND y.number = a.current
                    AND y.workspace_id = \(condition.bind(.int(workspace))))
                """
        }
        condition.add("a.status = 'in-force' AND a.current IS NOT NULL AND (\(seen))")
        if let states {
            condition.add(
                """
                EXISTS (SELECT 1 FROM agreement_party y JOIN workspace m ON m.id = y.workspace_id
                    WHERE y.agreement_id = a.id AND y.number = a.current AND m.kind = 'mechanism'
                    AND m.state IN (\(Self.set(states, &condition))))
                """)
        }
        return condition
    }

    /// That nobody took the link `l` between programme and issue away.
    static func stands(_ link: String) -> String {
        """
        NOT EXISTS (SELECT 1 FROM programme_issue_removal r WHERE r.programme_id = \(link).programme_id
            AND r.issue_id = \(link).issue_id)
        """
    }

    private static func set(_ states: [StateCode], _ condition: inout RowCondition) -> String {
        // No State at all is a set of nothing, which SQL cannot write.
        states.isEmpty ? "''" : condition.bind(states.map { .text($0.rawValue) })
    }
}
