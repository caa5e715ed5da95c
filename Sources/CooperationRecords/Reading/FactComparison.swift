package import Domain

/// The same facts of several States in the same years, beside each other. Nothing is added up over States and nothing is ranked.
package struct FactComparison: Sendable {
    /// A line of the comparison.
    package enum Line: String, CaseIterable, Sendable {
        case treaties, reservations, reports
        case reportsInTime = "reports-in-time"
        case reportsLate = "reports-late"
        case reportsOpen = "reports-open"
        case reviews, supported, noted, pending, addenda
        case midTerm = "mid-term"
        case standingInvitation = "standing-invitation"
        case visitsAsked = "visits-asked"
        case visitsAccepted = "visits-accepted"
        case visitsMade = "visits-made"
        case communications
        case communicationsInTime = "communications-in-time"
        case followUpDue = "follow-up-due"
        case followUpGiven = "follow-up-given"
        case funds, accreditation
    }

    package enum Cell: Hashable, Sendable {
        case count(Int)
        /// A source says that there is none.
        case none(asOf: CalendarDate?)
        case since(CalendarDate)
        case grade(String, CalendarDate?)
        case noData
    }

    package var years: ClosedRange<Int>
    /// In the order they were given: the page sorts by name.
    package var records: [CooperationRecord]
    package var today: CalendarDate

    package init(_ records: [CooperationRecord], years: ClosedRange<Int>, today: CalendarDate) {
        self.records = records
        self.years = years
        self.today = today
    }

    /// What this State has in a line, in these years.
    package func cell(_ line: Line, _ record: CooperationRecord) -> Cell {
        switch line {
        case .treaties: return counted([.ratification], record)
        case .reservations: return counted([.reservation], record)
        case .reports: return counted([.reportReceived], record)
        case .reportsInTime: return delays(.reportDue, record) { $0 == .inTime }
        case .reportsLate: return delays(.reportDue, record) { if case .late = $0 { true } else { false } }
        case .reportsOpen: return delays(.reportDue, record) { if case .open = $0 { true } else { false } }
        case .reviews: return counted([.reviewAttended], record)
        case .supported: return positions(record) { $0.supported }
        case .noted: return positions(record) { $0.noted }
        case .pending: return positions(record) { $0.pending }
        case .addenda: return counted([.addendum], record)
        case .midTerm: return counted([.midTermReport], record)
        case .standingInvitation: return standing(record)
        case .visitsAsked: return counted([.visitAsked], record)
        case .visitsAccepted: return counted([.visitAccepted], record)
        case .visitsMade: return counted([.visitMade], record)
        case .communications: return counted([.communicationSent], record)
        case .communicationsInTime: return delays(.communicationSent, record) { $0 == .inTime }
        case .followUpDue: return counted([.followUpDue], record)
        case .followUpGiven: return counted([.followUpGiven], record)
        case .funds: return counted([.fundUsed], record)
        case .accreditation: return accreditation(record)
        }
    }

    private func within(_ fact: StateFact) -> Bool { fact.content.day.map { years.contains($0.year) } ?? false }

    private func counted(_ kinds: Set<StateFactKind>, _ record: CooperationRecord) -> Cell {
        let all = record.facts.filter { kinds.contains($0.kind) }
        let count = all.count { !$0.content.isNone && within($0) }
        if count > 0 { return .count(count) }
        // Facts of other years show that the matter is followed here; of these years there are none.
        if let none = all.last(where: { $0.content.isNone }) { return .none(asOf: none.content.day) }
        return all.isEmpty ? .noData : .count(0)
    }

    private func delays(
        _ kind: StateFactKind, _ record: CooperationRecord, _ isCounted: (FactDelay) -> Bool
    ) -> Cell {
        let matters = record.matters(kind, today: today).filter { $0.asked.map(within) ?? false }
        return matters.isEmpty ? .noData : .count(matters.count { isCounted($0.delay) })
    }

    /// Positions of the cycles whose review was within the years.
    private func positions(_ record: CooperationRecord, _ count: (CyclePositions) -> Int) -> Cell {
        let cycles = Set(
            record.facts.filter { $0.kind == .reviewAttended && within($0) }.compactMap(\.content.cycle))
        let own = record.positions.filter { cycles.contains($0.cycle) }
        return own.isEmpty ? .noData : .count(own.reduce(0) { $0 + count($1) })
    }

    /// What stood at the end of the years.
    private func standing(_ record: CooperationRecord) -> Cell {
        let until = record.facts.last {
            [.standingInvitation, .standingInvitationWithdrawn].contains($0.kind)
                && ($0.content.day?.year ?? 0) <= years.upperBound
        }
        guard let until else { return .noData }
        guard until.kind == .standingInvitation, !until.content.isNone, let day = until.content.day else {
            return .none(asOf: until.content.day)
        }
        return .since(day)
    }

    private func accreditation(_ record: CooperationRecord) -> Cell {
        let last = record.facts.last {
            $0.kind == .accreditation && ($0.content.day?.year ?? 0) <= years.upperBound
        }
        guard let last else { return .noData }
        if last.content.isNone { return .none(asOf: last.content.day) }
        return .grade(last.content.grade ?? "", last.content.day)
    }
}
