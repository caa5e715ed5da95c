/// Names in Chinese text, which has neither capitals nor spaces: before a title, behind words for persons, and foreign names with a dot.
enum ChineseNames {
    static func find(in text: String) -> [String] {
        guard text.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) else { return [] }
        let characters = Array(text)
        var names: [String] = []
        for index in characters.indices {
            if "·•‧".contains(characters[index]) { add(dotted(characters, index), to: &names) }
            for title in NameTitles.chineseTitles where begins(characters, index, title) {
                add(before(characters, index), to: &names)
            }
            for word in NameTitles.chineseContexts where begins(characters, index, word) {
                add(after(characters, index + word.count), to: &names)
            }
        }
        return names
    }

    /// The names of a cell or a labelled line, which holds nothing else.
    static func whole(_ text: String) -> [String] {
        text.split { !(isHan($0) || "·•‧".contains($0)) }.map(String.init).filter {
            (2...16).contains($0.count) && $0.contains(where: isHan)
        }
    }

    private static func add(_ name: String?, to names: inout [String]) {
        if let name, name.count > 1 { names.append(name) }
    }

    private static func begins(_ characters: [Character], _ index: Int, _ word: String) -> Bool {
        characters[index...].starts(with: word)
    }

    private static func dotted(_ characters: [Character], _ dot: Int) -> String? {
        guard dot > 0, dot + 1 < characters.count, isHan(characters[dot - 1]), isHan(characters[dot + 1]) else {
            return nil
        }
        var start = dot
        while start > 0, dot - start < 16, isPart(characters[start - 1]) { start -= 1 }
        var end = dot + 1
        while end < characters.count, end - dot < 16, isPart(characters[end]), !startsTitle(characters, end) {
            end += 1
        }
        return String(characters[start..<end])
    }

    private static func before(_ characters: [Character], _ title: Int) -> String? {
        var start = title
        while start > 0, title - start < 16, isPart(characters[start - 1]) { start -= 1 }
        guard start < title else { return nil }
        if characters[start..<title].contains(where: { "·•‧".contains($0) }) {
            return String(characters[start..<title])
        }
        // A surname, and one or two characters behind it.
        for count in [3, 2, 4]
        where title - count >= start && NameTitles.chineseSurnames.contains(characters[title - count]) {
            return String(characters[title - count..<title])
        }
        return String(characters[max(start, title - 4)..<title])
    }

    private static func after(_ characters: [Character], _ start: Int) -> String? {
        guard start < characters.count, NameTitles.chineseSurnames.contains(characters[start]) else { return nil }
        var end = start + 1
        while end < characters.count, end - start < 3, isPart(characters[end]), !startsTitle(characters, end) {
            end += 1
        }
        return end - start > 1 ? String(characters[start..<end]) : nil
    }

    private static func startsTitle(_ characters: [Character], _ index: Int) -> Bool {
        NameTitles.chineseTitles.contains { begins(characters, index, $0) }
    }

    private static func isPart(_ character: Character) -> Bool {
        (isHan(character) && !NameTitles.chineseStops.contains(character)) || "·•‧".contains(character)
    }

    static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
    }
}
