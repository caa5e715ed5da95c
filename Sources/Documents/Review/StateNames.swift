import Domain
import Reference

/// The names of States as documents write them, misspelt ones included.
struct StateNames: Sendable {
    enum Match: Hashable, Sendable {
        case known(StateCode)
        /// Misspelt, but only one State is meant.
        case near(StateCode)
    }

    private let reference: ReferenceFacts
    private let spellings: [(letters: [UInt16], code: StateCode)]

    init(_ reference: ReferenceFacts) {
        self.reference = reference
        spellings = reference.states.flatMap { state in
            Set(state.names.all).union(state.shortNames.all).union(state.aliases).map { ($0, state.code) }
        }.compactMap { name, code in
            let letters = Self.letters(name)
            return letters.count >= 5 ? (letters, code) : nil
        }
    }

    /// The State of exactly that name.
    func exact(_ name: some StringProtocol) -> StateCode? {
        let name = name.trimming(where: { $0.isWhitespace || ".:*∗†".contains($0) })
        guard !name.isEmpty, name.utf8.count <= 160 else { return nil }
        // `(LC)`, `(CAT)`: documents write names, not codes; a few abbreviations are names.
        if name.count <= 3, name.allSatisfy({ $0.isASCII && $0.isUppercase }),
            !Self.abbreviations.contains(String(name))
        {
            return nil
        }
        if let code = reference.state(named: String(name)) { return code }
        for opening in Self.openings where name.lowercased().hasPrefix(opening) {
            return reference.state(named: String(name.dropFirst(opening.count)))
        }
        return nil
    }

    /// The State of that name, or the only one whose name differs by a slip of the pen.
    func match(_ name: some StringProtocol) -> Match? {
        if let code = exact(name) { return .known(code) }
        let letters = Self.letters(name)
        guard (5...60).contains(letters.count) else { return nil }
        let most = letters.count >= 10 ? 2 : 1
        var best: (distance: Int, codes: Set<StateCode>) = (most + 1, [])
        for spelling in spellings where abs(spelling.letters.count - letters.count) <= most {
            let distance = Self.distance(letters, spelling.letters, atMost: min(best.distance, most))
            if distance < best.distance {
                best = (distance, [spelling.code])
            } else if distance == best.distance, distance <= most {
                best.codes.insert(spelling.code)
            }
        }
        return best.codes.count == 1 ? best.codes.first.map { .near($0) } : nil
    }

    private static let abbreviations: Set<String> = ["UK", "US", "USA", "UAE", "DRC"]
    private static let openings = ["the delegation of ", "and ", "et ", "y ", "e ", "и ", "و", "as well as "]

    private static func letters(_ name: some StringProtocol) -> [UInt16] {
        name.lowercased().unicodeScalars.compactMap { scalar in
            scalar.properties.isAlphabetic ? UInt16(truncatingIfNeeded: scalar.value) : nil
        }
    }

    /// Edits between two names; more than `most` counts as `most + 1`.
    private static func distance(_ left: [UInt16], _ right: [UInt16], atMost most: Int) -> Int {
        var row = Array(0...right.count)
        for (place, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            var least = row[0]
            for column in right.indices {
                let change = diagonal + (right[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, diagonal + 1, row[column] + 1)
                least = min(least, row[column + 1])
            }
            if least > most { return most + 1 }
        }
        return row[right.count]
    }
}

extension StringProtocol {
    func trimming(where isGone: (Character) -> Bool) -> SubSequence {
        var rest = self[startIndex..<endIndex]
        while let first = rest.first, isGone(first) { rest = rest.dropFirst() }
        while let last = rest.last, isGone(last) { rest = rest.dropLast() }
        return rest
    }
}
