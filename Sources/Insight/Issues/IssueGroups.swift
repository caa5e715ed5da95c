import Domain

/// Near-duplicates among a State's recommendations, as `NearDuplicates` finds them.
struct IssueGroups {
    /// The number of each recommendation's group; a number of its own where it has none.
    let group: [Int]

    init(_ records: [ReadRecord]) {
        let texts = records.map { record in
            let reading = record.first.flatMap { record.readings[$0] }
            return InsightText(
                id: record.record.id.value, language: reading?.language ?? "", text: String(reading?.demand ?? ""))
        }
        var group = Array(records.indices)
        for members in NearDuplicates.groups(texts) {
            for member in members { group[member] = members[0] }
        }
        self.group = group
    }

    /// The group of each of `members`, from 1, in the order of their first members.
    func numbers(_ members: [Int]) -> [Int] {
        var numbers: [Int: Int] = [:]
        return members.map { member in
            if let known = numbers[group[member]] { return known }
            numbers[group[member]] = numbers.count + 1
            return numbers.count
        }
    }
}
