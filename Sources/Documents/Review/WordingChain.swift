import Domain

/// Wordings that share words: in `Sign (Aldora)/ratify (Belmar) the Convention (Corvia)` each State's own wording is put together
/// from the pieces before its name and what they lack of the others.
enum WordingChain {
    struct Piece: Hashable, Sendable {
        var text: String
        var states: [StateCode]
        /// Whether a semicolon or full stop stands before it.
        var opensAnew: Bool
        /// Whether a slash stands before it: another wording of the same.
        var isAlternative = false
    }

    /// The wordings in order, and whether any was completed.
    static func wordings(_ pieces: [Piece]) -> (wordings: [Finding.Wording], isChained: Bool) {
        var wordings: [Finding.Wording] = []
        var isChained = false
        var start = 0
        while start < pieces.count {
            var end = start + 1
            while end < pieces.count, !pieces[end].opensAnew { end += 1 }
            let chain = Chain(Array(pieces[start..<end]))
            if chain.isWhole {
                wordings += pieces[start..<end].map { .init(text: $0.text, states: $0.states) }
            } else {
                wordings += chain.wordings
                isChained = true
            }
            start = end
        }
        return (wordings, isChained)
    }

    private enum Shape {
        /// A sentence of its own.
        case whole
        /// Its words lack an object: `Sign`, `Continue to strengthen`.
        case head
        /// It goes on from what came before: `as soon as possible`.
        case tail
    }

    private struct Chain {
        let pieces: [Piece]
        let shapes: [Shape]

        init(_ pieces: [Piece]) {
            self.pieces = pieces
            shapes = pieces.indices.map { Self.shape($0, pieces) }
        }

        var isWhole: Bool { shapes.allSatisfy { $0 == .whole } }

        var wordings: [Finding.Wording] {
            var found: [Finding.Wording] = []
            func add(_ text: String, _ states: [StateCode]) {
                if let place = found.firstIndex(where: { $0.text == text }) {
                    found[place].states += states.filter { !found[place].states.contains($0) }
                } else {
                    found.append(.init(text: text, states: states))
                }
            }
            var seen: Set<StateCode> = []
            for piece in pieces {
                for state in piece.states where seen.insert(state).inserted {
                    for text in texts(of: pieces.indices.filter { pieces[$0].states.contains(state) }) {
                        add(text, [state])
                    }
                }
            }
            // Words behind the last State belong to the wording before them.
            if let last = pieces.last, last.states.isEmpty, let place = found.indices.last {
                found[place].text += " " + last.text
            }
            return found
        }

        /// The wordings of a State that stands behind these pieces: a new one wherever a sentence of its own begins.
        private func texts(of places: [Int]) -> [String] {
            var groups: [[Int]] = []
            for place in places {
                if shapes[place] == .whole || groups.isEmpty {
                    groups.append([place])
                } else {
                    groups[groups.count - 1].append(place)
                }
            }
            return groups.map { text(of: $0) }
        }

        private func text(of places: [Int]) -> String {
            guard let first = places.first, let last = places.last else { return "" }
            var text = places.map { pieces[$0].text }.joined(separator: " ")
            if shapes[first] == .tail, !opensWithLink(first), isVerb(first) {
                // Another verb for the same object.
            } else if shapes[first] == .tail, let base = (0..<first).last(where: { shapes[$0] != .tail }) {
                text = pieces[base].text + " " + text
            }
            if shapes[last] == .head || Self.lacksObject(text) { text += completion(behind: last) }
            return text
        }

        /// What a piece without object takes from a sentence before it, or else from the pieces behind it.
        private func completion(behind place: Int) -> String {
            let behind = pieces.indices.dropFirst(place + 1)
            let base = (0..<place).first { shapes[$0] == .whole }
            guard let next = behind.first(where: { shapes[$0] != .head && !isVerb($0) }),
                base == nil || !pieces[next].isAlternative
            else { return base.map { " " + Self.object(of: pieces[$0].text) } ?? "" }
            let text = pieces[next].text
            return " " + (startsSmall(text) && !startsWithVerbLink(text) ? text : Self.object(of: text))
        }

        private func opensWithLink(_ place: Int) -> Bool {
            let first = pieces[place].text.prefix { !$0.isWhitespace }.lowercased()
            return ["and", "as", "to", "in", "for", "with", "without", "at", "by", "on", "or", "of", "including"]
                .contains(first)
                && words(pieces[place].text) > 1
        }

        /// A verb or two: `ratify`, `and accede`.
        private func isVerb(_ place: Int) -> Bool {
            let text = pieces[place].text
            return words(text) <= 3 && startsSmall(text) && Self.lacksObject(text)
        }

        private func startsWithVerbLink(_ text: String) -> Bool {
            let first = text.prefix { !$0.isWhitespace }.lowercased()
            return ["and", "or"].contains(first)
        }

        private static func shape(_ place: Int, _ pieces: [Piece]) -> Shape {
            let piece = pieces[place]
            guard pieces.count > 1 else { return .whole }
            if startsSmall(piece.text), place > 0 { return .tail }
            let isShort = words(piece.text) <= 3 && object(of: piece.text) == piece.text
            let isCutOff = endings.contains(piece.text.split(separator: " ").last?.lowercased() ?? "")
            let goesOn = place + 1 < pieces.count && startsSmall(pieces[place + 1].text) && words(piece.text) <= 8
            if isShort || isCutOff { return .head }
            // `Consider (Aldora) issuing a standing invitation`: the sentence goes on behind the States.
            return goesOn && lacksObject(piece.text) ? .head : .whole
        }

        private static func lacksObject(_ text: String) -> Bool { object(of: text) == text }

        private static let endings: Set<String> = [
            "to", "of", "for", "the", "and", "or", "with", "on", "in", "a", "core",
        ]

        /// The words from the first article, capital or figure on: `the Convention` of `accede to the Convention`.
        private static func object(of text: String) -> String {
            let words = text.split(separator: " ")
            let place = words.indices.dropFirst().first { index in
                articles.contains(words[index].lowercased())
                    || words[index].first.map { $0.isUppercase || $0.isNumber } == true
            }
            guard let place else { return text }
            return words[place...].joined(separator: " ")
        }

        private static let articles: Set<String> = [
            "the", "its", "a", "an", "all", "any", "this", "these", "both", "their",
        ]
    }

    private static func startsSmall(_ text: String) -> Bool { text.first?.isLowercase == true }
    private static func words(_ text: String) -> Int { text.split(separator: " ").count }
}
