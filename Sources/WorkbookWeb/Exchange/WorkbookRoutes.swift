import Domain
package import Frame
import Locales
import People
package import Plans
import Workbooks

/// Workbooks out and in.
package enum WorkbookRoutes {
    package static func all(_ plans: Plans) -> [Route] {
        [
            .workspace("workbooks", "/workbooks", [.sheetSaid], right: .exchangeWorkbooks) { visit throws(WebError) in
                try await WorkbooksView.answer(visit, plans)
            },
            .workspaceForm("workbookMake", "/workbooks/make", right: .exchangeWorkbooks) {
                visit, form throws(WebError) in
                try await make(visit, form, plans)
            },
            .workspaceUpload("workbookBack", "/workbooks/back", right: .exchangeWorkbooks) { visit throws(WebError) in
                try await back(visit, plans)
            },
            .workspace("workbookReturn", "/workbooks/back/{id}", [.id, .sheetSaid], right: .exchangeWorkbooks) {
                visit throws(WebError) in try await ReturnView.answer(visit, plans)
            },
            .workspaceForm("workbookApply", "/workbooks/back/{id}/apply", [.id], right: .exchangeWorkbooks) {
                visit, form throws(WebError) in try await ReturnHandling.apply(visit, form, plans)
            },
            .workspaceForm("workbookDiscard", "/workbooks/back/{id}/discard", [.id], right: .exchangeWorkbooks) {
                visit, form throws(WebError) in try await ReturnHandling.discard(visit, form, plans)
            },
            .workspaceForm("workbookUndo", "/workbooks/back/{id}/undo", [.id], right: .editPlan) {
                visit, form throws(WebError) in try await ReturnHandling.undo(visit, plans)
            },
            .workspaceAPI(
                "workbookFile", "/workbooks/file", [.sheetInstitution], right: .exchangeWorkbooks,
                "Makes the workbook of an institution, or of the whole plan, as an XLSX file.", nil,
                contentType: xlsx
            ) { visit throws(WebError) in
                try await file(visit, visit.exchange.query.first("institution"), plans)
            },
            .workspaceAPI(
                "workbookTable", "/workbooks/table", [.sheetInstitution], right: .exchangeWorkbooks,
                "Makes the same workbook as one table of text, a CSV file.", nil, contentType: csv
            ) { visit throws(WebError) in
                try await file(visit, visit.exchange.query.first("institution"), asTable: true, plans)
            },
        ]
    }

    /// The API's schemas of this part.
    package static let schemas: [Schema.Named] = []

    static let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    static let csv = "text/csv; charset=utf-8"

    private static func make(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        try await file(visit, form.first("institution"), asTable: form.first("format") == "csv", plans)
    }

    private static func file(
        _ visit: Visit, _ institution: String?, asTable: Bool = false, _ plans: Plans
    ) async throws(WebError) -> Answer {
        let id = institution.flatMap { InstitutionID($0) }
        do throws(TrackingError) {
            let made = try await plans.workbooks.make(
                for: id, asked: visit.exchange.language, asTable: asTable, visit.exchange.site.locales, by: visit.member
            )
            return Answer(
                contentType: asTable ? csv : xlsx, body: .bytes(made.bytes), caching: .never,
                headers: [("Content-Disposition", "attachment; filename=\"\(made.fileName)\"")])
        } catch { throw WebError(error) }
    }

    private static func back(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let view = View(visit)
        guard let file = try await SheetUpload.read(visit) else {
            return try await WorkbooksView.answer(visit, plans, trouble: view.say("sheets.file.none"))
        }
        do throws(TrackingError) {
            let returned = try await plans.workbooks.takeBack(file.name, file.bytes, by: visit.member)
            return .seeOther(view.address(visit.path("/workbooks/back/\(returned.id)")))
        } catch {
            guard let trouble = view.fileTrouble(error) else { throw WebError(error) }
            return try await WorkbooksView.answer(visit, plans, trouble: trouble)
        }
    }
}

extension Parameter {
    static let sheetSaid = Parameter(
        name: "said", form: .text(charactersMax: 20), summary: "What a form did that led here.")
    static let sheetInstitution = Parameter(
        name: "institution", form: .number,
        summary: "The institution's number; without it the whole plan, or the reader's own institution.")
}
