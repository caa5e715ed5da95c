import Consultations
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// Writing what came out: sentences and conclusions with the contributions they rest on, and what conclusions become.
struct SummaryEditingView {
    let view: View
    let visit: Visit
    let reading: ConsultationReading

    static func answer(_ visit: Visit, _ consultations: Consultations) async throws(WebError) -> Answer {
        guard let id = ConsultationID(visit.exchange.value("id")) else { throw .notFound }
        let reading = try await visit.run { () throws(WorkspaceError) in
            try await consultations.find(id, visit.member)
        }
        let view = View(visit)
        let page = SummaryEditingView(view: view, visit: visit, reading: reading)
        var head = OwnConsultationsView.head(view, visit, view.say("consultation.writeSummary"))
        head.crumbs.append(
            (
                view.address(visit.path("/consultations/\(id)")), reading.consultation.content.title
            ))
        return await view.page(head) { page.write() }
    }

    private var html: HTMLWriter { view.html }
    private var value: Consultation { reading.consultation }
    private func path(_ rest: String) -> String { view.address(visit.path("/consultations/\(value.id)\(rest)")) }

    private func write() {
        view.pageHead(
            kicker: value.content.title, view.say("consultation.writeSummary"),
            lead: view.say("consultation.summaryLead"))
        OwnConsultationsView.said(view)
        let open = reading.parts.count { $0.lacksSource }
        if open > 0 {
            html.element(.p, .class("notice"), text: view.say("consultation.openSentences", ["count": .number(open)]))
        }
        ConsultationSections(view: view, reading: reading, visit: visit).summary { part in forms(part) }
        view.section("add", view.say("consultation.addPart")) {
            view.workForm(path("/part")) {
                view.select(
                    "kind", view.say("consultation.partKind"),
                    ConsultationPart.Kind.allCases.map { ($0.rawValue, view.say("consultation.part.\($0.rawValue)")) },
                    chosen: ConsultationPart.Kind.sentence.rawValue)
                fields("", [])
                html.element(.p) { view.submitButton(view.say("consultation.addPart")) }
            }
        }
        publishing()
    }

    private func fields(_ text: String, _ citations: [ContributionID]) {
        view.textArea(
            "text", view.say("consultation.words"), text, language: value.content.language.rawValue, rows: 3)
        let shown = reading.contributions.filter { $0.status == .shown }
        view.codeChecks(
            "citations", view.say("consultation.restsOn"),
            shown.map { ("\($0.id)", "\($0.id) · " + String($0.text.prefix(80))) }, chosen: citations.map(\.description)
        )
    }

    private func forms(_ part: ConsultationPart) {
        view.fold(view.say("consultation.editPart")) {
            view.workForm(path("/parts/\(part.id)/edit"), version: part.version) {
                fields(part.text, part.citations)
                html.element(.p) { view.submitButton(view.say("consultation.save"), isPlain: true) }
            }
            view.workForm(path("/remove")) {
                view.hiddenField("list", Agenda.part.rawValue)
                view.hiddenField("number", "\(part.id)")
                html.element(.p) { view.submitButton(view.say("consultation.takeOutOne"), isPlain: true) }
            }
        }
        guard part.kind == .conclusion else { return }
        view.fold(view.say("consultation.become")) {
            view.workForm(path("/parts/\(part.id)/become")) {
                let kinds: [ConsultationOutcome.Kind] =
                    visit.workspace.kind == .mechanism ? [.action, .issue, .practice] : [.issue, .practice]
                view.select(
                    "kind", view.say("consultation.becomeWhat"),
                    kinds.map { ($0.rawValue, view.say("consultation.become.\($0.rawValue)")) },
                    chosen: kinds[0].rawValue)
                view.textField(
                    "target", view.say("consultation.target"), "", hint: view.say("consultation.targetHint"),
                    type: "number", most: 18, direction: "ltr")
                html.element(.p) { view.submitButton(view.say("consultation.become"), isPlain: true) }
            }
        }
    }

    private func publishing() {
        let isShown = value.summaryPublished != nil
        view.workForm(path("/publish-summary"), version: value.version) {
            view.hiddenField("shown", isShown ? "no" : "yes")
            html.element(
                .p, .class("hint"),
                text: view.say(isShown ? "consultation.summaryShown" : "consultation.summaryHidden"))
            html.element(.p) {
                view.submitButton(
                    view.say(isShown ? "consultation.hideSummary" : "consultation.showSummary"), isPlain: isShown)
            }
        }
    }
}
