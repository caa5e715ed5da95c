import FoundationEssentials
import FoundationInternationalization

/// How whole numbers are grouped in a locale. Taken from ICU once, because asking it for each number of a table is a hundred times slower.
package struct NumberForm: Sendable, Hashable {
    private var separator: String
    /// Digits in the last group and in the others (3 and 2 in Hindi).
    private var lastGroup: Int
    private var otherGroups: Int
    /// The smallest count of digits that is grouped: 5 in Spanish.
    private var digitsMin: Int
    private var digits: [Character]
    private var minus: String

    package init(locale identifier: String) {
        let locale = Locale(identifier: identifier)
        func form(_ number: Int) -> String { number.formatted(.number.locale(locale)) }
        let groups = form(-1_234_567_890).split(whereSeparator: { !$0.isWholeNumber })
        digits = (0...9).map { form($0).first ?? "0" }
        lastGroup = groups.last?.count ?? 3
        otherGroups = groups.count > 2 ? groups[groups.count - 2].count : lastGroup
        separator = form(123_456_789).first { !$0.isWholeNumber }.map { String($0) } ?? ""
        digitsMin = form(1_234).count > 4 ? 4 : 5
        minus = String(form(-1).prefix { !$0.isWholeNumber })
    }

    package func text(_ number: Int) -> String {
        let plain = String(number.magnitude)
        var text = number < 0 ? minus : ""
        let count = plain.utf8.count
        let isGrouped = !separator.isEmpty && count >= digitsMin
        for (position, byte) in plain.utf8.enumerated() {
            let left = count - position
            if isGrouped, position > 0, left >= lastGroup, (left - lastGroup) % otherGroups == 0 { text += separator }
            text.append(digits[Int(byte - UInt8(ascii: "0"))])
        }
        return text
    }
}
