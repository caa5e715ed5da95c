package import Cooperation
package import Domain
package import Frame
import Locales
import Markup

extension View {
    package func help(_ kinds: [HelpKind]) -> String { list(kinds.map { say("helpKind.\($0.rawValue)") }) }
    package func conditions(_ conditions: [Condition]) -> String {
        list(conditions.map { say("condition.\($0.rawValue)") })
    }
    package func languages(_ tags: [LanguageTag]) -> String {
        list(tags.map { exchange.site.names.endonym($0.rawValue) })
    }
    package func list(_ words: [String]) -> String { words.joined(separator: say("list.comma")) }

    /// Who reads it: everybody.
    package func readers(_ level: PublicationLevel) -> String {
        say("cooperation.level") + say("need.note.colon") + " " + say("level.\(level.rawValue)")
    }

    package func money(_ money: Money?) -> String {
        money.map { amount($0.minor, $0.currency) } ?? say("cooperation.notKnown")
    }

    /// From when to when, as far as it is known.
    package func window(_ from: CalendarDate?, _ until: CalendarDate?) -> String {
        switch (from, until) {
        case (nil, nil): say("cooperation.notSaid")
        case (let from?, nil): say("cooperation.from", ["date": .text(date(from))])
        case (nil, let until?): say("cooperation.until", ["date": .text(date(until))])
        case (let from?, let until?):
            say("cooperation.fromUntil", ["from": .text(date(from)), "until": .text(date(until))])
        }
    }

    /// For whom, in words.
    package func eligible(_ eligible: Eligibility) -> String {
        if eligible.isForAll { return say("cooperation.allStates") }
        return list(
            eligible.groups.map { name(.group, $0) } + eligible.states.map { stateName($0) })
    }

    /// How many days ago an instant was.
    package func age(_ instant: String) -> String {
        guard let then = CalendarDate(String(instant.prefix(10))), let now = CalendarDate(exchange.site.clock.instant)
        else { return instant }
        return say("cooperation.age", ["count": .number(max(0, now.dayNumber - then.dayNumber))])
    }

    /// Who somebody is: name, and what kind of actor of which State.
    package func actor(_ actor: CooperationActor) {
        html.element(.bdi, text: actor.name)
        let state = actor.state.map { stateName($0) }
        let kind = actor.actor.map { say("actorKind.\($0.rawValue)") } ?? say("cooperation.mechanism")
        html.text(" ")
        html.element(
            .span, .class("soft"),
            text: "(" + (state.map { say("actor.ofState", ["kind": .text(kind), "state": .text($0)]) } ?? kind) + ")")
    }

    /// The way to whoever stands behind something, for whoever may ask.
    package func introductionLink(_ visit: Visit, _ kind: String, _ number: String) {
        guard visit.may(.decideMatches) else { return }
        html.element(.p) {
            html.element(
                .a, .class("button plain"), .href(address(visit.path("/introductions/new"), [(kind, number)])),
                text: say("introduction.new.title"))
        }
    }

    /// A fact of a list, left out where nothing is to be said.
    package func textFact(_ key: String, _ text: String, language: LanguageTag? = nil) {
        guard !text.isEmpty else { return }
        fact(say(key)) {
            guard let language else {
                html.text(text)
                return
            }
            html.element(.div, .class("prose"), .lang(language.rawValue), .dir("auto")) { paragraphs(text) }
        }
    }

    /// Lines that people wrote, as paragraphs.
    package func paragraphs(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) where !line.allSatisfy(\.isWhitespace) {
            html.element(.p, text: String(line))
        }
    }

    /// A choice of any number of codes, folded up until it is needed.
    package func codeChecks(
        _ name: String, _ legend: String, _ options: [(value: String, text: String)], chosen: [String],
        isOpen: Bool = false
    ) {
        html.element(.details, .class("entry several"), .open(isOpen)) {
            html.element(.summary, .class("label")) {
                html.text(legend)
                html.text(" ")
                html.element(.span, .class("count"), text: say("list.chosen", ["count": .number(chosen.count)]))
            }
            html.element(.fieldset) {
                html.element(.legend, .class("hidden"), text: legend)
                for option in options {
                    let id = "\(name)-\(option.value)"
                    html.element(.div, .class("tickable")) {
                        html.empty(
                            .input, .type("checkbox"), .id(id), .name(name), .value(option.value),
                            .checked(chosen.contains(option.value)))
                        html.element(.label, .for(id), text: option.text)
                    }
                }
            }
        }
    }

    /// What went wrong with a form, or that all went well.
    package func said() {
        if let key = exchange.query.first("said"), words.has("cooperation.said.\(key)") {
            done(say("cooperation.said.\(key)"))
        }
    }
}
