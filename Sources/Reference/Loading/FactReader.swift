internal import Domain
internal import FoundationEssentials

/// Reads the files of one directory in turn and remembers where they come from.
struct FactReader {
    let directory: String
    private(set) var origins: [FactSource] = []

    init(directory: String) { self.directory = directory }

    mutating func facts<Fact: Decodable>(_ name: String) throws(ReferenceError) -> [Fact] {
        let file = try FactFile<Fact>.read(name, from: directory)
        origins.append(file.origin(of: name))
        return file.facts
    }

    static func byCode<Fact, Code: Hashable>(
        _ facts: [Fact], code: KeyPath<Fact, Code>, file: String
    ) throws(ReferenceError) -> [Code: Fact] {
        var byCode: [Code: Fact] = [:]
        for fact in facts where byCode.updateValue(fact, forKey: fact[keyPath: code]) != nil {
            throw .duplicate(file: file, field: "code", value: "\(fact[keyPath: code])")
        }
        return byCode
    }

    /// The groups and, where the extra directory has some, its own.
    mutating func groups(extra: String?) throws(ReferenceError) -> [GroupFacts] {
        try facts("groups.json") + Self.additions("groups.json", in: extra)
    }

    /// The facts of that file in the extra directory; none where it has no such file.
    static func additions<Fact: Decodable>(_ name: String, in extra: String?) throws(ReferenceError) -> [Fact] {
        guard let extra, FileManager.default.fileExists(atPath: extra + "/" + name) else { return [] }
        return try FactFile<Fact>.read(name, from: extra).facts
    }

    mutating func states(
        extra: String?, groups: [String: GroupFacts]
    ) throws(ReferenceError) -> ([StateFacts], StateIndex) {
        var states: [StateFacts] = try facts("states.json")
        if let extra { states += try FactFile<StateFacts>.read("states.json", from: extra).facts }
        var index = StateIndex()
        for state in states {
            try index.add(state, file: "states.json")
            for group in state.groups + [state.region].compactMap(\.self) where groups[group] == nil {
                throw .unknown(file: "states.json", field: "groups", value: group)
            }
        }
        return (states, index)
    }

    mutating func mechanisms(
        extra: String?, states: StateIndex
    ) throws(ReferenceError) -> ([MechanismFacts], MechanismIndex) {
        let mechanisms: [MechanismFacts] =
            try facts("mechanisms.json") + Self.additions("mechanisms.json", in: extra)
        var index = MechanismIndex()
        for mechanism in mechanisms {
            try index.add(mechanism, file: "mechanisms.json")
            if let state = mechanism.state, states.byCode[state] == nil {
                throw .unknown(file: "mechanisms.json", field: "state", value: state.rawValue)
            }
        }
        return (mechanisms, index)
    }

    /// Codes are unique, and mechanisms are ours.
    mutating func clockRules(mechanisms: MechanismIndex) throws(ReferenceError) -> [ClockRuleFacts] {
        let file = "clocks.json"
        let rules: [ClockRuleFacts] = try facts(file)
        _ = try Self.byCode(rules, code: \.code, file: file)
        for rule in rules {
            if let mechanism = rule.mechanism, mechanisms.byCode[mechanism] == nil {
                throw .unknown(file: file, field: "mechanism", value: mechanism.rawValue)
            }
        }
        return rules
    }

    mutating func identifiers() throws(ReferenceError) -> [String: UHRIIdentifier] {
        let file = "uhri-identifiers.json"
        let facts: [UHRIIdentifierFact] = try facts(file)
        var identifiers: [String: UHRIIdentifier] = [:]
        for fact in facts {
            let identifier = UHRIIdentifier(kind: fact.kind, code: fact.code)
            guard identifiers.updateValue(identifier, forKey: fact.id.lowercased()) == nil else {
                throw .duplicate(file: file, field: "id", value: fact.id)
            }
        }
        return identifiers
    }
}
