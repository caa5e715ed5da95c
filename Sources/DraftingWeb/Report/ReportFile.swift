import Domain
import Drafting
import Frame
import Markup
import Reports

/// A report as a file. A focal point gets what she sees.
enum ReportFile {
    static func answer(_ visit: Visit, _ drafting: Drafting) async throws(WebError) -> Answer {
        let id: ReportID = try visit.id()
        let query = visit.exchange.query
        let format = query.first("format").flatMap { PaperFormat(rawValue: $0) } ?? .docx
        let version = query.first("version").flatMap { Int($0) }
        let page = try await visit.run { () throws(WorkspaceError) in
            try await drafting.page(id, version: version, visit.member)
        }
        let isTable = format == .xlsx || format == .csv || format == .json
        do {
            let bytes = try await drafting.papers.write(drafting.paper(page, withSources: isTable), as: format)
            return Answer(
                contentType: format.contentType, body: .bytes(bytes), caching: .never,
                headers: [
                    (
                        "Content-Disposition",
                        "attachment; filename=\"report-\(id)-\(version ?? page.report.edition).\(format.rawValue)\""
                    )
                ])
        } catch {
            switch error {
            case .missing: return await missing(visit, drafting, page.report, error)
            case .noTable: throw .invalid([.init(name: "format", allowed: error.messageKey)])
            case .tooLarge: throw .tooLarge
            case .failed(_, let reason): throw .failed(reason)
            }
        }
    }

    /// What is not on this machine, and what can be had all the same.
    private static func missing(
        _ visit: Visit, _ drafting: Drafting, _ report: Report, _ error: PaperError
    ) async -> Answer {
        let view = View(visit)
        let title = view.say("report.file.missing")
        let path = visit.path("/reports/\(report.id)/file")
        return await view.page(view.reportHead(report, visit, title), status: 503) {
            view.pageHead(kicker: report.title, title, lead: view.say(error.messageKey))
            view.section("files", view.say("report.files")) {
                for format in [PaperFormat.docx, .html, .odt] where drafting.papers.canWrite(format) {
                    view.html.element(.p) {
                        view.link(
                            view.address(path, [("format", format.rawValue)]),
                            view.say("paper.format.\(format.rawValue)"))
                    }
                }
            }
        }
    }
}
