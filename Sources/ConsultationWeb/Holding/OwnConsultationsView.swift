import Consultations
import Domain
import Frame
import Locales
import Markup

/// A workspace's consultations.
enum OwnConsultationsView {
    static func list(_ visit: Visit, _ consultations: Consultations) async throws(WebError) -> Answer {
        let (own, unanswered) = try await visit.run { () throws(WorkspaceError) in
            try await consultations.all(visit.member)
        }
        let view = View(visit)
        let html = view.html
        let today = consultations.today
        return await view.page(head(view, visit, view.say("consultation.title"), isList: true)) {
            view.pageHead(
                kicker: visit.workspace.name, view.say("consultation.title"), lead: view.say("consultation.ownLead"))
            said(view)
            html.element(.p, .class("actions")) {
                if visit.may(.manageConsultations) {
                    html.element(
                        .a, .class("button"), .href(view.address(visit.path("/consultations/new"))),
                        text: view.say("consultation.new"))
                }
                view.link(view.address("/consultations"), view.say("consultation.allPublic"))
            }
            if own.isEmpty {
                view.empty(view.say("consultation.none")) {
                    html.element(.p, text: view.say("consultation.ownNone"))
                }
            } else {
                table(own, unanswered, today, view, visit)
            }
        }
    }

    private static func table(
        _ own: [Consultation], _ unanswered: [ConsultationID: Int], _ today: CalendarDate, _ view: View, _ visit: Visit
    ) {
        let html = view.html
        let isHolder = visit.may(.manageConsultations)
        view.table(view.say("consultation.title")) {
            view.headRow(
                [
                    (view.say("field.title"), false), (view.say("consultation.open"), false),
                    (view.say("stateFact.standing"), false),
                ] + (isHolder ? [(view.say("consultation.unanswered"), true)] : []))
            html.element(.tbody) {
                for value in own {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.element(
                                .a, .href(view.address(visit.path("/consultations/\(value.id)"))),
                                .lang(value.content.language.rawValue), .dir("auto"), text: value.content.title)
                        }
                        html.element(.td, text: view.consultationDays(value.content))
                        html.element(.td) {
                            html.text(view.consultationStanding(value, today))
                            html.text(view.say("list.comma"))
                            html.text(
                                view.say(
                                    value.published == nil ? "consultation.notPublic" : "consultation.isPublic"))
                        }
                        if isHolder {
                            html.element(.td, .class("n"), text: view.number(unanswered[value.id] ?? 0))
                        }
                    }
                }
            }
        }
    }

    static func new(_ visit: Visit) async -> Answer {
        let view = View(visit)
        return await view.page(head(view, visit, view.say("consultation.new"))) {
            view.pageHead(view.say("consultation.new"), lead: view.say("consultation.newLead"))
            view.workForm(view.address(visit.path("/consultations"))) {
                var content = ConsultationContent()
                content.language = visit.exchange.language
                ConsultationForm(view: view).write(content)
                view.html.element(.p) { view.submitButton(view.say("consultation.create")) }
            }
        }
    }

    static func said(_ view: View) {
        if let said = view.exchange.query.first("said"), view.words.has("consultation.said.\(said)") {
            view.done(view.say("consultation.said.\(said)"))
        }
    }

    static func head(_ view: View, _ visit: Visit, _ title: String, isList: Bool = false) -> PageHead {
        var head = PageHead(title: title, place: .consultations)
        if !isList {
            head.crumbs = [(view.address(visit.path("/consultations")), view.say("consultation.title"))]
        }
        return head
    }
}
