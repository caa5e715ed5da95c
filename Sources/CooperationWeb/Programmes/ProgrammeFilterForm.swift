import Domain
import Frame
import Locales
import Markup
import Programmes

/// The fields that narrow a list of programmes, with how many programmes each choice has.
struct ProgrammeFilterForm {
    let view: View
    let base: String
    let filter: ProgrammeFilter
    let choices: ProgrammeChoices
    let codes: AidCodes

    private var html: HTMLWriter { view.html }

    func write() {
        html.element(
            .form, .class("fields programme-filters"), .method("get"), .action(view.address(base)), .role("search"),
            .label(view.say("programme.filter.label"))
        ) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.exchange.language.rawValue) }
            view.textField("q", view.say("programme.filter.words"), filter.text, type: "search", most: 300)
            select(
                "state", view.say("programme.filter.state"), filter.state?.rawValue,
                view.stateNames(choices.states.map(\.code)).map { state in
                    (state.code.rawValue, state.name, choices.states.first { $0.code == state.code }?.count ?? 0)
                })
            select(
                "theme", view.say("programme.filter.theme"), filter.theme,
                choices.themes.map { ($0.code, view.name(.theme, $0.code), $0.count) }.sorted { $0.1 < $1.1 })
            select(
                "sector", view.say("programme.filter.sector"), filter.category,
                choices.categories.map { category in
                    let name = codes.name(category.code, in: .sectorCategory).map { "\(category.code) \($0)" }
                    return (category.code, name ?? category.code, category.count)
                })
            select(
                "partner", view.say("programme.filter.partner"), filter.partner,
                choices.partners.map { ($0.key, $0.name.isEmpty ? $0.key : $0.name, $0.count) })
            view.select(
                "status", view.say("programme.column.status"),
                [("", view.say("programme.filter.all"))]
                    + ["1", "2", "3", "4", "5", "6"].map { ($0, view.programmeStatus($0)) },
                chosen: filter.status ?? "")
            if let issue = filter.issue { view.hiddenField("issue", issue.description) }
            html.element(.p) { view.submitButton(view.say("programme.filter.button")) }
        }
    }

    private func select(
        _ name: String, _ label: String, _ chosen: String?, _ options: [(value: String, text: String, count: Int)]
    ) {
        view.select(
            name, label,
            [("", view.say("programme.filter.all"))]
                + options.map { option in
                    (
                        option.value,
                        view.say(
                            "programme.filter.option", ["name": .text(option.text), "count": .number(option.count)])
                    )
                }, chosen: chosen ?? "")
    }
}
