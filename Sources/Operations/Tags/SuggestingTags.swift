package import Domain
import Insight
import Store

/// A tag that a model thinks a text should have. It is no tag until a person confirms it.
package struct SuggestedTag: Sendable, Hashable {
    package var kind: TagKind
    package var code: String
    /// 0...1.
    package var probability: Double
    /// Above what the model holds enough for this tag; others are only likely.
    package var isChosen: Bool
    /// Words of the text that spoke for it, strongest first.
    package var words: [String]
    /// The last decision on this tag, which was taken back.
    package var seen: TagDecisionID?
}

/// What is suggested for one text, or why nothing is.
package struct TagSuggestions: Sendable {
    /// The model; nil where there is none.
    package var model: String?
    /// Why there is no model, in a sentence for whoever runs the site.
    package var problem: String?
    /// Most certain first.
    package var tags: [SuggestedTag] = []
    /// Last decisions on all tags of the record, those that were withdrawn included.
    package var decisions: [TagDecision] = []
}

extension Tags {
    /// Suggestions for a recommendation: without the tags it has and those that were rejected.
    package func suggestions(for recommendation: Recommendation) async throws(OperationError) -> TagSuggestions {
        let id = recommendation.id
        var answer = TagSuggestions()
        answer.decisions = try await read { try TagDecisionRow.current(of: [.int(id.value)], $0) }
        guard let suggester = suggester(&answer), let text = TagSuggester.text(of: recommendation)?.text else {
            return answer
        }
        answer.tags = Self.tags(suggester, text, recommendation, answer.decisions)
        return answer
    }

    package func suggestions(for id: RecommendationID) async throws(OperationError) -> TagSuggestions {
        let record = try await read { try RecordLoader($0).load([id]).first }
        guard let record else { throw .notFound }
        return try await suggestions(for: record.recommendation)
    }

    /// Suggestions for a text that is no record yet.
    package func suggestions(for text: String, tags: [TagDraft]) -> TagSuggestions {
        var answer = TagSuggestions()
        guard let suggester = suggester(&answer) else { return answer }
        let held = tags.map { Tag(kind: $0.kind, code: $0.code, label: $0.label, source: .document) }
        answer.tags = suggester.suggest(text, tags: held, hasAction: false, rejected: []).map { found in
            SuggestedTag(
                kind: found.kind, code: found.code, probability: found.probability, isChosen: found.isChosen,
                words: suggester.words(for: found, in: text))
        }
        return answer
    }

    func suggester(_ answer: inout TagSuggestions) -> TagSuggester? {
        switch advice.standing {
        case .ready(let model):
            answer.model = model.version
            return TagSuggester(model, library.reference)
        case .missing(let failure):
            answer.problem = failure.sentence
            return nil
        }
    }

    static func tags(
        _ suggester: TagSuggester, _ text: String, _ recommendation: Recommendation, _ decisions: [TagDecision],
        withWords: Bool = true
    ) -> [SuggestedTag] {
        let rejected = Set(
            decisions.filter { $0.verdict == .rejected }.map { TagSuggester.key($0.kind, $0.code) })
        let found = suggester.suggest(
            text, tags: recommendation.tags, hasAction: recommendation.effectiveAction != nil, rejected: rejected)
        return found.map { found in
            SuggestedTag(
                kind: found.kind, code: found.code, probability: found.probability, isChosen: found.isChosen,
                words: withWords ? suggester.words(for: found, in: text) : [],
                seen: decisions.last { $0.kind == found.kind && $0.code == found.code }?.id)
        }
    }
}
