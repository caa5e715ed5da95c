import Domain
import FoundationEssentials
import Frame
import Hummingbird
import NIOCore
import Operations
import Reports

/// A result as a file, page by page, at most `rowsMax` rows. The columns are those the importer knows.
struct Export: Sendable {
    enum Form: String, CaseIterable, Sendable {
        case csv, xlsx, json

        var contentType: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .json: "application/json"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        }
    }

    static let rowsMax = 50_000

    let library: Library
    let request: SearchRequest

    static func answer(_ exchange: Exchange, _ form: Form) async throws(WebError) -> Answer {
        var request = try Question(exchange, facets: []).request
        request.limit = SearchRequest.limitMax
        let export = Export(library: exchange.site.library, request: request)
        let body: Answer.Body =
            switch form {
            case .csv: .stream(export.csv())
            case .json: .stream(export.json())
            case .xlsx: .bytes(try await export.workbook())
            }
        return Answer(
            contentType: form.contentType, body: body, caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"recommendations.\(form.rawValue)\"")])
    }

    private func csv() -> ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: CSVExport.header()))
            var pages = ExportPages(library: library, request: request)
            while let page = try await pages.next() {
                try await writer.write(ByteBuffer(bytes: CSVExport.rows(page, request.language)))
            }
            try await writer.finish(nil)
        }
    }

    private func json() -> ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(string: "["))
            var pages = ExportPages(library: library, request: request)
            var isFirst = true
            while let page = try await pages.next() {
                try await writer.write(ByteBuffer(bytes: JSONExport.elements(page, isFirst: isFirst)))
                isFirst = isFirst && page.isEmpty
            }
            try await writer.write(ByteBuffer(string: "\n]\n"))
            try await writer.finish(nil)
        }
    }

    /// The format cannot be streamed: it is written to a temporary file and read whole.
    private func workbook() async throws(WebError) -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.path + "/rapporteur-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            let workbook = try XLSXExport(path: path)
            var pages = ExportPages(library: library, request: request)
            while let page = try await pages.next() { workbook.add(page, request.language) }
            try workbook.finish()
        } catch let error as OperationError {
            throw WebError(error)
        } catch {
            throw .failed("\(error)")
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw .failed("no workbook at \(path)") }
        return Array(data)
    }
}

/// The pages of a result, one after the other.
struct ExportPages {
    let library: Library
    var request: SearchRequest
    private var rows = 0
    private var isDone = false

    init(library: Library, request: SearchRequest) {
        self.library = library
        self.request = request
    }

    mutating func next() async throws(OperationError) -> [ExportedRecord]? {
        guard !isDone, rows < Export.rowsMax else { return nil }
        let page = try await library.exportPage(request)
        request.after = page.next
        isDone = page.next == nil
        let records = Array(page.records.prefix(Export.rowsMax - rows))
        rows += records.count
        return records
    }
}
