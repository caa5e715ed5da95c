import Domain

/// Finds the symbols of United Nations documents in printed text.
enum PrintedSymbol {
    private static let roots: Set<String> = [
        "A", "E", "S", "ST", "CRC", "CCPR", "CERD", "CEDAW", "CAT", "CMW", "CRPD", "CED", "HRI", "DEMO",
    ]

    /// The symbol, where the text is nothing else; the sign of a footnote behind it does not count.
    static func whole(_ text: some StringProtocol) -> DocumentSymbol? {
        let cut = text.trimming { $0.isWhitespace || "*∗†".contains($0) || $0 == "\u{200E}" || $0 == "\u{200F}" }
        guard !cut.contains(where: \.isWhitespace), isSymbol(cut) else { return nil }
        return DocumentSymbol(String(cut))
    }

    /// All symbols in running text, in order.
    static func all(in text: some StringProtocol) -> [DocumentSymbol] {
        text.split { $0.isWhitespace || "()[],;«»“”\"،；（），。".contains($0) }.compactMap { word in
            let cut = word.trimming { ".*∗†:’'".contains($0) }
            return isSymbol(cut) ? DocumentSymbol(String(cut)) : nil
        }
    }

    private static func isSymbol(_ word: some StringProtocol) -> Bool {
        guard (5...60).contains(word.utf8.count) else { return false }
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, let first = parts.first, roots.contains(String(first)) else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
                        || $0 == 0x2E
                }
        } && word.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// The parts of a symbol between its strokes, in capitals.
    static func parts(of symbol: DocumentSymbol) -> [String] { symbol.key.split(separator: "/").map(String.init) }

    /// The number of the review's session in the symbols of its Working Group (`A/HRC/WG.6/34/SVN/1`).
    static func reviewSession(of symbol: DocumentSymbol) -> Int? {
        let parts = parts(of: symbol)
        guard let group = parts.firstIndex(of: "WG.6"), group + 1 < parts.count else { return nil }
        return Int(parts[group + 1])
    }
}
