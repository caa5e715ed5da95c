package import Domain

/// Something that was due or asked for, and what came of it: one report, one letter, one follow-up, one visit.
package struct FactMatter: Hashable, Sendable {
    package var about: String
    package var matter: String
    package var asked: StateFact?
    package var answered: StateFact?
    package var delay: FactDelay
}

/// How long after its day something came, from two sourced dates. Dates that are no whole days give a span.
package enum FactDelay: Hashable, Sendable {
    /// On its day or before it.
    case inTime
    case late(days: ClosedRange<Int>)
    /// The dates are not exact enough to say whether it was late.
    case unclear(days: ClosedRange<Int>)
    /// Nothing came, and its day is over, as far as this record knows.
    case open(days: ClosedRange<Int>)
    case notYet
    /// One of the two dates is missing.
    case unknown

    package static func between(
        _ due: CalendarDate?, _ came: CalendarDate?, grace: Int, today: CalendarDate
    ) -> FactDelay {
        guard let due else { return .unknown }
        let limit = due.span.lowerBound + grace...due.span.upperBound + grace
        guard let came else {
            let days = today.dayNumber - limit.upperBound...today.dayNumber - limit.lowerBound
            return days.lowerBound > 0 ? .open(days: days) : .notYet
        }
        let days = came.span.lowerBound - limit.upperBound...came.span.upperBound - limit.lowerBound
        if days.upperBound <= 0 { return .inTime }
        return days.lowerBound > 0 ? .late(days: days) : .unclear(days: days)
    }
}

extension CalendarDate {
    /// The first and the last day it may mean.
    package var span: ClosedRange<Int> {
        if day != nil { return dayNumber...dayNumber }
        let next =
            if let month, month < 12 {
                CalendarDate(year: year, month: month + 1)
            } else {
                CalendarDate(year: year + 1)
            }
        return dayNumber...max(dayNumber, (next?.dayNumber ?? dayNumber + 1) - 1)
    }
}

extension CooperationRecord {
    /// Pairs of a step and what answers it, by day. Steps are joined by what they are about and their matter; where the matter is
    /// empty nothing is joined, since a guess would look like a fact.
    package func matters(_ kind: StateFactKind, today: CalendarDate) -> [FactMatter] {
        guard let answer = kind.answer else { return [] }
        var answers = facts.filter { $0.kind == answer.kind && !$0.content.isNone }
        var found: [FactMatter] = []
        for asked in facts where asked.kind == kind && !asked.content.isNone {
            let content = asked.content
            let place = answers.firstIndex {
                !content.matter.isEmpty && $0.content.about == content.about && $0.content.matter == content.matter
            }
            let answered = place.map { answers.remove(at: $0) }
            found.append(
                FactMatter(
                    about: content.about, matter: content.matter, asked: asked, answered: answered,
                    delay: .between(content.day, answered?.content.day, grace: answer.days ?? 0, today: today)))
        }
        found += answers.map {
            FactMatter(
                about: $0.content.about, matter: $0.content.matter, asked: nil, answered: $0, delay: .unknown)
        }
        return found.sorted { $0.place < $1.place }
    }

    /// Requests of visits with what came of each, by day. A standing invitation accepts none of them.
    package var visits: [FactVisit] {
        var found: [FactVisit] = []
        for fact in facts where FactVisit.kinds.contains(fact.kind) && !fact.content.isNone {
            let place = found.firstIndex {
                !fact.content.matter.isEmpty && $0.about == fact.content.about && $0.matter == fact.content.matter
            }
            if let place {
                found[place].steps.append(fact)
            } else {
                found.append(FactVisit(about: fact.content.about, matter: fact.content.matter, steps: [fact]))
            }
        }
        return found
    }
}

extension FactMatter {
    fileprivate var place: String {
        (asked ?? answered)?.content.day?.description ?? ""
    }
}

/// A country visit: who asked, and the steps it went through.
package struct FactVisit: Hashable, Sendable {
    package static let kinds: [StateFactKind] = [.visitAsked, .visitAccepted, .visitDeclined, .visitMade]

    package var about: String
    package var matter: String
    /// By day.
    package var steps: [StateFact]

    package func step(_ kind: StateFactKind) -> StateFact? { steps.last { $0.kind == kind } }
}
