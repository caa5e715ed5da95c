/// What changed between two wordings, word by word.
package enum WordDifference {
    package struct Piece: Hashable, Sendable {
        package enum Kind: String, Sendable { case same, removed, added }

        package var kind: Kind
        package var text: String
    }

    /// Longer texts are shown as taken out and put in whole.
    private static let wordsMax = 1_500

    /// Pieces in reading order, words joined by one space.
    package static func pieces(_ old: String, _ new: String) -> [Piece] {
        let (before, after) = (words(old), words(new))
        let start = zip(before, after).prefix { $0 == $1 }.count
        let end = zip(before.dropFirst(start).reversed(), after.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (left, right) = (Array(before[start..<before.count - end]), Array(after[start..<after.count - end]))
        var pieces: [Piece] = []
        append(.same, before[..<start], &pieces)
        if left.count > wordsMax || right.count > wordsMax {
            append(.removed, left[...], &pieces)
            append(.added, right[...], &pieces)
        } else {
            middle(left, right, &pieces)
        }
        append(.same, before[(before.count - end)...], &pieces)
        return pieces
    }

    /// The longest common run of words stays.
    private static func middle(_ old: [Substring], _ new: [Substring], _ pieces: inout [Piece]) {
        let width = new.count + 1
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for row in stride(from: old.count - 1, through: 0, by: -1) {
            for column in stride(from: new.count - 1, through: 0, by: -1) {
                lengths[row * width + column] =
                    old[row] == new[column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < old.count || column < new.count {
            if row < old.count, column < new.count, old[row] == new[column] {
                append(.same, old[row...row], &pieces)
                row += 1
                column += 1
            } else if row < old.count,
                column == new.count || lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]
            {
                append(.removed, old[row...row], &pieces)
                row += 1
            } else {
                append(.added, new[column...column], &pieces)
                column += 1
            }
        }
    }

    private static func append(_ kind: Piece.Kind, _ words: ArraySlice<Substring>, _ pieces: inout [Piece]) {
        guard !words.isEmpty else { return }
        let text = words.joined(separator: " ")
        if pieces.last?.kind == kind {
            pieces[pieces.count - 1].text += " " + text
        } else {
            pieces.append(Piece(kind: kind, text: text))
        }
    }

    private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
