import Domain
import Frame
import Locales
import Markup
import Practices

/// What waits for reviewers, and what the workspace has reviewed.
struct ReviewListView {
    let view: View
    let visit: Visit
    let waiting: [WaitingForReview]
    let reviews: [PracticeReview]

    static func answer(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let (waiting, reviews) = try await visit.run { () throws(WorkspaceError) in
            (try await practices.waiting(visit.member), try await practices.reviews(visit.member))
        }
        let view = View(visit)
        let content = ReviewListView(view: view, visit: visit, waiting: waiting, reviews: reviews)
        var head = PageHead(title: view.say("practice.reviews"), place: .practices, isWide: true)
        head.crumbs = [(view.address(visit.path("/practices")), view.say("practice.title"))]
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(view.say("practice.reviews"), lead: view.say("practice.reviews.lead"))
        view.practiceSaid()
        view.section("waiting", view.say("practice.waiting")) {
            if waiting.isEmpty {
                html.element(.p, .class("none"), text: view.say("practice.waiting.none"))
            } else {
                table()
            }
        }
        view.section("reviewed", view.say("practice.reviewed.own")) {
            let said = reviews.filter { $0.verdict != nil }
            if said.isEmpty { html.element(.p, .class("none"), text: view.say("practice.reviewed.none")) }
            html.element(.ul, .class("said-list")) {
                for review in said {
                    html.element(.li) {
                        html.element(
                            .p, .class("kicker"), text: view.say("practice.kind.\(review.subject.kind.rawValue)"))
                        PracticeReviewLine(view: view).write(review)
                    }
                }
            }
        }
    }

    private func table() {
        view.table(view.say("practice.waiting")) {
            view.headRow([
                (view.say("field.title"), false), (view.say("practice.kind"), false),
                (view.say("practice.author"), false), (view.say("practice.handedInOn"), false),
                (view.say("cooperation.status"), false),
            ])
            html.element(.tbody) { for entry in waiting { html.element(.tr) { row(entry) } } }
        }
    }

    private func row(_ entry: WaitingForReview) {
        let isPractice = entry.subject.kind == .practice
        html.element(.th, .scope("row")) {
            html.element(
                .a,
                .href(
                    view.address(
                        visit.path("/practices/reviews/\(isPractice ? "" : "emerging/")\(entry.subject.id)"))),
                .lang(entry.language.rawValue), .dir("auto"), text: entry.title)
        }
        html.element(.td) {
            html.text(view.say("practice.kind.\(entry.subject.kind.rawValue)"))
            if let shelf = entry.shelf { html.element(.p, .class("hint"), text: view.shelf(shelf)) }
        }
        html.element(.td) { view.author(entry.author, region: nil) }
        html.element(.td, text: view.dayOf(entry.handedIn))
        html.element(.td) {
            html.text(view.standing(entry.status))
            if let verdict = entry.own?.verdict {
                html.element(.p, .class("hint"), text: view.say("practiceVerdict.\(verdict.rawValue)"))
            } else if entry.own != nil {
                html.element(.p, .class("hint"), text: view.say("practice.taken"))
            }
        }
    }
}
