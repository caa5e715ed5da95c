package import Domain
import Operations

/// Which paragraph of a later report is which of an earlier one, by likeness of their words.
///
/// Whoever has the same record, or nearly the same words as nobody else, is sure. What was reworded much, split, joined, or stands twice
/// with the same words, waits for a person.
package struct Renumbering: Hashable, Sendable {
    /// What became of one paragraph, as far as words tell.
    package struct Link: Hashable, Sendable {
        package var paragraph: RoundParagraphID
        /// The recommendations it became: none, one, or several where it was split. Two paragraphs with one recommendation were joined.
        package var targets: [RecommendationID]
        /// Of the first target, 0...1.
        package var likeness: Double
        package var isSure: Bool
        /// The likeliest recommendations, best first, at most five; those of `targets` are among them.
        package var candidates: [Candidate]
    }

    package struct Candidate: Hashable, Sendable {
        package var recommendation: RecommendationID
        package var likeness: Double
    }

    /// In the order of the paragraphs that were given.
    package var links: [Link]
    /// Recommendations of the later report that nothing became.
    package var added: [RecommendationID]

    static let sure = 0.85
    /// How far the best must be ahead of the next for that.
    static let margin = 0.08
    /// Below this two texts are not proposed as the same.
    static let possible = 0.4
    /// How much of a text must be found in another to be a part of it.
    static let part = 0.72
    static let candidatesMax = 5
    private static let sharedStates = 0.06

    /// `current`: what the recommendations of paragraphs are called now.
    init(
        _ paragraphs: [RoundParagraph], _ report: [Recommendation],
        current: [RecommendationID: RecommendationID]
    ) {
        let matrix = LikenessMatrix(paragraphs, report)
        var owners: [Int?] = Array(repeating: nil, count: report.count)
        var best: [Int?] = Array(repeating: nil, count: paragraphs.count)
        // The same record in both reports is the same paragraph: whoever imported the later one has decided that.
        let places = Dictionary(report.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (old, paragraph) in paragraphs.enumerated() {
            guard let now = current[paragraph.recommendation], let new = places[now], owners[new] == nil else {
                continue
            }
            best[old] = new
            owners[new] = old
        }
        let isSameRecord = best.map { $0 != nil }
        for pair in matrix.pairs(from: Self.possible) where best[pair.old] == nil && owners[pair.new] == nil {
            best[pair.old] = pair.new
            owners[pair.new] = pair.old
        }
        var targets = best.map { $0.map { [$0] } ?? [] }
        // What is left over of the later report may be the other half of a paragraph that was split.
        var isSplit: Set<Int> = []
        for new in report.indices where owners[new] == nil {
            guard let old = matrix.whole(of: new), !isSameRecord[old] || best[old] != new else { continue }
            targets[old].append(new)
            owners[new] = old
            isSplit.insert(old)
        }
        // What is left over of the earlier one may have been joined to another.
        var isMerged: Set<Int> = []
        for old in paragraphs.indices where best[old] == nil {
            guard let new = matrix.wholeOfOld(old) else { continue }
            targets[old] = [new]
            isMerged.insert(old)
            if let owner = owners[new] { isMerged.insert(owner) }
        }
        links = paragraphs.indices.map { old in
            let likeness = targets[old].first.map { matrix.likeness(old, $0) } ?? 0
            let isAmbiguous = isSplit.contains(old) || isMerged.contains(old)
            let isClear = likeness >= Self.sure && matrix.lead(old, targets[old].first) >= Self.margin
            return Link(
                paragraph: paragraphs[old].id, targets: targets[old].map { report[$0].id }, likeness: likeness,
                isSure: !targets[old].isEmpty && !isAmbiguous && (isSameRecord[old] && likeness >= 0.5 || isClear),
                candidates: matrix.candidates(old, targets[old]).map {
                    Candidate(recommendation: report[$0.new].id, likeness: $0.likeness)
                })
        }
        let taken = Set(targets.joined())
        added = report.indices.filter { !taken.contains($0) }.map { report[$0].id }
    }

    /// How alike every paragraph is to every recommendation.
    private struct LikenessMatrix {
        private let olds: [[LanguageTag: TextLikeness]]
        private let news: [[LanguageTag: TextLikeness]]
        /// `values[old][new]`
        private let values: [[Double]]
        private let ranks: [[Double]]

        init(_ paragraphs: [RoundParagraph], _ report: [Recommendation]) {
            let olds = paragraphs.map { $0.texts.mapValues { TextLikeness($0) } }
            let news = report.map { $0.texts.mapValues { TextLikeness($0) } }
            var values: [[Double]] = []
            var ranks: [[Double]] = []
            for (old, paragraph) in paragraphs.enumerated() {
                let states = Set(paragraph.recommending)
                let row = news.map { text in Self.best(olds[old], text) { $0.dice($1) } }
                values.append(row)
                ranks.append(
                    row.indices.map { new in
                        row[new] + (states.isDisjoint(with: report[new].recommending) ? 0 : sharedStates)
                    })
            }
            self.olds = olds
            self.news = news
            self.values = values
            self.ranks = ranks
        }

        private static func best(
            _ one: [LanguageTag: TextLikeness], _ other: [LanguageTag: TextLikeness],
            _ measure: (TextLikeness, TextLikeness) -> Double
        ) -> Double {
            one.reduce(0) { best, entry in
                guard let text = other[entry.key] else { return best }
                return max(best, measure(entry.value, text))
            }
        }

        func likeness(_ old: Int, _ new: Int) -> Double { values[old][new] }

        /// Every pair at least so alike, best first; among equals those that stand at the same place.
        func pairs(from least: Double) -> [(old: Int, new: Int)] {
            var pairs: [(old: Int, new: Int)] = []
            for old in values.indices {
                for new in values[old].indices where values[old][new] >= least { pairs.append((old, new)) }
            }
            return pairs.sorted { one, other in
                (ranks[one.old][one.new], -abs(one.old - one.new), other.old, other.new)
                    > (ranks[other.old][other.new], -abs(other.old - other.new), one.old, one.new)
            }
        }

        /// How far the target is ahead of the next likely one, recommending States counted.
        func lead(_ old: Int, _ target: Int?) -> Double {
            guard let target else { return 0 }
            let next = ranks[old].indices.lazy.filter { $0 != target }.map { ranks[old][$0] }.max() ?? 0
            let rival = ranks.indices.lazy.filter { $0 != old }.map { ranks[$0][target] }.max() ?? 0
            return ranks[old][target] - max(next, rival)
        }

        /// The paragraph that a recommendation is a part of.
        func whole(of new: Int) -> Int? {
            best(olds.indices.map { Self.best(news[new], olds[$0]) { $0.containment(in: $1) } })
        }

        /// The recommendation that a paragraph became a part of.
        func wholeOfOld(_ old: Int) -> Int? {
            best(news.indices.map { Self.best(olds[old], news[$0]) { $0.containment(in: $1) } })
        }

        private func best(_ shares: [Double]) -> Int? {
            guard let place = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[place] >= part else {
                return nil
            }
            return place
        }

        func candidates(_ old: Int, _ targets: [Int]) -> [(new: Int, likeness: Double)] {
            let others = values[old].indices.filter { !targets.contains($0) && values[old][$0] >= 0.2 }
                .sorted { (values[old][$0], $1) > (values[old][$1], $0) }
            return (targets + others.prefix(max(0, candidatesMax - targets.count))).map { ($0, values[old][$0]) }
        }
    }
}
