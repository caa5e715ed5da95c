import Domain
import Frame
import Locales
import Markup
import People
import Screening

/// One moment of a screening: where sides differ, risks as they stood, and each part of the questions with every side's answers.
struct MomentView {
    let view: View
    let visit: Visit
    let whole: ScreeningWhole
    let moment: ScreeningMoment
    let owners: RiskOwners

    static func answer(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let id: MomentID = try visit.id()
        let found = try await visit.run { () throws(WorkspaceError) in
            try await screenings.find(moment: id, visit.member)
        }
        let owners = try await RiskOwners.load(visit, screenings, found.whole)
        let view = View(visit)
        let page = MomentView(
            view: view, visit: visit, whole: found.whole, moment: found.moment, owners: owners)
        let subject = view.screenedTitle(found.whole.title, found.whole.screening.subject)
        let head = visit.screeningHead(
            view.momentName(found.moment), view,
            crumbs: [(view.address(visit.path("/screenings/\(found.whole.screening.id)")), subject)], isWide: true)
        return await view.page(head) { page.write(subject) }
    }

    private var html: HTMLWriter { view.html }
    private var path: String { visit.path("/screenings/moments/\(moment.id)") }
    private var edition: ScreeningEdition? { whole.editions[moment.id] }
    private var section: ScreeningSection? {
        visit.exchange.query.first("section").flatMap { edition?.section($0) }
    }

    private func write(_ subject: String) {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), .dir("auto"), text: subject)
            html.element(.h1, text: view.momentName(moment))
            if !moment.note.isEmpty { html.element(.p, .class("lead"), .dir("auto"), text: moment.note) }
        }
        view.screeningSaid()
        if visit.may(.screenCooperation) {
            html.element(.p) { view.link(view.address(path + "/answers"), view.say("screening.answerOurs")) }
        }
        view.sectionTabs(
            path, edition?.sections ?? [], current: section?.key, first: view.say("screening.overview"))
        let part = SidesPart(view: view, visit: visit, whole: whole, moment: moment)
        if let section {
            html.element(.h2, text: view.sectionName(section.key))
            for question in section.questions { part.write(question) }
        } else {
            overview(part)
        }
    }

    private func overview(_ part: SidesPart) {
        let findings = whole.findings(at: moment)
        for side in findings.silent {
            html.element(
                .p, .class("notice"), text: view.say("screening.sideSilent", ["side": .text(view.sideName(side))]))
        }
        view.section("differing", view.say("screening.differing")) {
            if findings.differing.isEmpty {
                html.element(.p, text: view.say("screening.differing.none"))
            }
            for matter in findings.differing { part.write(matter.question) }
        }
        if !findings.suggested.isEmpty {
            view.section("suggested", view.say("screening.suggested"), view.say("screening.suggested.text")) {
                html.element(.ul) {
                    for matter in findings.suggested { html.element(.li) { suggestion(matter) } }
                }
            }
        }
        risks()
        raising()
        settings()
    }

    private func suggestion(_ matter: ScreeningFindings.Matter) {
        html.text(view.questionText(matter.question.key) + " ")
        html.text(
            view.commas(
                matter.sayings.map {
                    view.say(
                        "screening.sideReply",
                        ["side": .text(view.sideName($0.side)), "reply": .text(view.replyName($0.answer.reply))])
                }))
        guard visit.may(.screenCooperation) else { return }
        html.text(" ")
        view.link(
            view.address(path, [("question", matter.question.key)]) + "#risk", view.say("screening.risk.make"))
    }

    private func risks() {
        view.section("risks", view.say("screening.risks.then"), view.say("screening.risks.then.text")) {
            let held = whole.risks(at: moment).filter { $0.state != nil || $0.risk.moment == moment.id }
            guard !held.isEmpty else {
                html.element(.p, text: view.say("screening.risks.none"))
                return
            }
            let states = held.compactMap { one in one.state.map { (one.risk.id, $0) } }
            RiskTable(
                view: view, visit: visit, risks: held.map(\.risk),
                states: Dictionary(states, uniquingKeysWith: { _, last in last })
            ).write()
        }
    }

    /// The form of a risk; with a question in the address it begins with that question.
    private func raising() {
        guard visit.may(.screenCooperation) else { return }
        let asked = visit.exchange.query.first("question").flatMap { edition?.question($0) }
        html.element(.div, .id("risk")) {
            view.fold(view.say("screening.risk.add"), isOpen: asked != nil) {
                view.workForm(view.address(path + "/risks")) {
                    if let asked {
                        html.element(.p, .class("hint"), text: view.questionText(asked.key))
                        view.hiddenField("question", asked.key)
                    }
                    RiskFields(view: view, owners: owners).write(
                        RiskDraft(question: asked?.key, owner: visit.workspace.id))
                    html.element(.p) { view.submitButton(view.say("screening.risk.add")) }
                }
            }
        }
    }

    /// Only whoever set a moment moves it.
    private func settings() {
        guard visit.may(.screenCooperation), moment.workspace == visit.workspace.id else { return }
        view.fold(view.say("screening.moment.edit")) {
            view.workForm(view.address(path + "/edit"), version: moment.version) {
                view.dayField("day", view.say("screening.field.day"), moment.day.description)
                view.textField(
                    "note", view.say("screening.field.note"), moment.note, hint: view.say("screening.hint.note"),
                    most: ScreeningLimits.titleCharactersMax)
                html.element(.p) { view.submitButton(view.say("screening.save")) }
            }
            guard !whole.answers.contains(where: { $0.moment == moment.id }),
                !whole.risks.contains(where: { $0.moment == moment.id })
            else { return }
            view.workForm(view.address(path + "/withdraw"), version: moment.version) {
                view.textField(
                    "reason", view.say("screening.field.reason"), "", most: ScreeningLimits.reasonCharactersMax)
                html.element(.p) { view.submitButton(view.say("screening.moment.withdraw"), isPlain: true) }
            }
        }
    }
}
