import Domain
import FoundationEssentials
package import Insight
package import Store

/// What the record teaches about tags: those that count, of sources and of people, text by text, of public records only.
package struct TagLearning: Sendable {
    private let database: any Database
    private static let pageSize = 1_000

    package init(database: any Database) { self.database = database }

    /// An example for each text of each record that carries tags. Translations and wordings of a record stay together, so that
    /// none of them is tested by what was learned from another.
    package func examples() async throws(StoreError) -> [TagExample] {
        var records: [TagLesson] = []
        var last = RecommendationID(0)
        while true {
            let after = last
            let page = try await database.read { connection in
                try RecordLoader(connection).page(after: after, limit: Self.pageSize)
            }
            guard let end = page.last else { break }
            records += page.compactMap(TagLesson.init)
            last = end.recommendation.id
        }
        let habits = TagHabits(records)
        return records.flatMap { $0.examples(habits) }
    }

    /// The date that a model made now is given.
    package static func today() -> String {
        let now = Date().formatted(.iso8601.year().month().day())
        return now
    }
}

/// One record as a lesson.
struct TagLesson: Sendable {
    var id: Int64
    var texts: [(language: String, text: String)]
    var labels: [String: [String]]
    var source: String

    /// Nil where the record has no text.
    init?(_ record: StoredRecord) {
        let recommendation = record.recommendation
        guard !recommendation.texts.isEmpty else { return nil }
        id = recommendation.id.value
        texts = recommendation.texts.sorted { $0.key < $1.key }.map { ($0.key.rawValue, TagExample.cut($0.value)) }
        source = record.sources.map(\.rawValue).sorted().joined(separator: " ")
        labels = Self.labels(of: recommendation.effectiveTags)
        if let action = recommendation.effectiveAction { labels["action"] = [String(action.rawValue)] }
    }

    /// By kind. A goal and its targets are two kinds, known together.
    static func labels(of tags: [Tag]) -> [String: [String]] {
        var labels: [String: [String]] = [:]
        func add(_ kind: String, _ code: String) {
            if labels[kind]?.contains(code) != true { labels[kind, default: []].append(code) }
        }
        for tag in tags {
            switch tag.kind {
            case .theme: add("theme", tag.code)
            case .person: add("person", tag.code)
            case .sdg:
                add("sdg", String(tag.code.prefix { $0 != "." }))
                if tag.code.contains(".") { add("target", tag.code) }
            case .norm, .action: break
            }
        }
        if labels["sdg"] != nil, labels["target"] == nil { labels["target"] = [] }
        return labels
    }

    func examples(_ habits: TagHabits) -> [TagExample] {
        var labels = labels
        for kind in habits.kinds(of: source) where labels[kind] == nil { labels[kind] = [] }
        guard !labels.isEmpty else { return [] }
        return texts.map {
            TagExample(
                text: $0.text, language: $0.language, labels: labels, group: UInt64(bitPattern: id), source: source)
        }
    }
}

/// Which kinds of tags a source gives as a rule. What such a source leaves out does not hold; of any other source it is not known.
struct TagHabits: Sendable {
    private var habitual: [String: Set<String>] = [:]

    init(_ lessons: [TagLesson]) {
        var counts: [String: Int] = [:]
        var having: [String: [String: Int]] = [:]
        for lesson in lessons {
            counts[lesson.source, default: 0] += 1
            for kind in lesson.labels.keys where kind != "action" {
                having[lesson.source, default: [:]][kind, default: 0] += 1
            }
        }
        for (source, kinds) in having {
            habitual[source] = Set(kinds.filter { $0.value * 2 >= counts[source] ?? 0 }.keys)
        }
    }

    func kinds(of source: String) -> Set<String> { habitual[source] ?? [] }
}
