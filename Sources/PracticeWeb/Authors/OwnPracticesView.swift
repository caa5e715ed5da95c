import Domain
import Frame
import Locales
import Markup
import Practices

/// A workspace's practices: what it wrote, what it adopted, and the ways to both.
struct OwnPracticesView {
    let view: View
    let visit: Visit
    let own: [OwnPractice]
    let adoptions: [OwnAdoption]
    /// How many wait for reviewers of other workspaces; nil for whoever does not review.
    let waiting: Int?

    static func answer(_ visit: Visit, _ practices: Practices) async throws(WebError) -> Answer {
        let (own, adoptions) = try await visit.run { () throws(WorkspaceError) in
            (try await practices.all(visit.member), try await practices.adoptions(visit.member))
        }
        var waiting: Int?
        if visit.may(.moderatePractices) {
            waiting = try await visit.run { () throws(WorkspaceError) in
                try await practices.waiting(visit.member).count { $0.own?.verdict == nil }
            }
        }
        let view = View(visit)
        let content = OwnPracticesView(view: view, visit: visit, own: own, adoptions: adoptions, waiting: waiting)
        return await view.page(PageHead(title: view.say("practice.title"), place: .practices, isWide: true)) {
            content.write()
        }
    }

    private var html: HTMLWriter { view.html }

    private func write() {
        view.pageHead(kicker: visit.workspace.name, view.say("practice.title"), lead: view.say("practice.lead"))
        view.practiceSaid()
        ways()
        view.section("own", view.say("practice.own")) {
            if own.isEmpty {
                view.empty(view.say("practice.own.none")) {
                    html.element(.p, text: view.say("practice.own.noneText"))
                }
            } else {
                table()
            }
        }
        OwnAdoptionsView(view: view, visit: visit, adoptions: adoptions).write()
    }

    private func ways() {
        html.element(.ul, .class("ways")) {
            if visit.may(.writePractices) { way("/practices/new", "practice.new", "practice.way.new") }
            way("/practices/library", "practice.library", "practice.way.library")
            if let waiting {
                html.element(.li) {
                    view.link(view.address(visit.path("/practices/reviews")), view.say("practice.reviews"))
                    html.element(
                        .p, .class("hint"), text: view.say("practice.way.reviews", ["count": .number(waiting)]))
                }
            }
            way("/emerging-issues", "emerging.title", "practice.way.emerging")
        }
    }

    private func way(_ path: String, _ title: String, _ hint: String) {
        html.element(.li) {
            view.link(view.address(visit.path(path)), view.say(title))
            html.element(.p, .class("hint"), text: view.say(hint))
        }
    }

    private func table() {
        view.table(view.say("practice.own")) {
            view.headRow([
                (view.say("practice.one"), false), (view.say("practice.shelf"), false),
                (view.say("cooperation.status"), false), (view.say("practice.language"), false),
                (view.say("practice.use"), true),
            ])
            html.element(.tbody) { for entry in own { html.element(.tr) { row(entry) } } }
        }
    }

    private func row(_ entry: OwnPractice) {
        let text = entry.latest.content.original
        html.element(.th, .scope("row")) {
            html.element(
                .a, .href(view.address(visit.path("/practices/\(entry.practice.id)"))),
                .custom("lang", text?.language.rawValue), .dir("auto"), text: text?.title ?? "")
        }
        html.element(.td, text: view.shelf(entry.latest.content.shelf))
        html.element(.td) {
            html.text(view.standing(entry.latest.status))
            if entry.practice.publishedEdition != nil, entry.latest.status != .published {
                html.element(.p, .class("hint"), text: view.say("practice.earlierPublished"))
            }
        }
        html.element(.td, text: view.joined(entry.latest.content.texts.map { view.endonym($0.language) }))
        html.element(.td, .class("n"), text: view.number(entry.adoptions))
    }
}
