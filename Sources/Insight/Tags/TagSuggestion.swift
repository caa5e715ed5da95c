/// What a model thinks of one tag of one text.
package struct TagSuggestion: Sendable, Hashable {
    /// `theme`, `person`, `sdg`, `target`, `action`, or whatever else the model was trained on.
    package var kind: String
    /// A code of `Reference` where the model was trained on such codes.
    package var code: String
    /// 0...1, calibrated on texts the model was not trained on.
    package var probability: Double
    /// Above the threshold that the model tuned for this tag; for a kind of which a text has one, the most probable.
    package var isChosen: Bool

    package init(kind: String, code: String, probability: Double, isChosen: Bool) {
        self.kind = kind
        self.code = code
        self.probability = probability
        self.isChosen = isChosen
    }
}

/// A word of the text and what it adds to the score of a tag; below zero it speaks against.
package struct TagWord: Sendable, Hashable {
    package var word: String
    package var weight: Double

    package init(word: String, weight: Double) {
        self.word = word
        self.weight = weight
    }
}
