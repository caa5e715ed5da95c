import Domain
import Frame
import Locales
import Markup
import Practices

/// The fields of an emerging issue.
struct EmergingForm {
    let view: View
    let visit: Visit

    func write(_ content: EmergingContent) {
        view.languageField("language", content.language)
        view.textField("title", view.say("field.title"), content.title, most: PracticeLimits.titleCharactersMax)
        view.textArea(
            "text", view.say("emerging.text"), content.text, language: content.language.rawValue, rows: 8)
        view.textArea("gap", view.say("emerging.gap"), content.gap, language: content.language.rawValue, rows: 4)
        view.html.element(.p, .class("hint"), text: view.say("emerging.gapHint"))
        view.regionField(content.region)
        if visit.workspace.actor == .civilSociety {
            view.checkbox("anonymous", view.say("practice.anonymous"), isOn: content.isAnonymous)
            view.html.element(.p, .class("hint"), text: view.say("practice.anonymousHint"))
        }
        view.topics(themes: content.themes, goals: content.goals, persons: content.persons, isOpen: true)
        for (kind, key) in [
            (EmergingLink.Kind.issue, "practice.links.issues"),
            (.recommendation, "practice.links.recommendations"), (.practice, "emerging.practices"),
        ] {
            view.textField(
                kind.rawValue, view.say(key),
                content.links.filter { $0.kind == kind }.map { "\($0.id)" }.joined(separator: ", "),
                hint: view.say("practice.links.hint"), most: 600, direction: "ltr")
        }
    }

    static func content(_ form: Query) throws(WebError) -> EmergingContent {
        var content = EmergingContent()
        content.language = LanguageTag(form.words("language"))
        content.title = form.words("title")
        content.text = form.words("text")
        content.gap = form.words("gap")
        content.region = form.optional("region")
        content.isAnonymous = form.first("anonymous") != nil
        content.themes = form.all("themes")
        content.goals = form.all("goals")
        content.persons = form.all("persons")
        for kind in EmergingLink.Kind.allCases {
            content.links += try form.numbers(kind.rawValue).map { EmergingLink(kind, $0) }
        }
        return content
    }
}
