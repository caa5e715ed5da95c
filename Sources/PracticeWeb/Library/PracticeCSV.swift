import Domain
import Frame
import Practices
import Reports

/// The list as a file: a line a language version, so that no text stands in a cell of another language.
enum PracticeCSV {
    private static let practicesMax = 5_000
    private static let columns =
        [
            "id", "edition", "published", "shelf", "author", "state", "region", "from", "until", "cost_minor",
            "currency", "kinds", "themes", "goals", "language", "original",
        ] + PracticeText.parts.map(\.name) + ["adoptions"]

    static func answer(_ exchange: Exchange, _ practices: Practices) async throws(WebError) -> Answer {
        let filter = PracticeAsked.filter(exchange)
        var rows: [[SheetCell]] = [columns.map { .text($0) }]
        var (after, count): (PracticeID?, Int) = (nil, 0)
        repeat {
            let from = after
            let page = try await WebError.running { () throws(WorkspaceError) in
                try await practices.published(filter, after: from, limit: PracticeLimits.listMax)
            }
            for practice in page.practices {
                rows += practice.content.texts.map { line(practice, $0, page.adoptions[practice.id] ?? 0) }
            }
            count += page.practices.count
            after = page.next
        } while after != nil && count < practicesMax
        return Answer(
            contentType: "text/csv; charset=utf-8", body: .bytes(Sheet(name: "practices", rows: rows).csv),
            caching: .never, headers: [("Content-Disposition", "attachment; filename=\"practices.csv\"")])
    }

    /// What is not known, or held back, is an empty cell.
    private static func line(_ practice: OutsidePractice, _ text: PracticeText, _ adoptions: Int) -> [SheetCell] {
        func some(_ value: String?) -> SheetCell { value.map { .text($0) } ?? .none }
        let content = practice.content
        return [
            .number(Int(practice.id.value)), .number(practice.number), some(practice.published),
            .text(content.shelf.rawValue), some(practice.author?.name), some(content.state?.rawValue),
            some(content.region), some(content.from?.description), some(content.until?.description),
            content.cost.map { .number(Int($0.minor)) } ?? .none, some(content.cost?.currency.rawValue),
            .text(content.kinds.map(\.rawValue).joined(separator: " ")),
            .text(content.themes.joined(separator: " ")), .text(content.goals.joined(separator: " ")),
            .text(text.language.rawValue), .text(text.isOriginal ? "yes" : "no"),
        ] + PracticeText.parts.map { .text(text[keyPath: $0.path]) } + [.number(adoptions)]
    }
}
