/// Texts that are the same recommendation, reworded at most.
///
/// Candidates come from MinHash and locality-sensitive hashing; each is then compared exactly (`GistComparison`), with a
/// representative of its group.
package enum NearDuplicates {
    /// The similarity from which on two texts are near-duplicates. Set on one half of the labelled pairs of
    /// `docs/benchmarks/near-duplicate-pairs.tsv`.
    package static let threshold = 0.64

    /// How alike two texts are, 0...1; symmetric. Who compares many keeps a `TextComparer`.
    package static func similarity(_ a: InsightText, _ b: InsightText) -> Double {
        TextComparer().similarity(a, b)
    }

    /// Groups of two and more near-duplicates, as places in `texts`: ascending within a group, groups by their first member.
    ///
    /// Which texts stand together does not depend on their order. Texts that differ in case, accents, punctuation, paragraph
    /// number or small words alone always do; one without a word stands in no group. Memory grows with the number of bytes; time
    /// does too, however alike the texts are.
    package static func groups(_ texts: [InsightText], threshold: Double = threshold) -> [[Int]] {
        let list = GistList(texts)
        var leaders = Leaders(list, threshold: Float(threshold))
        leaders.run()
        var members: [[Int]] = Array(repeating: [], count: list.count)
        for (index, number) in list.classes.enumerated() where number >= 0 {
            members[Int(leaders.leader[Int(number)])].append(index)
        }
        return members.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}
