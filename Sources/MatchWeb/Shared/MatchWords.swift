import Cooperation
import Domain
import Frame
import Insight
import Locales
import Markup
import Reference

/// Codes and numbers of matches as words.
extension View {
    /// `61.50`: two decimals, always, so that a score can be computed again from what the page says.
    func decimal(hundredths: Int) -> String {
        let rest = String(hundredths % 100)
        return say(
            "plan.money.decimal",
            ["whole": .text(number(hundredths / 100)), "fraction": .text(rest.count == 1 ? "0" + rest : rest)])
    }

    func listed(_ names: [String]) -> String { names.joined(separator: say("list.comma")) }

    /// Why a part is what it is.
    func words(_ part: MatchPart, of source: HelpSource) -> String {
        let reason = part.reason
        var key = "match.reason.\(reason.code.rawValue)"
        // Peers put nobody first: what counts is that both are in one group.
        if source == .peer, part.criterion == .priority { key = "match.reason.peer.\(reason.code.rawValue)" }
        switch reason.code {
        case .covered, .partCovered:
            guard let currency = reason.shared.first.flatMap({ CurrencyCode($0) }) else {
                return say("match.reason.other-currency")
            }
            return say(
                key, ["have": .text(amount(reason.count, currency)), "ask": .text(amount(reason.of, currency))])
        case .shared, .near, .words, .first, .records, .days, .firstLanguage, .otherLanguage:
            return say(
                key,
                [
                    "count": .number(Int(clamping: reason.count)), "of": .number(Int(clamping: reason.of)),
                    "names": .text(listed(reason.shared.map { name($0, part.criterion) })),
                ])
        case .none, .anyTheme, .notFirst, .needSilent, .helpSilent, .otherCurrency: return say(key)
        }
    }

    /// What a code of a reason is called, by what the reason is about.
    private func name(_ code: String, _ criterion: MatchCriterion) -> String {
        switch criterion {
        case .themes: name(.theme, code)
        case .goals: code
        case .kinds: say("helpKind.\(code)")
        case .priority: whom(code)
        case .record: say("match.record.\(code)")
        case .language: exchange.site.names.endonym(code)
        case .text, .money, .time: code
        }
    }

    /// A State by its code, or a group of States.
    func whom(_ code: String) -> String {
        exchange.site.names.reference.facts(of: StateCode(code)) == nil
            ? name(.group, code) : stateName(StateCode(code))
    }

    /// Why help is no match.
    func words(_ obstacle: MatchObstacle) -> String {
        let key = "match.obstacle.\(obstacle.condition.rawValue)"
        func named(_ names: [String]) -> String { say(key, ["names": .text(listed(names))]) }
        switch obstacle.condition {
        case .eligibility: return named(obstacle.codes.map(whom))
        case .language: return named(obstacle.codes.map { exchange.site.names.endonym($0) })
        case .refused: return named(obstacle.codes.map { say("condition.\($0)") })
        case .closed, .window:
            let day = (obstacle.help ?? obstacle.need).map { date(CalendarDate(dayNumber: Int($0))) }
            guard let day else { return say("match.obstacle.past") }
            return say(key, ["day": .text(day)])
        case .ceiling:
            guard let currency = obstacle.codes.first.flatMap({ CurrencyCode($0) }) else {
                return say("match.reason.other-currency")
            }
            return say(
                key,
                [
                    "have": .text(amount(obstacle.help ?? 0, currency)),
                    "ask": .text(amount(obstacle.need ?? 0, currency)),
                ])
        case .consent, .ownHelp, .subject, .capacity, .rejected: return say(key)
        }
    }

    /// Who somebody is.
    func who(_ actor: CooperationActor) {
        html.element(.bdi, text: actor.name)
        let state = actor.state.map { stateName($0) }
        let kind = actor.actor.map { say("actorKind.\($0.rawValue)") } ?? say("cooperation.mechanism")
        html.text(" ")
        html.element(
            .span, .class("soft"),
            text: "(" + (state.map { say("actor.ofState", ["kind": .text(kind), "state": .text($0)]) } ?? kind) + ")")
    }

    /// That a form was taken.
    func matchSaid() {
        if let key = exchange.query.first("said"), words.has("match.said.\(key)") { done(say("match.said.\(key)")) }
    }
}
