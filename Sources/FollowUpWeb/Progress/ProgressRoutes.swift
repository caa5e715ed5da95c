import Domain
import FollowUp
package import Frame
import Locales
import Markup
import People
package import Plans

/// Progress reports, what the State says of implementation, and evidence.
package enum ProgressRoutes {
    package static func all(_ plans: Plans) -> [Route] {
        pages(plans) + forms(plans) + EvidenceRoutes.all(plans) + ProgressService.all(plans)
    }

    /// The API's schemas of this part.
    package static let schemas: [Schema.Named] = ProgressService.schemas

    private static func pages(_ plans: Plans) -> [Route] {
        [
            .workspace("progress", "/progress", ProgressListView.parameters, right: .seePlan) {
                visit throws(WebError) in
                try await ProgressListView.answer(plans, visit)
            },
            .workspace(
                "progress-missing", "/progress/missing",
                [ProgressPlace.periodParameter, ProgressListView.parameters[1]],
                right: .seeInternal
            ) { visit throws(WebError) in try await ReportingView.answer(plans, visit) },
            .workspace("progress-report", "/progress/{id}", [.id], right: .seePlan) { visit throws(WebError) in
                try await ReportView.answer(plans, visit)
            },
            .workspace("progress-action", "/progress/actions/{id}", [.id], right: .seePlan) { visit throws(WebError) in
                try await ActionProgressView.answer(plans, visit)
            },
            .workspace(
                "progress-form", "/progress/actions/{id}/report", ReportFormView.parameters, right: .reportProgress
            ) { visit throws(WebError) in try await ReportFormView.answer(plans, visit) },
            .workspace("statements", "/progress/commitments/{id}", [.id], right: .seePlan) { visit throws(WebError) in
                try await StatementView.answer(plans, visit)
            },
        ]
    }

    private static func forms(_ plans: Plans) -> [Route] {
        [
            .workspaceForm("progress-write", "/progress/actions/{id}/report", [.id], right: .reportProgress) {
                visit, form throws(WebError) in try await ReportFormView.take(plans, visit, form)
            },
            .workspaceForm("statement-write", "/progress/commitments/{id}", [.id], right: .clear) {
                visit, form throws(WebError) in try await StatementView.take(plans, visit, form)
            },
            .workspaceForm("progress-clear", "/progress/{id}/clearance", [.id], right: .reportProgress) {
                visit, form throws(WebError) in try await clear(plans, visit, form)
            },
            .workspaceForm("progress-clear-many", "/progress/clear", right: .reportProgress) {
                visit, form throws(WebError) in try await clearMany(plans, visit, form)
            },
            .workspaceForm("progress-setting", "/progress/setting", right: .manageSettings) {
                visit, form throws(WebError) in try await choose(plans, visit, form)
            },
        ]
    }

    private static func clear(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let id = ProgressReportID(visit.exchange.value("id")),
            let version = form.first(Conflict.versionField).flatMap({ Int($0) }),
            let step = form.first("step").flatMap({ ClearanceStep(rawValue: $0) })
        else { throw .notFound }
        do throws(WorkspaceError) {
            try await plans.progress.clear(
                [(id, version)], step, note: form.first("note"), setsAction: form.first("setsAction") == "yes",
                by: visit.member)
            return .seeOther(View(visit).address(visit.path("/progress/\(id)"), [("said", "done")]))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await ReportView.answer(plans, visit, TypedForm(fields: form, troubles: troubles))
        }
    }

    private static func clearMany(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let step = form.first("step").flatMap({ ClearanceStep(rawValue: $0) }) else { throw .notFound }
        let reports = form.all("selected").compactMap { text -> (id: ProgressReportID, version: Int)? in
            let parts = text.split(separator: ":")
            guard parts.count == 2, let id = ProgressReportID(parts[0]), let version = Int(parts[1]) else { return nil }
            return (id, version)
        }
        do throws(WorkspaceError) {
            try await plans.progress.clear(
                reports, step, note: form.first("note"), setsAction: form.first("setsAction") == "yes", by: visit.member
            )
            var items = [("said", "done")]
            if let back = form.first("back").flatMap({ ClearanceStep(rawValue: $0) }) {
                items.insert(("step", back.rawValue), at: 0)
            }
            return .seeOther(View(visit).address(visit.path("/progress"), items))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await ProgressListView.answer(plans, visit, trouble: troubles)
        }
    }

    private static func choose(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        let setting = ProgressSetting(
            months: form.first("months").flatMap { Int($0) } ?? 0,
            needed: form.first("needed").flatMap { ClearanceStep(rawValue: $0) } ?? .none,
            version: form.first(Conflict.versionField).flatMap { Int($0) } ?? 0)
        do throws(WorkspaceError) {
            try await plans.progress.choose(setting, by: visit.member)
            return .seeOther(View(visit).address(visit.path("/progress/missing"), [("said", "done")]))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await ReportingView.answer(plans, visit, TypedForm(fields: form, troubles: troubles))
        }
    }
}
