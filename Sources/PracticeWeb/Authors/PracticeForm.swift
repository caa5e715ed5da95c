import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import Practices

/// The fields of a practice: its facts and its original text.
struct PracticeForm {
    let view: View
    let visit: Visit
    let isNew: Bool

    func write(_ content: PracticeContent) {
        guard let text = content.original else { return }
        let html = view.html
        view.select(
            "shelf", view.say("practice.shelf"), PracticeShelf.allCases.map { ($0.rawValue, view.shelf($0)) },
            chosen: content.shelf.rawValue)
        view.languageField("language", text.language)
        view.textField("title", view.say("field.title"), text.title, most: PracticeLimits.titleCharactersMax)
        PracticeTextFields(view: view).write(text)
        html.element(.div, .class("pair")) {
            view.stateField(content.state)
            view.regionField(content.region, hint: view.say("practice.regionHint"))
        }
        view.checkbox("placeWithheld", view.say("practice.placeWithhold"), isOn: content.isPlaceWithheld)
        if visit.workspace.actor == .civilSociety {
            view.checkbox("anonymous", view.say("practice.anonymous"), isOn: content.isAnonymous)
            html.element(.p, .class("hint"), text: view.say("practice.anonymousHint"))
        }
        html.element(.div, .class("pair")) {
            view.dayField("starts", view.say("practice.starts"), content.from?.description ?? "")
            view.dayField("ends", view.say("practice.ends"), content.until?.description ?? "")
        }
        view.codeChecks(
            "kinds", view.say("cooperation.kinds"),
            HelpKind.allCases.map { ($0.rawValue, view.say("helpKind.\($0.rawValue)")) },
            chosen: content.kinds.map(\.rawValue), isOpen: content.kinds.isEmpty)
        html.element(.div, .class("pair")) {
            view.textField(
                "cost", view.say("practice.cost"), content.cost.map { Amounts.plain($0.minor, $0.currency) } ?? "",
                hint: view.say("cooperation.moneyHint"), most: 40, direction: "ltr")
            view.textField(
                "costCurrency", view.say("cooperation.currency"), content.cost?.currency.rawValue ?? "",
                hint: view.say("plan.money.currencyHint"), most: 3, direction: "ltr")
        }
        view.topics(themes: content.themes, goals: content.goals, persons: content.persons, isOpen: true)
        field(content)
        html.element(.div, .class("pair")) {
            view.textField(
                "office", view.say("cooperation.office"), content.contact.office,
                hint: view.say("practice.officeHint"), most: PracticeLimits.titleCharactersMax)
            view.textField(
                "email", view.say("cooperation.email"), content.contact.email, type: "email", most: 254,
                direction: "ltr")
        }
        view.checkbox("contactWithheld", view.say("practice.contactWithhold"), isOn: content.isContactWithheld)
        if let source = content.source {
            view.hiddenField("source", "\(source.kind.rawValue):\(source.id)")
        }
        if isNew {
            for link in content.links { view.hiddenField("link", "\(link.kind.rawValue):\(link.id)") }
        }
    }

    private func field(_ content: PracticeContent) {
        let lines = content.documents.map { $0.address.isEmpty ? $0.title : "\($0.title) | \($0.address)" }
        view.textArea(
            "documents", view.say("practice.documents"), lines.joined(separator: "\n"),
            language: content.original?.language.rawValue ?? "en", rows: 3)
        view.html.element(.p, .class("hint"), text: view.say("practice.documentsHint"))
    }

    static func content(_ form: Query) throws(WebError) -> PracticeContent {
        var content = PracticeContent()
        content.shelf = try form.choice("shelf", PracticeShelf.self)
        content.texts = [PracticeTextFields.text(form, isOriginal: true)]
        content.state = form.optional("state").map { StateCode($0) }
        content.region = form.optional("region")
        content.isPlaceWithheld = form.first("placeWithheld") != nil
        content.isAnonymous = form.first("anonymous") != nil
        content.from = try form.day("starts")
        content.until = try form.day("ends")
        content.kinds = form.all("kinds").compactMap { HelpKind(rawValue: $0) }
        content.cost = try form.amount("cost")
        content.themes = form.all("themes")
        content.goals = form.all("goals")
        content.persons = form.all("persons")
        content.documents = documents(form.words("documents"))
        content.contact = PracticeContact(office: form.words("office"), email: form.words("email"))
        content.isContactWithheld = form.first("contactWithheld") != nil
        content.source = form.first("source").flatMap { source($0) }
        content.links = form.all("link").compactMap { link($0) }
        return content
    }

    /// One a line: its title, and after a bar its address.
    private static func documents(_ text: String) -> [PracticeDocument] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map {
                String($0.drop(while: \.isWhitespace))
            }
            guard let title = parts.first, !line.allSatisfy(\.isWhitespace) else { return nil }
            return PracticeDocument(title: title, address: parts.count > 1 ? parts[1] : "")
        }
    }

    /// `programme:7`
    static func source(_ text: String) -> PracticeSource? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let kind = PracticeSource.Kind(rawValue: String(parts[0])), let id = Int64(parts[1]),
            id > 0
        else { return nil }
        return PracticeSource(kind, id)
    }

    /// `issue:7`
    static func link(_ text: String) -> PracticeLink? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let kind = PracticeLink.Kind(rawValue: String(parts[0])), let id = Int64(parts[1]),
            id > 0
        else { return nil }
        return PracticeLink(kind, id)
    }
}

/// The texts of one language version, each with the question it answers.
struct PracticeTextFields {
    let view: View

    func write(_ text: PracticeText) {
        for part in PracticeText.parts where part.name != "title" {
            let rows = ["worked": 8, "summary": 3, "failed": 5, "evidence": 5][part.name] ?? 3
            view.longField(part.name, text[keyPath: part.path], language: text.language, rows: rows)
        }
    }

    static func text(_ form: Query, isOriginal: Bool) -> PracticeText {
        var text = PracticeText(language: LanguageTag(form.words("language")), isOriginal: isOriginal)
        for part in PracticeText.parts { text[keyPath: part.path] = form.words(part.name) }
        return text
    }
}
