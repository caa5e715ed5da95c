import Domain
import Store

/// Brings recommendations in line with everything their sources say: the report's own list of States is the record's, second-hand
/// positions stand only where no document speaks, and what remains different is listed.
///
/// It follows from what is stored alone, so the order of imports does not matter and doing it again changes nothing.
struct Settling {
    let importID: Int64
    let connection: any WriteConnection

    /// A State taken out of the record because the report does not name it.
    struct Removed {
        var recommendation: RecommendationID
        var state: StateCode
    }

    /// `restoresStates`: a source went away, so what the others name must all be there again.
    @discardableResult
    func callAsFunction(
        _ ids: [RecommendationID], restoresStates: Bool = false
    ) throws -> [Removed] {
        var removed: [Removed] = []
        var rest = ids[...]
        while !rest.isEmpty {
            let set = rest.prefix(SQLSet.sizeMax).map { SQLValue.int($0.value) }
            rest = rest.dropFirst(set.count)
            let sayings = try SourceSayings.load(set, connection)
            let known = Dictionary(grouping: try DisagreementRow.all(of: set, connection), by: \.recommendation)
            for (id, said) in sayings.sorted(by: { $0.key < $1.key }) {
                removed += try settleStates(id, said, restoresStates)
                try settleCopies(said)
                try settle(Disagreements(id, said).entries, known[id] ?? [])
            }
        }
        return removed
    }

    private func settleStates(
        _ id: RecommendationID, _ said: SourceSayings, _ restores: Bool
    ) throws -> [Removed] {
        guard let listed = said.states.first(where: { $0.key.code == .unReport })?.value else {
            guard restores else { return [] }
            let all = said.states.values.reduce(into: Set<StateCode>()) { $0.formUnion($1) }
            for state in all.subtracting(said.recorded).subtracting(said.recordedInParts).sorted() {
                try SourceSettlement.addState(state, to: id, connection)
            }
            return []
        }
        for state in listed.subtracting(said.recorded).sorted() {
            try SourceSettlement.addState(state, to: id, connection)
        }
        let surplus = said.recorded.union(said.recordedInParts).subtracting(listed).sorted()
        for state in surplus { try SourceSettlement.removeState(state, from: id, connection) }
        return surplus.map { Removed(recommendation: id, state: $0) }
    }

    private func settleCopies(_ said: SourceSayings) throws {
        let documents = said.positions.filter(\.source.code.isDocument)
        for other in said.secondHand {
            let isCopied =
                documents.isEmpty || other.position != .pending && documents.allSatisfy { $0.position == .pending }
            guard isCopied != said.positions.contains(where: { $0.event == other.event }) else { continue }
            try SourceSettlement.copy(other.event, isCopied, connection)
        }
    }

    private func settle(_ now: [Disagreements.Entry], _ known: [Disagreement]) throws {
        let wanted = Set(now.map(\.disagreement))
        let there = Set(known)
        for entry in known where !wanted.contains(entry) {
            guard let source = try SourceRow.number(of: entry.otherSource, connection) else { continue }
            try DisagreementRow.remove(entry, otherSource: source, connection)
        }
        for entry in now where !there.contains(entry.disagreement) {
            try DisagreementRow.put(
                entry.disagreement, recordedSource: entry.recorded.id, otherSource: entry.other.id, importID: importID,
                connection)
        }
    }
}
