package import Domain

/// What was promised for a day that is over, and what came by then, as one party says: counted, never estimated.
package struct Predictability: Hashable, Sendable {
    /// Who says when things were given.
    package var workspace: WorkspaceID
    /// Contributions of the version in force whose day is over.
    package var due = 0
    /// Said to be complete on a day no later than promised.
    package var onTime = 0
    /// Said to be complete, later.
    package var late = 0
    /// Nothing said, or not that it is complete.
    package var open: Int { due - onTime - late }
    /// Money by currency, of those with an amount: promised by now, and said to have been given by now.
    package var money: [CurrencyCode: (promised: Int64, given: Int64)] = [:]
    /// Contributions whose day is over that have no amount: in kind, counted above and in no sum.
    package var inKind = 0

    package static func == (left: Self, right: Self) -> Bool {
        (left.workspace, left.due, left.onTime, left.late, left.inKind)
            == (right.workspace, right.due, right.onTime, right.late, right.inKind)
            && left.money.mapValues { [$0.promised, $0.given] } == right.money.mapValues { [$0.promised, $0.given] }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(workspace)
        hasher.combine(due)
    }

    /// By party, in their order: each by its own words alone.
    package static func of(
        _ version: AgreementVersion, _ sayings: AgreementSayings, today: CalendarDate
    ) -> [Predictability] {
        version.parties.map { party in
            of(
                version.terms.contributions,
                sayings.deliveries.filter { $0.workspace == party.workspace && $0.day <= today }, party.workspace,
                today: today)
        }
    }

    private static func of(
        _ contributions: [Contribution], _ deliveries: [Delivery], _ workspace: WorkspaceID, today: CalendarDate
    ) -> Predictability {
        var found = Predictability(workspace: workspace)
        for one in contributions {
            guard let due = one.due, due < today else { continue }
            let own = deliveries.filter { $0.line == one.line }
            found.due += 1
            if let complete = own.filter(\.isComplete).map(\.day).min() {
                if complete <= due { found.onTime += 1 } else { found.late += 1 }
            }
            guard let promised = one.money else {
                found.inKind += 1
                continue
            }
            // What came in another currency is not what was promised, and is not counted as it.
            let given = own.compactMap(\.money).filter { $0.currency == promised.currency }.reduce(Int64(0)) {
                $0 + $1.minor
            }
            let sum = found.money[promised.currency] ?? (0, 0)
            found.money[promised.currency] = (sum.promised + promised.minor, sum.given + given)
        }
        return found
    }
}

/// How long a side took to answer: the request itself, and messages of the other side in the thread.
package struct ResponseTimes: Hashable, Sendable {
    package var workspace: WorkspaceID
    /// Whole hours, each from the first message of the other side that was not answered yet to the next own one.
    package var hours: [Int] = []
    /// Since the first message that waits for this side, in whole hours; nil: none waits.
    package var waitingHours: Int?

    /// The middle one; of an even number the lower of the two in the middle. Nil: nothing was to be answered.
    package var median: Int? { hours.isEmpty ? nil : hours.sorted()[(hours.count - 1) / 2] }
    package var longest: Int? { hours.max() }

    /// What was said in order of time: who, and when in milliseconds. The last waits where nobody answered it, unless the thread is over.
    package static func of(
        _ said: [(workspace: WorkspaceID, at: Int64)], _ sides: [WorkspaceID], now: Int64, isOver: Bool
    ) -> [ResponseTimes] {
        sides.map { side in
            var times = ResponseTimes(workspace: side)
            var since: Int64?
            for one in said {
                if one.workspace == side {
                    if let from = since { times.hours.append(Int((one.at - from) / 3_600_000)) }
                    since = nil
                } else if since == nil {
                    since = one.at
                }
            }
            if let since, !isOver { times.waitingHours = Int(max(0, now - since) / 3_600_000) }
            return times
        }
    }
}
