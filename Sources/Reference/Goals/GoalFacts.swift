/// A Sustainable Development Goal (`16`) or one of its targets (`16.3`, `1.a`), with a short name.
package struct GoalFacts: Sendable, Decodable {
    package let code: String
    package let names: LocalizedNames

    /// The goal that a target belongs to; a goal's own code.
    package var goal: String { String(code.prefix { $0 != "." }) }
    package var isTarget: Bool { code.contains(".") }
}

/// Goals and targets by code, by names and by labels that begin with a code (`16.3 - ...`, `SDG 5`).
struct GoalIndex: Sendable {
    let facts: [GoalFacts]
    let origin: FactSource
    private let byCode: [String: GoalFacts]
    private let labels: LabelIndex

    init(from directory: String) throws(ReferenceError) {
        let name = "sdg.json"
        let file = try FactFile<GoalFacts>.read(name, from: directory)
        var byCode: [String: GoalFacts] = [:]
        var labels = LabelIndex()
        for fact in file.facts {
            guard byCode.updateValue(fact, forKey: fact.code) == nil else {
                throw .duplicate(file: name, field: "code", value: fact.code)
            }
            for label in fact.names.all { labels.add(label, code: fact.code) }
        }
        facts = file.facts
        origin = file.origin(of: name)
        self.byCode = byCode
        self.labels = labels
    }

    func fact(_ code: String) -> GoalFacts? { byCode[code] }

    func code(labelled label: String) -> String? {
        if let code = leadingCode(of: label), byCode[code] != nil { return code }
        let codes = labels.codes(of: label)
        return codes.count == 1 ? codes[0] : nil
    }

    private func leadingCode(of label: String) -> String? {
        var words = label.split(maxSplits: 2) { $0.isWhitespace || $0 == "-" || $0 == ":" || $0 == "–" }
        if let first = words.first?.lowercased(), ["sdg", "sdgs", "goal", "target", "ods", "odd"].contains(first) {
            words.removeFirst()
        }
        guard let word = words.first, word.first?.isNumber == true else { return nil }
        var code = word.lowercased()
        if code.hasSuffix(".") { code.removeLast() }
        return code
    }
}
