/// Joins groups of recommendations, the most alike first, by the mean likeness of their members, down to a threshold. The same groups
/// come out whatever the order of the input: equal likeness is decided by the lowest numbers.
struct IssueAgglomeration {
    /// A group: its members' numbers, rising.
    private(set) var members: [[Int]]
    private var sums: [[Int32: Float]]
    /// Grows with each change of a group; a candidate that names an older one is void.
    private var ages: [Int32]
    private var isStanding: [Bool]
    private var documents: [[Int32: Int]]
    private var instrument: [String?]
    private var candidates = CandidateHeap()
    private let declined: [Set<Int>]
    private let weights: IssueWeights

    /// What is there before the first joining.
    struct Group {
        var members: [Int]
        var isStanding: Bool
        /// Recommendations that must not join it.
        var declined: Set<Int> = []
    }

    /// `groups` cover all recommendations; those that are standing are never joined with each other. `documents` numbers the document
    /// of each recommendation, `instruments` names the one it asks to be party to.
    init(_ groups: [Group], graph: IssueGraph, documents: [Int32], instruments: [String?], weights: IssueWeights) {
        self.weights = weights
        declined = groups.map(\.declined)
        members = groups.map(\.members)
        isStanding = groups.map(\.isStanding)
        ages = groups.map { _ in 0 }
        sums = groups.map { _ in [:] }
        self.documents = groups.map { group in
            group.members.reduce(into: [:]) { $0[documents[$1], default: 0] += 1 }
        }
        instrument = groups.map { group in
            let first = group.members.first.flatMap { instruments[$0] }
            return group.members.allSatisfy { instruments[$0] == first } ? first : nil
        }
        addLikeness(graph, count: documents.count)
        for group in groups.indices { offer(group, onlyAbove: true) }
    }

    private mutating func addLikeness(_ graph: IssueGraph, count: Int) {
        var groupOf = [Int](repeating: 0, count: count)
        for (group, list) in members.enumerated() {
            for member in list { groupOf[member] = group }
        }
        for (index, list) in graph.neighbours.enumerated() {
            for neighbour in list where groupOf[index] != groupOf[Int(neighbour.other)] {
                sums[groupOf[index]][Int32(groupOf[Int(neighbour.other)]), default: 0] += neighbour.likeness
            }
        }
    }

    /// Joins until nothing is alike enough.
    mutating func run() {
        while let candidate = candidates.pop() {
            let (one, other) = (Int(candidate.one), Int(candidate.other))
            guard ages[one] == candidate.oneAge, ages[other] == candidate.otherAge else { continue }
            guard fits(one, other, candidate.likeness) else { continue }
            join(one, other)
        }
    }

    private func fits(_ one: Int, _ other: Int, _ likeness: Float) -> Bool {
        if members[other].contains(where: declined[one].contains)
            || members[one].contains(where: declined[other].contains)
        {
            return false
        }
        let isOneInstrument = instrument[one] != nil && instrument[one] == instrument[other]
        if likeness >= weights.nearIdentical || isOneInstrument { return true }
        return documents[one].allSatisfy { document, count in
            guard let more = documents[other][document] else { return true }
            return count + more <= weights.sizeMax
        }
    }

    private mutating func join(_ first: Int, _ second: Int) {
        // A standing group keeps its number, otherwise the lower.
        let (one, other) = isStanding[second] ? (second, first) : (first, second)
        ages[one] += 1
        ages[other] = -1
        members[one] = (members[one] + members[other]).sorted()
        members[other] = []
        for (document, count) in documents[other] { documents[one][document, default: 0] += count }
        if instrument[one] != instrument[other] { instrument[one] = nil }
        for (neighbour, sum) in sums[other] where Int(neighbour) != one {
            sums[one][neighbour, default: 0] += sum
            sums[Int(neighbour)][Int32(one), default: 0] += sum
        }
        for neighbour in sums[other].keys { sums[Int(neighbour)][Int32(other)] = nil }
        sums[other] = [:]
        offer(one, onlyAbove: false)
    }

    /// Enters the pairs of a group that are alike enough.
    private mutating func offer(_ group: Int, onlyAbove: Bool) {
        for (neighbour, sum) in sums[group] where !onlyAbove || Int(neighbour) > group {
            let other = Int(neighbour)
            if isStanding[group] && isStanding[other] { continue }
            let likeness = sum / Float(members[group].count * members[other].count)
            let size = Float(members[group].count + members[other].count - 2) / Float(weights.sizeMax)
            guard likeness >= weights.threshold * (1 + weights.growth * min(1, size)) else { continue }
            let (low, high) = (min(group, other), max(group, other))
            candidates.push(
                Candidate(
                    likeness: likeness, one: Int32(low), other: Int32(high), oneAge: ages[low], otherAge: ages[high]))
        }
    }
}

/// Two groups that might be one.
struct Candidate {
    var likeness: Float
    var one: Int32
    var other: Int32
    var oneAge: Int32
    var otherAge: Int32

    /// The more alike first, then the lower numbers.
    func comes(before other: Candidate) -> Bool {
        likeness != other.likeness ? likeness > other.likeness : (one, self.other) < (other.one, other.other)
    }
}

/// Candidates, the first at the top.
struct CandidateHeap {
    private var heap: [Candidate] = []

    mutating func push(_ candidate: Candidate) {
        heap.append(candidate)
        var child = heap.count - 1
        while child > 0, heap[child].comes(before: heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Candidate? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return top }
        heap[0] = last
        var parent = 0
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].comes(before: heap[first]) {
                first = child
            }
            guard first != parent else { return top }
            heap.swapAt(parent, first)
            parent = first
        }
    }
}
