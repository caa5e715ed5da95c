/// Finds the words of a sorted table that are a few edits away from one word: a letter more, less or other, or two neighbours
/// that changed places (optimal string alignment; Damerau 1964).
///
/// The table is walked as the tree its order makes of it: words that begin alike share the work of their beginning, and what
/// begins too far off is passed over unread.
struct NearWords {
    private let word: [UInt32]
    private let limit: Int
    /// For each letter of the way to the word at hand the distances of its beginning to every beginning of `word`.
    private var rows: [UInt8]
    private var path: [UInt32] = []
    private var bytes: [UInt8] = []
    /// Where in `bytes` each letter of `path` ends.
    private var ends: [Int] = []

    /// Longer words are not looked for.
    static let lettersMax = 40

    /// Nil where the word is empty or too long.
    init?(_ word: [UInt32], limit: Int) {
        guard (1...Self.lettersMax).contains(word.count), limit > 0 else { return nil }
        self.word = word
        self.limit = limit
        rows = [UInt8](repeating: 0, count: (word.count + limit + 2) * (word.count + 1))
        for column in 0...word.count { rows[column] = UInt8(column) }
    }

    /// Calls `body` with the place and distance (at most `limit`) of each word of `table` in `range` that is near.
    mutating func forEach(in table: StringTable, _ range: Range<Int>, _ body: (Int, Int) -> Void) {
        var index = range.lowerBound
        while index < range.upperBound {
            let candidate = table[index]
            keepShared(with: candidate)
            if let end = extend(candidate) {
                index = Self.next(after: candidate, end, in: table, index, range.upperBound)
            } else {
                let distance = Int(rows[path.count * (word.count + 1) + word.count])
                if distance <= limit { body(index, distance) }
                index += 1
            }
        }
    }

    /// Shortens the way to what the candidate shares with it.
    private mutating func keepShared(with candidate: UnsafeBufferPointer<UInt8>) {
        var shared = 0
        let most = min(bytes.count, candidate.count)
        while shared < most, bytes[shared] == candidate[shared] { shared += 1 }
        while let end = ends.last, end > shared {
            ends.removeLast()
            path.removeLast()
        }
        bytes.removeLast(bytes.count - (ends.last ?? 0))
    }

    /// Goes on to the candidate's end. Otherwise where its beginning ends that no near word has.
    private mutating func extend(_ candidate: UnsafeBufferPointer<UInt8>) -> Int? {
        while bytes.count < candidate.count {
            let start = bytes.count
            let length = min(Self.length(candidate[start]), candidate.count - start)
            guard path.count < word.count + limit else { return start + length }
            let letter = Self.letter(candidate, start, length)
            guard append(letter) <= limit else { return start + length }
            path.append(letter)
            bytes.append(contentsOf: candidate[start..<start + length])
            ends.append(bytes.count)
        }
        return nil
    }

    /// The row after the last one; returns its least distance.
    private mutating func append(_ letter: UInt32) -> Int {
        let width = word.count + 1
        let depth = path.count + 1
        let before = path.last
        let row = depth * width
        return rows.withUnsafeMutableBufferPointer { rows in
            rows[row] = UInt8(depth)
            var least = rows[row]
            for column in 1..<width {
                let isSame = word[column - 1] == letter
                var best = min(
                    rows[row - width + column] + 1, rows[row + column - 1] + 1,
                    rows[row - width + column - 1] + (isSame ? 0 : 1))
                if !isSame, column > 1, word[column - 2] == letter, word[column - 1] == before {
                    best = min(best, rows[row - 2 * width + column - 2] + 1)
                }
                rows[row + column] = best
                least = min(least, best)
            }
            return Int(least)
        }
    }

    /// The first word that does not begin as `candidate` does up to `end`.
    private static func next(
        after candidate: UnsafeBufferPointer<UInt8>, _ end: Int, in table: StringTable, _ index: Int, _ bound: Int
    ) -> Int {
        let prefix = UnsafeBufferPointer(rebasing: candidate[..<end])
        var low = index
        var step = 1
        while low + step < bound, ByteOrder.hasPrefix(table[low + step], prefix) {
            low += step
            step <<= 1
        }
        var high = min(low + step, bound)
        while low + 1 < high {
            let middle = (low + high) >> 1
            if ByteOrder.hasPrefix(table[middle], prefix) { low = middle } else { high = middle }
        }
        return high
    }

    private static func length(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt32 {
        var letter = UInt32(bytes[start])
        for place in 1..<max(1, length) { letter = letter << 8 | UInt32(bytes[start + place]) }
        return letter
    }

    /// Letters as this type compares them: their UTF-8 bytes as one number.
    static func letters(of word: String) -> [UInt32] {
        word.unicodeScalars.map { scalar in
            String(scalar).utf8.reduce(0) { $0 << 8 | UInt32($1) }
        }
    }
}
