import Domain

/// The reference of a communication of special procedures: `AL XAA 1/2024`, `UA`, `JUA`, `OL`.
enum PrintedReference {
    private static let types: Set<String> = ["AL", "UA", "OL", "JUA", "JAL", "JOL", "OTH"]

    /// The first in a text.
    static func first(in text: some StringProtocol) -> DocumentSymbol? {
        let words = text.split { $0.isWhitespace || ",;:()[]".contains($0) }
        for index in words.indices.dropLast(2) where types.contains(String(words[index])) {
            let state = words[index + 1]
            let number = words[index + 2].trimming { !$0.isNumber }
            let fields = number.split(separator: "/", omittingEmptySubsequences: false)
            guard (3...4).contains(state.utf8.count), state.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
                fields.count == 2, fields[1].count == 4, fields.allSatisfy({ Int($0) != nil })
            else { continue }
            return DocumentSymbol("\(words[index]) \(state) \(number)")
        }
        return nil
    }

    /// The code between type and number.
    static func state(of reference: DocumentSymbol) -> StateCode? {
        let words = reference.printed.split(separator: " ")
        return words.count == 3 ? StateCode(String(words[1])) : nil
    }
}
