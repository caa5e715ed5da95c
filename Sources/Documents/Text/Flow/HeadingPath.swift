/// The headings above a paragraph, from the widest to the nearest.
struct HeadingPath: Sendable {
    private var entries: [(level: Int, text: String)] = []
    private var wasText = true

    var titles: [String] { entries.map(\.text) }

    /// A paragraph came: the next unmarked heading stands beside the last one, not below it.
    mutating func text() { wasText = true }

    mutating func add(_ text: String) {
        let (mark, title) = Self.parts(of: text)
        guard !title.isEmpty else { return }
        var level = mark.map(self.level(of:)) ?? 4
        if mark == nil, !wasText, let last = entries.last, last.level >= 4 { level = last.level + 1 }
        entries.removeAll { $0.level >= level }
        entries.append((level, title))
        wasText = false
        lastLetter = mark ?? lastLetter
    }

    private var lastLetter = ""

    private func level(of mark: String) -> Int {
        let folded = mark.lowercased()
        if Self.arabicOrdinals.contains(folded) { return 1 }
        if Self.arabicLetters.contains(folded) { return 2 }
        if FlowNumber.value(of: mark) != nil { return 3 }
        guard ItemMark.roman(folded) != nil else { return folded.count == 1 ? 2 : 1 }
        // `I.` behind `H.` is a letter; `C.` and `D.` always are.
        if folded == "i", lastLetter.lowercased() == "h" { return 2 }
        if folded == "v", lastLetter.lowercased() == "u" { return 2 }
        return 1
    }

    /// `II.`, `A.`, `3.`, `一、` and the title behind it.
    static func parts(of text: String) -> (mark: String?, title: String) {
        let plain = text.trimmingSpaces
        if let arabic = arabicParts(of: plain) { return arabic }
        guard let end = plain.firstIndex(where: { ".．、)".contains($0) }),
            plain.distance(from: plain.startIndex, to: end) <= 5
        else { return (nil, plain) }
        let head = plain[..<end]
        let rest = String(plain[plain.index(after: end)...]).trimmingSpaces
        let isMark =
            head.count == 1 || ItemMark.roman(head.lowercased()) != nil || FlowNumber.value(of: head) != nil
            || head.allSatisfy { "一二三四五六七八九十".contains($0) }
        return isMark && !rest.isEmpty ? (String(head), rest) : (nil, plain)
    }

    /// `أولاً-` and `ألف-`: ordinals and names of letters, with a dash behind.
    private static func arabicParts(of text: String) -> (mark: String?, title: String)? {
        guard let dash = text.prefix(14).firstIndex(where: { "-–—".contains($0) }) else { return nil }
        let mark = FlowText.of(text[..<dash]).trimmingSpaces
        let title = String(text[text.index(after: dash)...]).trimmingSpaces
        guard arabicOrdinals.contains(mark) || arabicLetters.contains(mark), !title.isEmpty else { return nil }
        return (mark, title)
    }

    private static let arabicLetters = Set(
        ["ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام"].map { FlowText.of($0) })
    private static let arabicOrdinals = Set(
        ["أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"].map {
            FlowText.of($0)
        })

    /// Whether a piece of text is a heading by itself: short, unfinished, beginning large.
    static func isHeading(_ text: String) -> Bool {
        guard text.count <= 180, let last = text.last, !".,;:。；：،؛-".contains(last) else { return false }
        guard !LineEnding.isSentenceEnd(text), !LineEnding.goesOn(text) else { return false }
        let scalars = text.unicodeScalars
        if scalars.contains(where: { (0x3400...0x9FFF).contains($0.value) }) { return text.count <= 60 }
        if scalars.contains(where: { (0x600...0x6FF).contains($0.value) }) { return text.count <= 110 }
        return LineEnding.beginsLarge(text) && scalars.contains { $0.properties.isAlphabetic }
    }
}
