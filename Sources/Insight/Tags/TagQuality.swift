/// How good a model is at one kind, measured on texts that it was not trained on.
package struct TagQuality: Sendable, Hashable {
    /// Texts of which the kind was known.
    package var texts: Int
    /// Tags told apart.
    package var tags: Int
    /// Share of texts with the right tag, for a kind of which a text has one.
    package var accuracy: Double?
    /// F1 over all decisions.
    package var microF1: Double
    /// Mean of the tags' own F1.
    package var macroF1: Double
    /// Expected calibration error, ten bins: of the most probable tag where a text has one, else of all probabilities.
    package var calibrationError: Double

    package init(
        texts: Int, tags: Int, accuracy: Double?, microF1: Double, macroF1: Double, calibrationError: Double
    ) {
        self.texts = texts
        self.tags = tags
        self.accuracy = accuracy
        self.microF1 = microF1
        self.macroF1 = macroF1
        self.calibrationError = calibrationError
    }
}

/// Sums probabilities and outcomes in ten bins.
struct TagCalibrationTally {
    private var sums = [Double](repeating: 0, count: 10)
    private var count = 0

    mutating func add(_ probability: Double, isTrue: Bool) {
        sums[min(9, max(0, Int(probability * 10)))] += probability - (isTrue ? 1 : 0)
        count += 1
    }

    var error: Double { count > 0 ? sums.reduce(0) { $0 + abs($1) } / Double(count) : 0 }
}
