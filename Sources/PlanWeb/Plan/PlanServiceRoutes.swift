import Domain
import Frame
import Markup
import Plans

/// The plan for programs.
enum PlanServiceRoutes {
    static func all(_ plans: Plans) -> [Route] { lists(plans) + objects(plans) + changes(plans) }

    private static let pageSize = Parameter(
        name: "limit", form: .integer(1...200), summary: "How many on a page; 50 where it is not given.")

    private static func limit(_ visit: Visit) -> Int { visit.exchange.query.first("limit").flatMap { Int($0) } ?? 50 }

    private static func lists(_ plans: Plans) -> [Route] {
        [
            .workspaceAPI(
                "getPlan", "/plan", PlanAsked.parameters + [pageSize], right: .seePlan,
                "Commitments of the plan.", "CommitmentList"
            ) { visit throws(WebError) in
                let asked = PlanAsked(visit.exchange.query)
                do throws(WorkspaceError) {
                    return PlanJSON.list(
                        try await plans.list(
                            visit.member, asked.filter, sort: asked.sort ?? .made, after: asked.after,
                            limit: limit(visit))
                    ) { PlanJSON.write($0, $1) }
                } catch { throw WebError(error) }
            },
            .workspaceAPI(
                "getPlannedRecommendations", "/plan/recommendations", PlanAsked.parameters + [pageSize],
                right: .seePlan, "Single recommendations of the plan.", "PlannedRecommendationList"
            ) { visit throws(WebError) in
                let asked = PlanAsked(visit.exchange.query)
                do throws(WorkspaceError) {
                    return PlanJSON.list(
                        try await plans.recommendations(
                            visit.member, asked.filter, sort: asked.sort ?? .made, after: asked.after,
                            limit: limit(visit), language: visit.exchange.language)
                    ) { PlanJSON.write($0, $1) }
                } catch { throw WebError(error) }
            },
            .workspaceAPI(
                "getActions", "/plan/actions", PlanAsked.parameters + [pageSize], right: .seePlan,
                "Actions of the plan, by date where no order is asked for.", "ActionList"
            ) { visit throws(WebError) in
                let asked = PlanAsked(visit.exchange.query)
                do throws(WorkspaceError) {
                    return PlanJSON.list(
                        try await plans.actions(
                            visit.member, asked.filter, sort: asked.sort ?? .due, after: asked.after,
                            limit: limit(visit))
                    ) { PlanJSON.write($0.action, isLate: $0.isLate, nil, $1) }
                } catch { throw WebError(error) }
            },
        ]
    }

    private static func objects(_ plans: Plans) -> [Route] {
        [
            .workspaceAPI(
                "getCommitment", "/plan/commitments/{id}", [.id], right: .seePlan, "One commitment.", "Commitment"
            ) { visit throws(WebError) in
                guard let id = CommitmentID(visit.exchange.value("id")) else { throw .notFound }
                do throws(WorkspaceError) {
                    let page = try await plans.commitment(id, visit.exchange.language, visit.member)
                    return PlanJSON.one { PlanJSON.write(page.summary, $0) }
                } catch { throw WebError(error) }
            },
            .workspaceAPI(
                "getAction", "/plan/actions/{id}", [.id], right: .seePlan, "One action with its milestones.",
                "ActionWithMilestones"
            ) { visit throws(WebError) in
                guard let id = ActionID(visit.exchange.value("id")) else { throw .notFound }
                do throws(WorkspaceError) {
                    let page = try await plans.action(id, visit.member)
                    return PlanJSON.one {
                        PlanJSON.write(page.action, isLate: page.isLate, page.milestones, $0)
                    }
                } catch { throw WebError(error) }
            },
        ]
    }

    /// Changes are sent as an object of their own; `If-Match` names the version they were made from.
    private static func changes(_ plans: Plans) -> [Route] {
        [
            .workspaceAPI(
                "changeCommitment", "/plan/commitments/{id}/changes", [.id], method: .post, right: .editPlan,
                "Changes fields of a commitment that is at the version in If-Match.", "PlanChanged",
                body: "FieldChanges"
            ) { visit throws(WebError) in try await change(.commitment, visit, plans) },
            .workspaceAPI(
                "changePlannedRecommendation", "/plan/recommendations/{id}/changes", [.id], method: .post,
                right: .editPlan,
                "Changes fields of one recommendation of the plan that is at the version in If-Match.",
                "PlanChanged", body: "FieldChanges"
            ) { visit throws(WebError) in try await change(.plannedRecommendation, visit, plans) },
            .workspaceAPI(
                "changeAction", "/plan/actions/{id}/changes", [.id], method: .post, right: .editPlan,
                "Changes fields of an action that is at the version in If-Match.", "PlanChanged", body: "FieldChanges"
            ) { visit throws(WebError) in try await change(.action, visit, plans) },
        ]
    }

    private struct Body: Decodable {
        struct Change: Decodable {
            var field: String
            var value: String?
        }

        var changes: [Change]
        var why: String?
    }

    private static func change(
        _ kind: SubjectKind, _ visit: Visit, _ plans: Plans
    ) async throws(WebError) -> Answer {
        guard let id = Int64(visit.exchange.value("id")) else { throw .notFound }
        let version = try visit.versionInIfMatch()
        let body = try await JSONBody.read(visit.exchange.incoming, as: Body.self)
        guard (1...40).contains(body.changes.count) else {
            throw .invalid([.init(name: "changes", allowed: "from 1 to 40 changes")])
        }
        do throws(WorkspaceError) {
            let result = try await plans.put(
                Subject(kind, id), body.changes.map { PlanField($0.field, $0.value) }, version: version,
                why: body.why, by: visit.member)
            return PlanJSON.one { json in
                json.member("changed", result.changed)
                json.member("version", version + result.changed)
                json.member("batch", result.batch.map { Int($0.value) })
            }
        } catch { throw WebError(error) }
    }
}
