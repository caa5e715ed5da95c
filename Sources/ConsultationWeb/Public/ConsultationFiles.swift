import Consultations
import CooperationWeb
import Domain
import Frame
import Reports

/// Consultations for other programs: feed and tables.
enum ConsultationFiles {
    private static let pageSize = 100
    private static let rowsMax = 5_000

    static func feed(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        let filter = ConsultationFilter(
            state: exchange.query.first("state").flatMap { $0.isEmpty ? nil : StateCode($0) },
            since: exchange.query.first("since").flatMap { CalendarDate($0) })
        let latest = try await WebError.running { () throws(WorkspaceError) in
            try await consultations.latest(filter, limit: 50)
        }
        let entries = latest.map { entry in
            Feed.Entry(
                path: "/consultations/\(entry.consultation.id)", title: entry.consultation.content.title,
                language: entry.consultation.content.language.rawValue, summary: entry.consultation.content.about,
                updated: entry.consultation.summaryPublished ?? entry.consultation.published
                    ?? entry.consultation.made, author: entry.host.name)
        }
        return Feed(path: "/consultations", title: View(exchange).say("consultation.title"), entries: entries)
            .answer(exchange)
    }

    static func list(_ exchange: Exchange, _ consultations: Consultations) async throws(WebError) -> Answer {
        var rows: [[SheetCell]] = [
            [
                "id", "kind", "host", "state", "title", "language", "opens", "closes", "answer_by", "outsiders",
                "published", "summary_published", "cancelled",
            ].map { .text($0) }
        ]
        var after: ConsultationID?
        repeat {
            let page = try await ConsultationListView.page(exchange, consultations, limit: pageSize, after: after)
            rows += page.consultations.map { row($0.consultation, $0.host) }
            after = page.next
        } while after != nil && rows.count < rowsMax
        return table("consultations", rows)
    }

    static func contributions(
        _ exchange: Exchange, _ consultations: Consultations
    ) async throws(WebError) -> Answer {
        let reading = try await ConsultationPageView.found(exchange, consultations)
        let head: [SheetCell] = [
            "id", "origin", "institution", "name", "actor", "language", "text", "day", "status", "ground", "answer",
            "answer_why", "answer_language",
        ].map { .text($0) }
        let rows = reading.contributions.map { value -> [SheetCell] in
            [
                .number(Int(value.id.value)), .text(value.origin.rawValue), some(value.institutionName),
                some(value.name), some(value.actor), .text(value.language.rawValue), some(value.text),
                .text(String(value.made.prefix(10))), .text(value.status.rawValue), some(value.moderatedWhy),
                some(value.answer?.rawValue), some(value.answerWhy),
                some(value.answer == nil ? nil : value.answerLanguage.rawValue),
            ]
        }
        return table("contributions", [head] + rows)
    }

    private static func row(_ value: Consultation, _ host: ConsultationHost) -> [SheetCell] {
        let content = value.content
        return [
            .number(Int(value.id.value)), .text(content.kind.rawValue), .text(host.name), some(host.state?.rawValue),
            .text(content.title), .text(content.language.rawValue), some(content.opens?.description),
            some(content.closes?.description), some(content.answerBy?.description),
            .text(content.takesOutsiders ? "yes" : "no"), some(value.published), some(value.summaryPublished),
            some(value.cancelled),
        ]
    }

    private static func some(_ text: String?) -> SheetCell { text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none }

    private static func table(_ name: String, _ rows: [[SheetCell]]) -> Answer {
        Answer(
            contentType: "text/csv; charset=utf-8", body: .bytes(Sheet(name: name, rows: rows).csv), caching: .never,
            headers: [("Content-Disposition", "attachment; filename=\"\(name).csv\"")])
    }
}
