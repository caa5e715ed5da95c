import Language

/// How alike two wordings of a recommendation are, for deciding whether two sources speak of the same paragraph.
///
/// Words are folded (case, accents, compatibility forms); a word pair counts like a word, so that order matters a little.
package struct TextLikeness: Sendable {
    /// Sorted hashes of the text's words and word pairs, with repetition.
    private let features: [UInt64]

    package init(_ text: String) {
        var features: [UInt64] = []
        var word: UInt64 = Self.seed
        var previous: UInt64 = 0
        var length = 0
        func close() {
            guard length > 0 else { return }
            features.append(word)
            if previous != 0 { features.append(word &* 31 &+ (previous ^ 0x9E37_79B9_7F4A_7C15)) }
            previous = word
            word = Self.seed
            length = 0
        }
        for scalar in TextFolding.fold(text).unicodeScalars {
            let isIdeograph = (0x3400...0x9FFF).contains(scalar.value)
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
                close()
                continue
            }
            if isIdeograph { close() }
            word = (word ^ UInt64(scalar.value)) &* 0x100_0000_01B3
            length += 1
            if isIdeograph { close() }
        }
        close()
        self.features = features.sorted()
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    package var isEmpty: Bool { features.isEmpty }

    /// 0...1: twice what is shared over the sum of both (Dice). Two empty texts are not alike.
    package func dice(_ other: TextLikeness) -> Double {
        let total = features.count + other.features.count
        return total == 0 ? 0 : 2 * Double(shared(other)) / Double(total)
    }

    /// 0...1: the part of this text found in the other.
    package func containment(in other: TextLikeness) -> Double {
        features.isEmpty ? 0 : Double(shared(other)) / Double(features.count)
    }

    private func shared(_ other: TextLikeness) -> Int {
        var left = 0
        var right = 0
        var count = 0
        while left < features.count, right < other.features.count {
            if features[left] == other.features[right] {
                count += 1
                left += 1
                right += 1
            } else if features[left] < other.features[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return count
    }
}
