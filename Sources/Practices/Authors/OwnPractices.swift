package import Domain
import People
import Reference
import Store

/// A practice in its workspace's list.
package struct OwnPractice: Hashable, Sendable {
    package var practice: Practice
    /// The edition that is worked on, or was last.
    package var latest: PracticeEdition
    package var adoptions: Int
}

/// A practice as its own workspace sees it.
package struct OwnPracticeReading: Hashable, Sendable {
    package var practice: Practice
    /// The latest first.
    package var editions: [PracticeEdition]
    package var reviews: [PracticeReview]
    package var adoptions: PracticeUse
    package var issues: [NamedIssue]
    package var recommendations: [NamedRecommendation]
    /// What it was written up from; nil where that is gone.
    package var source: String?

    package var latest: PracticeEdition? { editions.first }
}

extension Practices {
    /// The workspace's own, drafts included, the latest first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [OwnPractice] {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let practices = try PracticeRow.own(workspace, connection)
            let editions = Dictionary(
                try EditionRow.latest(workspace, connection).map { ($0.practice, $0) },
                uniquingKeysWith: { first, _ in first })
            let counts = try AdoptionRow.counts(practices.map(\.id), connection)
            return practices.compactMap { practice in
                editions[practice.id].map {
                    OwnPractice(practice: practice, latest: $0, adoptions: counts[practice.id] ?? 0)
                }
            }
        }
    }

    /// Its own, written up from an agreement or a programme.
    package func written(
        from source: PracticeSource, _ member: Member
    ) async throws(WorkspaceError) -> [PracticeEdition] {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { try EditionRow.written(from: source, workspace, $0) }
    }

    package func find(
        _ id: PracticeID, language: LanguageTag, _ member: Member
    ) async throws(WorkspaceError) -> OwnPracticeReading {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let practice = try PracticeRow.find(id, workspace, connection) else {
                throw WorkspaceError.notFound
            }
            let editions = try EditionRow.all(of: id, workspace, connection)
            let links = editions.first?.content.links ?? []
            return OwnPracticeReading(
                practice: practice, editions: editions,
                reviews: try ReviewRow.said(of: practice.subject, author: workspace, connection),
                adoptions: try AdoptionRow.use(of: id, connection),
                issues: try RecordNames.issues(links.issues, connection),
                recommendations: try RecordNames.recommendations(links.recommendations, language, connection),
                source: try editions.first?.content.source.flatMap {
                    try PracticeSourceRow.title($0, workspace, connection)
                })
        }
    }

    /// What a new practice can begin with: title, themes and links of the agreement or programme it is written up from.
    package func beginning(
        from source: PracticeSource?, language: LanguageTag, _ member: Member
    ) async throws(WorkspaceError) -> PracticeContent {
        try member.require(.writePractices)
        var content = PracticeContent()
        var original = PracticeText(language: language, isOriginal: true)
        content.state = member.workspace.state
        content.region = member.workspace.state.flatMap { reference.facts(of: $0)?.region } ?? member.workspace.region
        guard let source else {
            content.texts = [original]
            return content
        }
        let workspace = member.workspace.id
        let known = (Set(reference.themes.map(\.code)), Set(reference.goals.map(\.code)))
        let start = content
        let (title, filled) = try await store.read { connection -> (String, PracticeContent) in
            guard let title = try PracticeSourceRow.title(source, workspace, connection) else {
                throw WorkspaceError.notFound
            }
            var content = start
            content.source = source
            let codes = try PracticeSourceRow.codes(source, workspace, connection)
            content.themes = codes.themes.filter(known.0.contains)
            content.goals = codes.goals.filter(known.1.contains)
            content.links = try PracticeSourceRow.issues(source, workspace, connection).map {
                PracticeLink(.issue, $0.value)
            }
            return (title, content)
        }
        original.title = String(title.prefix(PracticeLimits.titleCharactersMax))
        content = filled
        content.texts = [original]
        return content
    }
}
