internal import FoundationEssentials

/// What the demonstration is written from, read and checked once.
struct DemonstrationFiles: Sendable {
    let states: [DemonstrationState]
    let mechanisms: [DemonstrationMechanism]
    let reviews: [DemonstrationReview]
    let topics: [DemonstrationTopic]
    let topicsByCode: [String: DemonstrationTopic]
    let phrases: DemonstrationPhrases

    init(directory: String) throws(OperationError) {
        states = try Self.facts("states.json", in: directory)
        mechanisms = try Self.facts("mechanisms.json", in: directory)
        reviews = try Self.facts("reviews.json", in: directory)
        topics = try Self.read("topics.json", in: directory)
        phrases = try Self.read("phrases.json", in: directory)
        topicsByCode = Dictionary(topics.map { ($0.code, $0) }) { first, _ in first }
        try check()
    }

    func name(ofState code: String) -> String { states.first { $0.code == code }?.names["en"] ?? code }

    /// The writers pick from these lists and index by these codes.
    private func check() throws(OperationError) {
        let lists = [
            states.isEmpty, mechanisms.isEmpty, reviews.isEmpty, topics.isEmpty, phrases.concerns.isEmpty,
            phrases.remarks.isEmpty, phrases.manners.isEmpty, phrases.reasons.isEmpty,
        ]
        guard !lists.contains(true) else { throw .failed("The demonstration's files hold an empty list.") }
        for topic in topics where topic.aims.isEmpty || topic.measures.isEmpty || topic.themes.isEmpty {
            throw .failed("The demonstration's topic \(topic.code) has no aims, measures or themes.")
        }
        for topic in topics where !topic.measures.allSatisfy({ $0.serves.map(topic.aims.indices.contains) ?? true }) {
            throw .failed("The demonstration's topic \(topic.code) has a measure for an aim that is not there.")
        }
        for mechanism in mechanisms {
            guard mechanism.symbols.first?.hasPrefix("DEMO/") == true else {
                throw .failed("The symbols of \(mechanism.code) could be mistaken for real ones.")
            }
            for topic in mechanism.topics where topicsByCode[topic] == nil {
                throw .failed("The demonstration has no topic \(topic).")
            }
        }
    }

    private struct Table<Fact: Decodable>: Decodable {
        let facts: [Fact]
    }

    private static func facts<Fact: Decodable>(_ file: String, in directory: String) throws(OperationError) -> [Fact] {
        let table: Table<Fact> = try read(file, in: directory)
        return table.facts
    }

    private static func read<Value: Decodable>(_ file: String, in directory: String) throws(OperationError) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(filePath: directory + "/" + file)))
        } catch {
            throw .failed("\(directory)/\(file): \(error)")
        }
    }
}
