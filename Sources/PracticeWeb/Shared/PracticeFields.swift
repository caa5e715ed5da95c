import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import Reference

/// Fields that forms of practices and emerging issues share.
extension View {
    func topics(themes: [String], goals: [String], persons: [String], isOpen: Bool) {
        codeChecks(
            "themes", say("cooperation.themes"), names.codes(.theme).map { ($0, name(.theme, $0)) }, chosen: themes,
            isOpen: isOpen && themes.isEmpty)
        codeChecks(
            "persons", say("practice.persons"), names.codes(.person).map { ($0, name(.person, $0)) }, chosen: persons)
        codeChecks(
            "goals", say("cooperation.goals"),
            names.codes(.goal).map { ($0, $0 + " " + name(.goal, $0)) }
                + goals.filter { $0.contains(".") }.map { ($0, $0 + " " + name(.target, $0)) }, chosen: goals)
    }

    func languageField(_ name: String, _ chosen: LanguageTag) {
        select(name, say("cooperation.textLanguage"), languageOptions(chosen), chosen: chosen.rawValue)
    }

    /// The six first, then the others by their own names.
    func languageOptions(_ chosen: LanguageTag? = nil) -> [(value: String, text: String)] {
        let official = LanguageTag.official
        let others = names.reference.languages.map(\.code).filter { !official.contains(LanguageTag($0)) }
        return official.map { ($0.rawValue, names.endonym($0.rawValue)) }
            + others.map { ($0, names.endonym($0)) }.sorted { $0.1 < $1.1 }
    }

    func regionField(_ chosen: String?, hint: String? = nil) {
        select(
            "region", say("practice.region"),
            [("", say("workspace.noValue"))] + names.codes(.region).map { ($0, name(.region, $0)) },
            chosen: chosen ?? "", hint: hint)
    }

    func stateField(_ chosen: StateCode?) {
        select(
            "state", say("cooperation.state"),
            [("", say("workspace.noValue"))]
                + stateNames(names.codes(.state).map { StateCode($0) }).map { ($0.code.rawValue, $0.name) },
            chosen: chosen?.rawValue ?? "")
    }

    /// A text area with a sentence about what belongs into it.
    func longField(_ name: String, _ text: String, language: LanguageTag, rows: Int = 5) {
        textArea(
            name, say("practice.part.\(name)"), text, language: language.rawValue, rows: rows)
        html.element(.p, .class("hint"), text: say("practice.ask.\(name)"))
    }

    /// A small form of one button, and what it needs besides.
    func act(_ path: String, _ label: String, version: Int? = nil, isPlain: Bool = true, more: () -> Void = {}) {
        workForm(address(path), version: version) {
            more()
            html.element(.p) { submitButton(label, isPlain: isPlain) }
        }
    }

    /// What a form did, after it sent the reader here.
    func practiceSaid() {
        if let key = exchange.query.first("said"), words.has("practice.said.\(key)") {
            done(say("practice.said.\(key)"))
        }
    }
}

extension Query {
    var version: Int { Int(words(Conflict.versionField)) ?? 0 }

    func optional(_ name: String) -> String? {
        let text = words(name).filter { !$0.isWhitespace }
        return text.isEmpty ? nil : text
    }

    /// A whole day that has to be there.
    func dayNeeded(_ name: String) throws(WebError) -> CalendarDate {
        guard let day = try day(name) else { throw .invalid([.init(name: name, allowed: "practice.wholeDay")]) }
        return day
    }

    /// One of these values.
    func choice<T: RawRepresentable<String>>(_ name: String, _ type: T.Type) throws(WebError) -> T {
        guard let value = T(rawValue: words(name)) else {
            throw .invalid([.init(name: name, allowed: "practice.unknownCode")])
        }
        return value
    }

    /// Numbers with commas, blanks or a line each.
    func numbers(_ name: String) throws(WebError) -> [Int64] {
        var found: [Int64] = []
        for text in words(name).split(whereSeparator: { !$0.isNumber && $0 != "-" }) {
            guard let number = Int64(text), number > 0 else {
                throw .invalid([.init(name: name, allowed: "practice.numbers")])
            }
            found.append(number)
        }
        return found
    }

    /// An amount with its currency; nil where the field is empty.
    func amount(_ name: String) throws(WebError) -> Money? {
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
