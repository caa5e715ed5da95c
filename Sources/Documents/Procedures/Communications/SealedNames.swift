/// The names that were found in a communication, and which of their parts belong to whom.
struct SealedNames: Sendable {
    /// As printed, in the order in which they were found, each once.
    private(set) var printed: [String] = []
    /// The person's number for each part of a name, folded.
    private var numbers: [String: Int] = [:]
    /// Parts that a title or a list of names vouches for.
    private var sure: Set<String> = []
    /// The first letters of Russian parts, whose ends change.
    private var stems: [String: Int] = [:]
    /// Whole Chinese names and their parts by first character, longest first.
    private(set) var chinese: [Character: [(text: [Character], number: Int)]] = [:]
    private var seen: Set<String> = []
    private var count = 0

    /// One person's name: the parts that are hers, and the name as printed.
    mutating func add(_ parts: [String], printed name: String, isSure: Bool) {
        let parts = parts.filter { $0.count > 1 }
        guard !parts.isEmpty else { return }
        let known = parts.compactMap { numbers[$0] }
        let number = known.count == parts.count ? known[0] : next()
        for part in parts {
            if numbers[part] == nil { numbers[part] = number }
            if isSure { sure.insert(part) }
            if let stem = Self.stem(part), stems[stem] == nil { stems[stem] = number }
        }
        if seen.insert(name).inserted { printed.append(name) }
    }

    mutating func addChinese(_ name: String) {
        guard seen.insert(name).inserted else { return }
        printed.append(name)
        let number = next()
        let whole = Array(name)
        var keys = [whole]
        if whole.contains("·") || whole.contains("•") {
            keys += name.split { "·•".contains($0) }.map { Array($0) }.filter { $0.count > 1 }
        } else if whole.count > 2 {
            keys.append(Array(whole.dropFirst()))
        }
        for key in keys {
            guard let first = key.first else { continue }
            var list = chinese[first] ?? []
            if list.contains(where: { $0.text == key }) { continue }
            let place = list.firstIndex { $0.text.count < key.count } ?? list.count
            list.insert((key, number), at: place)
            chinese[first] = list
        }
    }

    func number(of key: String) -> Int? {
        if let number = numbers[key] { return number }
        if let stem = Self.stem(key), let number = stems[stem] { return number }
        return nil
    }
    func isSure(_ key: String) -> Bool { sure.contains(key) }

    /// The number of an Arabic word, with or without the small words that are written together with it.
    func arabicNumber(of key: String) -> Int? {
        if let number = numbers[key] { return number }
        for prefix in ["و", "ف", "ب", "ل", "ك"] where key.hasPrefix(prefix) && key.count > 3 {
            let rest = String(key.dropFirst())
            if let number = numbers[rest] ?? numbers["ال" + rest] { return number }
            // `للحسن` is `ل` and `الحسن`.
            if prefix == "ل", rest.hasPrefix("ل"), let number = numbers["ا" + rest] { return number }
        }
        return nil
    }

    /// A name that nobody vouches for, found while a text was read.
    mutating func learn(_ key: String, printed name: String) -> Int {
        if let number = number(of: key) { return number }
        add([key], printed: name, isSure: false)
        return number(of: key) ?? count
    }

    /// A number for what is no name but names somebody: an address.
    mutating func next() -> Int {
        count += 1
        return count
    }

    /// All but the end of a Russian word of at least four letters: `Иванов`, `Иванова` and `Ивановым` share it.
    private static func stem(_ key: String) -> String? {
        guard key.count >= 4, key.unicodeScalars.allSatisfy({ (0x400...0x4FF).contains($0.value) }) else { return nil }
        for ending in endings where key.hasSuffix(ending) && key.count - ending.count >= 3 {
            return String(key.dropLast(ending.count))
        }
        return key
    }

    private static let endings = [
        "ского", "скому", "ским", "ском", "ской", "скую", "ский", "ская", "ому", "ого", "ыми", "ами", "ями", "ым", "им",
        "ом", "ем", "ой",
        "ей", "ою", "ых", "их", "ая", "ую", "ия", "ию", "ии", "а", "у", "е", "ы", "и", "я", "ю", "й", "ь",
    ]
}
