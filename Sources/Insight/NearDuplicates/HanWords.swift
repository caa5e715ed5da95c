/// Words in runs of Han characters: those that mean something to comparing are found by name, the rest stands as pairs of
/// characters.
enum HanWords {
    /// Reads the run that begins at `from`; returns where it ends.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, from: Int, _ vocabulary: Vocabulary, _ words: inout [GistReader.PlacedWord]
    ) -> Int {
        var index = from
        var last = -1
        while index < bytes.count {
            let length = characterLength(bytes[index])
            guard length >= 3, index + length <= bytes.count, isHan(bytes, index) || name(bytes, index) != nil else {
                break
            }
            if let found = name(bytes, index) {
                words.append(.init(word: word(found.meaning, vocabulary), start: index, end: index + found.length))
                index += found.length
                last = -1
                continue
            }
            if last >= 0 || !isHan(bytes, index + length) || name(bytes, index + length) != nil {
                let start = last >= 0 ? last : index
                let hash = Vocabulary.hash(UnsafeBufferPointer(rebasing: bytes[start..<(index + length)]), seed: 3)
                let term = vocabulary.term(hash, weight: WordClasses.whole)
                words.append(.init(word: .init(term: term, role: .content), start: start, end: index + length))
            }
            last = index
            index += length
        }
        return max(index, from + 1)
    }

    private enum Meaning {
        case role(WordRole)
        case instrument(Int)
        case wordClass(String)
    }

    private static func word(_ meaning: Meaning, _ vocabulary: Vocabulary) -> Vocabulary.Word {
        switch meaning {
        case .role(let role): return .init(term: role == .join ? Vocabulary.joinTerm : 0, role: role)
        case .instrument(let number): return .init(term: UInt32(number), role: .acronym)
        case .wordClass(let found):
            var name = found
            let hash = name.withUTF8 { Vocabulary.hash($0, seed: 1) }
            return .init(term: vocabulary.term(hash, weight: WordClasses.weight(name)), role: .content)
        }
    }

    /// The longest name at a place.
    private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (meaning: Meaning, length: Int)? {
        guard index + 3 <= bytes.count else { return nil }
        let key = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
        guard let candidates = byFirst[key] else { return nil }
        for (name, meaning) in candidates where index + name.count <= bytes.count {
            if bytes[index..<(index + name.count)].elementsEqual(name) { return (meaning, name.count) }
        }
        return nil
    }

    private static let byFirst: [UInt32: [(name: [UInt8], meaning: Meaning)]] = {
        var all: [(name: [UInt8], meaning: Meaning)] = Instruments.chinese.map {
            (Array($0.name.utf8), .instrument($0.instrument))
        }
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            let meaning: Meaning =
                parts[0].hasPrefix("=") ? .wordClass(parts[0]) : .role(WordClasses.role(parts[0]) ?? .stop)
            for word in parts.dropFirst() { all.append((Array(word.utf8), meaning)) }
        }
        all.sort { $0.name.count > $1.name.count }
        return Dictionary(grouping: all) { UInt32($0.name[0]) << 16 | UInt32($0.name[1]) << 8 | UInt32($0.name[2]) }
    }()

    private static let table = """
        join 批准 加入 成为缔约国
        hedge 考虑
        study 研究
        possibility 可能性
        not 不得 不应 并非 切勿
        filler 继续 努力 采取 措施 必要 必要的 步骤 尽快 尽早 加快 进一步 所有 一切 充分 有效 适当 联合国 特别是 包括 以便 方面
        stop 的 和 与 及 以及 在 对 并 其 各 为 中 以
        state 缔约国 国家
        =strengthen 加强 强化
        =establish 建立 设立 成立
        =abolish 废除 取消 废止
        =combat 打击 消除
        =ensure 确保 保证
        =develop 制定 制订
        =adopt 通过
        =standing 长期 长期有效 公开
        """

    private static func characterLength(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    private static func isHan(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 3 <= bytes.count else { return false }
        // U+3400 to U+9FFF, and what lies beyond the basic plane.
        return bytes[index] >= 0xF0 || (bytes[index] >= 0xE4 && bytes[index] <= 0xE9)
            || (bytes[index] == 0xE3 && bytes[index + 1] >= 0x90)
    }
}
