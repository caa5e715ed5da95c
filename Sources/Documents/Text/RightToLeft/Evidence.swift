extension RightToLeft {
    /// What the lines of a document say about the program that made it.
    struct Evidence {
        private(set) var bracketsProper = 0
        private(set) var bracketsInverted = 0
        private(set) var startsProper = 0
        private(set) var startsReversed = 0
        private(set) var ligaturesProper = 0
        private(set) var ligaturesSwapped = 0

        private var lastStart: (Int, Int)?

        mutating func add(_ line: String) {
            countBrackets(line)
            countStart(line)
            for word in line.split(separator: " ") {
                ligaturesProper += LamAlef.properSigns.count { word.contains($0) }
                ligaturesSwapped += LamAlef.swappedSigns.count { word.contains($0) }
            }
        }

        /// A line speaks for the reading that leaves fewer brackets without their fellow.
        private mutating func countBrackets(_ line: String) {
            let proper = Self.unmatched(line, open: "(", close: ")")
            let inverted = Self.unmatched(line, open: ")", close: "(")
            if proper < inverted { bracketsProper += 1 }
            if inverted < proper { bracketsInverted += 1 }
        }

        private static func unmatched(_ line: String, open: Character, close: Character) -> Int {
            var isOpen = 0
            var alone = 0
            for character in line {
                if character == open {
                    isOpen += 1
                } else if character == close {
                    if isOpen > 0 { isOpen -= 1 } else { alone += 1 }
                }
            }
            return alone + isOpen
        }

        /// Of two numbers that follow one another, the one that counts up stands second.
        private mutating func countStart(_ line: String) {
            let numbers = line.drop { $0 == " " }.prefix { $0.isNumber || $0 == "-" }.split(separator: "-")
                .compactMap { Int($0) }
            guard numbers.count == 2 else { return }
            let start = (numbers[0], numbers[1])
            if let last = lastStart {
                if start.0 == last.0, start.1 == last.1 + 1 { startsProper += 1 }
                if start.1 == last.1, start.0 == last.0 + 1 { startsReversed += 1 }
            }
            lastStart = start
        }
    }
}
