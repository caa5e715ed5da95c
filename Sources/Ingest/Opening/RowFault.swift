/// What can be wrong with one row. Every sentence an operator reads about a rejected row stands here: what is wrong, then what
/// to do.
enum RowFault: Hashable, Sendable {
    case notJSON(at: Int)
    case recordTooLarge(limitBytes: Int)
    case tooDeep(limit: Int)
    case notAnObject
    case notUTF8
    case missing
    case noState(String)
    case unknownWord(String, known: [String])
    case notANumber(String)
    case outOfRange(String, ClosedRange<Int>)
    case notADate(String)
    case columns(found: Int, expected: Int)
    case openQuotation
    case missingString(String)

    var reason: String {
        switch self {
        case .notJSON(let place):
            "The record is not valid JSON at its byte \(place). Ask the source for the record again, or correct it by hand."
        case .recordTooLarge(let limit):
            "The record is larger than \(limit / 1_048_576) MiB, so it was passed over. Check that the file has one record "
                + "where it should have one."
        case .tooDeep(let limit): "The record is nested deeper than \(limit) levels, so it was passed over."
        case .notAnObject: "A record must be a JSON object, in braces."
        case .notUTF8: "The text is not valid UTF-8. Save the file as UTF-8 and import it again."
        case .missing: "This must not be empty."
        case .noState(let saw):
            "The State cannot be told from \u{201C}\(Self.shown(saw))\u{201D}. Add the State's name to the row, or its code to the "
                + "document symbol."
        case .unknownWord(let word, let known): Self.unknown(word, known)
        case .notANumber(let word): "\u{201C}\(Self.shown(word))\u{201D} is not a whole number."
        case .outOfRange(let word, let range):
            "\u{201C}\(Self.shown(word))\u{201D} is outside \(range.lowerBound) to \(range.upperBound)."
        case .notADate(let word):
            "\u{201C}\(Self.shown(word))\u{201D} is not a date as the mapping expects it. Write it as 2020-01-30, or change the "
                + "mapping's date format."
        case .columns(let found, let expected):
            "The row has \(found) columns where the header has \(expected). Look for a quotation mark or comma too many."
        case .openQuotation:
            "A quotation mark opens here and is not closed before the next column. Close it, or double it if it belongs to the "
                + "text."
        case .missingString(let index):
            "The cell refers to shared string \(Self.shown(index)), which the workbook does not have. Save it again in a "
                + "spreadsheet program."
        }
    }

    private static func unknown(_ word: String, _ known: [String]) -> String {
        let start = "\u{201C}\(shown(word))\u{201D} is not a value we know."
        if let near = Spelling.nearest(to: word, among: known) {
            return start + " Did you mean \u{201C}\(near)\u{201D}?"
        }
        return start + " Known: " + known.joined(separator: ", ") + "."
    }

    private static func shown(_ word: String) -> String { word.count <= 80 ? word : word.prefix(79) + "\u{2026}" }
}
