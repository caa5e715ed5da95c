import Domain
import FollowUp
package import Frame
import Locales
import Markup
import People
package import Plans

/// Indicators and observations.
package enum IndicatorRoutes {
    package static func all(_ plans: Plans) -> [Route] {
        pages(plans) + forms(plans) + IndicatorService.all(plans)
    }

    /// The API's schemas of this part.
    package static let schemas: [Schema.Named] = IndicatorService.schemas

    private static func pages(_ plans: Plans) -> [Route] {
        [
            .workspace("indicators", "/indicators", IndicatorListView.parameters, right: .seePlan) {
                visit throws(WebError) in try await IndicatorListView.answer(plans, visit)
            },
            .workspace("indicator", "/indicators/{id}", [.id], right: .seePlan) { visit throws(WebError) in
                try await IndicatorView.answer(plans, visit)
            },
            .workspace("indicator-new", "/indicators/new", right: .editPlan) { visit throws(WebError) in
                try await IndicatorFormView.answer(plans, visit)
            },
            .workspace("indicator-edit", "/indicators/{id}/edit", [.id], right: .editPlan) { visit throws(WebError) in
                try await IndicatorFormView.answer(plans, visit)
            },
            .workspace("observation", "/indicators/observations/{id}", [.id], right: .reportProgress) {
                visit throws(WebError) in try await ObservationForms.page(plans, visit)
            },
            .workspace(
                "indicator-import", "/indicators/import", ObservationImportView.parameters, right: .reportProgress
            ) { visit throws(WebError) in try await ObservationImportView.form(plans, visit) },
            .workspace("indicator-preview", "/indicators/import/{id}", [.id], right: .reportProgress) {
                visit throws(WebError) in try await ObservationImportView.preview(plans, visit)
            },
        ]
    }

    private static func forms(_ plans: Plans) -> [Route] {
        [
            .workspaceForm("indicator-add", "/indicators/new", right: .editPlan) { visit, form throws(WebError) in
                try await IndicatorFormView.take(plans, visit, form)
            },
            .workspaceForm("indicator-change", "/indicators/{id}/edit", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await IndicatorFormView.take(plans, visit, form)
            },
            .workspaceForm("observation-add", "/indicators/{id}/observations", [.id], right: .reportProgress) {
                visit, form throws(WebError) in try await ObservationForms.add(plans, visit, form)
            },
            .workspaceForm("observation-correct", "/indicators/observations/{id}", [.id], right: .reportProgress) {
                visit, form throws(WebError) in try await ObservationForms.correct(plans, visit, form)
            },
            .workspaceUpload("indicator-receive", "/indicators/import", right: .reportProgress) {
                visit throws(WebError) in try await ObservationImportView.receive(plans, visit)
            },
            .workspaceForm("indicator-take", "/indicators/import/{id}", [.id], right: .reportProgress) {
                visit, form throws(WebError) in try await ObservationImportView.end(plans, visit, form)
            },
        ]
    }
}
