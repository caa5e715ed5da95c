import Domain
import Frame
import Locales
import Markup
import Screening

/// One risk: what it is, who deals with it, how it stood, and what can be done.
struct RiskView {
    let view: View
    let visit: Visit
    let risk: ScreeningRisk
    let title: String?
    let states: [RiskState]
    /// Nil for a focal point, who sees the risk and not the screening.
    let whole: ScreeningWhole?
    let owners: RiskOwners

    static func answer(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let id: RiskID = try visit.id()
        let found = try await visit.run { () throws(WorkspaceError) in try await screenings.risk(id, visit.member) }
        var whole: ScreeningWhole?
        var owners = RiskOwners(parties: [], institutions: [], people: [])
        if visit.member.reach(.seeCooperation) == .all {
            let all = try await visit.run { () throws(WorkspaceError) in
                try await screenings.find(found.risk.screening, visit.member)
            }
            owners = try await RiskOwners.load(visit, screenings, all)
            whole = all
        }
        let page = RiskView(
            view: View(visit), visit: visit, risk: found.risk, title: found.title, states: found.states, whole: whole,
            owners: owners)
        return await page.answer()
    }

    private var html: HTMLWriter { view.html }
    private var path: String { visit.path("/screenings/risks/\(risk.id)") }
    private var isConcerned: Bool { [risk.owner, risk.raiser].contains(visit.workspace.id) }

    private func answer() async -> Answer {
        var crumbs: [(address: String, name: String)] = []
        if let whole {
            crumbs.append(
                (
                    view.address(visit.path("/screenings/\(risk.screening)")),
                    view.screenedTitle(title, whole.screening.subject)
                ))
        }
        return await view.page(visit.screeningHead(risk.title, view, crumbs: crumbs)) { write() }
    }

    private func write() {
        html.element(.div, .class("head")) {
            html.element(.p, .class("kicker"), text: view.say("screening.risk"))
            html.element(.h1, .dir("auto"), text: risk.title)
        }
        view.screeningSaid()
        facts()
        if isConcerned { deeds() }
        view.section("states", view.say("screening.risk.states")) {
            html.element(.ul, .class("timeline")) {
                for state in states.reversed() { html.element(.li) { self.state(state) } }
            }
        }
    }

    private func facts() {
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("screening.field.status")) {
                html.text(view.riskStatusName(risk.status))
                if let today = visit.today, risk.isOverdue(on: today) {
                    html.text(" ")
                    html.element(.strong, .class("overdue"), text: view.say("screening.risk.overdue"))
                }
            }
            view.fact(view.say("screening.field.owner")) {
                html.element(.bdi, text: RiskWords(view: view).owner(risk))
            }
            view.fact(view.say("screening.field.due")) { html.text(RiskWords(view: view).due(risk.due)) }
            if let question = risk.question {
                view.fact(view.say("screening.field.question")) { html.text(view.questionText(question)) }
            }
            if let moment = whole?.moments.first(where: { $0.id == risk.moment }) {
                view.fact(view.say("screening.risk.raisedAt")) {
                    view.link(
                        view.address(visit.path("/screenings/moments/\(moment.id)")), view.momentName(moment))
                }
            }
            view.fact(view.say("screening.risk.raisedBy")) {
                html.element(.bdi, text: view.commas([risk.raiserName, risk.raisedBy]))
            }
        }
    }

    private func deeds() {
        let isFocal = visit.member.reach(.seeCooperation) == .own
        if visit.may(.screenCooperation) || (isFocal && visit.may(.answerScreening)) {
            view.workForm(view.address(path + "/state"), version: risk.version) {
                view.select(
                    "status", view.say("screening.field.status"),
                    RiskStatus.allCases.map { ($0.rawValue, view.riskStatusName($0)) }, chosen: risk.status.rawValue)
                view.textArea(
                    "reason", view.say("screening.field.why"), risk.reason, language: view.words.tag, rows: 3)
                html.element(.p) { view.submitButton(view.say("screening.save")) }
            }
        }
        guard visit.may(.screenCooperation) else { return }
        view.fold(view.say("screening.risk.edit")) {
            view.workForm(view.address(path + "/edit"), version: risk.version) {
                RiskFields(view: view, owners: owners).write(
                    RiskDraft(
                        title: risk.title, question: risk.question, owner: risk.owner,
                        institution: risk.institution, account: risk.account, due: risk.due))
                html.element(.p) { view.submitButton(view.say("screening.save")) }
            }
        }
    }

    private func state(_ state: RiskState) {
        html.element(.p) {
            html.element(.strong, text: view.riskStatusName(state.status))
            html.text(view.say("list.comma") + view.moment(state.at))
            html.text(view.say("list.comma"))
            html.element(.bdi, text: view.commas([state.workspaceName, state.saidBy]))
        }
        html.element(
            .p, .class("hint"),
            text: view.say("screening.risk.dueThen", ["date": .text(RiskWords(view: view).due(state.due))]))
        view.writing(state.reason)
    }
}
