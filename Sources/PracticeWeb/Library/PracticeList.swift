import Domain
import Frame
import Locales
import Markup
import Practices

/// Practices one under the other, each with what it is and where it was.
struct PracticeList {
    let view: View
    /// Where the page of a practice is.
    let address: (OutsidePractice) -> String

    private var html: HTMLWriter { view.html }

    func write(_ practices: [OutsidePractice], adoptions: [PracticeID: Int] = [:]) {
        html.element(.ul, .class("practices")) {
            for practice in practices { html.element(.li) { entry(practice, adoptions[practice.id] ?? 0) } }
        }
    }

    private func entry(_ practice: OutsidePractice, _ adoptions: Int) {
        let content = practice.content
        guard let text = content.text(for: view.exchange.language) else { return }
        html.element(.p, .class("kicker")) {
            view.link(view.address("/practices/shelves/\(content.shelf.rawValue)"), view.shelf(content.shelf))
            html.text(" · ")
            view.whereabouts(content)
        }
        html.element(.h3) {
            html.element(
                .a, .href(view.address(address(practice))), .lang(text.language.rawValue), .dir("auto"),
                text: text.title)
        }
        if !text.summary.isEmpty {
            html.element(.p, .lang(text.language.rawValue), .dir("auto"), text: text.summary)
        }
        html.element(.p, .class("hint")) {
            html.text(view.kindsOfHelp(content.kinds))
            html.text(" · ")
            html.text(view.joined(content.texts.map { view.endonym($0.language) }))
            if adoptions > 0 {
                html.text(" · ")
                view.write("practice.adoptedBy", ["count": .number(adoptions)])
            }
        }
    }
}

/// The fields that narrow the library, with how many practices each choice has.
struct PracticeFilterForm {
    let view: View
    let base: String
    let filter: PracticeFilter
    let choices: PracticeChoices
    /// On a shelf's own page there is none to choose.
    var hasShelf = true

    func write() {
        view.html.element(
            .form, .class("fields practice-filters"), .method("get"), .action(view.address(base)), .role("search"),
            .label(view.say("practice.filter.label"))
        ) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.exchange.language.rawValue) }
            view.textField("q", view.say("practice.filter.words"), filter.text, type: "search", most: 300)
            if hasShelf {
                select("shelf", "practice.shelf", filter.shelf?.rawValue, choices.shelves) {
                    view.say("practiceShelf.\($0)")
                }
            }
            select("theme", "cooperation.theme", filter.theme, choices.themes) { view.name(.theme, $0) }
            select("state", "cooperation.state", filter.state?.rawValue, choices.states) {
                view.stateName(StateCode($0))
            }
            select("region", "practice.region", filter.region, choices.regions) { view.name(.region, $0) }
            select("kind", "cooperation.kind", filter.kind?.rawValue, choices.kinds) { view.say("helpKind.\($0)") }
            select("language", "practice.language", filter.language?.rawValue, choices.languages) {
                view.names.endonym($0)
            }
            view.html.element(.p) { view.submitButton(view.say("cooperation.filter")) }
        }
    }

    private func select(
        _ name: String, _ label: String, _ chosen: String?, _ counts: [PracticeChoices.Count],
        _ text: (String) -> String
    ) {
        let options = counts.map { count in
            (
                value: count.code,
                text: view.say(
                    "practice.filter.option", ["name": .text(text(count.code)), "count": .number(count.count)])
            )
        }.sorted { Collation.key($0.text) < Collation.key($1.text) }
        view.select(name, view.say(label), [("", view.say("cooperation.any"))] + options, chosen: chosen ?? "")
    }
}
