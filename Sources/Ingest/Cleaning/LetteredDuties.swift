/// The lettered duties of one paragraph: `... recommends that the State party: (a) Adopt ...; (b) Ensure ...;`.
enum LetteredDuties {
    struct Duty: Equatable {
        /// Its place in the alphabet, from 0; `a` whatever script letters it.
        var ordinal: Int
        var text: Range<Int>

        var label: String { String(UnicodeScalar(UInt8(ascii: "a") + UInt8(ordinal))) }
    }

    private static let arabic = "أبجدهوزحطيكلمنسعفصقر".map { Array(String($0).utf8) }
    private static let cyrillic = "абвгдежзиклмнопрстуф".map { Array(String($0).utf8) }
    private static let dutiesMax = 26

    /// Duties (a), (b) ... in order; none where there are fewer than two. A reference such as `article 2 (a) and (b)` is none.
    static func find(_ text: UnsafeBufferPointer<UInt8>) -> [Duty] {
        guard text.firstPlace(of: UInt8(ascii: ")")) != nil else { return [] }
        var markers: [(start: Int, end: Int)] = []
        var index = 0
        while markers.count < dutiesMax, let close = text.firstPlace(of: UInt8(ascii: ")"), from: index) {
            index = close + 1
            guard let start = markerStart(text, close, ordinal: markers.count) else { continue }
            guard opensDuty(text, start, isFirst: markers.isEmpty) else { continue }
            markers.append((start, close + 1))
        }
        guard markers.count >= 2 else { return [] }
        return markers.indices.map { ordinal in
            let end = ordinal + 1 < markers.count ? markers[ordinal + 1].start : text.count
            return Duty(ordinal: ordinal, text: trim(text, markers[ordinal].end..<end))
        }
    }

    /// Where the marker of this ordinal begins that ends with the parenthesis at `close`; nil for anything else.
    private static func markerStart(_ text: UnsafeBufferPointer<UInt8>, _ close: Int, ordinal: Int) -> Int? {
        var letterEnd = close
        while letterEnd > 0, text[letterEnd - 1] == 0x20, close - letterEnd < 2 { letterEnd -= 1 }
        var letters: [[UInt8]] = [[UInt8(ascii: "a") + UInt8(ordinal)]]
        if ordinal < arabic.count { letters.append(arabic[ordinal]) }
        if ordinal < cyrillic.count { letters.append(cyrillic[ordinal]) }
        for letter in letters {
            let start = letterEnd - letter.count
            guard start >= 0, zip(text[start..<letterEnd], letter).allSatisfy(==) else { continue }
            var open = start
            while open > 0, text[open - 1] == 0x20, start - open < 2 { open -= 1 }
            if open > 0, text[open - 1] == UInt8(ascii: "(") { return open - 1 }
            // `a)` without an opening parenthesis: nothing but a space or mark may stand before the letter.
            if start == 0 || !isWordByte(text[start - 1]) { return start }
        }
        return nil
    }

    /// A duty stands at the start of the text, or behind a colon, semicolon, full stop, comma or dash, and perhaps "and".
    private static func opensDuty(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, isFirst: Bool) -> Bool {
        var end = start
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        if end == 0 { return true }
        if !isFirst {
            for word in ["and", "et", "y", "e", "и", "و", "or"] where end >= word.utf8.count + 1 {
                let from = end - word.utf8.count
                if zip(text[from..<end], word.utf8).allSatisfy(==), text[from - 1] == 0x20 {
                    end = from
                    while end > 0, text[end - 1] == 0x20 { end -= 1 }
                    break
                }
            }
            if end == 0 { return false }
        }
        let rest = text.slice(0..<end)
        return [":", ";", ".", ",", "\u{2013}", "\u{2014}", "\u{061B}", "\u{060C}", "\u{FF1A}", "\u{FF1B}", "\u{3002}"]
            .contains { mark in
                rest.count >= mark.utf8.count && zip(rest.suffix(mark.utf8.count), mark.utf8).allSatisfy(==)
            }
            && !(isFirst && text[end - 1] == UInt8(ascii: ","))
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "(")
    }

    private static func trim(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, text[first] == 0x20 { range = first + 1..<range.upperBound }
        while let last = range.last, text[last] == 0x20 || text[last] == UInt8(ascii: ";") {
            range = range.lowerBound..<last
        }
        return range
    }
}
