import Domain
import Frame
import Locales
import Operations
import People
import Watches

/// What came last to the record and answers a question, as a feed.
enum QuestionFeed {
    private static let entriesMax = 50

    static func answer(_ exchange: Exchange, _ watches: Watches) async throws(WebError) -> Answer {
        let question = exchange.question
        let view = View(exchange)
        let found: [(record: RecommendationSummary, at: String)]
        do throws(WorkspaceError) {
            found = try await watches.latest(question, language: exchange.language, limit: entriesMax)
        } catch { throw WebError(error) }
        let entries = found.map { entry($0.record, $0.at, view) }
        return Feed(
            path: "/search", title: view.say("watch.feed.title", ["question": .text(view.question(question))]),
            entries: entries
        ).answer(exchange)
    }

    private static func entry(_ record: RecommendationSummary, _ at: String, _ view: View) -> Feed.Entry {
        let place = [record.symbol?.printed, record.paragraph?.printed].compactMap { $0 }.joined(separator: ", ")
        let states = record.states.map(view.stateName).joined(separator: ", ")
        return Feed.Entry(
            path: "/recommendations/\(record.id)",
            title: [states, place].filter { !$0.isEmpty }.joined(separator: ": "), language: record.language.rawValue,
            summary: record.excerpt.map(\.text).joined(), updated: at,
            author: view.name(.mechanism, record.mechanism.rawValue))
    }
}
