import Domain
import Frame
import Locales
import Markup
import Screening

/// What a moment of screening comes to, in sentences, for reading and for paper: reasons, and no score.
struct SummaryView {
    let view: View
    let visit: Visit
    let whole: ScreeningWhole
    let moment: ScreeningMoment

    static func answer(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        let whole = try await visit.run { () throws(WorkspaceError) in try await screenings.find(id, visit.member) }
        let view = View(visit)
        let subject = view.screenedTitle(whole.title, whole.screening.subject)
        let head = visit.screeningHead(
            view.say("screening.summary"), view,
            crumbs: [(view.address(visit.path("/screenings/\(id)")), subject)])
        let asked = visit.exchange.query.first("moment").flatMap { MomentID($0) }
        let moment = asked == nil ? whole.latest ?? whole.moments.first : whole.moments.first { $0.id == asked }
        guard let moment else {
            if asked != nil { throw .notFound }
            return await view.page(head) {
                view.pageHead(kicker: subject, view.say("screening.summary"))
                view.empty(view.say("screening.moments.none")) {
                    view.html.element(.p, text: view.say("screening.moments.none.text"))
                }
            }
        }
        let page = SummaryView(view: view, visit: visit, whole: whole, moment: moment)
        return await view.page(head) { view.html.element(.article, .class("note summing")) { page.write(subject) } }
    }

    private var html: HTMLWriter { view.html }

    private func write(_ subject: String) {
        let findings = whole.findings(at: moment)
        html.element(
            .p, .class("kicker"), text: view.say("screening.subject.\(whole.screening.subject.kind.rawValue)"))
        html.element(.h1, .dir("auto"), text: subject)
        html.element(.p) { html.element(.strong, text: view.momentName(moment)) }
        choices()
        opening(findings)
        matters("screening.sum.differ", findings.differing, none: "screening.differing.none")
        matters("screening.sum.worry", findings.worrying, none: "screening.sum.worry.none")
        changes()
        risks()
        matters("screening.sum.rest", findings.rest, none: "screening.sum.rest.none")
        unanswered(findings)
        html.element(.p, .class("hint"), text: view.say("screening.reasons"))
    }

    /// Other moments; not on paper.
    private func choices() {
        let path = visit.path("/screenings/\(whole.screening.id)/summary")
        guard whole.moments.count > 1 else { return }
        html.element(.nav, .class("date-tabs"), .label(view.say("screening.moments"))) {
            html.element(.ul) {
                for other in whole.moments {
                    html.element(.li) {
                        html.element(
                            .a, .href(view.address(path, [("moment", "\(other.id)")])),
                            .custom("aria-current", other.id == moment.id ? "page" : nil),
                            text: view.momentName(other))
                    }
                }
            }
        }
    }

    private func opening(_ findings: ScreeningFindings) {
        let answering = whole.sides.filter { side in whole.hasAnswered(side.key, at: moment.id) }
        html.element(
            .p,
            text: answering.isEmpty
                ? view.say("screening.sum.nobody")
                : view.say("screening.sum.answered", ["sides": .text(view.commas(answering.map { view.sideName($0) }))])
        )
        for side in findings.silent {
            html.element(.p, text: view.say("screening.sideSilent", ["side": .text(view.sideName(side))]))
        }
        for party in whole.parties where party.standing != .takesPart {
            html.element(
                .p,
                text: view.say(
                    "screening.sum.standing.\(party.standing.rawValue)", ["side": .text(party.name)]))
        }
    }

    private func matters(_ key: String, _ matters: [ScreeningFindings.Matter], none: String) {
        html.element(.h2, text: view.say(key))
        guard !matters.isEmpty else {
            html.element(.p, text: view.say(none))
            return
        }
        for matter in matters {
            html.element(.div, .class("matter")) {
                html.element(.h3, text: view.questionText(matter.question.key))
                for saying in matter.sayings { html.element(.p) { sentence(saying) } }
                for side in silent(matter) {
                    html.element(.p, text: view.say("screening.sideSilent", ["side": .text(view.sideName(side))]))
                }
            }
        }
    }

    /// Workspaces that answered at this moment, and not to this.
    private func silent(_ matter: ScreeningFindings.Matter) -> [ScreeningSide] {
        whole.sides.filter { side in
            side.key.contributor == nil && whole.hasAnswered(side.key, at: moment.id)
                && !matter.sayings.contains { $0.side.key == side.key }
        }
    }

    /// `Aldora: partly. Because ...`
    private func sentence(_ saying: ScreeningFindings.Saying) {
        html.element(.strong) { html.element(.bdi, text: view.sideName(saying.side)) }
        html.text(view.say("screening.sum.colon") + " " + view.replyName(saying.answer.reply))
        html.text(view.say("screening.sum.stop") + " ")
        html.element(.span, .dir("auto"), text: saying.answer.reason)
        let evidence = [saying.answer.evidence, saying.answer.link].filter { !$0.isEmpty }
        guard !evidence.isEmpty else { return }
        html.text(" ")
        html.element(.em, text: view.say("screening.field.evidence") + view.say("screening.sum.colon") + " ")
        html.element(.span, .dir("auto"), text: evidence.joined(separator: " · "))
    }

    /// What is said otherwise than at the moment before.
    private func changes() {
        guard let place = whole.moments.firstIndex(where: { $0.id == moment.id }), place > 0 else { return }
        html.element(.h2, text: view.say("screening.sum.changed"))
        var isAny = false
        for compared in whole.comparison {
            for row in compared.rows {
                guard case .changed(let before) = row.cells[place].change, let answer = row.cells[place].answer else {
                    continue
                }
                isAny = true
                html.element(
                    .p,
                    text: view.say(
                        "screening.sum.change",
                        [
                            "side": .text(view.sideName(row.side)),
                            "question": .text(view.questionText(compared.question.key)),
                            "before": .text(view.replyName(before)), "now": .text(view.replyName(answer.reply)),
                        ]))
            }
        }
        if !isAny { html.element(.p, text: view.say("screening.sum.changed.none")) }
    }

    private func risks() {
        html.element(.h2, text: view.say("screening.sum.risks"))
        let open = whole.risks.filter { $0.status != .closed }
        let closed = whole.risks.filter { $0.status == .closed }
        if whole.risks.isEmpty { html.element(.p, text: view.say("screening.risks.none")) }
        let words = RiskWords(view: view)
        for risk in open {
            html.element(.p) {
                html.element(.strong, .dir("auto"), text: risk.title)
                html.text(
                    view.say("screening.sum.colon") + " "
                        + view.say(
                            "screening.sum.risk",
                            [
                                "owner": .text(words.owner(risk)), "date": .text(words.due(risk.due)),
                                "status": .text(view.riskStatusName(risk.status)),
                            ]))
            }
        }
        for risk in closed {
            html.element(.p) {
                html.element(.strong, .dir("auto"), text: risk.title)
                html.text(
                    view.say("screening.sum.colon") + " " + view.riskStatusName(.closed)
                        + view.say("list.comma"))
                html.element(.span, .dir("auto"), text: risk.reason)
            }
        }
    }

    private func unanswered(_ findings: ScreeningFindings) {
        html.element(.h2, text: view.say("screening.sum.unanswered"))
        guard !findings.unanswered.isEmpty else {
            html.element(.p, text: view.say("screening.sum.unanswered.none"))
            return
        }
        html.element(.ul) {
            for one in findings.unanswered {
                html.element(.li, text: view.questionText(one.question.key))
            }
        }
    }
}
