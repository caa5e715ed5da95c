import Domain

/// What a document's symbol says by itself (`CRC/C/PER/CO/6-7`: the committee and the State).
enum SymbolReading {
    static func mechanism(_ symbol: DocumentSymbol) -> MechanismCode? {
        prefixes.first { symbol.key.hasPrefix($0.prefix) }.map { MechanismCode($0.code) }
    }

    /// The three-letter code in a treaty-body symbol; nil for other documents.
    static func stateCode(_ symbol: DocumentSymbol) -> String? {
        guard mechanism(symbol) != nil else { return nil }
        let fields = symbol.key.split(separator: "/")
        return fields.dropFirst(2).prefix(3).first { field in
            field.utf8.count == 3 && field.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        }.map(String.init)
    }

    private static let prefixes: [(prefix: String, code: String)] = [
        ("CCPR/C/", "ccpr"), ("CERD/C/", "cerd"), ("CEDAW/C/", "cedaw"), ("CAT/C/", "cat"), ("CAT/OP/", "spt"),
        ("CRC/C/", "crc"), ("CMW/C/", "cmw"), ("CRPD/C/", "crpd"), ("CED/C/", "ced"), ("E/C.12/", "cescr"),
        ("A/HRC/WG.6/", "upr"),
    ]
}
