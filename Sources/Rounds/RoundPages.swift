package import Domain

/// How far a round has come.
package struct RoundSummary: Sendable {
    package var round: Round
    /// Nil where the record has lost it.
    package var document: Document?
    /// Live paragraphs by standing.
    package var counts: [RoundStanding: Int]
    package var disputes: Int
    package var total: Int

    init(round: Round, document: Document?, lines: [RoundLine]) {
        self.round = round
        self.document = document
        let live = lines.filter(\.paragraph.isLive)
        counts = Dictionary(grouping: live, by: \.standing).mapValues(\.count)
        disputes = live.count { $0.standing == .disputed }
        total = live.count
    }

    package func count(_ standings: RoundStanding...) -> Int { standings.reduce(0) { $0 + (counts[$1] ?? 0) } }
}

/// A round as its page shows it.
package struct RoundPage: Sendable {
    package var round: Round
    package var document: Document?
    package var lines: [RoundLine]
    /// Those of the workspace, by name; for a focal point her own.
    package var institutions: [Institution]
    package var issueNames: [IssueID: [LanguageTag: String]]
    /// Every time it was frozen, oldest first.
    package var freezes: [RoundFreeze]

    package var live: [RoundLine] { lines.filter(\.paragraph.isLive) }
    package var summary: RoundSummary { RoundSummary(round: round, document: document, lines: lines) }
}

/// One paragraph of a round as its page shows it.
package struct RoundParagraphPage: Sendable {
    package var round: Round
    package var document: Document?
    package var line: RoundLine
    package var institutions: [Institution]
    /// Paragraphs of an earlier report that became part of it.
    package var parts: [RoundParagraphID]
    /// What was answered on those.
    package var earlier: [RoundLine]
    /// Where it stood before, oldest first.
    package var moves: [RoundMove]
    package var previous: RoundParagraphID?
    package var next: RoundParagraphID?
}
