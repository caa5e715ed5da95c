/// Puts lines of a printed right-to-left document into logical order.
///
/// Poppler marks the direction of runs (`U+202B` right to left, `U+202A` left to right, `U+202C` end) but leaves what stands between and
/// at the ends of numbers in the order of the eye, which the bidirectional algorithm (Unicode Annex 9, rules W2, W4 and L2) had turned:
/// `121-1` after Arabic letters is printed `1-121`. What else depends on the program that made the file (brackets mirrored, ligatures
/// of lam and alef turned round) is decided once for the whole document, by what is more frequent.
struct RightToLeft: Sendable {
    /// Whether brackets stand as the eye sees them.
    private(set) var isMirrored = false
    /// Whether numbers like `121-1` at the start of lines stand as `1-121`.
    private(set) var startsAreReversed = false
    /// Whether `لا` stands as `ال`.
    private(set) var ligaturesAreSwapped = false

    /// Looks through the lines as poppler gave them.
    init(_ lines: some Sequence<String>) {
        var evidence = Evidence()
        for line in lines where Self.isMarked(line) {
            evidence.add(compose(line))
        }
        isMirrored = evidence.bracketsInverted > evidence.bracketsProper
        startsAreReversed = evidence.startsReversed > evidence.startsProper
        ligaturesAreSwapped = evidence.ligaturesSwapped > evidence.ligaturesProper
    }

    static func isMarked(_ line: String) -> Bool { line.unicodeScalars.contains("\u{202B}") }

    /// The line in logical order, as plain text; lines of left-to-right text only as plain text.
    func logical(_ line: String) -> String {
        guard Self.isMarked(line) else { return PlainText.of(line) }
        let text = StrayMarks.removed(from: PlainText.of(compose(line)))
        return ligaturesAreSwapped ? LamAlef.restored(text) : text
    }

    private func compose(_ line: String) -> String {
        var text = ""
        var depth = 0
        var run = String.UnicodeScalarView()
        var isFirst = true
        func flush() {
            guard !run.isEmpty else { return }
            let piece = String(run)
            run.removeAll()
            switch depth {
            case 0: text += piece
            case 1: text += isMirrored ? Brackets.mirrored(piece) : piece
            default:
                text += LeftRun(piece, isMirrored: isMirrored).logical(
                    keepingHyphens: isFirst && !startsAreReversed)
            }
            if piece.contains(where: { !$0.isWhitespace }) {
                isFirst = false
            } else if depth == 0, piece.count > 1 {
                // What stands apart begins anew.
                isFirst = true
            }
        }
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0x202A, 0x202B:
                flush()
                depth += 1
            case 0x202C:
                flush()
                depth = max(0, depth - 1)
            default: run.append(scalar)
            }
        }
        flush()
        return text
    }
}

/// Brackets and quotation marks that the algorithm mirrors.
enum Brackets {
    static func mirrored(_ text: String) -> String { String(text.map { pairs[$0] ?? $0 }) }

    private static let pairs: [Character: Character] = [
        "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "\u{AB}": "\u{BB}", "\u{BB}": "\u{AB}",
    ]
}

/// A run of numbers, Latin words and what stands between them, as the eye sees it in a right-to-left line.
struct LeftRun {
    private let text: String

    init(_ text: String, isMirrored: Bool) { self.text = isMirrored ? Brackets.mirrored(text) : text }

    /// With `keepingHyphens` numbers joined by hyphens stay as they are: nothing before them turned them.
    func logical(keepingHyphens: Bool) -> String {
        let isCore: (Character) -> Bool = { $0.isLetter || $0.isNumber }
        guard let first = text.firstIndex(where: isCore), let last = text.lastIndex(where: isCore) else {
            return String(text.reversed())
        }
        let core = text[first...last]
        let middle = core.contains(where: \.isLetter) ? String(core) : Self.turned(core, keepingHyphens)
        return String(text[text.index(after: last)...].reversed()) + middle + String(text[..<first].reversed())
    }

    /// Numbers in the order they are read.
    private static func turned(_ core: Substring, _ keepingHyphens: Bool) -> String {
        let inside: Set<Character> = keepingHyphens ? [".", ",", ":", "/", "-"] : [".", ",", ":", "/"]
        let characters = Array(core)
        var parts: [String] = []
        var index = 0
        while index < characters.count {
            var end = index + 1
            if characters[index].isNumber {
                while end < characters.count,
                    characters[end].isNumber
                        || inside.contains(characters[end]) && end + 1 < characters.count
                            && characters[end + 1].isNumber
                { end += 1 }
            }
            parts.append(String(characters[index..<end]))
            index = end
        }
        return parts.reversed().joined()
    }
}
