import Cooperation
import Domain
import Frame
import Locales
import Markup
import People

/// The fields of a need.
struct NeedForm {
    let view: View
    let institutions: [Institution]

    func write(_ draft: NeedDraft) {
        let fields = CooperationFields(view: view)
        let language = draft.language.rawValue
        view.textField("title", view.say("field.title"), draft.title, most: CooperationLimits.titleCharactersMax)
        fields.language(draft.language)
        fields.kinds(draft.kinds)
        view.textArea("asked", view.say("need.asked"), draft.asked, language: language, rows: 8)
        view.textArea("exists", view.say("need.exists"), draft.exists, language: language, rows: 4)
        view.textArea("missing", view.say("need.missing"), draft.missing, language: language, rows: 4)
        view.textArea("targetGroup", view.say("need.targetGroup"), draft.targetGroup, language: language, rows: 2)
        view.institutionSelect(
            "institution", view.say("need.institution"), institutions, chosen: draft.institution,
            nobody: view.say("workspace.noValue"))
        fields.window(draft.from, draft.until, keys: ("need.starts", "need.ends"))
        fields.money("cost", "need.cost", draft.cost)
        view.checkbox("whole", view.say("need.whole"), isOn: draft.isWhole)
        fields.languages("need.languages", draft.languages)
        fields.conditions("refused", "need.refused", draft.refused)
        view.textArea("refusedNote", view.say("need.refusedNote"), draft.refusedNote, language: language, rows: 2)
        fields.topics(draft.themes, draft.goals)
        for source in draft.sources { view.hiddenField("from", "\(source.kind.rawValue):\(source.id)") }
        view.hiddenField("sources", draft.sources.map { "\($0.kind.rawValue)/\($0.id)" }.joined(separator: ","))
    }

    static func draft(_ form: Query) throws(WebError) -> NeedDraft {
        var draft = NeedDraft()
        draft.title = form.words("title")
        draft.language = form.language()
        draft.kinds = form.kinds()
        draft.asked = form.words("asked")
        draft.exists = form.words("exists")
        draft.missing = form.words("missing")
        draft.targetGroup = form.words("targetGroup")
        draft.institution = InstitutionID(form.words("institution"))
        draft.from = try form.day("starts")
        draft.until = try form.day("ends")
        draft.cost = try form.money("cost")
        draft.isWhole = form.first("whole") == "yes"
        draft.languages = form.languages()
        draft.refused = form.conditions("refused")
        draft.refusedNote = form.words("refusedNote")
        draft.themes = form.all("themes")
        draft.goals = form.all("goals")
        draft.sources = form.all("from").compactMap { source($0) }
        return draft
    }

    /// `commitment:7`
    static func source(_ text: String) -> NeedSource? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let kind = NeedSource.Kind(rawValue: String(parts[0])), let id = Int64(parts[1]),
            id > 0
        else { return nil }
        return NeedSource(kind, id)
    }
}

/// The form of a new need, filled with what the plan or the record says.
struct NeedNewView {
    static let from = Parameter(
        name: "from", form: .text(charactersMax: 40), valuesMax: CooperationLimits.sourcesMax,
        summary: "What it is stated from: kind and number, `commitment:7`.")

    static func answer(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let sources = visit.exchange.query.all("from").compactMap { NeedForm.source($0) }
        let draft = try await visit.run { () throws(WorkspaceError) in
            try await cooperation.needs.draft(from: sources, language: visit.exchange.language, visit.member)
        }
        let institutions = try await visit.run { () throws(WorkspaceError) in
            try await Institutions(cooperation.store).all(visit.member)
        }
        let view = View(visit)
        var head = PageHead(title: view.say("need.new.title"), place: .needs)
        head.crumbs = [(view.address(visit.path("/needs")), view.say("need.title"))]
        return await view.page(head) {
            view.pageHead(view.say("need.new.title"), lead: view.say("need.new.lead"))
            view.workForm(view.address(visit.path("/needs"))) {
                NeedForm(view: view, institutions: institutions).write(draft)
                view.html.element(.p) { view.submitButton(view.say("need.new.button")) }
            }
        }
    }
}
