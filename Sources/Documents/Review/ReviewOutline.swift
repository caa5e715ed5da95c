import Domain

/// Section II of a Working Group report: its paragraphs, each with its words and the recommendations below it.
struct ReviewOutline: Sendable {
    struct Paragraph: Sendable {
        /// 0 where no number was found.
        var number: Int
        var lead: [String] = []
        var items: [Item] = []
        var isPledge = false
        var page: Int
        var firstLine: Int
        var lastLine: Int

        var leadText: String { LineJoining.join(lead) }
    }

    struct Item: Sendable {
        /// As it is cited: `121.14`, or `95.12` for item 12 of paragraph 95 in the reports of the first cycle.
        var printed: String
        /// Its number below the paragraph.
        var place: Int
        var lines: [String]
        var page: Int
        var firstLine: Int
        var lastLine: Int
        var doubts: [Doubt]
        /// The column in which its number stands.
        var indent: Int
        private var sizeBytes = 0

        /// More than this is no recommendation; what is longer is cut and doubtful.
        static let sizeBytesMax = 30_000

        init(printed: String, place: Int, _ text: Substring, _ line: CleanLine, doubts: [Doubt] = []) {
            self.printed = printed
            self.place = place
            lines = [String(text)]
            page = line.page
            firstLine = line.index
            lastLine = line.index
            indent = line.indent
            self.doubts = doubts
        }

        var text: String { LineJoining.join(lines) }

        /// Whether its words may be over: they end with a mark or with States.
        var mayEnd: Bool { lines.last?.last.map { ";.)؛；。）:".contains($0) } ?? true }

        mutating func append(_ text: Substring, _ line: CleanLine) {
            sizeBytes += text.utf8.count
            guard sizeBytes <= Self.sizeBytesMax else {
                if doubts.last != Doubt(.endUnclear) { doubts.append(Doubt(.endUnclear)) }
                return
            }
            lines.append(String(text))
            lastLine = line.index
        }
    }

    var paragraphs: [Paragraph] = []

    init(_ lines: [CleanLine]) {
        var walk = OutlineWalk()
        for line in ReviewSection.lines(lines) {
            guard walk.take(line) else { break }
        }
        paragraphs = walk.paragraphs
    }
}

/// Where section II stands in the report.
enum ReviewSection {
    /// Bytes that every heading of these sections has, whatever its case.
    private static let stems: [[UInt8]] = [
        "onclusion", "ONCLUSION", "ыводы", "ЫВОДЫ", "لاستنتاج", "结论", "olunta", "OLUNTA", "ромес", "romesa",
        "обровольн",
        "ОБРОВОЛЬН", "لتعهدات", "لالتزامات", "自愿",
    ].map { Array($0.utf8) }

    /// From the last heading of that name that is no line of the contents, to the annex; the whole report where there is none.
    static func lines(_ lines: [CleanLine]) -> ArraySlice<CleanLine> {
        guard let heading = lines.lastIndex(where: { isHeading($0.text, Phrases.heading) }) else { return lines[...] }
        return lines[(heading + 1)...]
    }

    static func isHeading(_ text: String, _ names: [String]) -> Bool {
        // Nearly every line is told by its bytes alone.
        guard text.utf8.count <= 400, stems.contains(where: { text.holds($0) }), text.count <= 120,
            !text.contains("....")
        else { return false }
        let folded = LeadIn.folded(text)
        guard !Phrases.closing.contains(where: { folded.contains($0) }) else { return false }
        guard let range = names.lazy.compactMap({ folded.firstRange(of: $0) }).first else { return false }
        // Only the section's number stands before the name, and hardly anything behind it.
        let before = folded[..<range.lowerBound]
        let after = folded[range.upperBound...]
        return before.filter(\.isLetter).count <= 4 && before.count <= 10 && after.filter(\.isLetter).count <= 40
            && !after.contains("reflect") && !after.contains(where: \.isNumber)
    }
}

extension String {
    /// Whether these bytes stand in the text's UTF-8.
    func holds(_ bytes: [UInt8]) -> Bool {
        var text = self
        return text.withUTF8 { buffer in
            guard let first = bytes.first, buffer.count >= bytes.count else { return false }
            for start in 0...(buffer.count - bytes.count) where buffer[start] == first {
                if (1..<bytes.count).allSatisfy({ buffer[start + $0] == bytes[$0] }) { return true }
            }
            return false
        }
    }
}
