import Cooperation
import Domain
import Frame
import Locales
import Markup
import Reference

/// Fields of funds and calls.
enum FundForm {
    /// Empty questions under those that are there.
    private static let spareQuestions = 3

    static func write(_ draft: FundDraft, _ view: View) {
        let fields = CooperationFields(view: view)
        view.textField("name", view.say("fund.name"), draft.name, most: CooperationLimits.titleCharactersMax)
        fields.language(draft.language)
        view.textArea("text", view.say("fund.text"), draft.text, language: draft.language.rawValue, rows: 4)
        let templates = view.exchange.site.names.reference.fundTemplates
        view.select(
            "template", view.say("fund.template"),
            [("", view.say("fund.template.own"))]
                + templates.map { ($0.code, $0.names[view.exchange.language]) },
            chosen: draft.template ?? "", hint: view.say("fund.template.hint"))
        fields.contact(draft.contact)
        fields.level(draft.level, [.draft, .partners, .open])
    }

    static func fund(_ form: Query) -> FundDraft {
        var draft = FundDraft()
        draft.name = form.words("name")
        draft.language = form.language()
        draft.text = form.words("text")
        draft.template = form.first("template").flatMap { $0.isEmpty ? nil : $0 }
        draft.contact = form.contact()
        draft.level = PublicationLevel(rawValue: form.words("level")) ?? .draft
        draft.isClosed = form.first("closed") == "yes"
        return draft
    }

    static func write(_ draft: FundCallDraft, _ fund: Fund, _ view: View) {
        let fields = CooperationFields(view: view)
        let language = fund.language.rawValue
        view.textField("title", view.say("field.title"), draft.title, most: CooperationLimits.titleCharactersMax)
        fields.window(draft.opens, draft.closes, keys: ("fund.call.opens", "fund.call.closes"))
        fields.money("ceiling", "fund.call.ceiling", draft.ceiling)
        fields.money("budget", "fund.call.budget", draft.budget)
        fields.kinds(draft.kinds)
        fields.eligible(draft.eligible)
        view.textArea(
            "eligibleNote", view.say("fund.call.eligibleNote"), draft.eligibleNote, language: language, rows: 2)
        view.checkbox("needsConsent", view.say("fund.call.consent"), isOn: draft.needsConsent)
        fields.languages("fund.call.languages", draft.languages)
        fields.conditions("conditions", "offer.conditions", draft.conditions)
        fields.topics(draft.themes, draft.goals)
        view.textArea("text", view.say("fund.text"), draft.text, language: language, rows: 4)
        for place in 0..<(draft.form.count + spareQuestions) {
            question(place, place < draft.form.count ? draft.form[place] : nil, view)
        }
        view.checkbox("cancelled", view.say("fund.call.cancelled"), isOn: draft.isCancelled)
    }

    private static func question(_ place: Int, _ field: FormField?, _ view: View) {
        let title = view.say("fund.form.question", ["number": .number(place + 1)])
        view.html.element(.details, .class("entry several")) {
            view.html.element(.summary, .class("label")) {
                view.html.text(title)
                if let field {
                    view.html.text(" ")
                    view.html.element(.bdi, .class("soft"), text: field.label)
                }
            }
            view.hiddenField("key-\(place)", field?.key ?? "")
            view.textField("label-\(place)", view.say("fund.form.label"), field?.label ?? "", most: 200)
            view.select(
                "kind-\(place)", view.say("fund.form.kind"),
                FormField.Kind.allCases.map { ($0.rawValue, view.say("formKind.\($0.rawValue)")) },
                chosen: field?.kind.rawValue ?? FormField.Kind.longText.rawValue)
            view.checkbox("required-\(place)", view.say("fund.form.required"), isOn: field?.isRequired ?? false)
            view.textField(
                "most-\(place)", view.say("fund.form.wordsMax"), field?.wordsMax.map(String.init) ?? "", most: 6,
                direction: "ltr")
            view.textField("hint-\(place)", view.say("fund.form.hint"), field?.hint ?? "", most: 500)
            view.textArea(
                "choices-\(place)", view.say("fund.form.choicesLabel"),
                field?.choices.joined(separator: "\n") ?? "", language: view.words.tag, rows: 3)
        }
    }

    static func call(_ form: Query) throws(WebError) -> FundCallDraft {
        var draft = FundCallDraft()
        draft.title = form.words("title")
        draft.opens = try form.day("starts")
        draft.closes = try form.day("ends")
        draft.ceiling = try form.money("ceiling")
        draft.budget = try form.money("budget")
        draft.kinds = form.kinds()
        draft.eligible = form.eligible()
        draft.eligibleNote = form.words("eligibleNote")
        draft.needsConsent = form.first("needsConsent") == "yes"
        draft.languages = form.languages()
        draft.conditions = form.conditions("conditions")
        draft.themes = form.all("themes")
        draft.goals = form.all("goals")
        draft.text = form.words("text")
        draft.isCancelled = form.first("cancelled") == "yes"
        draft.form = try questions(form)
        return draft
    }

    /// Questions with a label; one without is taken out.
    private static func questions(_ form: Query) throws(WebError) -> [FormField] {
        var fields: [FormField] = []
        var keys = Set((0..<CooperationLimits.fieldsMax).compactMap { form.first("key-\($0)") })
        for place in 0..<(CooperationLimits.fieldsMax + spareQuestions) {
            let label = form.words("label-\(place)")
            guard !label.allSatisfy(\.isWhitespace) else { continue }
            guard let kind = FormField.Kind(rawValue: form.words("kind-\(place)")) else {
                throw .invalid([.init(name: "form", allowed: "fund.form.key")])
            }
            let most = form.words("most-\(place)").filter { !$0.isWhitespace }
            guard most.isEmpty || Int(most) != nil else {
                throw .invalid([.init(name: "form", allowed: "fund.form.words")])
            }
            var key = form.words("key-\(place)")
            var number = place + 1
            while key.isEmpty {
                if keys.insert("q\(number)").inserted { key = "q\(number)" }
                number += 1
            }
            fields.append(
                FormField(
                    key: key, kind: kind, label: label, hint: form.words("hint-\(place)"),
                    isRequired: form.first("required-\(place)") == "yes", wordsMax: Int(most),
                    choices: form.words("choices-\(place)").split(whereSeparator: \.isNewline).map(String.init)))
        }
        return fields
    }
}
