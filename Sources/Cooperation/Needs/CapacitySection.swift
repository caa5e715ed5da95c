import Language

/// The part of a national report in which a State says what support it expects.
///
/// The guidelines for national reports (Human Rights Council decision 17/119, part II, paragraph F) ask for "expectations of the
/// State concerned in terms of capacity-building and requests, if any, for technical assistance and support received".
package struct CapacitySection: Hashable, Sendable {
    package var heading: String
    /// Its paragraphs, without their numbers.
    package var paragraphs: [String]

    package static let paragraphsMax = 200

    /// Nil where no heading speaks of it. A heading is a short line without a full stop at its end; the section goes on to the next
    /// line that begins like a heading of the same rank (`V.`, `F.`, `7.`), or to the end.
    package static func find(in text: String) -> CapacitySection? {
        let blocks = blocks(text)
        guard let start = blocks.firstIndex(where: { isHeading($0) && speaks($0) }) else { return nil }
        let rank = rank(blocks[start])
        var paragraphs: [String] = []
        for block in blocks[(start + 1)...] {
            if isHeading(block), rank == nil || self.rank(block) == rank || self.rank(block) == .part { break }
            if isHeading(block), self.rank(block) == nil { continue }
            let words = withoutNumber(block)
            if !words.isEmpty { paragraphs.append(words) }
            if paragraphs.count == paragraphsMax { break }
        }
        return CapacitySection(heading: withoutNumber(blocks[start]), paragraphs: paragraphs)
    }

    private enum Rank { case part, letter, number }

    /// Paragraphs, parted by an empty line or by a line that begins with a number or a heading's mark.
    private static func blocks(_ text: String) -> [String] {
        var blocks: [String] = []
        var current = ""
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = CooperationLimits.trimmed(String(line))
            if line.isEmpty || mark(line) != nil {
                if !current.isEmpty { blocks.append(current) }
                current = line
                continue
            }
            current += current.isEmpty ? line : " " + line
        }
        if !current.isEmpty { blocks.append(current) }
        return blocks
    }

    private static func isHeading(_ block: String) -> Bool {
        guard block.count <= 160, let last = block.last, !".;:؛。；".contains(last) else { return false }
        return true
    }

    private static func speaks(_ heading: String) -> Bool {
        let folded = TextFolding.fold(heading)
        return words.contains { folded.contains(TextFolding.fold($0)) }
    }

    private static let words = [
        "capacity-building", "capacity building", "technical assistance", "expectations of the state",
        "renforcement des capacités", "assistance technique", "attentes de l’état",
        "fomento de la capacidad", "fortalecimiento de las capacidades", "asistencia técnica",
        "expectativas del estado",
        "укрепление потенциала", "укрепления потенциала", "технической помощи", "техническая помощь",
        "بناء القدرات", "المساعدة التقنية", "能力建设", "技术援助",
    ]

    private static func rank(_ block: String) -> Rank? {
        guard let mark = mark(block) else { return nil }
        if mark.allSatisfy({ "IVXLC".contains($0) }) { return .part }
        return mark.allSatisfy(\.isNumber) ? .number : .letter
    }

    /// `IV`, `F` or `12` where the line begins with it and a point or a bracket.
    private static func mark(_ line: String) -> String? {
        let head = line.prefix { $0.isNumber || ($0.isLetter && $0.isUppercase) }
        guard (1...5).contains(head.count), line.dropFirst(head.count).first.map({ ".)".contains($0) }) == true else {
            return nil
        }
        let isNumber = head.allSatisfy(\.isNumber)
        let isPart = head.allSatisfy { "IVXLC".contains($0) }
        return isNumber || isPart || head.count == 1 ? String(head) : nil
    }

    private static func withoutNumber(_ block: String) -> String {
        guard let mark = mark(block) else { return block }
        return CooperationLimits.trimmed(String(block.dropFirst(mark.count + 1)))
    }
}
