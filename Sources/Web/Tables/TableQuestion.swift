import Domain
import Frame
import Operations

/// What a table is asked: the parameters of a search, with rows, columns and what the cells say.
struct TableQuestion: Sendable {
    let question: Question
    let rows: Facet
    let columns: Facet
    let measure: TableMeasure

    static let parameters: [Parameter] = [
        Parameter(
            name: "rows", form: .choice(TableRequest.facets.map(\.rawValue)), summary: "The facet that makes rows."),
        Parameter(
            name: "columns", form: .choice(TableRequest.facets.map(\.rawValue)),
            summary: "The facet that makes columns."),
        Parameter(
            name: "measure", form: .choice(TableMeasure.allCases.map(\.rawValue)),
            summary: "What cells say: records, a share of the row, of the column, of all loaded records, or the share "
                + "that is supported."),
    ]

    /// The parameters' forms were checked by their route.
    init(_ exchange: Exchange) throws(WebError) {
        question = try Question(exchange, facets: [])
        let query = exchange.query
        rows = query.first("rows").flatMap { Facet(rawValue: $0) } ?? .mechanism
        columns = query.first("columns").flatMap { Facet(rawValue: $0) } ?? (rows == .year ? .mechanism : .year)
        measure = query.first("measure").flatMap { TableMeasure(rawValue: $0) } ?? .count
    }

    /// What keeps a table with these rows, columns and measure from being made; nil where nothing does.
    var refusal: (field: String, allowed: String)? { request(rowsMax: 1, columnsMax: 1).refusal }

    /// For files and the API, which have no form to choose otherwise.
    func check() throws(WebError) {
        if let refusal { throw .invalid([.init(name: refusal.field, allowed: refusal.allowed)]) }
    }

    func request(rowsMax: Int, columnsMax: Int) -> TableRequest {
        TableRequest(
            search: question.request, rows: rows, columns: columns, measure: measure, rowsMax: rowsMax,
            columnsMax: columnsMax)
    }

    /// The parameters of this table.
    var items: [(String, String)] {
        question.items + [("rows", rows.rawValue), ("columns", columns.rawValue), ("measure", measure.rawValue)]
    }

    /// The parameters of the search for the records that also have these values; nil where no search can say it.
    func records(_ values: [(Facet, String)]) -> [(String, String)]? {
        var items = question.items.filter { $0.0 != "sort" }
        var filters = question.request.filters
        for (facet, value) in values {
            let chosen = filters[facet] ?? []
            if chosen.isEmpty {
                items.append((facet.rawValue, value))
                filters[facet] = [value]
            } else if !facet.isMultiple || chosen == [value] {
                items = items.filter { $0.0 != facet.rawValue } + [(facet.rawValue, value)]
            } else {
                // Filters of one facet are alternatives: what has both is asked for in the query.
                guard let query = Self.query(items.first { $0.0 == "q" }?.1 ?? "", and: facet, value) else {
                    return nil
                }
                items = [("q", query)] + items.filter { $0.0 != "q" }
            }
        }
        return items
    }

    private static func query(_ text: String, and facet: Facet, _ value: String) -> String? {
        guard !value.contains("\"") else { return nil }
        let node = QueryNode.facet(facet, value)
        let root = QueryParser.parse(text).root.map { QueryNode.all([$0, node]) } ?? node
        let query = ParsedQuery(root: root).canonical
        return query.count <= SearchRequest.queryCharactersMax ? query : nil
    }
}
