import Domain
import Insight
import Operations
import Store

/// What the issues of one State are about, as far as programmes are compared with them.
struct StateIssues {
    struct Entry {
        var issue: Issue
        var targets: Set<String>
    }

    struct Text {
        var issue: IssueID
        var recommendation: RecommendationID
        var language: LanguageTag
        var prepared: TextComparer.Prepared
        var text: InsightText
    }

    var entries: [Entry] = []
    var texts: [Text] = []
    let comparer: TextComparer

    /// Texts of one State that are compared: its largest record has about two thousand.
    private static let textsMax = 4_000

    init(_ state: StateCode, _ comparer: TextComparer, _ connection: any ReadConnection) throws {
        self.comparer = comparer
        let rows = try IssueRow.all(of: state, connection).filter { $0.mergedInto == nil }
        guard !rows.isEmpty else { return }
        let members = try IssueMemberRow.all(of: state, connection)
        let issues = Dictionary(
            members.map { ($0.recommendation, $0.issue) }, uniquingKeysWith: { first, _ in first })
        var targets: [IssueID: Set<String>] = [:]
        let loader = try RecordLoader(connection)
        let ids = members.prefix(Self.textsMax).map(\.recommendation)
        var start = 0
        while start < ids.count {
            for record in try loader.load(Array(ids[start..<min(ids.count, start + 500)])) {
                guard let issue = issues[record.recommendation.id] else { continue }
                for tag in record.recommendation.effectiveTags where tag.kind == .sdg && tag.code.contains(".") {
                    targets[issue, default: []].insert(tag.code)
                }
                add(record, issue)
            }
            start += 500
        }
        let used = Set(issues.values)
        entries = rows.filter { used.contains($0.id) }.map {
            Entry(issue: IssueForms.issue($0), targets: targets[$0.id] ?? [])
        }
    }

    private mutating func add(_ record: StoredRecord, _ issue: IssueID) {
        let texts =
            record.recommendation.texts.isEmpty
            ? record.recommendation.parts.first?.texts ?? [:] : record.recommendation.texts
        for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
            let insight = InsightText(id: 0, language: language.rawValue, text: text)
            self.texts.append(
                Text(
                    issue: issue, recommendation: record.recommendation.id, language: language,
                    prepared: comparer.prepare(insight), text: insight))
        }
    }
}
