import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// Everything reported on one action, its evidence and what people say about it.
enum ActionProgressView {
    static func answer(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        guard let id = ActionID(visit.exchange.value("id")) else { throw .notFound }
        let place = try await ProgressPlace(plans, visit)
        do throws(WorkspaceError) {
            let action = try await plans.progress.action(id, visit.member)
            let reports = try await plans.progress.reports(ProgressFilter(action: id), limit: 100, visit.member)
            let subject = Subject(.action, id.value)
            let evidence = try await EvidencePart(subject, plans, visit)
            let comments = try await CommentsPart(subject, plans, visit)
            let view = View(visit)
            let html = view.html
            let head = PageHead(
                title: action.title, place: .progress,
                crumbs: [(view.address(visit.path("/progress")), view.say("progress.title"))])
            return await view.page(head) {
                view.pageHead(kicker: view.say("progress.field.action"), action.title)
                html.element(.dl, .class("facts-list")) {
                    view.fact(view.say("field.lead")) {
                        html.element(.span, .dir("auto"), text: place.name(action.lead, view))
                    }
                    view.fact(view.say("field.status")) { view.write("progress.status.\(action.status.rawValue)") }
                    view.fact(view.say("progress.field.commitment")) {
                        html.element(
                            .a, .href(view.address(visit.path("/progress/commitments/\(action.commitment)"))),
                            .dir("auto"),
                            text: action.commitmentTitle)
                    }
                }
                if visit.may(.reportProgress) {
                    html.element(.p, .class("actions")) {
                        html.element(
                            .a, .class("button"), .href(view.address(visit.path("/progress/actions/\(id)/report"))),
                            text: view.say("progress.report"))
                    }
                }
                list(reports, place, view)
                evidence.write(view)
                comments.write(view)
            }
        } catch { throw WebError(error) }
    }

    private static func list(_ reports: [ProgressReport], _ place: ProgressPlace, _ view: View) {
        let html = view.html
        view.section("reports", view.say("progress.title")) {
            guard !reports.isEmpty else {
                html.element(.p, text: view.say("progress.none"))
                return
            }
            html.element(.ol, .class("said-list")) {
                for report in reports {
                    html.element(.li) {
                        html.element(.p) {
                            view.link(
                                view.address(place.visit.path("/progress/\(report.id)")), view.period(of: report))
                            html.text(" ")
                            html.element(.bdi, text: place.name(report.institution, view))
                            html.text(" ")
                            view.clearanceMark(report.clearance)
                        }
                        html.element(.p, .class("words"), .dir("auto"), text: report.content.said)
                    }
                }
            }
        }
    }
}
