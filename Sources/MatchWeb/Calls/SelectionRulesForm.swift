import Cooperation
import Domain
import Frame
import Locales
import Markup
import Matches

/// By what a call's applications are selected: criteria with their points, and limits.
struct SelectionRulesForm {
    /// Empty lines for more.
    private static let spare = 3

    let view: View
    let board: CallBoard

    private var html: HTMLWriter { view.html }
    private var rules: SelectionRules { board.rules }

    func write(_ address: String) {
        view.section("rules", view.say("match.rules.title"), view.say("match.rules.lead")) {
            view.fold(view.say("match.rules.change"), isOpen: rules.criteria.isEmpty) {
                view.workForm(address, version: rules.version) {
                    html.element(.h3, text: view.say("match.rules.criteria"))
                    for criterion in rules.criteria { line(criterion.place, criterion.label, String(criterion.weight)) }
                    let last = rules.criteria.map(\.place).max() ?? 0
                    let more = min(Self.spare, SelectionRules.criteriaMax - rules.criteria.count)
                    if more > 0 { for place in (last + 1)...(last + more) { line(place, "", "") } }
                    limits()
                    html.element(.p) { view.submitButton(view.say("round.save")) }
                }
            }
        }
    }

    private func line(_ place: Int, _ label: String, _ weight: String) {
        view.hiddenField("criterion", String(place))
        view.textField(
            "label-\(place)", view.say("match.rules.label.field", ["number": .number(place)]), label,
            most: SelectionRules.labelCharactersMax)
        view.textField(
            "weight-\(place)", view.say("match.rules.weight.field", ["number": .number(place)]), weight, most: 4,
            direction: "ltr")
    }

    private func limits() {
        html.element(.h3, text: view.say("match.limit.title"))
        html.element(.p, .class("hint"), text: view.say("match.rules.limits"))
        view.textField(
            "money", view.say("match.limit.money"),
            rules.money.map { Amounts.plain($0.minor, $0.currency) } ?? "",
            hint: board.call.budget.map {
                view.say("match.rules.budget", ["amount": .text(view.amount($0.minor, $0.currency))])
            } ?? view.say("match.rules.noBudget"), most: 40, direction: "ltr")
        view.textField(
            "moneyCurrency", view.say("cooperation.currency"), rules.money?.currency.rawValue ?? "",
            hint: view.say("plan.money.currencyHint"), most: 3, direction: "ltr")
        number("count", view.say("match.limit.count"), rules.countMax)
        number("perState", view.say("match.limit.perState"), rules.perStateMax)
        html.element(.details, .class("entry several"), .open(!rules.perKind.isEmpty)) {
            html.element(.summary, .class("label"), text: view.say("match.limit.perKind"))
            for kind in HelpKind.allCases {
                number("kind-\(kind.rawValue)", view.say("helpKind.\(kind.rawValue)"), rules.perKind[kind])
            }
        }
        html.element(.details, .class("entry several"), .open(!rules.perGroup.isEmpty)) {
            html.element(.summary, .class("label"), text: view.say("match.limit.perGroup"))
            let names = view.exchange.site.names
            for group in names.codes(.region) + names.codes(.group) {
                number("group-\(group)", view.name(.group, group), rules.perGroup[group])
            }
        }
    }

    private func number(_ name: String, _ label: String, _ value: Int?) {
        view.textField(name, label, value.map(String.init) ?? "", most: 5, direction: "ltr")
    }

    /// What the form says. Criteria without a label are taken out; fields of limits that are empty limit nothing.
    static func rules(_ form: Query, groups: [String]) throws(WebError) -> SelectionRules {
        var rules = SelectionRules()
        for place in form.all("criterion").compactMap({ Int($0) }) where (1...1_000_000).contains(place) {
            let label = trimmed(form.words("label-\(place)"))
            let weight = try number(form, "weight-\(place)", "match.rules.weight")
            if label.isEmpty, weight == nil { continue }
            rules.criteria.append(.init(place: place, label: label, weight: weight ?? 0))
        }
        let money = trimmed(form.words("money"))
        if !money.isEmpty {
            guard let currency = CurrencyCode(trimmed(form.words("moneyCurrency"))) else {
                throw .invalid([.init(name: "moneyCurrency", allowed: "cooperation.currencyForm")])
            }
            guard let minor = Amounts.read(money, currency) else {
                throw .invalid([.init(name: "money", allowed: "cooperation.amount")])
            }
            rules.money = Money(minor: minor, currency: currency)
        }
        rules.countMax = try number(form, "count", "match.rules.limit")
        rules.perStateMax = try number(form, "perState", "match.rules.limit")
        for kind in HelpKind.allCases {
            rules.perKind[kind] = try number(form, "kind-\(kind.rawValue)", "match.rules.limit")
        }
        for group in groups { rules.perGroup[group] = try number(form, "group-\(group)", "match.rules.limit") }
        return rules
    }

    /// A whole number in digits of any script; nil where the field is empty.
    static func number(_ form: Query, _ name: String, _ allowed: String) throws(WebError) -> Int? {
        let text = form.words(name).filter { !$0.isWhitespace }
        if text.isEmpty { return nil }
        var value = 0
        for character in text {
            guard let digit = character.wholeNumberValue, (0...9).contains(digit), value < 100_000 else {
                throw .invalid([.init(name: name, allowed: allowed)])
            }
            value = value * 10 + digit
        }
        return value
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }
}
