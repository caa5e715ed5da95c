import Domain
import Hummingbird
import Markup
import NIOCore
import Operations
import Reports

/// A result as a file, streamed page by page, at most `rowsMax` rows.
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

    let library: any Reading
    let request: SearchRequest
    let names: RowNames

    static func answer(_ exchange: Exchange, _ form: Form) async throws(WebError) -> Answer {
        var request = try Question(exchange, facets: []).request
        request.limit = SearchRequest.limitMax
        let names = RowNames(exchange)
        let export = Export(library: exchange.site.library, request: request, names: names)
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
            // Spreadsheet programs take a file for UTF-8 only with this mark.
            var bytes = Array("\u{FEFF}".utf8)
            CSV.append(names.columns, to: &bytes)
            try await writer.write(ByteBuffer(bytes: bytes))
            var pages = ExportPages(library: library, request: request)
            while let page = try await pages.next() {
                bytes.removeAll(keepingCapacity: true)
                for record in page { CSV.append(names.row(record), to: &bytes) }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }

    /// An array of the records as `/api/v1/recommendations/{id}` gives them.
    private func json() -> ResponseBody {
        ResponseBody { writer in
            var pages = ExportPages(library: library, request: request)
            var isFirst = true
            try await writer.write(ByteBuffer(string: "["))
            while let page = try await pages.next() {
                let json = JSONWriter()
                for record in page {
                    if !isFirst { json.separator() }
                    isFirst = false
                    json.record(record)
                    json.newline()
                }
                try await writer.write(ByteBuffer(bytes: json.bytes))
            }
            try await writer.write(ByteBuffer(string: "]\n"))
            try await writer.finish(nil)
        }
    }

    private func workbook() async throws(WebError) -> [UInt8] {
        var pages = ExportPages(library: library, request: request)
        do {
            let workbook = try Workbook(sheet: names.sheet)
            workbook.append(names.columns)
            while let page = try await pages.next() {
                for record in page { workbook.append(names.row(record)) }
            }
            return try workbook.bytes()
        } catch let error as OperationError {
            throw WebError(error)
        } catch {
            throw .failed("\(error)")
        }
    }
}

/// The pages of a result with whole records, one after the other.
struct ExportPages {
    let library: any Reading
    var request: SearchRequest
    private var rows = 0
    private var isDone = false

    init(library: any Reading, request: SearchRequest) {
        self.library = library
        self.request = request
    }

    mutating func next() async throws(OperationError) -> [RecommendationPage]? {
        guard !isDone, rows < Export.rowsMax else { return nil }
        let page = try await library.search(request)
        request.after = page.next
        isDone = page.next == nil
        var records: [RecommendationPage] = []
        for item in page.items.prefix(Export.rowsMax - rows) {
            // What was withdrawn since the search is left out.
            do { records.append(try await library.recommendation(item.id)) } catch .notFound { continue }
        }
        rows += records.count
        return records
    }
}
