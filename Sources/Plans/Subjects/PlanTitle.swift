/// Titles for lists.
package enum PlanTitle {
    package static let lengthMax = 140

    /// Cut at a word where it is long.
    package static func short(_ text: String, _ most: Int = lengthMax) -> String {
        guard text.count > most else { return text }
        let cut = text.prefix(most)
        let end = cut.lastIndex { $0.isWhitespace } ?? cut.endIndex
        return cut[..<(cut.distance(from: cut.startIndex, to: end) > most / 2 ? end : cut.endIndex)] + "…"
    }
}
