import CooperationRecords
import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import Reference

/// Facts in the reader's words.
extension View {
    func factKind(_ kind: StateFactKind) -> String { say("stateFact.kind.\(kind.rawValue)") }
    func factGroup(_ group: StateFactKind.Group) -> String { say("stateFact.group.\(group.rawValue)") }

    /// What a fact is about: a treaty, a committee, or what was written.
    func about(_ content: StateFactContent) {
        switch content.kind.about {
        case .nothing: return
        case .treaty:
            guard let treaty = names.reference.treaty(content.about) else { return }
            html.text(treaty.names[exchange.language])
        case .mechanism where !content.about.isEmpty: html.text(name(.mechanism, content.about))
        case .mechanism: return
        case .words: html.element(.bdi, text: content.about)
        }
    }

    func factDay(_ day: CalendarDate?) -> String { day.map { date($0) } ?? say("stateFact.noDay") }

    /// Where it can be read.
    func factSource(_ fact: StateFact) {
        if fact.origin == .reference {
            link(address("/sources"), say("stateFact.origin.reference"))
        } else if let address = fact.content.address {
            html.element(
                .a, .href(address), .rel("noopener noreferrer nofollow external"), .dir("ltr"),
                text: fact.content.source)
        } else {
            html.element(.bdi, text: fact.content.source)
        }
        guard let id = fact.id, fact.published != nil else { return }
        html.text(" ")
        html.element(
            .a, .class("fine"), .href(address("/cooperation-facts/\(id)")),
            .label(say("stateFact.permanent", ["number": .text(id.description)])), text: "#\(id)")
    }

    /// Who entered it, as a reader knows them: not the name of an account of the machine.
    func keeperName(_ name: String) -> String {
        name.hasPrefix("cli:") || name == "system" ? say("stateFact.commandLine") : name
    }

    /// Who says so.
    func factOrigin(_ fact: StateFact) -> String { say("stateFact.origin.\(fact.origin.rawValue)") }

    func delay(_ delay: FactDelay) -> String {
        switch delay {
        case .inTime: say("stateFact.delay.inTime")
        case .late(let days): say("stateFact.delay.late", ["days": .text(dayCount(days))])
        case .unclear(let days):
            say("stateFact.delay.unclear", ["days": .text(dayCount(0...max(0, days.upperBound)))])
        case .open(let days): say("stateFact.delay.open", ["days": .text(dayCount(days))])
        case .notYet: say("stateFact.delay.notYet")
        case .unknown: say("stateFact.delay.unknown")
        }
    }

    /// `214` or `180–210`, in the reader's digits.
    private func dayCount(_ days: ClosedRange<Int>) -> String {
        days.lowerBound == days.upperBound
            ? number(days.lowerBound) : number(days.lowerBound) + "–" + number(days.upperBound)
    }

    /// Which cycle, session, number or letter it is.
    func matter(_ content: StateFactContent) -> String? {
        if let cycle = content.cycle { return say("stateFact.cycle", ["cycle": .number(cycle)]) }
        return content.matter.isEmpty ? nil : content.matter
    }
}
