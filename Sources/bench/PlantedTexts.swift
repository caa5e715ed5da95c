import Foundation

/// Texts of `SyntheticTexts` among which near-duplicates are planted, so that it is known who belongs to whom: one in five texts is
/// another said again with one to three small changes; one in ten shares the first half of another and goes on differently, and
/// belongs to nobody.
struct PlantedTexts {
    private(set) var texts: [String] = []
    /// For each text the number of its family; texts of one family are the same thing said again.
    private(set) var families: [Int] = []

    private struct Record: Decodable { var text: String }

    init(count: Int, in folder: URL) throws {
        let bases = max(2, count * 7 / 10)
        let path = folder.appending(path: "bases.jsonl").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try SyntheticTexts(count: bases).write(to: path)
        let decoder = JSONDecoder()
        try LineReader.forEachLine(of: path) { line in
            texts.append(try decoder.decode(Record.self, from: Data(line)).text)
        }
        families = Array(0..<texts.count)
        var generator = SeededGenerator(seed: 4_2013)
        while texts.count < count {
            let base = Int.random(in: 0..<bases, using: &generator)
            if Int.random(in: 0..<3, using: &generator) < 2 {
                texts.append(Self.reworded(texts[base], &generator))
                families.append(base)
            } else {
                let other = Int.random(in: 0..<bases, using: &generator)
                texts.append(Self.halves(texts[base], texts[other]))
                families.append(texts.count - 1)
            }
        }
        mix(&generator)
    }

    /// Families do not lie side by side.
    private mutating func mix(_ generator: inout SeededGenerator) {
        for index in texts.indices.reversed() {
            let other = Int.random(in: 0...index, using: &generator)
            texts.swapAt(index, other)
            families.swapAt(index, other)
        }
    }

    func write(to path: String) throws {
        struct Line: Encodable {
            var id: Int
            var text: String
        }
        let encoder = JSONEncoder()
        var data = Data()
        for (index, text) in texts.enumerated() {
            data.append(try encoder.encode(Line(id: index + 1, text: text)))
            data.append(0x0A)
        }
        try data.write(to: URL(filePath: path))
    }

    // MARK: Saying it again

    private static let manners = [
        "as soon as possible", "as a matter of priority", "effectively", "in this regard", "fully",
    ]
    private static let synonyms = [
        "strengthen": "reinforce", "establish": "create", "ensure": "guarantee", "combat": "fight", "adopt": "enact",
        "continue to": "pursue efforts to", "develop": "elaborate", "abolish": "repeal", "improve": "better",
        "programmes": "schemes", "laws": "acts", "with special regard to": "in particular for",
    ]

    private static func reworded(_ text: String, _ generator: inout SeededGenerator) -> String {
        var text = text
        for _ in 0..<Int.random(in: 1...3, using: &generator) { change(&text, &generator) }
        return text
    }

    private static func change(_ text: inout String, _ generator: inout SeededGenerator) {
        var words = text.split(separator: " ").map(String.init)
        let place = Int.random(in: 1..<max(2, words.count), using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: text = "\(Int.random(in: 90..<180, using: &generator)).\(place) \(text)"
        case 1: text = text.uppercased()
        case 2:
            words.insert(manners[Int.random(in: 0..<manners.count, using: &generator)], at: min(place, words.count))
            text = words.joined(separator: " ")
        case 3:
            if words.count > 12 { words.remove(at: min(place, words.count - 1)) }
            text = words.joined(separator: " ")
        case 4:
            for (word, other) in synonyms.sorted(by: { $0.key < $1.key }) {
                text = text.replacingOccurrences(of: " \(word) ", with: " \(other) ")
            }
        default:
            text =
                text.replacingOccurrences(of: ",", with: "").replacingOccurrences(of: ".", with: ";")
                + " (Aldora, Belmar)"
        }
    }

    /// The first half of one, the second of another.
    private static func halves(_ one: String, _ other: String) -> String {
        let first = one.split(separator: " ")
        let second = other.split(separator: " ")
        return (first.prefix(first.count / 2) + second.suffix(second.count - second.count / 2)).joined(separator: " ")
    }
}
