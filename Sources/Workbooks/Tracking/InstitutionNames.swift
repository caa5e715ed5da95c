import Domain

/// Finds a workspace's institutions behind what people write in cells: names, abbreviations, initials, shortened words, ministries by
/// their portfolio in another language, and words that somebody has settled before.
///
/// A word that fits two institutions fits none.
struct InstitutionNames {
    private var exact: [String: InstitutionID?] = [:]
    private var concepts: [String: InstitutionID?] = [:]
    private let names: [(words: [String], id: InstitutionID)]

    /// `settled` holds keys of words that a person gave an institution.
    init(_ institutions: [Institution], settled: [String: InstitutionID] = [:]) {
        let open = institutions.filter { !$0.isClosed }
        names = open.map { (Self.significant(WordKey.words($0.name)), $0.id) }
        for institution in open {
            add(WordKey.of(institution.name), institution.id)
            if let abbreviation = institution.abbreviation {
                add(WordKey.of(abbreviation), institution.id)
                add(WordKey.words(abbreviation).joined(), institution.id)
            }
            let words = WordKey.words(institution.name)
            let initials = Self.significant(words).compactMap(\.first).map(String.init).joined()
            if initials.count >= 2 { add(initials, institution.id) }
            let all = words.compactMap(\.first).map(String.init).joined()
            if all.count >= 2, all != initials { add(all, institution.id) }
            if let concept = PortfolioWords.concept(institution.name) {
                concepts[concept] = concepts[concept] == nil ? institution.id : .some(nil)
            }
        }
        for (key, id) in settled { exact[key] = id }
    }

    private mutating func add(_ key: String, _ id: InstitutionID) {
        guard !key.isEmpty else { return }
        if let known = exact[key], known != id { exact[key] = .some(nil) } else { exact[key] = id }
    }

    /// Institutions in the order they are written, and the words that fit none.
    func read(_ text: String) -> (found: [InstitutionID], unknown: [String]) {
        var found: [InstitutionID] = []
        var unknown: [String] = []
        if let id = named(text) { return ([id], []) }
        for piece in text.split(whereSeparator: { "\n\r;,/،؛、；，|+•".contains($0) }) {
            read(String(piece), &found, &unknown)
        }
        return (found, unknown)
    }

    private func read(_ piece: String, _ found: inout [InstitutionID], _ unknown: inout [String]) {
        guard !WordKey.of(piece).isEmpty else { return }
        func add(_ ids: InstitutionID...) { for id in ids where !found.contains(id) { found.append(id) } }
        if let id = named(piece) { return add(id) }
        // `MoJ and MoI`; a name may hold the word itself, so each half has to fit.
        let words = piece.split(whereSeparator: \.isWhitespace).map(String.init)
        for place in words.indices.dropFirst().dropLast() where Self.joiners.contains(words[place].lowercased()) {
            let left = words[..<place].joined(separator: " ")
            let right = words[(place + 1)...].joined(separator: " ")
            if let first = one(left), let second = one(right) { return add(first, second) }
        }
        if let id = one(piece) { return add(id) }
        unknown.append(piece.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// The one institution that a name means; nil where none or several could be.
    func one(_ text: String) -> InstitutionID? {
        if let known = named(text) { return known }
        let bare = Self.withoutBrackets(text)
        if let concept = PortfolioWords.concept(bare), let known = concepts[concept] { return known }
        return shortened(Self.significant(WordKey.words(bare)))
    }

    /// By name, abbreviation, initials or a settled word.
    private func named(_ text: String) -> InstitutionID? {
        let words = WordKey.words(Self.withoutBrackets(text))
        if !words.isEmpty, let known = exact[words.joined(separator: " ")] ?? exact[words.joined()] { return known }
        if let bracketed = Self.bracketed(text), let known = exact[WordKey.of(bracketed)] { return known }
        return nil
    }

    /// `Min. of Just.`: each word the beginning of a word of the name, in order.
    private func shortened(_ words: [String]) -> InstitutionID? {
        guard !words.isEmpty, words.joined().count >= 4 else { return nil }
        var fitting: [InstitutionID] = []
        for (name, id) in names where Self.shortens(words, name) { fitting.append(id) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    private static func shortens(_ words: [String], _ name: [String]) -> Bool {
        var rest = name[...]
        var whole = 0
        for word in words {
            guard let place = rest.firstIndex(where: { $0.hasPrefix(word) && word.count >= min(3, $0.count) }) else {
                return false
            }
            whole += rest[place] == word ? 1 : 0
            rest = rest[(place + 1)...]
        }
        // One word of many says too little: "national" shortens half of all names.
        return words.count == name.count || (words.count >= 2 && words.count * 2 >= name.count)
    }

    static func significant(_ words: [String]) -> [String] { words.filter { !small.contains($0) } }

    private static func withoutBrackets(_ text: String) -> String {
        var out = ""
        var depth = 0
        for character in text {
            if "(（[".contains(character) {
                depth += 1
            } else if ")）]".contains(character) {
                depth = max(0, depth - 1)
            } else if depth == 0 {
                out.append(character)
            }
        }
        return out
    }

    private static func bracketed(_ text: String) -> String? {
        guard let open = text.firstIndex(where: { "(（[".contains($0) }),
            let close = text[open...].firstIndex(where: { ")）]".contains($0) })
        else { return nil }
        return String(text[text.index(after: open)..<close])
    }

    private static let joiners: Set<String> = ["and", "&", "et", "y", "e", "и", "و", "和", "with", "avec", "con"]
    private static let small: Set<String> = [
        "of", "the", "and", "for", "de", "du", "des", "d", "la", "le", "les", "l", "et", "del", "los", "las", "el", "y",
        "по",
        "и", "в", "on", "in", "to", "a", "aux", "au", "sur",
    ]
}
