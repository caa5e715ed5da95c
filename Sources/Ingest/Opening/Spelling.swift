/// How near two words are, for "Did you mean ...?".
enum Spelling {
    /// The known word that needs fewest letters changed; nil where none is near.
    static func nearest(to word: String, among known: [String]) -> String? {
        guard word.utf8.count <= 60 else { return nil }
        let scored = known.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
        guard let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= max(1, best.word.count / 3)
        else { return nil }
        return best.word
    }

    /// Insertions, deletions and replacements from one to the other.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for column in right.indices {
                let replaced = previous[column] + (letter == right[column] ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
