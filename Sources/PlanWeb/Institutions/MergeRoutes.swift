import Domain
import Frame
import Markup
import People
import Plans

/// Making one of two entries for the same institution, and taking that back.
enum MergeRoutes {
    static func all(_ plans: Plans) -> [Route] {
        [
            .workspace("institution-merge", "/institutions/{id}/merge", [.id], right: .manageInstitutions) {
                visit throws(WebError) in try await MergeView.answer(plans, visit)
            },
            .workspaceForm("institution-merge-do", "/institutions/{id}/merge", [.id], right: .manageInstitutions) {
                visit, form throws(WebError) in try await MergeView.merge(plans, visit, form)
            },
            .workspaceForm("institution-part", "/institutions/{id}/part", [.id], right: .manageInstitutions) {
                visit, form throws(WebError) in try await MergeView.part(plans, visit, form)
            },
        ]
    }
}
