import Domain
import Reference

/// The parts of a communication: reference, date, mandates, what it asks and by when.
struct Letter: Sendable {
    enum Kind: String, Sendable { case allegation, urgent, other }

    /// Pieces of text between blank lines, with the place of their first line and the page.
    struct Block: Sendable {
        var text: String
        var lines: Range<Int>
        var page: Int?
    }

    let blocks: [Block]
    private(set) var reference: String?
    private(set) var kind = Kind.other
    private(set) var stateCode: String?
    private(set) var date: CalendarDate?

    init(_ text: DocumentText) {
        let lines = PageCleaning.clean(text)
        let words = LineWords(lines)
        var blocks: [Block] = []
        var start = 0
        for index in lines.indices.dropFirst() + [lines.count]
        where index == lines.count || Self.isBreak(lines, index, text.origin) {
            guard start < index else { continue }
            blocks.append(
                Block(
                    text: words.join(lines[start..<index].map(\.text)),
                    lines: lines[start].index..<lines[index - 1].index + 1,
                    page: lines[start].page > 0 ? lines[start].page : nil))
            start = index
        }
        self.blocks = blocks
        readReference(lines.prefix(120))
        date = Self.date(lines.prefix(120))
    }

    private static func isBreak(_ lines: [CleanLine], _ index: Int, _ origin: DocumentText.Origin) -> Bool {
        if origin == .word || FlowNumber(lines[index].text) != nil { return true }
        let before = lines[index - 1].text
        return lines[index].isAfterBlank
            && (LineEnding.isComplete(before) || !LineEnding.beginsSmall(lines[index].text))
    }

    /// `AL XAA 1/2021`, `UA XAA 12/2015`, or `XAA 3/2012` behind the words of an older form.
    private mutating func readReference(_ lines: ArraySlice<CleanLine>) {
        for line in lines {
            let words = line.text.split { $0.isWhitespace || ":：".contains($0) }.map(String.init)
            for (index, word) in words.enumerated() where Self.isSerial(word) && index > 0 {
                let code = words[index - 1]
                guard code.count == 3, code.allSatisfy({ $0.isASCII && $0.isUppercase }) else { continue }
                let type = index > 1 && Self.types.keys.contains(words[index - 2]) ? words[index - 2] : nil
                let serial = word.filter { $0.isNumber || $0 == "/" }
                reference = [type, code, serial].compactMap(\.self).joined(separator: " ")
                stateCode = code
                kind = type.flatMap { Self.types[$0] } ?? .other
                return
            }
        }
    }

    private static let types: [String: Kind] = [
        "AL": .allegation, "JAL": .allegation, "UA": .urgent, "JUA": .urgent, "OL": .other, "JOL": .other,
        "OTH": .other,
    ]

    private static func isSerial(_ word: String) -> Bool {
        let parts = word.trimmingPunctuation.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && (1...4).contains(parts[0].count) && parts[1].count == 4
            && parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// A line that is hardly more than a date.
    private static func date(_ lines: ArraySlice<CleanLine>) -> CalendarDate? {
        for line in lines where line.text.count <= 60 && !line.text.contains("/RES/") {
            if let date = RunningDates.first(in: line.text) { return date }
        }
        return nil
    }

    /// The mandates that write, in the order of the letter.
    func mechanisms(_ reference: ReferenceFacts) -> [MechanismCode] {
        // Names stand at the beginning: from the first "Mandates of" to the salutation.
        var head = ""
        for block in blocks.prefix(60) {
            let folded = FlowText.of(block.text)
            if Self.salutation.begins(folded) { break }
            head += folded + " ; "
            if head.utf8.count > 12_000 { break }
        }
        var found: [(place: String.Index, length: Int, code: MechanismCode)] = []
        for mechanism in reference.mechanisms where mechanism.kind == .specialProcedure {
            let names = mechanism.names.languages.map { mechanism.names[$0] } + mechanism.aliases
            let hits = names.compactMap { name -> (String.Index, Int)? in
                let folded = FlowText.of(name)
                guard folded.count > 18 else { return nil }
                // Titles are printed longer or shorter than the list has them.
                return head.firstRange(of: folded).map { ($0.lowerBound, folded.count) }
                    ?? Self.subject(folded).flatMap { subject in
                        head.firstRange(of: subject).map { ($0.lowerBound, subject.count) }
                    }
            }
            if let hit = hits.max(by: { $0.1 < $1.1 }) { found.append((hit.0, hit.1, mechanism.code)) }
        }
        var seen: Set<MechanismCode> = []
        return found.sorted { ($0.place, -$0.length) < ($1.place, -$1.length) }.map(\.code).filter {
            seen.insert($0).inserted
        }
    }

    /// `Special Rapporteur on torture` of a longer title, if it says enough.
    private static func subject(_ name: String) -> String? {
        guard let end = name.firstRange(of: " and other ")?.lowerBound ?? name.firstRange(of: ", ")?.lowerBound else {
            return nil
        }
        let short = String(name[..<end])
        return short.count >= 28 ? short : nil
    }

    private static let salutation = FlowPhrases([
        "excellency", "excellence", "excelencia", "ваше превосходительство", "صاحب السعادة", "أصحاب السعادة", "阁下",
        "dear", "madame", "monsieur",
        "уважаем", "سعادة",
    ])
}

extension String {
    fileprivate var trimmingPunctuation: String {
        String(drop { !$0.isNumber && !$0.isLetter }.reversed().drop { !$0.isNumber && !$0.isLetter }.reversed())
    }
}
