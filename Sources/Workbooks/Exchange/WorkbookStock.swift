import Domain
import FollowUp
import People
import Plans
import Store

/// The rows of a workbook as the plan has them now: the same for handing out, for comparing and for taking over.
struct WorkbookStock: Sendable {
    static let rowsMax = 10_000

    var rows: [WorkbookRow] = []
    var actions: [Int64: Action] = [:]
    var planned: [Int64: PlannedRecommendation] = [:]
    var commitments: [CommitmentID: Commitment] = [:]
    var records: [RecommendationID: StoredRecord] = [:]
    var institutions: [InstitutionID: Institution] = [:]
    var reports: [Int64: ProgressReport] = [:]

    /// Everything that the institution leads or supports, or the whole plan. `only`: just these rows.
    init(
        _ institution: InstitutionID?, _ period: ReportingPeriod, _ workspace: WorkspaceID, only: [WorkbookRow]? = nil,
        _ connection: any ReadConnection
    ) throws {
        for one in try InstitutionRow.all(workspace, connection) { institutions[one.id] = one }
        let actions = try Self.actions(institution, workspace, only, connection)
        let planned = try Self.planned(institution, workspace, only, connection)
        guard actions.count + planned.count <= Self.rowsMax else {
            throw WorkspaceError.invalid("rows", "sheets.allowed.workbookRows")
        }
        let wanted = Set(actions.map(\.commitment) + planned.map(\.commitment))
            .union((only ?? []).filter { $0.kind == .commitment }.map { CommitmentID($0.id) })
        for one in try Commitment.find(wanted.map(\.value), workspace, reach: institution, connection)
        where !one.isWithdrawn { commitments[one.id] = one }
        if only == nil {
            for record in try RecordLoader(connection).load(planned.map(\.recommendation)) {
                records[record.recommendation.id] = record
            }
        }
        let said = try ProgressReportRow.all(starts: period.starts, by: institution, workspace, connection)
        for action in actions where commitments[action.commitment] != nil {
            self.actions[action.number] = action
            guard let reporter = institution ?? action.lead else { continue }
            reports[action.number] = said[action.id]?[reporter]
        }
        for one in planned where commitments[one.commitment] != nil { self.planned[one.number] = one }
        rows =
            actions.compactMap { self.actions[$0.number] == nil ? nil : row($0, institution) }
            + planned.compactMap { self.planned[$0.number] == nil ? nil : row($0, institution) }
            + commitments.values.sorted { $0.id < $1.id }.map { one in
                WorkbookRow(
                    kind: .commitment, id: one.number, version: one.version, cells: ["title": one.title], open: [])
            }
    }

    private static func actions(
        _ institution: InstitutionID?, _ workspace: WorkspaceID, _ only: [WorkbookRow]?,
        _ connection: any ReadConnection
    ) throws -> [Action] {
        var ids = only?.filter { $0.kind == .action }.map(\.id)
        if ids == nil {
            let own = "a.lead_id = $2 OR a.id IN (SELECT s.action_id FROM action_support s WHERE s.institution_id = $2)"
            ids = try connection.all(
                """
                SELECT a.id FROM action a WHERE a.workspace_id = $1 AND a.withdrawn = 0
                \(institution == nil ? "" : "AND (\(own))") ORDER BY a.id LIMIT \(rowsMax + 1)
                """, [.int(workspace.value)] + WorkbookStoreRow.bound(institution)
            ) { try $0.int(0) }
        }
        return try Action.find(ids ?? [], workspace, reach: institution, connection).filter { !$0.isWithdrawn }
    }

    private static func planned(
        _ institution: InstitutionID?, _ workspace: WorkspaceID, _ only: [WorkbookRow]?,
        _ connection: any ReadConnection
    ) throws -> [PlannedRecommendation] {
        var ids = only?.filter { $0.kind == .recommendation }.map(\.id)
        if ids == nil {
            ids = try connection.all(
                """
                SELECT p.id FROM commitment_recommendation p WHERE p.workspace_id = $1 AND p.withdrawn = 0
                \(institution == nil ? "" : "AND " + PlanReach.recommendation("p", "$2"))
                ORDER BY p.id LIMIT \(rowsMax + 1)
                """, [.int(workspace.value)] + WorkbookStoreRow.bound(institution)
            ) { try $0.int(0) }
        }
        return try PlannedRecommendation.find(ids ?? [], workspace, reach: institution, connection)
            .filter { !$0.isWithdrawn }
    }

    /// Who leads an action may say how it stands and when; who supports it reports. Titles and leads are the mechanism's.
    private func row(_ action: Action, _ institution: InstitutionID?) -> WorkbookRow {
        let report = reports[action.number]
        var open: [WorkbookField] = []
        if institution == nil { open += [.title, .lead] }
        if institution == nil || action.lead == institution { open += [.description, .status, .starts, .due] }
        if institution != nil || action.lead != nil { open += [.said, .obstacle, .percent] }
        let cells: [WorkbookField: String?] = [
            .commitment: action.commitment.description, .title: action.title, .description: action.description,
            .lead: action.lead?.description, .supporting: PlanText.list(action.supporting),
            .status: action.status.rawValue, .starts: action.starts?.description, .due: action.due?.description,
            .said: report?.content.said, .obstacle: report?.content.obstacle,
            .percent: report?.content.percent.map { String($0) },
        ]
        return WorkbookRow(
            kind: .action, id: action.number, version: action.version, cells: Self.filled(cells),
            open: open.map(\.rawValue))
    }

    private func row(_ one: PlannedRecommendation, _ institution: InstitutionID?) -> WorkbookRow {
        let whole = commitments[one.commitment]
        let cells: [WorkbookField: String?] = [
            .lead: (one.lead ?? whole?.lead)?.description, .due: (one.due ?? whole?.due)?.description,
            .standing: one.status?.rawValue,
        ]
        let open: [WorkbookField] = institution == nil ? [.lead, .standing, .due, .comment] : [.comment]
        return WorkbookRow(
            kind: .recommendation, id: one.number, version: one.version, cells: Self.filled(cells),
            open: open.map(\.rawValue))
    }

    private static func filled(_ cells: [WorkbookField: String?]) -> [String: String] {
        var filled: [String: String] = [:]
        for (field, value) in cells { if let value, !value.isEmpty { filled[field.rawValue] = value } }
        return filled
    }
}
