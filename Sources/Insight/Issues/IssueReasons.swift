import Domain

/// Why recommendations stand together, from what most of them share.
struct IssueReasons {
    let reading: IssueReading
    private static let wordsMax = 8

    func reason(_ members: [Int], representative: Int, sizeMax: Int, isDecided: Bool) -> IssueReason {
        var reason = IssueReason()
        let half = (members.count + 1) / 2
        reason.words = words(shared: members, language: reading.records[representative].first ?? 0)
        reason.themes = common(members.map { reading.records[$0].record.themes }, least: half)
        reason.persons = persons(members, least: half)
        let demands = common(
            members.map { reading.features[$0].demand.map { [$0.rawValue] } ?? [] }, least: members.count / 2 + 1)
        reason.demand = demands.first.flatMap(Demand.init)
        let asked = members.map { reading.features[$0] }.map {
            reason.demand == .ratify ? Array($0.instruments.prefix(1)) : $0.instruments
        }
        reason.instrument = common(asked, least: members.count / 2 + 1).first
        reason.largeBecause = largeBecause(members, reason, sizeMax: sizeMax, isDecided: isDecided)
        return reason
    }

    /// Codes, which a page words: `one-instrument`, `near-identical`, `people`.
    private func largeBecause(_ members: [Int], _ reason: IssueReason, sizeMax: Int, isDecided: Bool) -> String? {
        var counts: [DocumentID: Int] = [:]
        for member in members { counts[reading.records[member].record.document, default: 0] += 1 }
        guard counts.values.contains(where: { $0 > sizeMax }) else { return nil }
        if reason.instrument != nil && reason.demand == .ratify { return "one-instrument" }
        return isDecided ? "people" : "near-identical"
    }

    /// Codes that at least `least` of the lists have, most common first.
    private func common(_ lists: [[String]], least: Int) -> [String] {
        var counts: [String: Int] = [:]
        for list in lists { for code in Set(list) { counts[code, default: 0] += 1 } }
        return counts.filter { $0.value >= least }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    private func persons(_ members: [Int], least: Int) -> [String] {
        common(
            members.map { member in
                let read = reading.records[member]
                let found = read.first.flatMap { read.readings[$0] }?.finding.persons.map {
                    FieldTables.personLines[$0.code].code
                }
                return read.record.persons + (found ?? [])
            }, least: least)
    }

    /// Words that most of them have in this language and that say most, as they are mostly written.
    func words(shared members: [Int], language: Int) -> [String] {
        var weights: [Int32: (sum: Float, count: Int)] = [:]
        for member in members {
            let vector =
                reading.features[member].texts.indices.contains(language)
                ? reading.features[member].texts[language] : SparseVector()
            for (id, weight) in zip(vector.ids, vector.weights) {
                let old = weights[id] ?? (0, 0)
                weights[id] = (old.sum + weight, old.count + 1)
            }
        }
        let readers = members.filter {
            reading.records[$0].readings.indices.contains(language) && reading.records[$0].readings[language] != nil
        }
        let least = max(1, (readers.count + 1) / 2)
        let best = weights.filter { $0.value.count >= least }.sorted { ($1.value.sum, $0.key) < ($0.value.sum, $1.key) }
        let written = written(readers, language: language)
        return Array(best.lazy.compactMap { written[$0.key] }.prefix(Self.wordsMax))
    }

    /// For each stem its commonest form.
    private func written(_ members: [Int], language: Int) -> [Int32: String] {
        var forms: [Int32: [String: Int]] = [:]
        for member in members {
            guard let reading = reading.records[member].readings[language] else { continue }
            let bytes = Array(String(reading.demand).utf8)
            for (word, term) in zip(reading.words, reading.terms) where word.end <= bytes.count {
                forms[term, default: [:]][
                    String(decoding: bytes[word.start..<word.end], as: UTF8.self).lowercased(), default: 0] += 1
            }
        }
        return forms.compactMapValues { forms in forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    }
}
