import CooperationRecords
import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import Reference

/// The fields of a fact: those of its kind alone.
struct FactForm {
    let view: View

    func write(_ content: StateFactContent) {
        let kind = content.kind
        view.hiddenField("kind", kind.rawValue)
        about(content)
        if kind.isOfCycle {
            view.textField(
                "cycle", view.say("stateFact.field.cycle"), content.cycle.map { "\($0)" } ?? "", type: "number",
                most: 1, direction: "ltr")
        } else if kind.about != .treaty, kind != .accreditation {
            view.textField(
                "matter", view.say("stateFact.field.matter"), content.matter,
                hint: view.say("stateFact.field.matterHint"), most: StateFactLimits.matterCharactersMax)
        }
        view.textField(
            "day", view.say("stateFact.day"), content.day?.description ?? "",
            hint: view.say("stateFact.field.dayHint"), most: 10, direction: "ltr")
        view.checkbox("none", view.say("stateFact.field.none"), isOn: content.isNone)
        if kind == .accreditation {
            view.select(
                "grade", view.say("stateFact.field.grade"),
                [
                    ("A", view.say("stateFact.grade", ["grade": .text("A")])),
                    ("B", view.say("stateFact.grade", ["grade": .text("B")])),
                    ("none", view.say("stateFact.grade.none")),
                ], chosen: content.grade ?? "A")
        }
        if kind == .fundUsed { money(content.money) }
        if kind.isOfCommunications {
            view.html.element(.p, .class("notice"), text: view.say("stateFact.field.noNames"))
        } else {
            view.textArea(
                "text", view.say("stateFact.what"), content.text, language: content.language.rawValue, rows: 3)
            view.select(
                "language", view.say("cooperation.textLanguage"),
                LanguageTag.official.map { ($0.rawValue, view.names.endonym($0.rawValue)) },
                chosen: content.language.rawValue)
        }
        view.textField(
            "source", view.say("stateFact.source"), content.source, hint: view.say("stateFact.field.sourceHint"),
            most: StateFactLimits.sourceCharactersMax)
        view.textField(
            "address", view.say("stateFact.field.address"), content.address ?? "", type: "url",
            most: StateFactLimits.addressCharactersMax, direction: "ltr")
    }

    private func about(_ content: StateFactContent) {
        switch content.kind.about {
        case .nothing: return
        case .treaty:
            view.select(
                "about", view.say("stateFact.field.treaty"),
                [("", view.say("workspace.noValue"))]
                    + view.names.reference.treaties.map { ($0.code, $0.names[view.exchange.language]) },
                chosen: content.about)
        case .mechanism:
            let bodies = view.names.codes(.mechanism).map { (value: $0, text: view.name(.mechanism, $0)) }
            view.select(
                "about", view.say("stateFact.field.mechanism"),
                [("", view.say("workspace.noValue"))] + bodies, chosen: content.about)
        case .words:
            view.textField(
                "about", view.say("stateFact.field.about.\(content.kind.group.rawValue)"), content.about,
                most: StateFactLimits.aboutCharactersMax)
        }
    }

    private func money(_ money: Money?) {
        view.textField(
            "amount", view.say("stateFact.field.amount"), money.map { Amounts.plain($0.minor, $0.currency) } ?? "",
            most: 30, direction: "ltr")
        view.textField(
            "amountCurrency", view.say("cooperation.currency"), money?.currency.rawValue ?? "", most: 3,
            direction: "ltr")
    }

    static func content(_ form: Query) throws(WebError) -> StateFactContent {
        guard let kind = StateFactKind(rawValue: form.words("kind")) else {
            throw .invalid([.init(name: "kind", allowed: "stateFact.import.kind")])
        }
        var content = StateFactContent(kind)
        content.about = form.words("about")
        content.matter = form.words("matter")
        content.day = CalendarDate(form.words("day").filter { !$0.isWhitespace })
        content.cycle = Int(form.words("cycle").filter { !$0.isWhitespace })
        content.isNone = form.first("none") != nil
        content.grade = form.first("grade")
        content.text = form.words("text")
        content.language = form.first("language").map { LanguageTag($0) } ?? .english
        content.source = form.words("source")
        content.address = form.first("address")
        if kind == .fundUsed { content.money = try form.money("amount") }
        return content
    }
}
