internal import Domain

/// What a State said of its recommendations after its review: in the addendum, or years later.
struct LaterAnswers: DocumentWriter {
    let outcome: ReviewWriter

    private var review: DemonstrationReview { outcome.review }
    private var stem: String { "DEMO/PR/\(review.cycle)/\(review.state)/" }

    /// The drafts whose position changed, with the new one. Everything else in them is as it was.
    func drafts() -> [RecommendationDraft] {
        outcome.drafts().compactMap { draft in
            guard let key = draft.externalKey, let position = draft.position else { return nil }
            var random = SplitMix64(seed: outcome.seed, key + " later")
            switch position {
            case .pending where review.session <= ReviewWriter.lastAnswered:
                let answer: Position = random.chance(78) ? .supported : .noted
                return updated(draft, to: answer, document: "1/Add.1", date: CalendarDate(review.adopted), &random)
            case .noted where random.chance(7):
                return updated(draft, to: .supported, document: "3", date: yearsLater(2), &random)
            case .supported where random.below(1_000) < 6:
                return updated(draft, to: .noted, document: "3", date: yearsLater(2), &random)
            default: return nil
            }
        }
    }

    private func updated(
        _ draft: RecommendationDraft, to position: Position, document: String, date: CalendarDate?,
        _ random: inout SplitMix64
    ) -> RecommendationDraft? {
        guard let date, date.year <= Self.lastYear else { return nil }
        var draft = draft
        draft.position = position
        draft.positionDocument = stem + document
        draft.positionDate = date
        draft.positionWording = outcome.files.phrases.wordings[position.rawValue].map { random.pick($0) }
        draft.positionReason = position == .noted ? random.pick(outcome.files.phrases.reasons) : nil
        return draft
    }

    /// Mid-term reports come two or three years after adoption.
    private func yearsLater(_ years: Int) -> CalendarDate? {
        guard let date = CalendarDate(review.adopted) else { return nil }
        return CalendarDate(year: date.year + years, month: (date.month ?? 1) % 12 + 1)
    }

    private static let lastYear = 2025
}
