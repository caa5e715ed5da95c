/// Looks for names of persons through a whole communication: behind titles, in tables, behind labels, and as capitalised words that
/// nothing else explains. What is in doubt is taken for a name.
struct NameFinder {
    private(set) var names = SealedNames()
    private let safe: SafeWords
    /// Words that also stand in small letters in the document, and how often.
    private(set) var small: [String: Int] = [:]

    init(blocks: [String], tables: [DocumentText.Table], safe: SafeWords) {
        self.safe = safe
        let words = blocks.map { LetterWord.all(in: $0) }
        for word in words.joined() where !word.isCapital { small[word.key, default: 0] += 1 }
        for (text, words) in zip(blocks, words) { titled(text, words) }
        for table in tables { columns(table) }
        for text in blocks { labelled(text) }
        for (text, words) in zip(blocks, words) { capitals(text, words) }
        for text in blocks { ChineseNames.find(in: text).forEach { names.addChinese($0) } }
        for table in tables {
            for cell in table.rows.joined() { capitals(cell.text, LetterWord.all(in: cell.text)) }
        }
    }

    /// `Mr. John Smith`, `г-ну Иванову`, `السيد أحمد ...`.
    private mutating func titled(_ text: String, _ words: [LetterWord]) {
        for (index, word) in words.enumerated() {
            if Self.isArabic(word.key) {
                if NameTitles.arabic.contains(Self.bare(word.key)) || NameTitles.arabic.contains(word.key) {
                    addArabic(text, words, from: index + 1)
                }
                continue
            }
            guard NameTitles.titles.contains(word.key), isTitle(words, index) else { continue }
            var start = index + 1
            if word.key == "г", start < words.count, NameTitles.russianHalves.contains(words[start].key) { start += 1 }
            let isPlural = NameTitles.plural.contains(word.key)
            var end = take(text, words, from: start, previous: word, isFirst: true)
            // `Messrs. A, B and C`
            while isPlural, end < words.count, end > start, isListed(text, words, end) {
                let next = ["and", "et", "y", "и"].contains(words[end].key) ? end + 1 : end
                let after = take(text, words, from: next, previous: nil, isFirst: true)
                if after == next { break }
                end = after
            }
        }
    }

    /// Titles are written large, but for Russian and Spanish ones; `me` and `m` alone are words.
    private func isTitle(_ words: [LetterWord], _ index: Int) -> Bool {
        let word = words[index]
        if word.isCapital || word.key.unicodeScalars.allSatisfy({ (0x400...0x4FF).contains($0.value) }) {
            return !NameTitles.russianHalves.contains(word.key)
        }
        return ["don", "dona", "senor", "senora", "senorita", "mr", "mrs", "ms", "dr"].contains(word.key)
    }

    private func isListed(_ text: String, _ words: [LetterWord], _ index: Int) -> Bool {
        let gap = text[words[index - 1].range.upperBound..<words[index].range.lowerBound]
        if ["and", "et", "y", "и"].contains(words[index].key) { return true }
        return gap.contains(",") && !gap.contains(where: { ";.:(".contains($0) }) && words[index].isCapital
    }

    /// Takes a name that begins at `start`; where it ends.
    private mutating func take(
        _ text: String, _ words: [LetterWord], from start: Int, previous: LetterWord?, isFirst: Bool
    ) -> Int {
        var first = start
        // `Mr. President`, `Dr. Special Rapporteur ...`
        while first < words.count, words[first].isCapital, safe.isSafe(words[first].key),
            !safe.isAmbiguous(words[first].key),
            first == start || words[first].isJoined
        { first += 1 }
        guard first < words.count, isNear(text, words, first), words[first].isCapital || isParticle(words[first]) else {
            return start
        }
        var end = first
        while end < words.count, end - first < 8, end == first || words[end].isJoined,
            words[end].isCapital || isParticle(words[end]) || (words[end].isHyphened && end > first)
        { end += 1 }
        while end > first, !words[end - 1].isCapital, !words[end - 1].isHyphened { end -= 1 }
        guard end > first else { return start }
        let parts = words[first..<end].filter { $0.isCapital && !$0.isSingleLetter }.map(\.key)
        names.add(
            parts, printed: String(text[words[first].range.lowerBound..<words[end - 1].range.upperBound]), isSure: true)
        return end
    }

    /// Only spaces, a title's full stop and quotes stand before it.
    private func isNear(_ text: String, _ words: [LetterWord], _ index: Int) -> Bool {
        guard index > 0 else { return true }
        return text[words[index - 1].range.upperBound..<words[index].range.lowerBound]
            .allSatisfy { $0.isWhitespace || ".-'’“\"«,".contains($0) }
    }

    private func isParticle(_ word: LetterWord) -> Bool { NameTitles.particles.contains(word.key) }

    private mutating func addArabic(_ text: String, _ words: [LetterWord], from start: Int) {
        var end = start
        var taken = 0
        while end < words.count, taken < 4, end == start || words[end].isJoined {
            let key = words[end].key
            if NameTitles.arabicStops.contains(key) || NameTitles.arabic.contains(key)
                || NameTitles.arabic.contains(Self.bare(key))
            {
                break
            }
            if taken >= 2, key.hasPrefix("و") { break }
            if end == start, safe.isSafe(key), key.hasPrefix("ال") { break }
            if !NameTitles.arabicParticles.contains(key) { taken += 1 }
            end += 1
        }
        guard end > start else { return }
        let parts = words[start..<end].map(\.key).filter { !NameTitles.arabicParticles.contains($0) }
        names.add(
            parts, printed: String(text[words[start].range.lowerBound..<words[end - 1].range.upperBound]), isSure: true)
    }

    /// Cells below a heading that says "name".
    private mutating func columns(_ table: DocumentText.Table) {
        guard let heading = table.rows.first else { return }
        for (row, cells) in table.rows.enumerated() {
            for (place, cell) in cells.enumerated() {
                if row > 0, place < heading.count, isLabel(heading[place].text) { addWhole(cell.text) }
                if place > 0, isLabel(cells[place - 1].text) { addWhole(cell.text) }
            }
        }
    }

    private func isLabel(_ text: String) -> Bool {
        NameTitles.nameLabels.contains(FlowText.of(text).trimmingSpaces.trimmingColons)
    }

    /// `Name: ...` on a line of its own.
    private mutating func labelled(_ text: String) {
        guard text.count < 400, let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return }
        var label = text[..<colon]
        if let mark = ItemMark.at(text.startIndex, of: text)?.end ?? FlowNumber(text)?.end, mark < colon {
            label = text[mark..<colon]
        }
        guard isLabel(String(label)) else { return }
        let rest = text[text.index(after: colon)...]
        for part in rest.split(whereSeparator: { ";；،,、".contains($0) }).prefix(20) { addWhole(String(part)) }
    }

    /// Every word of it is a part of names.
    private mutating func addWhole(_ text: String) {
        for line in text.split(separator: "\n").prefix(50) {
            let words = LetterWord.all(in: String(line)).filter { !$0.isSingleLetter }
            let parts = words.map(\.key).filter {
                !NameTitles.particles.contains($0) && !NameTitles.titles.contains($0)
            }
            if !parts.isEmpty, parts.count <= 8 { names.add(parts, printed: String(line).trimmingSpaces, isSure: true) }
            for name in ChineseNames.whole(String(line)) { names.addChinese(name) }
        }
    }

    /// Capitalised words that are nothing else: two of them anywhere, one in the middle of a sentence.
    private mutating func capitals(_ text: String, _ words: [LetterWord]) {
        var index = 0
        while index < words.count {
            guard isUnknown(words[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < words.count, words[end].isJoined,
                isUnknown(words[end]) || words[end].isSingleLetter && words[end].isCapital
                    || isParticle(words[end]) || safe.isAmbiguous(words[end].key) && words[end].isCapital
            { end += 1 }
            while end > index + 1, !words[end - 1].isCapital { end -= 1 }
            var first = index
            while first > 0, words[first].isJoined, words[first - 1].isCapital, safe.isAmbiguous(words[first - 1].key) {
                first -= 1
            }
            let parts = words[first..<end].filter { $0.isCapital && !$0.isSingleLetter }.map(\.key)
            if parts.count > 1 || !words[index].beginsSentence || isInContext(words, index) {
                names.add(
                    parts, printed: String(text[words[first].range.lowerBound..<words[end - 1].range.upperBound]),
                    isSure: false)
            }
            index = end
        }
    }

    private func isInContext(_ words: [LetterWord], _ index: Int) -> Bool {
        index > 0 && NameTitles.contexts.contains(words[index - 1].key)
    }

    /// A capital that neither the sentence's beginning nor a known word explains.
    private func isUnknown(_ word: LetterWord) -> Bool {
        guard word.isCapital, !word.isSingleLetter, !safe.isSafe(word.key), !NameTitles.titles.contains(word.key) else {
            return false
        }
        if word.beginsSentence || word.isAllCapital { return small[word.key] == nil }
        return true
    }

    static func isArabic(_ key: String) -> Bool {
        key.unicodeScalars.first.map { (0x600...0x6FF).contains($0.value) } ?? false
    }

    /// Without the small word that is written together with it: `والسيد`, `للسيد`.
    static func bare(_ key: String) -> String {
        if key.hasPrefix("لل") { return "ال" + key.dropFirst(2) }
        for prefix in ["وال", "فال", "بال", "كال"] where key.hasPrefix(prefix) { return String(key.dropFirst()) }
        return key
    }
}

extension String {
    fileprivate var trimmingColons: String { String(reversed().drop { ":： ".contains($0) }.reversed()) }
}
