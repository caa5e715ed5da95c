import Domain
import Frame
import Locales
import Markup
import Programmes

/// The form that makes or changes a programme.
struct ProgrammeForm {
    let view: View
    let visit: Visit
    let codes: AidCodes
    let draft: ProgrammeDraft
    /// The programme and its version; nil for a new one.
    let edited: (id: ProgrammeID, version: Int)?
    /// What is wrong with it, as it was sent.
    var troubles: [(field: String, text: String)] = []

    static func new(_ visit: Visit, _ programmes: Programmes) async -> Answer {
        var draft = ProgrammeDraft(reporterName: visit.workspace.name, language: visit.workspace.language)
        if let state = visit.workspace.mechanismState { draft.states = [DraftShare(code: state.rawValue)] }
        return await ProgrammeForm(
            view: View(visit), visit: visit, codes: programmes.codes, draft: draft, edited: nil
        ).answer()
    }

    static func edit(_ visit: Visit, _ programmes: Programmes) async throws(WebError) -> Answer {
        guard let id = ProgrammeID(visit.exchange.value("id")) else { throw .notFound }
        let whole = try await WebError.run { () throws(WorkspaceError) in
            try await programmes.find(id, .workspace(visit.member))
        }
        let draft = ProgrammeDraft(whole.activity, programmes.codes, isPublic: whole.programme.isPublic)
        return await ProgrammeForm(
            view: View(visit), visit: visit, codes: programmes.codes, draft: draft,
            edited: (id, whole.programme.version)
        ).answer()
    }

    func answer() async -> Answer {
        let title = view.say(edited == nil ? "programme.new" : "programme.edit")
        var head = PageHead(title: title, place: .programmes)
        head.crumbs = [(view.address(visit.path("/programmes")), view.say("programme.title"))]
        if let edited {
            head.crumbs.append((view.address(visit.path("/programmes/\(edited.id)")), draft.title))
            head.path = visit.path("/programmes/\(edited.id)/edit")
        } else {
            head.path = visit.path("/programmes/new")
        }
        return await view.page(head, status: troubles.isEmpty ? 200 : 400) { write(title) }
    }

    private var html: HTMLWriter { view.html }

    private func write(_ title: String) {
        view.pageHead(title, lead: view.say("programme.form.lead"))
        if !troubles.isEmpty {
            html.element(.div, .class("notice problem"), .role("alert")) {
                html.element(.ul) {
                    for trouble in troubles {
                        html.element(.li) { html.element(.a, .href("#\(trouble.field)"), text: trouble.text) }
                    }
                }
            }
        }
        let path = edited.map { visit.path("/programmes/\($0.id)/edit") } ?? visit.path("/programmes/new")
        view.programmeForm(path, version: edited?.version) {
            what()
            who()
            whereAndWhy()
            when()
            view.checkbox("published", view.say("programme.form.public"), isOn: draft.isPublic)
            html.element(.p) { view.submitButton(view.say("programme.form.save")) }
        }
    }

    private func what() {
        view.textField("title", view.say("programme.field.title"), draft.title, most: 300)
        view.textArea(
            "description", view.say("programme.field.description"), draft.description,
            language: draft.language.rawValue, rows: 6)
        view.textField(
            "language", view.say("programme.field.language"), draft.language.rawValue,
            hint: view.say("programme.field.language.hint"), most: 20, direction: "ltr")
        view.select(
            "activityStatus", view.say("programme.column.status"),
            ["1", "2", "3", "4", "5", "6"].map { ($0, view.programmeStatus($0)) }, chosen: draft.status)
        view.select(
            "modality", view.say("programme.modality"),
            [("", view.say("programme.modality.none"))]
                + Modality.allCases.map { ($0.rawValue, view.say("programme.modality.\($0.rawValue)")) },
            chosen: draft.modality?.rawValue ?? "")
    }

    private func who() {
        view.textField(
            "reporterReference", view.say("programme.field.reference"), draft.reporterReference,
            hint: view.say("programme.field.reference.hint"), most: 300, direction: "ltr")
        view.textField("reporterName", view.say("programme.column.reporter"), draft.reporterName, most: 300)
        view.select(
            "reporterKind", view.say("programme.field.kind"),
            codes.codes(of: .organisationType).map { ($0, view.say("programme.organization.\($0)")) },
            chosen: draft.reporterKind)
        view.textField(
            "identifier", view.say("programme.identifier"), draft.identifier,
            hint: view.say("programme.identifier.hint"), most: 300, direction: "ltr")
        lines("partners", "programme.field.partners", draft.partners.map(\.line), "programme.field.partners.hint")
    }

    private func whereAndWhy() {
        lines("states", "programme.column.states", draft.states.map(\.line), "programme.field.states.hint")
        lines("sectors", "programme.filter.sector", draft.sectors.map(\.line), "programme.field.sectors.hint")
        view.textField(
            "goals", view.say("programme.goals"), draft.goals.joined(separator: ", "),
            hint: view.say("programme.field.goals.hint"), most: 600, direction: "ltr")
        view.textField(
            "currency", view.say("programme.field.currency"), draft.currency, hint: view.say("programme.currency.hint"),
            most: 3, direction: "ltr")
    }

    private func when() {
        for (name, day) in [
            ("plannedStart", draft.plannedStart), ("actualStart", draft.actualStart), ("plannedEnd", draft.plannedEnd),
            ("actualEnd", draft.actualEnd),
        ] {
            view.textField(
                name, view.say("programme.field.\(name)"), day?.description ?? "", type: "date", most: 10,
                direction: "ltr")
        }
    }

    private func lines(_ name: String, _ label: String, _ lines: [String], _ hint: String) {
        view.field(name, view.say(label), hint: view.say(hint)) { hint in
            html.element(
                .textarea, .class("input"), .id(name), .name(name), .custom("rows", max(3, min(8, lines.count + 1))),
                .dir("auto"), .describedBy(hint)
            ) { html.text(lines.joined(separator: "\n")) }
        }
    }
}
