import Domain
package import Drafting
package import Frame

/// Pages and API of reports: every address of this room.
package enum DraftingRoutes {
    package static func all(_ drafting: Drafting) -> [Route] {
        pages(drafting) + forms(drafting) + data(drafting)
    }

    /// The API's schemas of this room.
    package static let schemas: [Schema.Named] = ReportJSON.schemas

    private static func pages(_ drafting: Drafting) -> [Route] {
        [
            .workspace("reports", "/reports", right: .seeReports) { visit throws(WebError) in
                try await ReportListView.answer(visit, drafting)
            },
            .workspace("report-new", "/reports/new", right: .writeReports) { visit throws(WebError) in
                try await NewReportView.answer(visit, drafting)
            },
            .workspace("report", "/reports/{id}", [.id], right: .seeReports) { visit throws(WebError) in
                try await ReportView.answer(visit, drafting)
            },
            .workspace(
                "report-section", "/reports/{id}/sections/{section}",
                [.id, ReportParameters.section, ReportParameters.part], right: .seeReports
            ) { visit throws(WebError) in try await SectionView.answer(visit, drafting) },
            .workspace(
                "report-paragraph", "/reports/{id}/paragraphs/{paragraph}", [.id, ReportParameters.paragraph],
                right: .seeReports
            ) { visit throws(WebError) in try await ParagraphView.answer(visit, drafting) },
            .workspace("report-gaps", "/reports/{id}/gaps", [.id], right: .writeReports) { visit throws(WebError) in
                try await GapView.answer(visit, drafting)
            },
            .workspace("report-refresh", "/reports/{id}/refresh", [.id], right: .writeReports) {
                visit throws(WebError) in try await RefreshView.answer(visit, drafting)
            },
            .workspace(
                "report-compare", "/reports/{id}/versions", [.id, ReportParameters.from, ReportParameters.to],
                right: .writeReports
            ) { visit throws(WebError) in try await VersionsView.answer(visit, drafting) },
            .workspace(
                "report-file", "/reports/{id}/file", [.id, ReportParameters.format, ReportParameters.version],
                right: .seeReports, contentType: "application/octet-stream"
            ) { visit throws(WebError) in try await ReportFile.answer(visit, drafting) },
        ]
    }

    private static func forms(_ drafting: Drafting) -> [Route] {
        [
            .workspaceForm("report-add", "/reports", right: .writeReports) { visit, form throws(WebError) in
                try await ReportActions(visit, form, drafting).add()
            },
            form("describe", drafting) { actions throws(WebError) in try await actions.describe() },
            .workspaceForm("report-do-status", "/reports/{id}/status", [.id], right: .writeReports) {
                visit, form throws(WebError) in try await ReportActions(visit, form, drafting).move()
            },
            form("refresh", drafting) { actions throws(WebError) in try await actions.refresh() },
            form("restore", drafting) { actions throws(WebError) in try await actions.restore() },
            form("insert", drafting) { actions throws(WebError) in try await actions.insert() },
        ]
            + [
                paragraph("edit", drafting) { actions throws(WebError) in try await actions.edit() },
                paragraph("remove", drafting) { actions throws(WebError) in try await actions.remove() },
                paragraph("move", drafting) { actions throws(WebError) in try await actions.moveParagraph() },
                paragraph("split", drafting) { actions throws(WebError) in try await actions.split() },
                paragraph("merge", drafting) { actions throws(WebError) in try await actions.merge() },
                paragraph("footnotes", drafting) { actions throws(WebError) in try await actions.footnotes() },
                paragraph("place", drafting) { actions throws(WebError) in try await actions.place() },
                paragraph("drop", drafting) { actions throws(WebError) in try await actions.drop() },
            ]
    }

    private static func data(_ drafting: Drafting) -> [Route] {
        [
            .workspaceAPI(
                "api-reports", "/reports", right: .seeReports, "The workspace's reports, newest first.", "Reports"
            ) { visit throws(WebError) in try await ReportJSON.list(visit, drafting) },
            .workspaceAPI(
                "api-report", "/reports/{id}", [.id], right: .seeReports,
                "A report: every sentence with what it is drawn from.", "Report"
            ) { visit throws(WebError) in try await ReportJSON.one(visit, drafting) },
            .workspaceAPI(
                "api-report-gaps", "/reports/{id}/gaps", [.id], right: .writeReports,
                "What a report cannot say, because the record or the plan does not hold it.", "ReportGaps"
            ) { visit throws(WebError) in try await ReportJSON.gaps(visit, drafting) },
        ]
    }

    private static func form(
        _ action: String, _ drafting: Drafting,
        _ act: @escaping @Sendable (ReportActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm("report-do-\(action)", "/reports/{id}/\(action)", [.id], right: .writeReports) {
            visit, form throws(WebError) in try await act(ReportActions(visit, form, drafting))
        }
    }

    private static func paragraph(
        _ action: String, _ drafting: Drafting,
        _ act: @escaping @Sendable (ParagraphActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm(
            "report-paragraph-\(action)", "/reports/{id}/paragraphs/{paragraph}/\(action)",
            [.id, ReportParameters.paragraph], right: .writeReports
        ) { visit, form throws(WebError) in try await act(ParagraphActions(visit, form, drafting)) }
    }
}
