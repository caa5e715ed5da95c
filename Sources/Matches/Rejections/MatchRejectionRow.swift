package import Domain
package import Insight
import Store

/// That a person decided against a pair, and why. Kept when it is taken back.
package struct MatchRejection: Hashable, Sendable {
    package var id: MatchRejectionID
    package var need: NeedID
    package var help: HelpID
    package var reason: String
    package var by: String
    /// Fixed-width UTC instants.
    package var at: String
    package var takenBack: String?
    package var takenBackBy: String?
}

package typealias MatchRejectionID = ID<MatchRejection>

enum MatchRejectionRow {
    static func insert(
        _ rejection: MatchRejection, _ workspace: WorkspaceID, needOf: WorkspaceID, helpOf: WorkspaceID?,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO match_rejection (id, workspace_id, need_id, need_workspace_id, help, help_workspace_id, reason,
                decided_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .int(rejection.id.value), .int(workspace.value), .int(rejection.need.value), .int(needOf.value),
                .text(rejection.help.description), .optional(helpOf?.value), .text(rejection.reason),
                .text(rejection.by), .text(rejection.at),
            ])
    }

    /// False where none of that number stands in this workspace.
    static func takeBack(
        _ id: MatchRejectionID, _ workspace: WorkspaceID, by: String, at: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE match_rejection SET taken_back = $3, taken_back_by = $4
            WHERE id = $1 AND workspace_id = $2 AND taken_back IS NULL
            """, [.int(id.value), .int(workspace.value), .text(at), .text(by)]) == 1
    }

    static func find(
        _ id: MatchRejectionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> MatchRejection? {
        try rejections("id = $1 AND workspace_id = $2", [.int(id.value), .int(workspace.value)], connection).first
    }

    /// What this workspace decided on a need, the latest first.
    static func own(
        _ need: NeedID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [MatchRejection] {
        try rejections("need_id = $1 AND workspace_id = $2", [.int(need.value), .int(workspace.value)], connection)
    }

    /// What this workspace decided on its offer, the latest first.
    static func own(
        _ help: HelpID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [MatchRejection] {
        try rejections(
            "help = $1 AND workspace_id = $2", [.text(help.description), .int(workspace.value)], connection)
    }

    /// Help that either side decided against for a need of this workspace; the other side's reasons are not read.
    static func standing(
        of need: NeedID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Set<HelpID> {
        let found = try connection.all(
            "SELECT help FROM match_rejection WHERE need_id = $1 AND need_workspace_id = $2 AND taken_back IS NULL",
            [.int(need.value), .int(workspace.value)]
        ) { HelpID(try $0.text(0)) }
        return Set(found.compactMap(\.self))
    }

    /// Help that this workspace itself decided against for its need.
    static func standingOwn(
        of need: NeedID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Set<HelpID> {
        let found = try connection.all(
            "SELECT help FROM match_rejection WHERE need_id = $1 AND workspace_id = $2 AND taken_back IS NULL",
            [.int(need.value), .int(workspace.value)]
        ) { HelpID(try $0.text(0)) }
        return Set(found.compactMap(\.self))
    }

    /// Needs that either side decided against for help of this workspace.
    static func standing(
        of help: HelpID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Set<NeedID> {
        Set(
            try connection.all(
                "SELECT need_id FROM match_rejection WHERE help = $1 AND help_workspace_id = $2 AND taken_back IS NULL",
                [.text(help.description), .int(workspace.value)]
            ) { NeedID(try $0.int(0)) })
    }

    /// Needs that this workspace itself decided against for its help.
    static func standingOwn(
        of help: HelpID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Set<NeedID> {
        Set(
            try connection.all(
                "SELECT need_id FROM match_rejection WHERE help = $1 AND workspace_id = $2 AND taken_back IS NULL",
                [.text(help.description), .int(workspace.value)]
            ) { NeedID(try $0.int(0)) })
    }

    private static func rejections(
        _ condition: String, _ values: [SQLValue], _ connection: any ReadConnection
    ) throws -> [MatchRejection] {
        try connection.all(
            """
            SELECT id, need_id, help, reason, decided_by, at, taken_back, taken_back_by FROM match_rejection
            WHERE \(condition) ORDER BY id DESC LIMIT 200
            """, values
        ) { row in
            MatchRejection(
                id: MatchRejectionID(try row.int(0)), need: NeedID(try row.int(1)),
                help: try row.value(2, { HelpID($0) }), reason: try row.text(3), by: try row.text(4),
                at: try row.text(5), takenBack: try row.textOrNil(6), takenBackBy: try row.textOrNil(7))
        }
    }
}
