package import Domain
import Operations
import People
import Store

/// Something of the record that a practice may answer, as the program proposes it, and why.
package struct ProposedLink: Hashable, Sendable {
    package var link: PracticeLink
    package var name: String
    package var language: LanguageTag?
    package var themes: [String]
    package var words: [String]
}

extension Practices {
    private static let proposedMax = 6

    /// Issues and recommendations of the State a practice is from, by the themes and words both have. What is linked already is left
    /// out; without a State nothing is proposed.
    package func proposals(
        for id: PracticeID, language: LanguageTag, _ member: Member
    ) async throws(WorkspaceError) -> [ProposedLink] {
        try member.require(.writePractices)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let practice = try PracticeRow.find(id, workspace, connection),
                let content = try EditionRow.find(practice.latest, workspace, connection)?.content
            else { throw WorkspaceError.notFound }
            guard let state = content.state, !content.themes.isEmpty else { return [] }
            var stems: [String: String] = [:]
            for text in content.texts {
                let words = [text.title, text.summary, text.worked].joined(separator: " ")
                stems.merge(PracticeWords.telling(words, text.language)) { first, _ in first }
            }
            let issues = try Self.issues(of: state, content, stems, language, connection)
            return try issues
                + Self.recommendations(of: issues.map { IssueID($0.link.id) }, content, stems, language, connection)
        }
    }

    private static func issues(
        of state: StateCode, _ content: PracticeContent, _ stems: [String: String], _ language: LanguageTag,
        _ connection: any ReadConnection
    ) throws -> [ProposedLink] {
        let linked = Set(content.links.issues)
        return best(
            try IssueRow.all(of: state, connection).compactMap { row in
                guard row.mergedInto == nil, !linked.contains(row.id) else { return nil }
                let issue = IssueForms.issue(row)
                let name = RecordNames.named(row).name(for: language)
                var shared = words(of: issue.reason.words.joined(separator: " "), .english, stems)
                for (tag, text) in issue.names { shared.formUnion(words(of: text, tag, stems)) }
                return proposal(
                    .issue, row.id.value, name.text, name.language,
                    content.themes.filter(issue.reason.themes.contains), shared)
            })
    }

    /// Of the proposed issues alone: what belongs to none of them has little to do with it.
    private static func recommendations(
        of issues: [IssueID], _ content: PracticeContent, _ stems: [String: String], _ language: LanguageTag,
        _ connection: any ReadConnection
    ) throws -> [ProposedLink] {
        let linked = Set(content.links.recommendations.map(\.value))
        let ids = try issues.flatMap { try IssueFacts.recommendations(of: $0, connection).prefix(60) }
        let records = try RecordLoader(connection).load(
            ids.filter { !linked.contains($0) }.map { RecommendationID($0) })
        return best(
            records.compactMap { record in
                let tags = record.recommendation.effectiveTags.filter { $0.kind == .theme }.map(\.code)
                let texts = record.recommendation.texts
                let chosen = [language, .english].first { texts[$0] != nil } ?? texts.keys.min() ?? language
                var shared: Set<String> = []
                for (tag, text) in texts { shared.formUnion(words(of: text, tag, stems)) }
                guard shared.count > 1 else { return nil }
                return proposal(
                    .recommendation, record.recommendation.id.value, texts[chosen] ?? "", chosen,
                    content.themes.filter(tags.contains), shared)
            })
    }

    private static func words(
        of text: String, _ language: LanguageTag, _ stems: [String: String]
    ) -> Set<String> {
        Set(PracticeWords.telling(text, language).filter { stems[$0.key] != nil }.values)
    }

    private static func proposal(
        _ kind: PracticeLink.Kind, _ id: Int64, _ name: String, _ language: LanguageTag?, _ themes: [String],
        _ words: Set<String>
    ) -> ProposedLink? {
        guard !themes.isEmpty else { return nil }
        let words = Array(words.sorted().prefix(8))
        return ProposedLink(
            link: PracticeLink(kind, id, .proposed, reason: (themes + words).joined(separator: ",")), name: name,
            language: language, themes: themes, words: words)
    }

    private static func best(_ found: [ProposedLink]) -> [ProposedLink] {
        Array(
            found.sorted { one, other in
                let (left, right) = (
                    one.themes.count * 2 + one.words.count, other.themes.count * 2 + other.words.count
                )
                return left == right ? one.link.id < other.link.id : left > right
            }.prefix(proposedMax))
    }
}
