import Domain

/// What is known of one recommendation beside its words: from its tags and from the vocabulary of the field.
struct IssueFindings {
    var subjects: [Int32: Float] = [:]
    var persons: [Int32: Float] = [:]
    var demands: [Int32: Float] = [:]
    var themes: [Int32] = []
    var instruments: [String] = []
    var demand: Demand?

    /// What stands late in a text is less what it is about.
    private let halfPlace: Float

    init(_ record: ReadRecord, halfPlace: Float) {
        self.halfPlace = halfPlace
        themes = record.record.themes.map(Self.themeNumber)
        for code in record.record.persons {
            if let number = Self.personNumbers[code] { persons[number] = 0.5 }
        }
        guard let first = record.first, let reading = record.readings[first] else { return }
        let finding = reading.finding
        instruments = finding.instruments
        for (code, place) in finding.subjects { raise(&subjects, code, place) }
        for (code, place) in finding.persons { raise(&persons, code, place) }
        for (code, place) in finding.demands { demands[Int32(code), default: 0] += share(place) }
        // The first words ask; what follows explains.
        demand = demands.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap {
            Demand(rawValue: FieldTables.demandLines[Int($0.key)].code)
        }
        if !instruments.isEmpty, finding.demands.contains(where: { Self.isRatify($0.code) }) { demand = .ratify }
    }

    private func raise(_ entries: inout [Int32: Float], _ code: Int, _ place: Int) {
        entries[Int32(code)] = max(entries[Int32(code)] ?? 0, share(place))
    }

    private func share(_ place: Int) -> Float { halfPlace / (halfPlace + Float(place)) }

    private static func isRatify(_ code: Int) -> Bool { FieldTables.demandLines[code].code == Demand.ratify.rawValue }

    /// Groups of persons that a plan is made for, a bit for each; wide ones (women, children, officials) do not divide so sharply.
    var groups: UInt64 {
        persons.keys.reduce(0) { bits, number in
            Self.wide.contains(FieldTables.personLines[Int(number)].code) ? bits : bits | 1 << UInt64(number)
        }
    }

    private static let wide: Set<String> = [
        "women-girls", "children", "youth", "law-enforcement", "legal-professionals", "vulnerable-groups",
        "disappeared-persons",
        "rural-persons", "persons-in-poverty", "minorities",
    ]

    static let personNumbers: [String: Int32] = Dictionary(
        FieldTables.personLines.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })

    /// A number for a code of themes, the same in every run.
    private static func themeNumber(_ code: String) -> Int32 {
        Int32(truncatingIfNeeded: code.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 })
    }
}
