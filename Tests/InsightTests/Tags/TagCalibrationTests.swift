import Testing

@testable import Insight

@Suite struct TagCalibrationTests {
    @Test("Calibrated probabilities are as often right as they say")
    func binary() {
        var random = SplitMix(state: 4)
        func uniform() -> Double { Double(random.next() >> 11) / Double(1 << 53) }
        var scores: [Float] = []
        var targets: [Int8] = []
        for _ in 0..<4_000 {
            let score = uniform() * 6 - 3
            scores.append(Float(score))
            targets.append(uniform() < TagCalibration(slope: 1.7, shift: -0.8).probability(score) ? 1 : -1)
        }
        let fit = TagCalibration.binary(scores: scores, targets: targets)
        #expect(abs(fit.slope - 1.7) < 0.2 && abs(fit.shift + 0.8) < 0.2)
    }

    @Test("Shares of a kind of one tag follow how often each is right")
    func single() {
        var random = SplitMix(state: 5)
        var scores: [Float] = []
        var right: [Int] = []
        for _ in 0..<600 {
            let truth = Int(random.next() % 3)
            // Right three times in four, whatever the score says.
            let said = random.next() % 4 == 0 ? Int(random.next() % 3) : truth
            for label in 0..<3 { scores.append(label == said ? 1 : -1) }
            right.append(truth)
        }
        let fits = TagCalibration.single(scores: scores, right: right, width: 3)
        var shares = (0..<3).map { fits[$0].slope * ($0 == 0 ? 1 : -1) + fits[$0].shift }
        TagCalibration.normalise(&shares)
        #expect(abs(shares[0] - 0.833) < 0.06)
    }

    @Test("A tag that holds of all texts, or of none, has a probability all the same")
    func oneSided() {
        #expect(TagCalibration.binary(scores: [1, 2], targets: [1, 1]).probability(0) > 0.9)
        #expect(TagCalibration.binary(scores: [1, 2], targets: [-1, -1]).probability(0) < 0.1)
        #expect(TagCalibration.binary(scores: [], targets: []).probability(0).isFinite)
    }

    @Test("Thresholds lean on all tags together where a tag has few texts")
    func thresholds() {
        let many: [Float] = (0..<200).map { Float($0) / 200 }
        let targets: [Int8] = many.map { $0 > 0.5 ? 1 : -1 }
        let tuned = TagThresholds.tune(probabilities: [many, [0.05, 0.9]], targets: [targets, [1, -1]])
        #expect(abs(tuned[0] - 0.5) < 0.06)
        #expect(abs(tuned[1] - tuned[0]) < 0.06)
    }
}
