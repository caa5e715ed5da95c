package import CooperationRecords
package import Domain
import Plans

/// A fact of the State's cooperation record.
package struct CooperationFact: Hashable, Sendable {
    package var fact: StateFact

    package var content: StateFactContent { fact.content }

    /// What was entered has a number; what is read from the record or shipped gets one of what it is about, the same each time.
    package var source: SentenceSource {
        let what = [content.kind.rawValue, content.about, content.matter, content.cycle.map { "\($0)" } ?? ""]
        let said = [
            content.day?.description ?? "", "\(content.isNone)", content.grade ?? "", content.text, content.source,
        ]
        let about = [content.about, content.matter].filter { !$0.isEmpty }.joined(separator: " ")
        return SentenceSource(
            .stateFact, fact.id?.value ?? Self.number(what), digest: FactDigest.of(what + said),
            label: about.isEmpty ? content.source : about)
    }

    /// Above all numbers that the store gives.
    private static func number(_ what: [String]) -> Int64 {
        1 << 60 | (Int64(FactDigest.of(what).prefix(14), radix: 16) ?? 0)
    }
}

/// A published practice, as everybody reads it.
package struct PracticeFact: Hashable, Sendable {
    package var id: Int64
    /// Nil where it is published without its author's name.
    package var author: String?
    /// Title and summary by language.
    package var titles: [LanguageTag: String]
    package var summaries: [LanguageTag: String]
    package var issues: Set<IssueID>

    package var source: SentenceSource {
        SentenceSource(
            .practice, id,
            digest: FactDigest.of([
                author ?? "", StoredTexts.json(titles), StoredTexts.json(summaries),
            ]), label: titles.min { $0.key < $1.key }?.value ?? "")
    }
}

/// A published consultation with what is shown of it.
package struct ConsultationFact: Hashable, Sendable {
    package var id: Int64
    package var title: String
    package var language: LanguageTag
    package var opens: CalendarDate
    package var closes: CalendarDate
    package var contributions: [ContributionFact] = []

    package var source: SentenceSource {
        SentenceSource(
            .consultation, id,
            digest: FactDigest.of(
                [title, opens.description, closes.description]
                    + contributions.map { "\($0.id) \($0.answer?.rawValue ?? "")" }), label: title)
    }
}

/// A contribution that is shown. People are not named, the institution they speak for is.
package struct ContributionFact: Hashable, Sendable {
    package enum Answer: String, Hashable, Sendable, CaseIterable {
        case takenUp = "taken-up"
        case partly, not
    }

    package var id: Int64
    package var institution: String?
    package var language: LanguageTag
    package var text: String
    package var answer: Answer?
    package var answerWhy: String
    package var answerLanguage: LanguageTag

    package func source(_ consultation: String) -> SentenceSource {
        SentenceSource(
            .contribution, id, digest: FactDigest.of([text, answer?.rawValue ?? "", answerWhy]),
            label: [institution, consultation].compactMap(\.self).joined(separator: ", "))
    }
}
