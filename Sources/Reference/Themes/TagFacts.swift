/// A theme or a group of affected persons, with the labels that three generations of lists gave it.
package struct TagFacts: Sendable, Decodable {
    /// A slug (`right-to-education`).
    package let code: String
    package let names: LocalizedNames
    package let labels: Labels

    /// Labels as the sources write them. One label may stand for several codes.
    package struct Labels: Sendable, Decodable {
        /// UHRI's list of today.
        package let current: [String]?
        /// The lists of the third cycle.
        package let second: [String]?
        /// The coded lists of the second cycle (`A12 Acceptance of international norms`).
        package let first: [String]?
        /// The issues of UPR Info.
        package let uprInfo: [String]?

        var all: [String] { [current, second, first, uprInfo].compactMap(\.self).flatMap(\.self) }
    }
}

/// Themes or persons, in the order of their file, by code and by label.
struct TagIndex: Sendable {
    let facts: [TagFacts]
    let origin: FactSource
    private let names: [String: LocalizedNames]
    private let labels: LabelIndex

    init(_ name: String, from directory: String) throws(ReferenceError) {
        let file = try FactFile<TagFacts>.read(name, from: directory)
        var names: [String: LocalizedNames] = [:]
        var labels = LabelIndex()
        for fact in file.facts {
            guard names.updateValue(fact.names, forKey: fact.code) == nil else {
                throw .duplicate(file: name, field: "code", value: fact.code)
            }
        }
        // A label of a source wins over the name of a code.
        for fact in file.facts {
            for label in fact.labels.all { labels.add(label, code: fact.code) }
        }
        for fact in file.facts {
            for name in Array(fact.names.all) + [fact.code] where labels.codes(of: name).isEmpty {
                labels.add(name, code: fact.code)
            }
        }
        facts = file.facts
        origin = file.origin(of: name)
        self.names = names
        self.labels = labels
    }

    func codes(labelled label: String) -> [String] { labels.codes(of: label) }
    func names(of code: String) -> LocalizedNames? { names[code] }
}
