import CooperationRecords
import CooperationWeb
import Domain
import Frame
import Locales
import Reports

/// A State's cooperation record for other programs.
enum CooperationFiles {
    private static let entriesMax = 100
    /// The columns that an import reads, and what is known beside them.
    private static let columns = [
        "kind", "about", "matter", "cycle", "day", "none", "grade", "amount", "currency", "text", "language", "source",
        "address", "origin", "published", "ended", "ended_why", "id", "replaces",
    ]

    static func table(_ exchange: Exchange, _ records: StateCooperation) async throws(WebError) -> Answer {
        let record = try await found(exchange, records)
        let rows = (record.facts + record.former).map(row)
        let sheet = Sheet(name: "cooperation", rows: [columns.map { .text($0) }] + rows)
        return Answer(
            contentType: "text/csv; charset=utf-8", body: .bytes(sheet.csv), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"cooperation.csv\"")])
    }

    static func feed(_ exchange: Exchange, _ records: StateCooperation) async throws(WebError) -> Answer {
        let state = try await found(exchange, records).state
        let view = View(exchange)
        return try await feed(
            "/states/\(PercentCoding.encode(state.rawValue))/cooperation",
            view.say("stateFact.title", ["state": .text(view.stateName(state))]), state, view, records)
    }

    /// Of every State, or of one that is asked for.
    static func feedOfAll(_ exchange: Exchange, _ records: StateCooperation) async throws(WebError) -> Answer {
        let view = View(exchange)
        let state = exchange.query.first("state").flatMap { $0.isEmpty ? nil : StateCode($0) }
        return try await feed(
            state.map { "/states/\(PercentCoding.encode($0.rawValue))/cooperation" } ?? "/states",
            view.say("stateFact.heading") + (state.map { " · " + view.stateName($0) } ?? ""), state, view, records)
    }

    private static func feed(
        _ path: String, _ title: String, _ state: StateCode?, _ view: View, _ records: StateCooperation
    ) async throws(WebError) -> Answer {
        let filter = CooperationAsked.filter(view.exchange, state)
        let latest = try await WebError.running { () throws(WorkspaceError) in
            try await records.latest(filter, limit: entriesMax)
        }
        let entries = latest.map { fact in
            Feed.Entry(
                path: "/cooperation-facts/\(fact.id?.description ?? "")",
                title: view.stateName(fact.state) + " · " + view.factKind(fact.kind) + " · "
                    + view.factDay(fact.content.day),
                language: view.exchange.language.rawValue, summary: fact.content.source,
                updated: fact.published ?? fact.made, author: view.factOrigin(fact))
        }
        return Feed(path: path, title: title, entries: entries).answer(view.exchange)
    }

    static func found(
        _ exchange: Exchange, _ records: StateCooperation
    ) async throws(WebError) -> CooperationRecord {
        let state = StateCode(exchange.value("code"))
        return try await WebError.running { () throws(WorkspaceError) in try await records.record(of: state) }
    }

    private static func row(_ fact: StateFact) -> [SheetCell] {
        func some(_ value: String?) -> SheetCell { value.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none }
        let content = fact.content
        return [
            .text(content.kind.rawValue), some(content.about), some(content.matter),
            content.cycle.map { .number($0) } ?? .none, some(content.day?.description),
            .text(content.isNone ? "yes" : "no"), some(content.grade),
            some(content.money.map { Amounts.plain($0.minor, $0.currency) }), some(content.money?.currency.rawValue),
            some(content.text), some(content.text.isEmpty ? nil : content.language.rawValue), some(content.source),
            some(content.address), .text(fact.origin.rawValue), some(fact.published), some(fact.ended),
            some(fact.endedWhy), some(fact.id?.description), some(fact.replaces?.description),
        ]
    }
}
