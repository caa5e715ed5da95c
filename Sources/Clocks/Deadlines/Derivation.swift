import Domain

/// Every deadline that follows from events, rules and printed dates. The same input gives the same deadlines, in the same order.
struct Derivation {
    let rules: [ClockRule]
    let days: WorkingDays
    let today: Day

    /// `reviews`: days that are known of an event, by its cause, and go before what a rule gives.
    func deadlines(
        _ events: [ClockEvent], _ followUps: [RecordFacts.FollowUp] = [], reviews: [String: CalendarDate] = [:]
    ) -> [Deadline] {
        let printed = followUps.isEmpty ? [] : self.printed(followUps)
        let documents = Set(followUps.compactMap(\.symbol))
        var found = printed
        for event in events {
            for rule in rules where rule.event == event.kind {
                if let mechanism = rule.mechanism, mechanism != event.mechanism { continue }
                // A date that the document prints goes before the rule for it.
                if rule.kind == .followUp, let document = event.document, documents.contains(document) { continue }
                if isSilent(rule, event, events) { continue }
                guard let due = days.date(event.day, moved: rule.offset) else { continue }
                var next = deadline(rule, event, due)
                if rule.kind == .accreditation, let review = reviews[event.cause] {
                    next.cause = "review/" + event.cause
                    next.due = review
                    next.origin = .printed
                    next.source = event.document ?? rule.source
                }
                found.append(next)
            }
        }
        return found
    }

    /// A later event of the kind named by the rule, of the same mechanism, ends what the rule asks.
    private func isSilent(_ rule: ClockRule, _ event: ClockEvent, _ events: [ClockEvent]) -> Bool {
        guard let until = rule.until else { return false }
        return events.contains { $0.kind == until && $0.mechanism == event.mechanism && event.day < $0.day }
    }

    private func deadline(_ rule: ClockRule, _ event: ClockEvent, _ due: CalendarDate) -> Deadline {
        Deadline(
            cause: "rule/\(rule.code)/\(event.cause)", rule: rule.code, event: event.id == 0 ? nil : event.id,
            kind: rule.kind, mechanism: event.mechanism ?? rule.mechanism, number: event.number, title: rule.title,
            due: due, origin: .computed, source: rule.source, force: rule.force, audience: event.kind.audience)
    }

    private func printed(_ followUps: [RecordFacts.FollowUp]) -> [Deadline] {
        var seen: Set<DocumentID> = []
        return followUps.map { mark in
            let isFirst = seen.insert(mark.document).inserted
            let place = mark.symbol ?? "document/\(mark.document)"
            return Deadline(
                cause: "follow-up/\(mark.document)" + (isFirst ? "" : "/\(mark.due)"), kind: .followUp,
                mechanism: mark.mechanism, due: mark.due,
                origin: mark.computedFrom == nil ? .printed : .computed,
                source: mark.computedFrom.map { "\(place): “\($0)”" } ?? place, force: .requested)
        }
    }

    /// What would have been due before an event that is over need not be asked any more. Urgent appeals ask at once, and go on asking.
    func isMoot(_ deadline: Deadline, _ events: [ClockEvent]) -> Bool {
        guard let rule = rules.first(where: { $0.code == deadline.rule }), rule.offset.count < 0 else { return false }
        let cause = deadline.cause.dropFirst("rule/\(rule.code)/".count)
        guard let event = events.first(where: { $0.cause == cause }) else { return false }
        return Day(lastOf: event.day) < today
    }
}
