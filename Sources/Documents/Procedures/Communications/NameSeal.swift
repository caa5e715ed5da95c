import Reference

/// Takes the names of alleged victims, their families, lawyers and sources out of texts: `[name 1]` in their place, the same number for
/// the same person. Whoever is in doubt is taken out.
struct NameSeal {
    private(set) var names: SealedNames
    private let safe: SafeWords
    private let small: [String: Int]
    /// Whether the last text held something that only might be a name.
    private(set) var isInDoubt = false

    init(_ finder: NameFinder, safe: SafeWords) {
        names = finder.names
        small = finder.small
        self.safe = safe
    }

    /// Text without names. Initials stay: they are what the writer chose to show.
    mutating func redacted(_ text: String) -> String {
        isInDoubt = false
        let plain = withoutAddresses(text)
        return withoutChinese(withoutWords(plain))
    }

    private mutating func withoutWords(_ text: String) -> String {
        let words = LetterWord.all(in: text)
        guard !words.isEmpty else { return text }
        var numbers = words.indices.map { number(words, $0, text) }
        spread(&numbers, words)
        var result = ""
        var from = text.startIndex
        var index = 0
        while index < words.count {
            guard let number = numbers[index] else {
                index += 1
                continue
            }
            var end = index + 1
            while end < words.count, words[end].isJoined, numbers[end] != nil { end += 1 }
            result += text[from..<words[index].range.lowerBound] + "[name \(number)]"
            from = words[end - 1].range.upperBound
            index = end
        }
        return result + text[from...]
    }

    /// The number of a word by itself.
    private mutating func number(_ words: [LetterWord], _ index: Int, _ text: String) -> Int? {
        let word = words[index]
        if NameFinder.isArabic(word.key) { return names.arabicNumber(of: word.key) }
        guard !word.isSingleLetter, !isPlaceholder(word, text) else { return nil }
        if let number = names.number(of: word.key) {
            if word.isCapital { return isExcused(word, words, index) ? nil : number }
            // A name in small letters, where the word is none otherwise.
            return names.isSure(word.key) && (small[word.key] ?? 0) <= 2 && !safe.isSafe(word.key) && word.key.count > 3
                ? number : nil
        }
        guard word.isCapital, !safe.isSafe(word.key), !NameTitles.titles.contains(word.key) else { return nil }
        let saysNothing = word.beginsSentence || word.isAllCapital
        if saysNothing, small[word.key] != nil, !(isUnknown(words, index + 1) && words[index + 1].isJoined) {
            return nil
        }
        isInDoubt = true
        return names.learn(word.key, printed: String(text[word.range]))
    }

    /// A known word of the language at the beginning of a sentence, though the same letters are in an unsure name.
    private func isExcused(_ word: LetterWord, _ words: [LetterWord], _ index: Int) -> Bool {
        guard !names.isSure(word.key), word.beginsSentence, small[word.key] != nil else { return false }
        return !(isUnknown(words, index + 1) && words[index + 1].isJoined)
    }

    private func isUnknown(_ words: [LetterWord], _ index: Int) -> Bool {
        guard index < words.count, words[index].isCapital, !words[index].isSingleLetter else { return false }
        return !safe.isSafe(words[index].key)
    }

    private func isPlaceholder(_ word: LetterWord, _ text: String) -> Bool {
        word.key == "name" && word.range.lowerBound > text.startIndex
            && text[text.index(before: word.range.lowerBound)] == "["
    }

    /// What stands beside a name and may belong to it: particles and initials inside, known words behind, the rest of a broken word.
    private func spread(_ numbers: inout [Int?], _ words: [LetterWord]) {
        for index in words.indices where numbers[index] == nil && index > 0 {
            guard words[index].isJoined, let before = numbers[index - 1] else { continue }
            let word = words[index]
            if word.isHyphened && !NameFinder.isArabic(word.key)
                || (word.isCapital && !word.isSingleLetter && !word.beginsSentence)
            {
                numbers[index] = before
            } else if word.isSingleLetter || NameTitles.particles.contains(word.key)
                || NameTitles.arabicParticles.contains(word.key)
            {
                // Only where the name goes on behind it.
                var next = index + 1
                while next < words.count, words[next].isJoined, numbers[next] == nil,
                    words[next].isSingleLetter || NameTitles.particles.contains(words[next].key)
                { next += 1 }
                if next < words.count, words[next].isJoined, numbers[next] != nil { numbers[index] = before }
            }
        }
        for index in words.indices.reversed() where numbers[index] == nil && index + 1 < words.count {
            guard words[index + 1].isJoined, let behind = numbers[index + 1], words[index].isCapital else { continue }
            let isInitial = words[index].isSingleLetter && !words[index].beginsSentence
            if isInitial || safe.isAmbiguous(words[index].key) { numbers[index] = behind }
        }
    }

    private func withoutChinese(_ text: String) -> String {
        guard !names.chinese.isEmpty else { return text }
        let characters = Array(text)
        var result = ""
        var index = 0
        while index < characters.count {
            if let hit = names.chinese[characters[index]]?.first(where: { characters[index...].starts(with: $0.text) })
            {
                result += "[name \(hit.number)]"
                index += hit.text.count
            } else if NameTitles.chineseSurnames.contains(characters[index]), startsTitle(characters, index + 1),
                index == 0 || !ChineseNames.isHan(characters[index - 1])
                    || NameTitles.chineseStops.contains(characters[index - 1])
            {
                // `王先生`: a surname alone before a title.
                result += "[name]"
                index += 1
            } else {
                result.append(characters[index])
                index += 1
            }
        }
        return result
    }

    private func startsTitle(_ characters: [Character], _ index: Int) -> Bool {
        index < characters.count && NameTitles.chineseTitles.contains { characters[index...].starts(with: $0) }
    }

    /// Electronic addresses and accounts name a person too; those of the United Nations stay.
    private mutating func withoutAddresses(_ text: String) -> String {
        guard text.contains(where: { "@_".contains($0) }) || text.contains("://") || text.contains("www.") else {
            return text
        }
        var result = ""
        var word = ""
        for character in text {
            if character.isWhitespace {
                result += address(word)
                result.append(character)
                word = ""
            } else {
                word.append(character)
            }
        }
        return result + address(word)
    }

    private mutating func address(_ word: String) -> String {
        guard word.contains("@") || word.contains("_") || word.contains("://") || word.hasPrefix("www.") else {
            return word
        }
        let host = word.lowercased()
        if host.contains("ohchr.org") || host.contains("un.org/") || host.hasSuffix("un.org") {
            return word.contains("@") ? "[name \(names.next())]" : word
        }
        return "[name \(names.next())]"
    }
}
