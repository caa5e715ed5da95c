import Domain

/// The recommending States that a UPR paragraph names in parentheses behind its text, taken off:
/// `Do this (Aldora, Belmar); Do that (Corvia);` is two wordings of one paragraph.
enum RecommendingStates {
    struct Wording: Equatable {
        /// Bytes of the text that are this wording, without States and semicolon.
        var text: Range<Int>
        var states: [StateCode]
    }

    private static let groupBytesMax = 4_000

    /// The wordings in order; one without States where the text names none. `known` is how many States the source's own fields
    /// name: a last list of that many names counts as States even when the names are misspelt.
    static func split(_ text: UnsafeBufferPointer<UInt8>, known: Int, names: inout NameCache) -> [Wording] {
        var wordings: [Wording] = []
        var start = 0
        var index = 0
        // Looked for once: a tail of marks behind many groups must not be walked again for each.
        var wordsEnd = trim(text, 0..<text.count).upperBound
        while wordsEnd > 0, text[wordsEnd - 1] == UInt8(ascii: ".") { wordsEnd -= 1 }
        while let group = nextGroup(text, from: index) {
            index = group.end
            let items = items(text.slice(group.inner))
            let states = resolve(items, text.slice(group.inner), &names)
            let isLast = group.end >= wordsEnd
            if states.isEmpty {
                guard isLast, known > 0, items.count == known else { continue }
            } else if !isLast, !endsWording(text, group.end) {
                continue
            }
            let body = trim(text, start..<group.start)
            if body.isEmpty, let last = wordings.indices.last {
                wordings[last].states += states
            } else if !body.isEmpty {
                wordings.append(Wording(text: body, states: states))
            }
            start = group.end
        }
        let rest = trim(text, start..<text.count)
        if wordings.isEmpty { return [Wording(text: rest, states: [])] }
        if !rest.isEmpty { wordings.append(Wording(text: rest, states: [])) }
        return wordings
    }

    // MARK: Parentheses

    private struct Group {
        var start: Int
        var end: Int
        var inner: Range<Int>
    }

    /// The next outermost pair of parentheses, ASCII or full width.
    private static func nextGroup(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Group? {
        var index = start
        var depth = 0
        var open = 0
        var inner = 0
        while index < text.count {
            let (sign, length) = parenthesis(text, index)
            if sign > 0 {
                if depth == 0 {
                    open = index
                    inner = index + length
                }
                depth += 1
            } else if sign < 0, depth > 0 {
                depth -= 1
                if depth == 0, index - inner <= groupBytesMax {
                    return Group(start: open, end: index + length, inner: inner..<index)
                }
            }
            index += length
        }
        return nil
    }

    @inline(__always)
    private static func parenthesis(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (sign: Int, length: Int) {
        switch text[index] {
        case UInt8(ascii: "("): return (1, 1)
        case UInt8(ascii: ")"): return (-1, 1)
        case 0xEF where index + 2 < text.count && text[index + 1] == 0xBC:
            return (text[index + 2] == 0x88 ? 1 : text[index + 2] == 0x89 ? -1 : 0, 3)
        default: return (0, 1)
        }
    }

    /// Names between commas, semicolons and words for "and", as ranges in the group.
    private static func items(_ group: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var start = 0
        var index = 0
        func close(_ end: Int) {
            let range = trim(group, start..<end)
            if !range.isEmpty { items.append(range) }
        }
        while index < group.count {
            if let length = separators.first(where: { begins(group, index, $0) })?.count {
                close(index)
                start = index + length
                index = start
            } else {
                index += 1
            }
        }
        close(group.count)
        return items
    }

    private static let separators: [[UInt8]] = [
        ",", ";", "/", "\u{060C}", "\u{061B}", "\u{3001}", "\u{FF0C}", "\u{FF1B}",
    ].map { Array($0.utf8) }

    /// The States the names stand for; none unless all do. A name may hold a comma itself (`Corvia, Republic of`), so the longest
    /// run of items that is a name counts as one.
    private static func resolve(
        _ items: [Range<Int>], _ group: UnsafeBufferPointer<UInt8>, _ names: inout NameCache
    ) -> [StateCode] {
        var states: [StateCode] = []
        var index = 0
        next: while index < items.count {
            for last in (index..<min(index + 3, items.count)).reversed() {
                if let state = names.mention(group.slice(items[index].lowerBound..<items[last].upperBound)) {
                    states.append(state)
                    index = last + 1
                    continue next
                }
            }
            return []
        }
        return states
    }

    /// Whether a wording ends behind a group: at a semicolon, a full stop or another group.
    private static func endsWording(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        var index = end
        while index < text.count, text[index] == 0x20 { index += 1 }
        guard index < text.count else { return true }
        return ends.contains { begins(text, index, $0) }
    }

    private static let ends: [[UInt8]] = [";", ".", "(", "\u{061B}", "\u{FF1B}", "\u{3002}", "\u{FF08}"].map {
        Array($0.utf8)
    }

    // MARK: Ranges

    /// Without spaces and separating marks at both ends.
    private static func trim(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var range = range
        trimming: while !range.isEmpty {
            if text[range.lowerBound] == 0x20 || text[range.lowerBound] == UInt8(ascii: ".") {
                range = range.lowerBound + 1..<range.upperBound
                continue
            }
            for mark in marks where range.count >= mark.count && begins(text, range.lowerBound, mark) {
                range = range.lowerBound + mark.count..<range.upperBound
                continue trimming
            }
            break
        }
        trimming: while !range.isEmpty {
            for mark in marks where range.count >= mark.count && begins(text, range.upperBound - mark.count, mark) {
                range = range.lowerBound..<range.upperBound - mark.count
                continue trimming
            }
            break
        }
        return range
    }

    private static let marks: [[UInt8]] = [" ", ";", ",", "\u{060C}", "\u{061B}", "\u{FF1B}", "\u{FF0C}"].map {
        Array($0.utf8)
    }

    @inline(__always)
    private static func begins(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: [UInt8]) -> Bool {
        guard index + word.count <= text.count, text[index] == word[0] else { return false }
        for place in 1..<word.count where text[index + place] != word[place] { return false }
        return true
    }
}
