import Consultations
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// The fields of a consultation, and of a contribution to one.
struct ConsultationForm {
    let view: View

    func write(_ content: ConsultationContent) {
        view.select(
            "kind", view.say("consultation.kind"),
            Consultation.Kind.allCases.map { ($0.rawValue, view.consultationKind($0)) }, chosen: content.kind.rawValue)
        language(content.language)
        view.textField(
            "title", view.say("field.title"), content.title, most: ConsultationLimits.titleCharactersMax)
        view.textArea(
            "text", view.say("consultation.about"), content.about, language: content.language.rawValue, rows: 6)
        view.dayField("opens", view.say("consultation.opens"), content.opens?.description ?? "")
        view.dayField(
            "closes", view.say("consultation.closes"), content.closes?.description ?? "",
            hint: view.say("consultation.utc"))
        view.dayField(
            "answerBy", view.say("consultation.answerBy"), content.answerBy?.description ?? "",
            hint: view.say("consultation.answerByHint"))
        view.checkbox("outsiders", view.say("consultation.outsiders"), isOn: content.takesOutsiders)
        view.textField(
            "contact", view.say("consultation.contact"), content.contact, hint: view.say("consultation.contactHint"),
            most: ConsultationLimits.lineCharactersMax)
        let topics = content.topics
        view.codeChecks(
            "themes", view.say("cooperation.themes"),
            view.names.codes(.theme).map { ($0, view.name(.theme, $0)) },
            chosen: topics.filter { $0.kind == .theme }.map(\.value))
        for (kind, key) in [
            (ConsultationTopic.Kind.issue, "practice.links.issues"),
            (.recommendation, "practice.links.recommendations"),
        ] {
            view.textField(
                kind.rawValue, view.say(key),
                topics.filter { $0.kind == kind }.map(\.value).joined(separator: ", "),
                hint: view.say("practice.links.hint"), most: 600, direction: "ltr")
        }
    }

    func language(_ chosen: LanguageTag) {
        view.select(
            "language", view.say("cooperation.textLanguage"),
            LanguageTag.official.map { ($0.rawValue, view.names.endonym($0.rawValue)) }, chosen: chosen.rawValue)
    }

    /// Of whoever contributes in the workspace; names are asked for only where a person speaks in the room.
    func contribution(_ sessions: [ConsultationSession], institutions: [Institution], isRoom: Bool) {
        let tag = view.exchange.language
        view.textArea("text", view.say("consultation.words"), "", language: tag.rawValue, rows: 6)
        language(tag)
        if !sessions.isEmpty {
            view.select(
                "session", view.say("consultation.onSession"),
                [("", view.say("consultation.whole"))] + sessions.map { ("\($0.id)", $0.title) }, chosen: "")
        }
        if !institutions.isEmpty {
            view.institutionSelect(
                "institution", view.say("field.institution"), institutions, chosen: nil,
                nobody: view.say("workspace.noValue"))
        }
        guard isRoom else { return }
        view.textField(
            "name", view.say("consultation.who"), "", hint: view.say("consultation.roomNameHint"),
            most: ConsultationLimits.lineCharactersMax)
        view.textField(
            "actor", view.say("consultation.yourActor"), "", most: ConsultationLimits.lineCharactersMax)
    }

    static func content(_ form: Query) throws(WebError) -> ConsultationContent {
        var content = ConsultationContent()
        content.kind = Consultation.Kind(rawValue: form.words("kind")) ?? .consultation
        content.language = form.language()
        content.title = form.words("title")
        content.about = form.words("text")
        content.contact = form.words("contact")
        content.opens = try form.day("opens")
        content.closes = try form.day("closes")
        content.answerBy = try form.day("answerBy")
        content.takesOutsiders = form.first("outsiders") != nil
        content.topics = form.all("themes").map { ConsultationTopic(.theme, $0) }
        for kind in [ConsultationTopic.Kind.issue, .recommendation] {
            content.topics += form.words(kind.rawValue).split { $0 == "," || $0.isWhitespace }.map {
                ConsultationTopic(kind, String($0))
            }
        }
        return content
    }

    static func draft(_ form: Query) -> ContributionDraft {
        var draft = ContributionDraft()
        draft.session = Int64(form.words("session"))
        draft.institution = Int64(form.words("institution")).map { InstitutionID($0) }
        draft.name = form.words("name")
        draft.actor = form.words("actor")
        draft.language = form.language()
        draft.text = form.words("text")
        return draft
    }
}
