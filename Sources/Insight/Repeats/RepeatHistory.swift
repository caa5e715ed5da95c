package import Domain

/// A round in which something was asked: a cycle of the review, or one document of any other mechanism.
package struct Occasion: Sendable, Hashable {
    package var mechanism: MechanismCode
    package var cycle: Int?
    /// Each once, ascending.
    package var documents: [DocumentID]
    /// The first year its records carry; nil where none does.
    package var year: Int?
    /// Ascending.
    package var recommendations: [RecommendationID]
    /// Who asked, most often first, ties by code. Empty for mechanisms that speak for themselves.
    package var recommending: [StateCode]
    /// First answers.
    package var answered: PositionTally
    /// As they stand now.
    package var positions: PositionTally

    /// Whether it certainly came earlier: by cycle within one review, else by year.
    package func isBefore(_ other: Occasion) -> Bool {
        if mechanism == other.mechanism, let cycle, let otherCycle = other.cycle { return cycle < otherCycle }
        if let year, let otherYear = other.year { return year < otherYear }
        return false
    }
}

/// What was asked when, and what the State answered each time.
package struct RepeatHistory: Sendable {
    /// In the order of time; those without a year last.
    package var occasions: [Occasion]
    package var repeatClass: RepeatClass
    /// Records noted on an occasion that a later one followed.
    package var notedBefore: Int

    /// The order of `records` does not matter.
    package init(_ records: [AskedRecord]) {
        occasions = Self.occasions(records)
        var isRepeated = false
        var notedBefore = 0
        for occasion in occasions where occasions.contains(where: { occasion.isBefore($0) }) {
            isRepeated = true
            notedBefore += occasion.answered.noted
        }
        self.notedBefore = notedBefore
        repeatClass = !isRepeated ? .firstTime : notedBefore > 0 ? .repeatedAfterNoted : .repeated
    }

    private struct Round: Hashable {
        var mechanism: MechanismCode
        var cycle: Int?
        var document: DocumentID?
    }

    private static func occasions(_ records: [AskedRecord]) -> [Occasion] {
        let rounds = Dictionary(grouping: records) { record in
            Round(
                mechanism: record.mechanism, cycle: record.cycle, document: record.cycle == nil ? record.document : nil)
        }
        return rounds.map { occasion($0, $1.sorted { $0.id < $1.id }) }.sorted { one, other in
            if let year = one.year, let otherYear = other.year, year != otherYear { return year < otherYear }
            if (one.year == nil) != (other.year == nil) { return one.year != nil }
            if one.mechanism != other.mechanism { return one.mechanism < other.mechanism }
            if one.cycle != other.cycle { return (one.cycle ?? 0) < (other.cycle ?? 0) }
            return (one.documents.first?.value ?? 0) < (other.documents.first?.value ?? 0)
        }
    }

    private static func occasion(_ round: Round, _ records: [AskedRecord]) -> Occasion {
        var answered = PositionTally()
        var positions = PositionTally()
        var asked: [StateCode: Int] = [:]
        for record in records {
            answered.add(record.answered)
            positions.add(record.position)
            for state in Set(record.recommending) { asked[state, default: 0] += 1 }
        }
        return Occasion(
            mechanism: round.mechanism, cycle: round.cycle, documents: Set(records.map(\.document)).sorted(),
            year: records.compactMap(\.year).min(), recommendations: records.map(\.id),
            recommending: asked.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key), answered: answered,
            positions: positions)
    }
}
