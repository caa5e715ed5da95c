package import Domain
package import Operations

/// A commitment in a list. Numbers are over all of it, whatever the list was narrowed by; for a focal point over her part.
package struct CommitmentSummary: Sendable {
    package var commitment: Commitment
    package var recommendations: Int
    /// As the record stands now.
    package var positions: PositionTally
    package var mechanisms: [MechanismCode]
    package var actions: ActionTally
    /// Its own date has passed and the State does not say that it is done or not pursued.
    package var isLate: Bool
}

/// Actions in numbers.
package struct ActionTally: Hashable, Sendable {
    package var all = 0
    package var done = 0
    package var late = 0
    /// The next date of an action that has not ended.
    package var next: CalendarDate?
    package var money = MoneyTally()

    package init() {}

    /// Takes in another, of other actions.
    package mutating func add(_ other: ActionTally) {
        all += other.all
        done += other.done
        late += other.late
        next = [next, other.next].compactMap { $0 }.min()
        money.add(other.money)
    }
}

/// Money of several actions, by currency; what is not known is counted, never added as zero.
package struct MoneyTally: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package var cost: Int64 = 0
        package var gap: Int64 = 0
        /// Actions whose cost is in this sum.
        package var costs = 0
        /// Actions whose gap is in this sum.
        package var gaps = 0
    }

    package var lines: [CurrencyCode: Line] = [:]
    package var actions = 0
    package var withoutCost = 0
    package var withoutGap = 0

    package init() {}

    package mutating func add(_ other: MoneyTally) {
        actions += other.actions
        withoutCost += other.withoutCost
        withoutGap += other.withoutGap
        for (currency, line) in other.lines {
            var sum = lines[currency] ?? Line()
            sum.cost += line.cost
            sum.costs += line.costs
            sum.gap += line.gap
            sum.gaps += line.gaps
            lines[currency] = sum
        }
    }

    package mutating func add(_ money: ActionMoney) {
        actions += 1
        if money.cost == nil { withoutCost += 1 }
        if money.gap == nil { withoutGap += 1 }
        guard let currency = money.currency else { return }
        var line = lines[currency] ?? Line()
        if let cost = money.cost {
            line.cost += cost
            line.costs += 1
        }
        if let gap = money.gap {
            line.gap += gap
            line.gaps += 1
        }
        lines[currency] = line
    }
}

/// A recommendation in a list, with what holds of it: its own lead and date or the commitment's.
package struct PlannedSummary: Sendable {
    package var planned: PlannedRecommendation
    /// Of the commitment.
    package var title: String
    package var lead: InstitutionID?
    package var due: CalendarDate?
    package var priority: Priority
    /// Nil where the record no longer has it.
    package var record: RecommendationSummary?
    package var isLate: Bool
}

/// An action in a list.
package struct ActionSummary: Sendable {
    package var action: Action
    package var commitment: Commitment
    package var isLate: Bool
}

extension Action {
    package func isLate(on today: CalendarDate) -> Bool {
        guard let due, !status.isEnded else { return false }
        return due < today
    }
}

extension Optional where Wrapped == ImplementationStatus {
    /// Whether a date that has passed matters no more.
    package var isSettled: Bool { self == .fully || self == .notPursued }
}
