import Domain
import Store

/// What stands beside an emerging issue: codes and links that are reviewed with it; proponents, drafts and steps that are added.
enum EmergingParts {
    static func filled(
        _ issues: [EmergingIssue], _ connection: any ReadConnection
    ) throws -> [EmergingIssue] {
        var places: [Int64: Int] = [:]
        for (place, issue) in issues.enumerated() { places[issue.id.value] = place }
        var (issues, rest) = (issues, issues[...])
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax).map { SQLValue.int($0.id.value) }
            rest = rest.dropFirst(set.count)
            func each(_ sql: String, _ act: (inout EmergingIssue, any Row) throws -> Void) throws {
                try connection.query(sql, [], set: set) { row in
                    if let place = places[try row.int(0)] { try act(&issues[place], row) }
                }
            }
            try each(
                """
                SELECT emerging_id, kind, value FROM emerging_value WHERE emerging_id IN ({set})
                ORDER BY emerging_id, kind, value
                """
            ) { issue, row in
                let code = try row.text(2)
                switch try row.text(1) {
                case "theme": issue.content.themes.append(code)
                case "goal": issue.content.goals.append(code)
                default: issue.content.persons.append(code)
                }
            }
            try each(
                """
                SELECT emerging_id, kind, target_id FROM emerging_link WHERE emerging_id IN ({set})
                ORDER BY emerging_id, kind, target_id
                """
            ) { issue, row in
                issue.content.links.append(
                    EmergingLink(try row.value(1, EmergingLink.Kind.init(rawValue:)), try row.int(2)))
            }
            try each(
                """
                SELECT emerging_id, id, kind, name, consented, removed, at FROM emerging_proponent
                WHERE emerging_id IN ({set}) ORDER BY emerging_id, id
                """
            ) { issue, row in issue.proponents.append(try proponent(row)) }
            try each(
                """
                SELECT emerging_id, id, day, title, body, address, language, struck, struck_why, at FROM emerging_draft
                WHERE emerging_id IN ({set}) ORDER BY emerging_id, day, id
                """
            ) { issue, row in issue.drafts.append(try draft(row)) }
            try each(
                """
                SELECT emerging_id, id, day, stage, known_as, body_note, note, address, language, struck, struck_why, at
                FROM emerging_step WHERE emerging_id IN ({set}) ORDER BY emerging_id, day, id
                """
            ) { issue, row in issue.steps.append(try step(row)) }
        }
        return issues
    }

    private static func proponent(_ row: any Row) throws -> Proponent {
        Proponent(
            id: try row.int(1), kind: try row.value(2, Proponent.Kind.init(rawValue:)), name: try row.text(3),
            consented: try row.textOrNil(4).flatMap { CalendarDate($0) }, removed: try row.textOrNil(5),
            at: try row.text(6))
    }

    private static func draft(_ row: any Row) throws -> EmergingDraft {
        EmergingDraft(
            id: try row.int(1), day: try row.value(2) { CalendarDate($0) }, title: try row.text(3),
            text: try row.text(4), address: try row.text(5), language: LanguageTag(try row.text(6)),
            struck: try row.textOrNil(7), struckWhy: try row.textOrNil(8), at: try row.text(9))
    }

    private static func step(_ row: any Row) throws -> EmergingStep {
        EmergingStep(
            id: try row.int(1), day: try row.value(2) { CalendarDate($0) },
            stage: try row.value(3, EmergingStep.Stage.init(rawValue:)), body: try row.text(4),
            bodyNote: try row.text(5), note: try row.text(6), address: try row.text(7),
            language: LanguageTag(try row.text(8)), struck: try row.textOrNil(9), struckWhy: try row.textOrNil(10),
            at: try row.text(11))
    }

    /// Makes codes and links these.
    static func write(_ issue: EmergingIssue, _ connection: any WriteConnection) throws {
        let (id, place) = (SQLValue.int(issue.id.value), SQLValue.int(issue.workspace.value))
        for table in ["emerging_value", "emerging_link"] {
            try connection.execute(
                "DELETE FROM \(table) WHERE emerging_id = $1 AND workspace_id = $2", [id, place])
        }
        let content = issue.content
        var values = SQLRows(columnCount: 4)
        for (kind, codes) in [("theme", content.themes), ("goal", content.goals), ("person", content.persons)] {
            for code in Set(codes).sorted() { values.append(id, place, .text(kind), .text(code)) }
        }
        var links = SQLRows(columnCount: 4)
        for link in Set(content.links) { links.append(id, place, .text(link.kind.rawValue), .int(link.id)) }
        if !values.isEmpty {
            try connection.insert(into: "emerging_value", ["emerging_id", "workspace_id", "kind", "value"], values)
        }
        if !links.isEmpty {
            try connection.insert(into: "emerging_link", ["emerging_id", "workspace_id", "kind", "target_id"], links)
        }
    }

    static func insert(_ proponent: Proponent, _ issue: EmergingIssue, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO emerging_proponent (id, emerging_id, workspace_id, kind, name, consented, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .int(proponent.id), .int(issue.id.value), .int(issue.workspace.value),
                .text(proponent.kind.rawValue), .text(proponent.name), .optional(proponent.consented?.description),
                .text(proponent.at),
            ])
    }

    /// Its name is gone from the store with it.
    static func remove(
        proponent: Int64, _ issue: EmergingIssue, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE emerging_proponent SET name = '', removed = $4
            WHERE id = $1 AND emerging_id = $2 AND workspace_id = $3 AND removed IS NULL
            """, [.int(proponent), .int(issue.id.value), .int(issue.workspace.value), .text(at)]) == 1
    }

    static func insert(_ draft: EmergingDraft, _ issue: EmergingIssue, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO emerging_draft (id, emerging_id, workspace_id, day, title, body, address, language, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(draft.id), .int(issue.id.value), .int(issue.workspace.value), .text(draft.day.description),
                .text(draft.title), .text(draft.text), .text(draft.address), .text(draft.language.rawValue),
                .text(draft.at),
            ])
    }

    static func insert(_ step: EmergingStep, _ issue: EmergingIssue, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO emerging_step (id, emerging_id, workspace_id, day, stage, known_as, body_note, note, address,
                language, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            [
                .int(step.id), .int(issue.id.value), .int(issue.workspace.value), .text(step.day.description),
                .text(step.stage.rawValue), .text(step.body), .text(step.bodyNote), .text(step.note),
                .text(step.address), .text(step.language.rawValue), .text(step.at),
            ])
    }

    /// A draft or a step that was wrong does not stand any more; it is kept with the reason.
    static func strike(
        _ table: String, _ id: Int64, _ issue: EmergingIssue, why: String, at: String,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE \(table) SET struck = $4, struck_why = $5
            WHERE id = $1 AND emerging_id = $2 AND workspace_id = $3 AND struck IS NULL
            """,
            [.int(id), .int(issue.id.value), .int(issue.workspace.value), .text(at), .text(why)]) == 1
    }
}
