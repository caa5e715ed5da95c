import Domain
import Frame
import Locales
import Operations

/// Decisions on a recommendation's tags, sent from its page.
enum RecordTags {
    static let routes: [Route] = [
        .form("recommendation-tags", "/recommendations/{id}/tags", [.id]) { signed, form throws(WebError) in
            try await decide(signed, form)
        }
    ]

    private static func decide(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        guard let id = RecommendationID(signed.exchange.value("id")),
            let kind = form.first("kind").flatMap({ TagKind(rawValue: $0) }), let verdict = verdict(form.first("do"))
        else { throw .notFound }
        let view = View(signed)
        let reference = view.names.reference
        let code =
            form.first("name").map { TagWords.code(kind, $0, reference) } ?? form.first("code")
        guard let code, !code.isEmpty else {
            return try await RecommendationView.answer(
                signed.exchange, refused: view.say("suggest.unknown"), status: 422)
        }
        let tags = signed.exchange.site.tags
        do throws(TagError) {
            var seen = form.first("seen").flatMap { TagDecisionID($0) }
            if verdict == .added { seen = try await last(id, kind, code, tags) }
            _ = try await tags.decide([TagChoice(id, kind, code, seen: seen)], verdict, by: signed.caller)
        } catch {
            guard let reason = view.refusal(error) else { throw WebError(error) }
            return try await RecommendationView.answer(
                signed.exchange, refused: reason, status: error == .stale ? 409 : 422)
        }
        return .seeOther(view.address("/recommendations/\(id)", [("said", verdict.rawValue)]) + "#tags")
    }

    private static func verdict(_ name: String?) -> TagDecision.Verdict? {
        switch name {
        case "confirm": .confirmed
        case "reject", "dispute": .rejected
        case "withdraw": .withdrawn
        case "added": .added
        default: nil
        }
    }

    /// Who adds a tag by hand overrules what stands.
    private static func last(
        _ id: RecommendationID, _ kind: TagKind, _ code: String, _ tags: Tags
    ) async throws(TagError) -> TagDecisionID? {
        do throws(OperationError) {
            return try await tags.history(of: id).first { $0.kind == kind && $0.code == code }?.id
        } catch { throw .store("\(error)") }
    }
}
