/// What the vocabulary of the field finds in one text.
struct FieldFinding {
    /// Codes with the place of their first word, in the order of the text; a code as often as it stands.
    var subjects: [(code: Int, place: Int)] = []
    var persons: [(code: Int, place: Int)] = []
    var demands: [(code: Int, place: Int)] = []
    /// Treaties and protocols in the order they are named, each once.
    var instruments: [String] = []
    /// For each word: whether it belongs to an instrument's name.
    var isName: [Bool] = []
    /// For each word: whether it is of the form of recommendations, saying nothing of what is asked.
    var isSoft: [Bool] = []

    init(_ words: [FieldWord], language: String) {
        isName = [Bool](repeating: false, count: words.count)
        isSoft = isName
        guard let tables = FieldTables.all[language] else { return }
        for match in tables.soft.matches(words) {
            for place in match.start..<match.start + match.count { isSoft[place] = true }
        }
        for match in tables.instruments.longest(words) {
            add(instrument: FieldTables.instrumentLines[match.code].code)
            for place in match.start..<match.start + match.count { isName[place] = true }
        }
        findLabourConventions(words)
        subjects = kept(tables.subjects.matches(words, skipping: language == "zh" ? 0 : 1))
        persons = kept(tables.persons.longest(words))
        demands = kept(tables.demands.matches(words))
    }

    private func kept(_ matches: [PhraseTable.Match]) -> [(code: Int, place: Int)] {
        matches.filter { !isName[$0.start] }.map { ($0.code, $0.start) }
    }

    private mutating func add(instrument: String) {
        if !instruments.contains(instrument) { instruments.append(instrument) }
    }

    /// `ILO Convention No. 169`: the number is the name.
    private mutating func findLabourConventions(_ words: [FieldWord]) {
        guard let place = words.firstIndex(where: { Self.labourOrganization.contains($0.term) }) else { return }
        for index in place..<min(words.count, place + 16) {
            guard let number = Int(words[index].term), (1...200).contains(number) else { continue }
            add(instrument: "ILO-\(number)")
            isName[index] = true
        }
    }

    private static let labourOrganization: Set<String> = ["ilo", "oit", "мот"]
}
