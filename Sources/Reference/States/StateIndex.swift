internal import Domain

/// States by code and by every name. Building it refuses a name or a square that two States claim.
struct StateIndex: Sendable {
    private(set) var byCode: [StateCode: StateFacts] = [:]
    private var byISO: [String: StateCode] = [:]
    private var byName: [String: StateCode] = [:]
    private var byTile: [TilePlace: StateCode] = [:]

    mutating func add(_ state: StateFacts, file: String) throws(ReferenceError) {
        guard byCode.updateValue(state, forKey: state.code) == nil else {
            throw .duplicate(file: file, field: "code", value: state.code.rawValue)
        }
        byISO[state.code.rawValue] = state.code
        if let alpha2 = state.alpha2, byISO.updateValue(state.code, forKey: alpha2) != nil {
            throw .duplicate(file: file, field: "alpha2", value: alpha2)
        }
        if let tile = state.tile, byTile.updateValue(state.code, forKey: tile) != nil {
            throw .duplicate(file: file, field: "tile", value: "\(tile.column), \(tile.row)")
        }
        for name in Set(state.names.all).union(state.shortNames.all).union(state.aliases) {
            let other = byName.updateValue(state.code, forKey: FoldedName.key(of: name))
            if let other, other != state.code { throw .duplicate(file: file, field: "aliases", value: name) }
        }
    }

    /// Codes count only in capitals, as data writes them: `NO` is Norway, "no" is not.
    func code(named name: String) -> StateCode? {
        let letters = name.utf8.lazy.filter { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 >= 0x80 }
        if letters.prefix(4).count < 4, let code = byISO[String(decoding: letters, as: UTF8.self)] { return code }
        var key = FoldedName.key(of: name)
        // The number of a footnote; no State's name ends in one.
        while let last = key.utf8.last, (0x30...0x39).contains(last) { key.removeLast() }
        return byName[key]
    }

    /// By its alpha-3 code.
    func code(alpha3: String) -> StateCode? {
        let code = StateCode(alpha3)
        return byCode[code] == nil ? nil : code
    }
}
