/// Near-duplicates within an issue.
enum IssueGroups {
    /// Share of the stems of both that two near-duplicates have in common.
    private static let least: Float = 0.7

    /// The group of each of `members`, from 1, in the order of their first members.
    static func numbers(_ members: [Int], _ features: [IssueFeatures]) -> [Int] {
        var numbers: [Int] = []
        var count = 0
        for (place, member) in members.enumerated() {
            let twin = members[..<place].indices.first { isNear(features[members[$0]], features[member]) }
            if twin == nil { count += 1 }
            numbers.append(twin.map { numbers[$0] } ?? count)
        }
        return numbers
    }

    private static func isNear(_ one: IssueFeatures, _ other: IssueFeatures) -> Bool {
        guard one.language == other.language, one.instruments == other.instruments, !one.stems.isEmpty else {
            return false
        }
        let (small, large) = (min(one.stems.count, other.stems.count), max(one.stems.count, other.stems.count))
        guard Float(small) >= least * Float(large) else { return false }
        let shared = one.stems.reduce(0) { $0 + (other.stems.contains($1) ? 1 : 0) }
        return Float(shared) >= least * Float(small + large - shared)
    }
}
