import Domain
import Frame
import Locales
import Operations

/// Decisions on many suggestions.
enum SuggestionDecisions {
    static let routes: [Route] = [
        .desk("suggestions", "/suggestions", SuggestionQuestion.parameters) { signed throws(WebError) in
            try await SuggestionsView.answer(signed)
        },
        .form("suggestions-form", "/suggestions", SuggestionQuestion.parameters) { signed, form throws(WebError) in
            try await decide(signed, form)
        },
    ]

    private static func decide(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let asked = try SuggestionQuestion(signed.exchange)
        let view = View(signed)
        let tags = signed.exchange.site.tags
        do {
            let (outcome, said): (TagOutcome, String)
            switch form.first("do") {
            case "undo":
                guard let batch = form.first("batch").flatMap({ TagDecisionID($0) }) else { throw WebError.notFound }
                (outcome, said) = (try await tags.undo(batch, by: signed.caller), "undone")
            case "all":
                guard let choices = try await all(asked, form, tags) else {
                    return try await SuggestionsView.answer(
                        signed, refused: view.say("suggestions.changed"), status: 409)
                }
                (outcome, said) = (try await tags.decide(choices, .confirmed, by: signed.caller), "confirmed")
            case let name:
                let choices = form.all("pick").compactMap(choice)
                guard !choices.isEmpty else {
                    return try await SuggestionsView.answer(
                        signed, refused: view.say("suggestions.noneTicked"), status: 422)
                }
                let verdict: TagDecision.Verdict = name == "reject" ? .rejected : .confirmed
                (outcome, said) = (
                    try await tags.decide(choices, verdict, by: signed.caller), verdict.rawValue
                )
            }
            return .seeOther(
                view.address(
                    "/suggestions", asked.items + [("said", said), ("n", String(outcome.decided))]))
        } catch let error as TagError {
            guard let reason = view.refusal(error) else { throw WebError(error) }
            return try await SuggestionsView.answer(signed, refused: reason, status: 409)
        } catch let error as OperationError { throw WebError(error) } catch let error as WebError { throw error } catch
        {
            throw .failed("\(error)")
        }
    }

    /// Everything above the stated probability; nil where it is not what the page counted.
    private static func all(_ asked: SuggestionQuestion, _ form: Query, _ tags: Tags) async throws -> [TagChoice]? {
        let list = try await tags.list(asked.request)
        guard list.model == form.first("model"), String(list.rows.count) == form.first("count") else { return nil }
        return list.rows.prefix(Tags.decisionsMax).map {
            TagChoice($0.recommendation, $0.tag.kind, $0.tag.code, seen: $0.tag.seen)
        }
    }

    /// `12:0:theme:right-to-health`: recommendation, last decision seen, kind, code.
    static func text(_ row: SuggestionList.Row) -> String {
        "\(row.recommendation):\(row.tag.seen?.value ?? 0):\(row.tag.kind.rawValue):\(row.tag.code)"
    }

    static func choice(_ text: String) -> TagChoice? {
        let parts = text.split(separator: ":", maxSplits: 3).map { String($0) }
        guard parts.count == 4, let id = RecommendationID(parts[0]), let kind = TagKind(rawValue: parts[2]) else {
            return nil
        }
        return TagChoice(id, kind, parts[3], seen: TagDecisionID(parts[1]))
    }
}
