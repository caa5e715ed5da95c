import Cooperation
import Domain
import Frame
import Locales
import Markup

/// What a need says, for whoever may read it.
struct NeedFacts {
    let view: View
    let need: Need
    var cited: [CitedRecommendation] = []
    var institution: String?
    /// Parts that the State keeps to itself.
    var hidden: Set<Publication.Part> = []

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(.dl, .class("facts-list")) {
            view.textFact("cooperation.kinds", view.help(need.kinds))
            view.textFact("need.asked", need.asked, language: need.language)
            part(.exists, "need.exists", need.exists, isProse: true)
            part(.missing, "need.missing", need.missing, isProse: true)
            part(.targetGroup, "need.targetGroup", need.targetGroup, isProse: true)
            part(.institution, "need.institution", institution ?? "")
            part(.time, "need.time", view.window(need.from, need.until))
            part(.cost, "need.cost", view.money(need.cost))
            if need.isWhole { view.textFact("need.split", view.say("need.split.no")) }
            view.textFact("need.languages", view.languages(need.languages))
            part(.refused, "need.refused", view.conditions(need.refused))
            part(.refused, "need.refusedNote", need.refusedNote, isProse: true)
            view.textFact("cooperation.themes", view.list(need.themes.map { view.name(.theme, $0) }))
            view.textFact("cooperation.goals", view.list(need.goals.map { goal($0) }))
        }
        sources()
    }

    func goal(_ code: String) -> String { code + " " + view.name(code.contains(".") ? .target : .goal, code) }

    private func part(_ part: Publication.Part, _ key: String, _ text: String, isProse: Bool = false) {
        if hidden.contains(part) {
            // One line a part is enough to say that it is not shown.
            guard key != "need.refusedNote" else { return }
            view.fact(view.say(key)) { html.element(.span, .class("soft"), text: view.say("need.notShown")) }
        } else {
            view.textFact(key, text, language: isProse ? need.language : nil)
        }
    }

    func sources() {
        guard !cited.isEmpty else { return }
        view.section("sources", view.say("need.sources")) {
            html.element(.ul) {
                for one in cited {
                    html.element(.li) {
                        view.link(
                            view.recommendationAddress(one.id),
                            one.place.isEmpty ? view.say("need.recommendation") : one.place)
                        html.text(" ")
                        html.element(.span, .lang(one.language.rawValue), .dir("auto"), text: one.text)
                    }
                }
            }
        }
    }

    /// Status, and how long it has been asked for.
    func standing(since: String) {
        html.element(.p, .class("facts")) {
            html.element(.strong, text: view.say("needStatus.\(need.status.rawValue)"))
            html.text(" · ")
            html.text(view.age(since))
        }
    }

    func consent(_ consent: Consent?) {
        guard let consent else {
            if hidden.contains(.consent) { html.element(.p, .class("hint"), text: view.say("need.consent.hidden")) }
            return
        }
        html.element(.p, .class("hint")) {
            view.write("need.consent.line", ["date": .text(view.date(consent.date))]) { slot in
                switch slot {
                case "office": html.element(.bdi, text: consent.office)
                default: html.element(.bdi, text: consent.instrument)
                }
            }
        }
    }
}
