import Assessments
import CooperationRecords
import Domain
import People
import Plans
import Practices

/// What everybody published about the State: assessments, facts of cooperation, practices. Each is read through the room that says
/// what may be read.
extension Drafting {
    /// At most so many assessments and practices are drafted from.
    package static let assessmentsMax = 10_000
    package static let practicesMax = 200

    func gather(_ facts: inout ReportFacts) async throws(WorkspaceError) {
        try await assessments(&facts)
        try await cooperation(&facts)
        try await practices(&facts)
    }

    /// What assessors say now, in workspaces and in packages of other installations; what documents of the record say is there already.
    private func assessments(_ facts: inout ReportFacts) async throws(WorkspaceError) {
        let assessments = Assessments(store: store, library: library, reference: reference)
        let places = Dictionary(
            facts.recommendations.indices.map { (facts.recommendations[$0].recommendation.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let issues = Set(facts.recommendations.compactMap(\.issue))
        var filter = AssessmentFilter(state: facts.state)
        filter.isCurrentOnly = true
        var found: [PublishedAssessment] = []
        var cursor: AssessmentCursor?
        repeat {
            let page = try await assessments.published(filter, after: cursor, limit: Assessments.pageMax)
            found += page.assessments
            cursor = page.next
        } while cursor != nil && found.count < Self.assessmentsMax
        for one in found.reversed() {
            guard let fact = AssessmentFact(one) else { continue }
            switch one.thing {
            case .recommendation(let id):
                if let place = places[id] { facts.recommendations[place].assessments.append(fact) }
            case .issue(let id): if issues.contains(id) { facts.issueAssessments[id, default: []].append(fact) }
            case nil: continue
            }
        }
    }

    private func cooperation(_ facts: inout ReportFacts) async throws(WorkspaceError) {
        let records = StateCooperation(store: store, library: library, reference: reference, yardsticks: yardsticks)
        do throws(WorkspaceError) {
            facts.cooperation = try await records.facts(of: facts.state).map { CooperationFact(fact: $0) }
        } catch .notFound {
            // Nothing is known of the State beyond what the workspace holds.
        }
    }

    private func practices(_ facts: inout ReportFacts) async throws(WorkspaceError) {
        let shelf = Practices(store: store, reference: reference)
        var filter = PracticeFilter()
        filter.state = facts.state
        var cursor: PracticeID?
        repeat {
            let page = try await shelf.published(filter, after: cursor, limit: 50)
            facts.practices += page.practices.map { PracticeFact($0) }
            cursor = page.next
        } while cursor != nil && facts.practices.count < Self.practicesMax
    }
}

extension AssessmentFact {
    /// Nil for what a document of the record says, and where no words are left.
    init?(_ published: PublishedAssessment) {
        guard let words = published.words else { return nil }
        if case .record = published.origin { return nil }
        let value = words.content?.values.first { $0.code == words.value }
        self.init(
            source: SentenceSource(
                .assessment, published.id.value,
                digest: FactDigest.of([
                    published.assessorName, words.scheme.rawValue, words.value, words.date?.description ?? "",
                    StoredTexts.json(words.reasons),
                ]), label: published.assessorName, assessor: published.assessor.rawValue),
            assessorKind: published.assessor.rawValue, assessor: published.assessorName,
            scheme: words.scheme.rawValue, value: words.value, words: Self.tagged(value?.labels ?? [:]),
            date: words.date, wording: nil, document: nil)
        schemeNames = Self.tagged(words.content?.names ?? [:])
        reasons = words.reasons
    }

    private static func tagged(_ texts: [String: String]) -> [LanguageTag: String] {
        Dictionary(texts.map { (LanguageTag($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

extension PracticeFact {
    init(_ practice: OutsidePractice) {
        let texts = practice.content.texts
        self.init(
            id: practice.id.value, author: practice.author?.name,
            titles: Dictionary(texts.map { ($0.language, $0.title) }, uniquingKeysWith: { first, _ in first }),
            summaries: Dictionary(texts.map { ($0.language, $0.summary) }, uniquingKeysWith: { first, _ in first }),
            issues: Set(practice.content.links.issues))
    }
}
