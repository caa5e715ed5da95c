import Domain
import Frame
import Markup
import Operations

/// Issues of States, and how often something was recommended.
enum IssuesAPI {
    static let parameters = [
        Parameter(
            name: "state", form: .text(charactersMax: 200), isRequired: true,
            summary: "Code of the State they are about."
        ),
        Parameter(name: "cycle", form: .integer(1...99), summary: "Issues with a record of this cycle of the review."),
        Parameter(
            name: "mechanism", form: .text(charactersMax: 200), summary: "Issues with a record of this mechanism."),
        Parameter(name: "theme", form: .text(charactersMax: 200), summary: "Issues with a record of this theme."),
        Parameter(
            name: "after", form: .number,
            summary: "Where the page before ended: taken from its next link."),
        Parameter(name: "limit", form: .integer(1...SearchRequest.limitMax), summary: "Issues on a page."),
    ]

    static let members = Parameter(
        name: "members", form: .integer(0...1_000_000),
        summary: "The first of the members that are listed, counted from 0: taken from the next link.")

    static func list(_ exchange: Exchange) async throws(WebError) -> Answer {
        let query = exchange.query
        guard let state = query.first("state"), !state.isEmpty else {
            throw .invalid([.init(name: "state", allowed: "code of a State")])
        }
        let list: IssueList
        do {
            list = try await exchange.site.issues.list(
                StateCode(state), cycle: query.first("cycle").flatMap { Int($0) },
                mechanism: query.first("mechanism").flatMap { $0.isEmpty ? nil : MechanismCode($0) },
                theme: query.first("theme").flatMap { $0.isEmpty ? nil : $0 })
        } catch { throw WebError(error) }
        let start = place(after: query.first("after").flatMap { IssueID($0) }, in: list)
        let limit = query.first("limit").flatMap { Int($0) } ?? 50
        let items = list.items[start..<min(list.items.count, start + limit)]
        let isLast = start + items.count >= list.items.count
        let link = isLast ? nil : items.last.map { next($0.issue.id, exchange) }
        let view = View(exchange)
        let json = JSONWriter()
        json.object { json.issues(list, items, next: link, view) }
        return .json(json.bytes)
    }

    /// An issue that is not in the list any more ends it.
    private static func place(after id: IssueID?, in list: IssueList) -> Int {
        guard let id else { return 0 }
        return list.items.firstIndex { $0.issue.id == id }.map { $0 + 1 } ?? list.items.count
    }

    private static func next(_ id: IssueID, _ exchange: Exchange) -> String {
        var query = Query(exchange.query.items.filter { $0.name != "after" })
        query.append("after", id.description)
        return exchange.site.publicAddress + "/api/v1/issues" + query.text
    }

    static func issue(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let id = IssueID(exchange.value("id")) else { throw .notFound }
        let first = exchange.query.first("members").flatMap { Int($0) } ?? 0
        let page: IssuePage
        do {
            page = try await exchange.site.issues.issue(id, language: exchange.language, members: first)
        } catch { throw WebError(error) }
        let next = page.next.map { place -> String in
            var query = Query(exchange.query.items.filter { $0.name != "members" })
            query.append("members", String(place))
            return exchange.site.publicAddress + "/api/v1/issues/\(id)" + query.text
        }
        let json = JSONWriter()
        json.issue(page, next: next, View(exchange))
        return .json(json.bytes)
    }

    static func repeats(_ exchange: Exchange) async throws(WebError) -> Answer {
        let question = try Question(exchange, facets: [])
        let repeats: Repeats
        do { repeats = try await exchange.site.issues.repeats(question.request) } catch { throw WebError(error) }
        let view = View(exchange)
        let json = JSONWriter()
        json.object { json.repeats(repeats, view) }
        return .json(json.bytes)
    }
}
