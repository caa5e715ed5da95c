internal import Domain

/// Mechanisms by name, acronym and document symbol.
struct MechanismIndex: Sendable {
    private(set) var byCode: [MechanismCode: MechanismFacts] = [:]
    private var byName: [String: MechanismCode] = [:]
    private var bySymbol: [String: MechanismCode] = [:]

    mutating func add(_ mechanism: MechanismFacts, file: String) throws(ReferenceError) {
        let code = mechanism.code
        guard byCode.updateValue(mechanism, forKey: code) == nil else {
            throw .duplicate(file: file, field: "code", value: code.rawValue)
        }
        let acronyms = mechanism.acronyms.values + [mechanism.acronym].compactMap(\.self)
        for name in Array(mechanism.names.all) + acronyms + mechanism.aliases + [code.rawValue] {
            let other = byName.updateValue(code, forKey: FoldedName.key(of: name))
            if let other, other != code { throw .duplicate(file: file, field: "aliases", value: name) }
        }
        for symbol in mechanism.symbols where bySymbol.updateValue(code, forKey: symbol) != nil {
            throw .duplicate(file: file, field: "symbols", value: symbol)
        }
    }

    func code(named name: String) -> MechanismCode? { byName[FoldedName.key(of: name)] }

    /// The mechanism with the longest beginning that fits the symbol.
    func code(ofSymbol symbol: DocumentSymbol) -> MechanismCode? {
        var beginning = symbol.key[...]
        while let slash = beginning.lastIndex(of: "/") {
            beginning = beginning[..<slash]
            if let code = bySymbol[beginning + "/"] { return code }
        }
        return nil
    }
}
