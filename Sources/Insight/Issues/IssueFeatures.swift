import Domain

/// What two recommendations are compared by.
struct IssueFeatures {
    /// By rank of language; empty where the recommendation has no text in it or that language is nobody's first.
    var texts: [SparseVector] = []
    var subjects = SparseVector()
    var persons = SparseVector()
    /// The groups of persons among them that set a recommendation apart, a bit for each.
    var groups: UInt64 = 0
    var demands = SparseVector()
    var themes = SparseVector()
    /// In the order they are named.
    var instruments: [String] = []
    var demand: Demand?

    /// Whether it asks to become party to something.
    var asksRatification: Bool { demand == .ratify }
}

/// A recommendation read once: its words and what the field's vocabulary finds in them.
struct ReadRecord {
    struct Reading {
        var language: String
        var words: [FieldWord]
        var terms: [Int32]
        /// For each word but the last the number of the pair it makes with the next.
        var pairs: [Int32]
        var finding: FieldFinding
        var demand: Substring
    }

    /// By rank of language.
    var readings: [Reading?]
    /// Rank of the language it is read by first; nil where it has no text at all.
    var first: Int?
    var record: IssueRecord
}

/// Reads all recommendations of a State and weighs their words against each other.
struct IssueReading {
    /// Languages that are some recommendation's first, English before others, then by how many they are first for.
    private(set) var languages: [String] = []
    private(set) var records: [ReadRecord] = []
    private(set) var features: [IssueFeatures] = []
    let weights: IssueWeights
    private var termNumbers: [[String: Int32]] = []
    private var termCount: Int32 = 0

    /// `records` sorted by id.
    init(_ records: [IssueRecord], weights: IssueWeights) {
        self.weights = weights
        languages = Self.languages(of: records)
        termNumbers = languages.map { _ in [:] }
        let readers = languages.map(FieldReader.init)
        self.records = records.map { read($0, readers) }
        weigh()
    }

    private static func languages(of records: [IssueRecord]) -> [String] {
        var counts: [String: Int] = [:]
        for record in records {
            for (tag, text) in record.texts where !text.isEmpty { counts[tag.rawValue, default: 0] += 1 }
        }
        let all = counts.sorted {
            ($0.key == "en" ? 1 : 0, $0.value, $1.key) > ($1.key == "en" ? 1 : 0, $1.value, $0.key)
        }.map(\.key)
        let firsts = Set(records.compactMap { record in all.first { record.texts[LanguageTag($0)]?.isEmpty == false } })
        return all.filter(firsts.contains)
    }

    private mutating func read(_ record: IssueRecord, _ readers: [FieldReader]) -> ReadRecord {
        var read = ReadRecord(readings: readers.map { _ in nil }, first: nil, record: record)
        for (rank, reader) in readers.enumerated() {
            guard let text = record.texts[LanguageTag(reader.language)], !text.isEmpty else { continue }
            let demand = IssueText.demand(text)
            let words = reader.words(of: String(demand))
            let terms = words.map { number($0.term, rank) }
            let finding = FieldFinding(words, language: String(reader.language.prefix { $0 != "-" }))
            let pairs = zip(words, words.dropFirst()).map { number($0.term + " " + $1.term, rank) }
            read.readings[rank] = ReadRecord.Reading(
                language: reader.language, words: words, terms: terms, pairs: pairs, finding: finding, demand: demand)
            if read.first == nil { read.first = rank }
        }
        return read
    }

    private mutating func number(_ term: String, _ rank: Int) -> Int32 {
        if let known = termNumbers[rank][term] { return known }
        termCount += 1
        termNumbers[rank][term] = termCount
        return termCount
    }

    private mutating func weigh() {
        let rarity = languages.indices.map { rank in
            Rarity(
                records.map { $0.readings[rank].map { Set($0.terms + $0.pairs) } ?? [] },
                isCounted: records.map { $0.readings[rank] != nil },
                exponent: weights.rarity)
        }
        let found = records.map { IssueFindings($0, halfPlace: weights.halfFinding) }
        let subjects = Rarity(found.map { Set($0.subjects.keys) }, exponent: weights.subjectRarity)
        let persons = Rarity(found.map { Set($0.persons.keys) })
        let themes = Rarity(found.map { Set($0.themes) })
        features = zip(records, found).map { record, found in
            var features = IssueFeatures()
            features.texts = languages.indices.map { rank in
                record.readings[rank].map { words($0, rarity[rank]) } ?? SparseVector()
            }
            features.subjects = SparseVector(weighed(found.subjects, subjects))
            features.persons = SparseVector(weighed(found.persons, persons))
            features.demands = SparseVector(found.demands)
            features.groups = found.groups
            features.demand = found.demand
            features.instruments = found.instruments
            features.themes = SparseVector(weighed(found.themes.reduce(into: [:]) { $0[$1] = 1 }, themes))
            return features
        }
    }

    private func weighed(_ counts: [Int32: Float], _ rarity: Rarity) -> [Int32: Float] {
        counts.reduce(into: [:]) { $0[$1.key] = $1.value * rarity.weight($1.key) }
    }

    /// Words by rarity and place; names of instruments are left to the instruments.
    private func words(_ reading: ReadRecord.Reading, _ rarity: Rarity) -> SparseVector {
        var entries: [Int32: Float] = [:]
        for (place, term) in reading.terms.enumerated() where !reading.finding.isName[place] {
            let share = weights.halfPlace / (weights.halfPlace + Float(place))
            let weight = share * rarity.weight(term) * (reading.finding.isSoft[place] ? weights.soft : 1)
            let named = place > 0 && reading.words[place].isCapital ? weights.capital : 1
            entries[term] = max(entries[term] ?? 0, weight * named)
        }
        for (place, pair) in reading.pairs.enumerated()
        where !reading.finding.isName[place] && !reading.finding.isName[place + 1] {
            let share = weights.halfPlace / (weights.halfPlace + Float(place))
            let soft = reading.finding.isSoft[place] || reading.finding.isSoft[place + 1] ? weights.soft : 1
            entries[pair] = max(entries[pair] ?? 0, share * rarity.weight(pair) * soft * weights.pairs)
        }
        return SparseVector(entries)
    }
}
