import Cooperation
import Domain
import Frame
import Locales
import Markup

/// The fields of an offer, and what its forms do.
enum OfferForm {
    static func write(_ draft: OfferDraft, _ view: View) {
        let fields = CooperationFields(view: view)
        view.textField("title", view.say("field.title"), draft.title, most: CooperationLimits.titleCharactersMax)
        fields.language(draft.language)
        fields.kinds(draft.kinds)
        view.textArea("text", view.say("offer.text"), draft.text, language: draft.language.rawValue, rows: 6)
        fields.eligible(draft.eligible)
        fields.window(draft.from, draft.until, keys: ("need.starts", "need.ends"))
        view.textField(
            "capacity", view.say("offer.capacity"), draft.capacityPerYear.map(String.init) ?? "",
            hint: view.say("offer.capacityHint"), most: 6, direction: "ltr")
        fields.money("money", "offer.money", draft.money)
        fields.languages("offer.languages", draft.languages)
        fields.conditions("conditions", "offer.conditions", draft.conditions)
        view.textArea(
            "conditionsNote", view.say("offer.conditionsNote"), draft.conditionsNote,
            language: draft.language.rawValue, rows: 2)
        fields.topics(draft.themes, draft.goals)
        fields.contact(draft.contact)
        fields.level(draft.level, [.draft, .partners, .open])
        view.select(
            "status", view.say("cooperation.status"),
            OfferStatus.allCases.map { ($0.rawValue, view.say("offerStatus.\($0.rawValue)")) },
            chosen: draft.status.rawValue)
    }

    static func draft(_ form: Query) throws(WebError) -> OfferDraft {
        var draft = OfferDraft()
        draft.title = form.words("title")
        draft.language = form.language()
        draft.kinds = form.kinds()
        draft.text = form.words("text")
        draft.eligible = form.eligible()
        draft.from = try form.day("starts")
        draft.until = try form.day("ends")
        let capacity = form.words("capacity").filter { !$0.isWhitespace }
        if !capacity.isEmpty {
            guard let number = Int(capacity) else {
                throw .invalid([.init(name: "capacity", allowed: "cooperation.capacity")])
            }
            draft.capacityPerYear = number
        }
        draft.money = try form.money("money")
        draft.languages = form.languages()
        draft.conditions = form.conditions("conditions")
        draft.conditionsNote = form.words("conditionsNote")
        draft.themes = form.all("themes")
        draft.goals = form.all("goals")
        draft.contact = form.contact()
        draft.level = PublicationLevel(rawValue: form.words("level")) ?? .draft
        draft.status = OfferStatus(rawValue: form.words("status")) ?? .open
        return draft
    }

    static func add(_ visit: Visit, _ form: Query, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let draft = try draft(form)
        let offer = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.offers.add(draft, by: visit.member)
        }
        return .seeOther(View(visit).address(visit.path("/offers/\(offer.id)"), [("said", "saved")]))
    }

    static func edit(_ visit: Visit, _ form: Query, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: OfferID = try visit.id()
        let draft = try draft(form)
        try await visit.run { () throws(WorkspaceError) in
            try await cooperation.offers.edit(id, version: form.version, draft, by: visit.member)
        }
        return .seeOther(View(visit).address(visit.path("/offers/\(id)"), [("said", "saved")]))
    }
}
