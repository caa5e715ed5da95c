package import Domain
import Operations
import People
import Store

/// A practice found from something of the record, and why.
package struct FoundPractice: Hashable, Sendable {
    package var practice: OutsidePractice
    /// It names this very issue, or a recommendation of it.
    package var isNamed: Bool
    /// Themes both have.
    package var themes: [String]
    /// Words both have, as the record writes them.
    package var words: [String]

    /// The machine proposes it: nobody named it.
    package var isProposed: Bool { !isNamed }
}

/// What practices are looked for by.
struct PracticeAim: Sendable {
    /// Most telling first.
    var themes: [String] = []
    var texts: [(language: LanguageTag, text: String)] = []
    var named: [(kind: PracticeLink.Kind, id: Int64)] = []
}

extension Practices {
    /// Shown at one place: more would say less.
    package static let foundMax = 5
    /// Practices of one theme that are compared.
    private static let comparedMax = 400

    /// Published practices on an issue: those that name it, and those that share a theme with it, by how many themes and words they
    /// share. Nothing else counts: no State's practice goes before another's.
    package func practices(on issue: IssueID) async throws(WorkspaceError) -> [FoundPractice] {
        try await store.read { connection in
            guard let row = try IssueRow.standing(issue, connection) else { return [] }
            let found = IssueForms.issue(row)
            var aim = PracticeAim(themes: found.reason.themes)
            aim.texts = found.names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            if let given = found.givenName { aim.texts.append((.english, given)) }
            aim.texts.append((.english, found.reason.words.joined(separator: " ")))
            aim.named = [(.issue, row.id.value)]
            aim.named += try IssueFacts.recommendations(of: row.id, connection).map { (.recommendation, $0) }
            return try Self.found(aim, connection)
        }
    }

    /// The same from one recommendation.
    package func practices(on recommendation: RecommendationID) async throws(WorkspaceError) -> [FoundPractice] {
        try await store.read { connection in
            guard let record = try RecordLoader(connection).load([recommendation]).first else { return [] }
            let tags = record.recommendation.effectiveTags.filter { $0.kind == .theme }.map(\.code)
            var aim = PracticeAim(themes: Set(tags).sorted())
            aim.texts = record.recommendation.texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            aim.named = [(.recommendation, recommendation.value)]
            return try Self.found(aim, connection)
        }
    }

    private static func found(_ aim: PracticeAim, _ connection: any ReadConnection) throws -> [FoundPractice] {
        let named = try PracticeFindingRow.named(aim.named, connection)
        let themed = try PracticeFindingRow.themed(aim.themes, limit: comparedMax, connection)
        var stems: [String: String] = [:]
        for (language, text) in aim.texts {
            stems.merge(PracticeWords.telling(text, language)) { first, _ in first }
        }
        let candidates = Array(Set(named).union(themed.keys))
        let words = try PracticeFindingRow.words(Array(stems.keys), candidates, connection)
        let ranked = candidates.map { id in
            (
                id: id, isNamed: named.contains(id), themes: themed[id] ?? [],
                words: (words[id] ?? []).compactMap { stems[$0] }.sorted()
            )
        }.sorted { one, other in
            if one.isNamed != other.isNamed { return one.isNamed }
            let (left, right) = (one.themes.count * 2 + one.words.count, other.themes.count * 2 + other.words.count)
            return left == right ? one.id > other.id : left > right
        }.prefix(foundMax)
        let practices = Dictionary(
            try OutsideRow.published(ranked.map(\.id), connection).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return ranked.compactMap { entry in
            practices[entry.id].map {
                FoundPractice(
                    practice: $0, isNamed: entry.isNamed, themes: entry.themes,
                    words: Array(entry.words.prefix(6)))
            }
        }
    }
}

/// What stands in the record about an issue.
enum IssueFacts {
    private static let recommendationsMax = 500

    static func recommendations(of issue: IssueID, _ connection: any ReadConnection) throws -> [Int64] {
        try connection.all(
            """
            SELECT recommendation_id FROM issue_member WHERE issue_id = $1 ORDER BY recommendation_id
            LIMIT \(recommendationsMax)
            """, [.int(issue.value)]
        ) { try $0.int(0) }
    }
}
