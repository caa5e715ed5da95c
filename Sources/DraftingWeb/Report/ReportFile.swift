import Domain
import Drafting
import Frame
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
            case .missing, .noTable: throw .invalid([.init(name: "format", allowed: error.messageKey)])
            case .tooLarge: throw .tooLarge
            case .failed(_, let reason): throw .failed(reason)
            }
        }
    }
}
