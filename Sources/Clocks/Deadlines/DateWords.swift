package import Domain
package import Locales
package import Reference

/// How dates are called in one language: the same on pages, in calendars and in letters.
package struct DateWords: Sendable {
    package let words: Catalogue
    let reference: ReferenceFacts
    /// What rules are called, by code; the shipped rules' names are the program's.
    private let names: [String: String]

    package init(_ words: Catalogue, _ reference: ReferenceFacts) {
        self.words = words
        self.reference = reference
        names = Dictionary(reference.clockRules.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// `Periodic report: CEDAW`; a title that people gave goes first.
    package func title(_ deadline: Deadline) -> String {
        if let title = deadline.title { return with(deadline.mechanism, title) }
        let name = deadline.rule.flatMap { names[$0] } ?? "follow-up-report"
        let text = words.text("clocks.rule.\(name)")
        // The next review is in another session.
        if let number = deadline.number, deadline.mechanism?.rawValue == "upr", name != "upr-next-report" {
            return words.text("clocks.ofSession", ["what": .text(text), "session": .number(number)])
        }
        return with(deadline.mechanism, text)
    }

    /// An alert: its own title, or the name of the deadline it is about, or its kind.
    package func title(_ alert: Alert) -> String {
        if alert.kind == .unanswered {
            return words.text("clocks.alert.unansweredBy", ["who": .text(alert.title ?? "")])
        }
        if let title = alert.title, !title.isEmpty { return title }
        if let name = alert.rule.flatMap({ names[$0] }) {
            return with(alert.mechanism, words.text("clocks.rule.\(name)"))
        }
        return with(alert.mechanism, words.text("clocks.alert.\(alert.kind.rawValue)"))
    }

    package func title(_ entry: DateEntry) -> String {
        if let deadline = entry.deadline { return title(deadline) }
        return words.text("clocks.entry.\(entry.subject.kind.rawValue)", ["title": .text(entry.title ?? "")])
    }

    /// The key of how much a date asks: binding, requested, voluntary, or the workspace's own.
    package static func force(_ entry: DateEntry) -> String {
        "clocks.force." + (entry.isOwn ? "own" : entry.force.rawValue)
    }

    package func title(_ rule: ClockRule) -> String {
        rule.title ?? rule.name.map { words.text("clocks.rule.\($0)") } ?? rule.code
    }

    /// An event: its kind, its mechanism, and what people call it.
    package func title(_ event: ClockEvent) -> String {
        let kind = words.text("clocks.event.\(event.kind.rawValue)")
        if let title = event.title { return title }
        if let number = event.number, event.mechanism?.rawValue == "upr" {
            return words.text("clocks.ofSession", ["what": .text(kind), "session": .number(number)])
        }
        return with(event.mechanism, kind)
    }

    package func mechanism(_ code: MechanismCode) -> String {
        let language = LanguageTag(words.tag)
        return reference.facts(of: code)?.acronym(in: language) ?? reference.name(of: code, in: language)
    }

    package func date(_ date: CalendarDate) -> String { words.date(year: date.year, month: date.month, day: date.day) }

    private func with(_ mechanism: MechanismCode?, _ text: String) -> String {
        guard let mechanism, mechanism.rawValue != "upr" else { return text }
        return words.text("clocks.ofMechanism", ["what": .text(text), "mechanism": .text(self.mechanism(mechanism))])
    }
}
