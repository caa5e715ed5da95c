import Domain
import Store

/// The choices that stand.
enum ChoiceRow {
    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> PublicChoices {
        var choices = PublicChoices()
        try connection.query(
            "SELECT field, stage FROM public_choice WHERE workspace_id = $1", [.int(workspace.value)]
        ) { row in
            choices.stages[try row.value(0, PublicField.init(rawValue:))] = try row.value(
                1, PublicStage.init(rawValue:))
        }
        try connection.query(
            "SELECT kind, item_id, stage, embargo FROM public_exception WHERE workspace_id = $1",
            [.int(workspace.value)]
        ) { row in
            let key = PublicKey(try row.value(0, PublicKind.init(rawValue:)), try row.int(1))
            choices.exceptions[key] = PublicChoices.Exception(
                stage: try row.textOrNil(2).flatMap { PublicStage(rawValue: $0) }, embargo: try row.textOrNil(3))
        }
        return choices
    }

    static func put(
        _ field: PublicField, _ stage: PublicStage?, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM public_choice WHERE workspace_id = $1 AND field = $2",
            [.int(workspace.value), .text(field.rawValue)])
        guard let stage else { return }
        try connection.execute(
            "INSERT INTO public_choice (workspace_id, field, stage) VALUES ($1, $2, $3)",
            [.int(workspace.value), .text(field.rawValue), .text(stage.rawValue)])
    }

    static func put(
        _ key: PublicKey, _ exception: PublicChoices.Exception, _ workspace: WorkspaceID,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "DELETE FROM public_exception WHERE workspace_id = $1 AND kind = $2 AND item_id = $3",
            [.int(workspace.value), .text(key.kind.rawValue), .int(key.id)])
        guard !exception.isEmpty else { return }
        try connection.execute(
            """
            INSERT INTO public_exception (workspace_id, kind, item_id, stage, embargo) VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .int(workspace.value), .text(key.kind.rawValue), .int(key.id), .optional(exception.stage?.rawValue),
                .optional(exception.embargo),
            ])
    }
}
