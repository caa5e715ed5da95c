package import Domain
import People
import Store

extension Screenings {
    /// Everything of one screening the workspace takes part in; `notFound` to anybody else.
    package func find(_ id: ScreeningID, _ member: Member) async throws(WorkspaceError) -> ScreeningWhole {
        // Whoever sees one institution's part of cooperation sees its risks, and no answers of sides.
        guard try member.limit(.seeCooperation) == nil else { throw .notFound }
        let workspace = member.workspace.id
        let asks = member.may(.screenCooperation)
        let questions = questions
        return try await store.read { connection in
            guard let screening = try CaseRow.find(id, workspace, connection) else { throw WorkspaceError.notFound }
            let moments = try MomentRow.all([id], workspace, connection)
            let contributors = try ContributorRow.all(id, workspace, asks: asks, connection)
            return ScreeningWhole(
                screening: screening, title: try SubjectRow.title(screening.subject, in: id, connection),
                parties: try PartyRow.all([id], seenBy: workspace, connection)[id] ?? [], moments: moments,
                contributors: contributors, answers: try AnswerRow.all(id, workspace, asks: asks, connection),
                risks: try RiskRow.all([id], workspace, connection),
                states: try RiskStateRow.all(id, workspace, connection),
                editions: Dictionary(
                    moments.compactMap { moment in questions.edition(moment.edition).map { (moment.id, $0) } },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The screening a moment is of, with everything.
    package func find(
        moment id: MomentID, _ member: Member
    ) async throws(WorkspaceError) -> (whole: ScreeningWhole, moment: ScreeningMoment) {
        let workspace = member.workspace.id
        let found = try await store.read { try MomentRow.find(id, workspace, $0) }
        guard let moment = found else { throw .notFound }
        return (try await find(moment.screening, member), moment)
    }

    /// One risk: of a screening the workspace takes part in, and for a focal point one of her institution.
    package func risk(
        _ id: RiskID, _ member: Member
    ) async throws(WorkspaceError) -> (risk: ScreeningRisk, title: String?, states: [RiskState]) {
        let limit = try member.limit(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let risk = try RiskRow.find(id, workspace, limit: limit, connection),
                let screening = try CaseRow.find(risk.screening, workspace, connection)
            else { throw WorkspaceError.notFound }
            let states = try RiskStateRow.all(risk.screening, workspace, connection)
            return (
                risk, try SubjectRow.title(screening.subject, in: screening.id, connection),
                states.filter { $0.risk == id }
            )
        }
    }
}
