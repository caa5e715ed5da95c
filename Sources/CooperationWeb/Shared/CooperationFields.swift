import Cooperation
package import Domain
package import Frame
import Locales
import Markup

/// Fields that forms of needs, offers and calls share.
struct CooperationFields {
    let view: View

    func kinds(_ chosen: [HelpKind]) {
        view.codeChecks(
            "kinds", view.say("cooperation.kinds"),
            HelpKind.allCases.map { ($0.rawValue, view.say("helpKind.\($0.rawValue)")) },
            chosen: chosen.map(\.rawValue), isOpen: chosen.isEmpty)
    }

    func topics(_ themes: [String], _ goals: [String]) {
        let names = view.exchange.site.names
        view.codeChecks(
            "themes", view.say("cooperation.themes"), names.codes(.theme).map { ($0, view.name(.theme, $0)) },
            chosen: themes)
        view.codeChecks(
            "goals", view.say("cooperation.goals"),
            names.codes(.goal).map { ($0, $0 + " " + view.name(.goal, $0)) }
                + goals.filter { $0.contains(".") }.map { ($0, $0 + " " + view.name(.target, $0)) }, chosen: goals)
    }

    func languages(_ key: String, _ chosen: [LanguageTag]) {
        view.codeChecks(
            "languages", view.say(key),
            LanguageTag.official.map { ($0.rawValue, view.exchange.site.names.endonym($0.rawValue)) },
            chosen: chosen.map(\.rawValue))
    }

    func conditions(_ name: String, _ key: String, _ chosen: [Condition]) {
        view.codeChecks(
            name, view.say(key), Condition.allCases.map { ($0.rawValue, view.say("condition.\($0.rawValue)")) },
            chosen: chosen.map(\.rawValue))
    }

    func eligible(_ eligible: Eligibility) {
        let names = view.exchange.site.names
        view.codeChecks(
            "groups", view.say("cooperation.groups"),
            (names.codes(.region) + names.codes(.group)).map { ($0, view.name(.group, $0)) }, chosen: eligible.groups)
        view.codeChecks(
            "states", view.say("cooperation.states"),
            view.stateNames(names.codes(.state).map { StateCode($0) }).map { ($0.code.rawValue, $0.name) },
            chosen: eligible.states.map(\.rawValue))
    }

    func window(_ from: CalendarDate?, _ until: CalendarDate?, keys: (String, String)) {
        view.dayField("starts", view.say(keys.0), from?.description ?? "")
        view.dayField("ends", view.say(keys.1), until?.description ?? "")
    }

    func money(_ name: String, _ key: String, _ money: Money?) {
        view.textField(
            name, view.say(key), money.map { Amounts.plain($0.minor, $0.currency) } ?? "",
            hint: view.say("cooperation.moneyHint"), most: 40, direction: "ltr")
        view.textField(
            name + "Currency", view.say("cooperation.currency"), money?.currency.rawValue ?? "",
            hint: view.say("plan.money.currencyHint"), most: 3, direction: "ltr")
    }

    func language(_ chosen: LanguageTag) {
        view.select(
            "language", view.say("cooperation.textLanguage"),
            LanguageTag.official.map { ($0.rawValue, view.exchange.site.names.endonym($0.rawValue)) },
            chosen: chosen.rawValue)
    }

    func contact(_ contact: OfferContact) {
        view.textField("office", view.say("cooperation.office"), contact.office, most: 200)
        view.textField(
            "email", view.say("cooperation.email"), contact.email, type: "email", most: 254, direction: "ltr")
        view.textField(
            "address", view.say("cooperation.address"), contact.address, hint: view.say("cooperation.addressHint"),
            type: "url", most: 500, direction: "ltr")
    }

    func level(_ chosen: PublicationLevel, _ levels: [PublicationLevel]) {
        view.select(
            "level", view.say("cooperation.level"), levels.map { ($0.rawValue, view.say("level.\($0.rawValue)")) },
            chosen: chosen.rawValue)
    }
}

extension Query {
    func kinds() -> [HelpKind] { all("kinds").compactMap { HelpKind(rawValue: $0) } }
    func conditions(_ name: String) -> [Condition] { all(name).compactMap { Condition(rawValue: $0) } }
    func languages() -> [LanguageTag] { all("languages").map { LanguageTag($0) } }
    package func language() -> LanguageTag { LanguageTag(words("language")) }
    package var version: Int { Int(words(Conflict.versionField)) ?? 0 }

    func eligible() -> Eligibility {
        Eligibility(states: all("states").map { StateCode($0) }, groups: all("groups"))
    }

    func contact() -> OfferContact {
        OfferContact(office: words("office"), email: words("email"), address: words("address"))
    }

    /// An amount with its currency; nil where both fields are empty.
    package func money(_ name: String) throws(WebError) -> Money? {
        let text = words(name).filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        guard let currency = CurrencyCode(words(name + "Currency").filter { !$0.isWhitespace }) else {
            throw .invalid([.init(name: name + "Currency", allowed: "cooperation.currencyForm")])
        }
        guard let minor = Amounts.read(text, currency) else {
            throw .invalid([.init(name: name, allowed: "cooperation.amount")])
        }
        return Money(minor: minor, currency: currency)
    }
}

/// Filters of public lists.
package enum CooperationParameters {
    package static let kind = Parameter(
        name: "kind", form: .choice([""] + HelpKind.allCases.map(\.rawValue)), summary: "A kind of help.")
    package static let theme = Parameter(name: "theme", form: .text(charactersMax: 100), summary: "A theme's code.")
    package static let state = Parameter(name: "state", form: .text(charactersMax: 100), summary: "A State's code.")
    package static let after = Parameter(
        name: "after", form: .number,
        summary: "The last number of the page before.")
    package static let limit = Parameter(name: "limit", form: .integer(1...200), summary: "Most of them on a page.")
}

extension Exchange {
    var kindAsked: HelpKind? { query.first("kind").flatMap { HelpKind(rawValue: $0) } }
    func asked(_ name: String) -> String? { query.first(name).flatMap { $0.isEmpty ? nil : $0 } }
    var limitAsked: Int { query.first("limit").flatMap { Int($0) } ?? 50 }
}

extension View {
    /// The same list as a feed and as a table, narrowed as the page is.
    func files(_ path: String) {
        let kept = ["state", "kind", "theme"].compactMap { name in exchange.asked(name).map { (name, $0) } }
        html.element(.p, .class("hint")) {
            link(address(path + ".atom", kept), say("cooperation.files.feed"))
            html.text(" · ")
            link(address(path + ".csv", kept), say("cooperation.files.csv"))
        }
    }

    /// Filters of a public list.
    func filterForm(_ path: String, hasState: Bool) {
        html.element(.form, .class("narrowing"), .method("get"), .action(path)) {
            if exchange.isLanguageAsked { hiddenField("lang", words.tag) }
            select(
                "kind", say("cooperation.kind"),
                [("", say("cooperation.any"))]
                    + HelpKind.allCases.map { ($0.rawValue, say("helpKind.\($0.rawValue)")) },
                chosen: exchange.query.first("kind") ?? "")
            select(
                "theme", say("cooperation.theme"),
                [("", say("cooperation.any"))]
                    + exchange.site.names.codes(.theme).map { ($0, name(.theme, $0)) },
                chosen: exchange.query.first("theme") ?? "")
            if hasState, let state = exchange.asked("state") { hiddenField("state", state) }
            html.element(.p) { submitButton(say("cooperation.filter"), isPlain: true) }
        }
    }
}
