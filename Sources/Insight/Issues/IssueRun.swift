import Domain

/// One run over a State's recommendations.
struct IssueRun {
    let reading: IssueReading
    let duplicates: IssueGroups
    let graph: IssueGraph
    let weights: IssueWeights
    let standing: IssueStanding
    /// Standing issues that have a member, by id.
    let ids: [IssueID]
    /// Members by group: standing issues in the order of `ids`, then new ones; empty where a group was joined to another.
    let groups: [[Int]]
    /// The group of each recommendation.
    let groupOf: [Int]
    /// Members of standing issues as they stood.
    let former: [[Int]]

    /// `records` sorted by id, each id once.
    init(_ records: [IssueRecord], standing: IssueStanding, weights: IssueWeights) {
        reading = IssueReading(records, weights: weights)
        duplicates = IssueGroups(reading.records)
        graph = IssueGraph(reading, duplicates)
        self.weights = weights
        self.standing = standing
        var numbers: [RecommendationID: Int] = [:]
        for (index, record) in records.enumerated() { numbers[record.id] = index }
        ids = standing.issues.filter { !$0.value.isEmpty }.keys.sorted()
        former = Self.standingGroups(ids, standing, numbers)
        var groups = former.map { IssueAgglomeration.Group(members: $0, isStanding: true) }
        let placed = Set(former.joined())
        for index in records.indices where !placed.contains(index) {
            groups.append(IssueAgglomeration.Group(members: [index], isStanding: false))
        }
        let groupOfIssue = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        for move in standing.declined {
            if let group = groupOfIssue[move.to], let member = numbers[move.recommendation] {
                groups[group].declined.insert(member)
            }
        }
        var agglomeration = IssueAgglomeration(
            groups, graph: graph, documents: Self.documentNumbers(records),
            instruments: reading.features.map { $0.asksRatification ? $0.instruments.first : nil }, weights: weights)
        agglomeration.run()
        self.groups = agglomeration.members
        var groupOf = [Int](repeating: 0, count: records.count)
        for (group, members) in agglomeration.members.enumerated() {
            for member in members { groupOf[member] = group }
        }
        self.groupOf = groupOf
    }

    /// A recommendation that two issues claim counts with the lower.
    private static func standingGroups(
        _ ids: [IssueID], _ standing: IssueStanding, _ numbers: [RecommendationID: Int]
    ) -> [[Int]] {
        var placed: Set<Int> = []
        return ids.map { id in
            (standing.issues[id] ?? []).compactMap { numbers[$0] }.filter { placed.insert($0).inserted }.sorted()
        }
    }

    private static func documentNumbers(_ records: [IssueRecord]) -> [Int32] {
        var numbers: [DocumentID: Int32] = [:]
        return records.map { record in
            if let known = numbers[record.document] { return known }
            let next = Int32(numbers.count)
            numbers[record.document] = next
            return next
        }
    }
}
