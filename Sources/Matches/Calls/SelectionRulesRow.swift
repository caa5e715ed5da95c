import Domain
import Store

/// Rules of calls: what is not said is not there.
enum SelectionRulesRow {
    static func find(
        _ call: FundCallID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> SelectionRules {
        let values: [SQLValue] = [.int(call.value), .int(workspace.value)]
        let place = "call_id = $1 AND workspace_id = $2"
        var rules =
            try connection.first(
                "SELECT money, currency, count_max, per_state_max, version FROM call_rules WHERE \(place)", values
            ) { row in
                var rules = SelectionRules()
                if let minor = try row.intOrNil(0), let currency = try row.textOrNil(1).flatMap({ CurrencyCode($0) }) {
                    rules.money = Money(minor: minor, currency: currency)
                }
                rules.countMax = try row.intOrNil(2).map { Int($0) }
                rules.perStateMax = try row.intOrNil(3).map { Int($0) }
                rules.version = Int(try row.int(4))
                return rules
            } ?? SelectionRules()
        rules.criteria = try connection.all(
            "SELECT place, label, weight FROM call_criterion WHERE \(place) ORDER BY place", values
        ) { row in
            SelectionRules.Criterion(
                place: Int(try row.int(0)), label: try row.text(1), weight: Int(try row.int(2)))
        }
        try connection.query("SELECT kind, value, most FROM call_limit WHERE \(place)", values) { row in
            let (value, most) = (try row.text(1), Int(try row.int(2)))
            if try row.text(0) == "group" {
                rules.perGroup[value] = most
            } else if let kind = HelpKind(rawValue: value) {
                rules.perKind[kind] = most
            }
        }
        return rules
    }

    /// Throws `stale` where the version is another.
    static func write(
        _ rules: SelectionRules, of call: FundCallID, _ workspace: WorkspaceID, version: Int,
        _ connection: any WriteConnection
    ) throws {
        let values: [SQLValue] = [
            .int(call.value), .int(workspace.value), .optional(rules.money?.minor),
            .optional(rules.money?.currency.rawValue), .optional(rules.countMax), .optional(rules.perStateMax),
        ]
        let changed =
            version == 0
            ? try connection.execute(
                """
                INSERT INTO call_rules (call_id, workspace_id, money, currency, count_max, per_state_max, version)
                VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (call_id) DO NOTHING
                """, values)
            : try connection.execute(
                """
                UPDATE call_rules SET money = $3, currency = $4, count_max = $5, per_state_max = $6,
                    version = version + 1 WHERE call_id = $1 AND workspace_id = $2 AND version = $7
                """, values + [.int(version)])
        if changed == 0 {
            let now = try find(call, workspace, connection)
            throw WorkspaceError.stale(Subject(.fundCall, call.value), version: now.version)
        }
        for table in ["call_criterion", "call_limit"] {
            try connection.execute(
                "DELETE FROM \(table) WHERE call_id = $1 AND workspace_id = $2",
                [.int(call.value), .int(workspace.value)])
        }
        var criteria = SQLRows(columnCount: 5)
        for criterion in rules.criteria {
            criteria.append(
                .int(call.value), .int(workspace.value), .int(criterion.place), .text(criterion.label),
                .int(criterion.weight))
        }
        if !criteria.isEmpty {
            try connection.insert(
                into: "call_criterion", ["call_id", "workspace_id", "place", "label", "weight"], criteria)
        }
        var limits = SQLRows(columnCount: 5)
        for (kind, most) in rules.perKind.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            limits.append(
                .int(call.value), .int(workspace.value), .text("help"), .text(kind.rawValue), .int(most))
        }
        for (group, most) in rules.perGroup.sorted(by: { $0.key < $1.key }) {
            limits.append(.int(call.value), .int(workspace.value), .text("group"), .text(group), .int(most))
        }
        if !limits.isEmpty {
            try connection.insert(into: "call_limit", ["call_id", "workspace_id", "kind", "value", "most"], limits)
        }
    }
}

/// Marks of applications, with the version of each application's sheet of marks.
enum ApplicationMarkRow {
    /// Of the applications to one call of this workspace: by application, by the criterion's place.
    static func all(
        _ call: FundCallID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [ApplicationID: [Int: ApplicationMark]] {
        var found: [ApplicationID: [Int: ApplicationMark]] = [:]
        try connection.query(
            """
            SELECT m.application_id, m.place, m.mark, m.marked_by, m.at FROM application_mark m
            JOIN application a ON a.id = m.application_id AND a.partner_id = m.workspace_id
            WHERE m.workspace_id = $1 AND a.call_id = $2
            """, [.int(workspace.value), .int(call.value)]
        ) { row in
            found[ApplicationID(try row.int(0)), default: [:]][Int(try row.int(1))] = ApplicationMark(
                mark: Int(try row.int(2)), by: try row.text(3), at: try row.text(4))
        }
        return found
    }

    static func of(
        _ application: ApplicationID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [Int: ApplicationMark] {
        let rows = try connection.all(
            "SELECT place, mark, marked_by, at FROM application_mark WHERE application_id = $1 AND workspace_id = $2",
            [.int(application.value), .int(workspace.value)]
        ) { row in
            (Int(try row.int(0)), ApplicationMark(mark: Int(try row.int(1)), by: try row.text(2), at: try row.text(3)))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// 0 where nobody marked it yet.
    static func version(
        _ application: ApplicationID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Int {
        try connection.count(
            "SELECT version FROM application_marking WHERE application_id = $1 AND workspace_id = $2",
            [.int(application.value), .int(workspace.value)])
    }

    /// Replaces the marks of one application. Throws `stale` where the version is another.
    static func write(
        _ marks: [Int: ApplicationMark], of application: ApplicationID, _ workspace: WorkspaceID, version: Int,
        _ connection: any WriteConnection
    ) throws {
        let ids: [SQLValue] = [.int(application.value), .int(workspace.value)]
        let changed =
            version == 0
            ? try connection.execute(
                """
                INSERT INTO application_marking (application_id, workspace_id, version) VALUES ($1, $2, 1)
                ON CONFLICT (application_id) DO NOTHING
                """, ids)
            : try connection.execute(
                """
                UPDATE application_marking SET version = version + 1
                WHERE application_id = $1 AND workspace_id = $2 AND version = $3
                """, ids + [.int(version)])
        if changed == 0 {
            throw WorkspaceError.stale(
                Subject(.application, application.value),
                version: try self.version(application, workspace, connection))
        }
        try connection.execute("DELETE FROM application_mark WHERE application_id = $1 AND workspace_id = $2", ids)
        var rows = SQLRows(columnCount: 6)
        for (place, mark) in marks.sorted(by: { $0.key < $1.key }) {
            rows.append(
                .int(application.value), .int(workspace.value), .int(place), .int(mark.mark), .text(mark.by),
                .text(mark.at))
        }
        if !rows.isEmpty {
            try connection.insert(
                into: "application_mark", ["application_id", "workspace_id", "place", "mark", "marked_by", "at"], rows)
        }
    }
}
