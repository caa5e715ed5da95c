package import Domain
import FollowUp

/// What a row was found to mean.
struct LineMatch: Hashable, Sendable {
    /// Nil: a person decides.
    var sure: RecommendationID?
    var verdict: MatchVerdict
    /// Best first.
    var candidates: [MatchCandidate]
}

/// Why a row counts as matched, or why it waits.
package enum MatchVerdict: String, Codable, Sendable, CaseIterable {
    case numberAndWords, number, words
    /// Nothing in the record is like it.
    case nothingAlike
    /// More than one could be meant.
    case several
    /// The number speaks for one, the words for another or for none.
    case numberAgainstWords
    /// Something is alike, not enough to be sure.
    case weak
    /// A person said so.
    case person

    package var isSure: Bool { [.numberAndWords, .number, .words, .person].contains(self) }
}

/// A recommendation that a row may mean, with what speaks for it.
package struct MatchCandidate: Codable, Hashable, Sendable {
    package var id: Int64
    /// Likeness of the words in percent; nil where they cannot be compared.
    package var words: Int?
    package var hasNumber: Bool
    package var isInDocument: Bool

    package var recommendation: RecommendationID { RecommendationID(id) }
}

/// Decides which recommendation a row means. Better to ask once too often: a wrong match is worse than a question.
struct LineMatcher {
    private let index: RecordIndex

    init(_ index: RecordIndex) { self.index = index }

    private enum Number { case exact, possible, other, none }

    private struct Evidence {
        var place: Int
        var number: Number
        /// 1 named, 0 unknown, -1 another one is named.
        var document: Int
        var words: Double?

        var score: Double {
            let byNumber: Double =
                switch number {
                case .exact: 0.45
                case .possible: 0.25
                case .other: -0.1
                case .none: 0
                }
            return (words ?? 0.35) + byNumber + 0.15 * Double(document)
        }
    }

    func match(_ line: TrackingLine) -> LineMatch {
        let question = index.question(line.text)
        let found = evidence(line, question)
        let candidates = found.prefix(6).filter { $0.number != .other || ($0.words ?? 0) >= 0.15 }.map { candidate($0) }
        guard let best = found.first, !candidates.isEmpty else {
            return LineMatch(sure: nil, verdict: .nothingAlike, candidates: [])
        }
        let verdict = verdict(best, Array(found.dropFirst()), question, line)
        return LineMatch(
            sure: verdict.isSure ? index.entries[best.place].id : nil, verdict: verdict, candidates: candidates)
    }

    private func candidate(_ evidence: Evidence) -> MatchCandidate {
        MatchCandidate(
            id: index.entries[evidence.place].id.value, words: evidence.words.map { Int(($0 * 100).rounded()) },
            hasNumber: evidence.number == .exact || evidence.number == .possible, isInDocument: evidence.document == 1)
    }

    private func evidence(_ line: TrackingLine, _ question: RecordIndex.Question) -> [Evidence] {
        let named = index.documents.documents(line.documents)
        var numbers: [Int: Number] = [:]
        for key in line.paragraph.keys {
            let places = index.entries(atParagraph: key)
            for place in places { numbers[place] = line.paragraph.isExact ? .exact : .possible }
            if line.paragraph.isExact, !places.isEmpty { break }
        }
        let places = Set(numbers.keys).union(index.nearest(question))
        return places.map { place in
            let entry = index.entries[place]
            return Evidence(
                place: place, number: numbers[place] ?? (line.paragraph.isEmpty ? .none : .other),
                document: named.isEmpty ? 0 : named.contains(entry.document) ? 1 : -1,
                words: index.likeness(question, place))
        }.sorted { ($0.score, $1.place) > ($1.score, $0.place) }
    }

    private func verdict(
        _ best: Evidence, _ others: [Evidence], _ question: RecordIndex.Question, _ line: TrackingLine
    ) -> MatchVerdict {
        let margin = best.score - (others.first?.score ?? 0)
        switch best.number {
        case .exact, .possible:
            guard let words = best.words else { return byNumber(best, others, line) }
            let enough = best.number == .exact ? 0.3 : 0.45
            guard words >= enough else { return .numberAgainstWords }
            // Another one with nearly these words under another number: the number decides only where it is whole.
            let rival = others.map { $0.words ?? 0 }.max() ?? 0
            if rival > words + 0.35 { return .numberAgainstWords }
            return margin >= 0.12 ? .numberAndWords : .several
        case .none:
            guard let words = best.words, words >= 0.3 else { return .nothingAlike }
            if words >= 0.8, margin >= 0.07 { return .words }
            if words >= 0.6, margin >= 0.2 { return .words }
            return margin < 0.07 ? .several : .weak
        case .other:
            guard let words = best.words, words >= 0.3 else { return .nothingAlike }
            let contradicts = others.contains { $0.number == .exact && $0.document >= 0 && ($0.words ?? 1) >= 0.3 }
            if words >= 0.85, margin >= 0.12, !contradicts { return .words }
            return others.contains { $0.number == .exact } ? .numberAgainstWords : margin < 0.07 ? .several : .weak
        }
    }

    /// The words say nothing: there are none, or the record has none in their language.
    private func byNumber(_ best: Evidence, _ others: [Evidence], _ line: TrackingLine) -> MatchVerdict {
        let rivals = others.filter { $0.number == best.number && $0.document >= best.document }
        guard rivals.isEmpty else { return .several }
        if best.document == 1 { return .number }
        // Without its document a number counts where it is whole, of two parts, and stands in one document alone.
        let isTelling = best.number == .exact && line.paragraph.shown.contains(".") && best.document == 0
        return isTelling && !others.contains { $0.number == .exact } ? .number : .weak
    }
}
