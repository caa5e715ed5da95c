import Domain
import Frame
import Locales
import Markup
import Screening

/// Screenings of a workspace, what it was asked to take part in, and what the reader was asked to answer.
enum ScreeningListView {
    static func answer(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let list = try await visit.run { () throws(WorkspaceError) in try await screenings.list(visit.member) }
        let view = View(visit)
        return await view.page(PageHead(title: view.say("screening.title"), place: .screenings, isWide: true)) {
            view.pageHead(kicker: visit.workspace.name, view.say("screening.title"), lead: view.say("screening.lead"))
            view.screeningSaid()
            contributing(list, visit, view)
            naming(list, visit, view)
            asked(list, visit, view)
            if visit.member.reach(.seeCooperation) == .all { own(list, visit, view) }
            risks(list, visit, view)
            if isEmpty(list, visit) {
                view.empty(view.say("screening.nothing.title")) {
                    view.html.element(.p, text: view.say("screening.nothing.text"))
                }
            }
        }
    }

    private static func isEmpty(_ list: ScreeningList, _ visit: Visit) -> Bool {
        visit.member.reach(.seeCooperation) != .all && list.contributing.isEmpty && list.naming.isEmpty
            && list.risks.isEmpty
    }

    private static func contributing(_ list: ScreeningList, _ visit: Visit, _ view: View) {
        guard !list.contributing.isEmpty else { return }
        let html = view.html
        view.section("contributing", view.say("screening.contributing"), view.say("screening.contributing.text")) {
            html.element(.ul, .class("plain-list")) {
                for (entry, moments) in list.contributing {
                    html.element(.li) {
                        html.element(
                            .strong, .dir("auto"), text: view.screenedTitle(entry.title, entry.screening.subject))
                        if moments.isEmpty { html.element(.p, text: view.say("screening.moments.none")) }
                        for moment in moments {
                            html.element(.p) {
                                view.link(
                                    view.address(visit.path("/screenings/moments/\(moment.id)/answers")),
                                    view.momentName(moment))
                            }
                        }
                    }
                }
            }
        }
    }

    private static func naming(_ list: ScreeningList, _ visit: Visit, _ view: View) {
        guard !list.naming.isEmpty else { return }
        let html = view.html
        view.section("naming", view.say("screening.name"), view.say("screening.naming.text")) {
            for entry in list.naming {
                html.element(.div, .class("card")) {
                    html.element(.h3, .dir("auto"), text: view.screenedTitle(entry.title, entry.screening.subject))
                    view.workForm(
                        view.address(visit.path("/screenings/\(entry.screening.id)/name")), style: "row"
                    ) {
                        view.submitButton(view.say("screening.name.hide"), name: "hide", isPlain: true)
                    }
                }
            }
        }
    }

    private static func asked(_ list: ScreeningList, _ visit: Visit, _ view: View) {
        guard !list.asked.isEmpty else { return }
        let html = view.html
        view.section("asked", view.say("screening.asked"), view.say("screening.asked.text")) {
            for entry in list.asked {
                html.element(.div, .class("card")) {
                    html.element(.h3, .dir("auto"), text: view.screenedTitle(entry.title, entry.screening.subject))
                    let opener = entry.parties.first { $0.workspace == entry.screening.workspace }
                    html.element(
                        .p, text: view.say("screening.asked.by", ["workspace": .text(opener?.name ?? "")]))
                    let own = entry.parties.first { $0.workspace == visit.workspace.id }
                    guard let own, visit.may(.screenCooperation) else { return }
                    view.workForm(
                        view.address(visit.path("/screenings/\(entry.screening.id)/join")), style: "row",
                        version: own.version
                    ) {
                        view.submitButton(view.say("screening.join"), name: "join")
                        html.text(" ")
                        view.submitButton(view.say("screening.decline"), name: "decline", isPlain: true)
                    }
                }
            }
        }
    }

    private static func own(_ list: ScreeningList, _ visit: Visit, _ view: View) {
        let html = view.html
        view.section("own", view.say("screening.own")) {
            guard !list.own.isEmpty else {
                view.empty(view.say("screening.none.title")) {
                    html.element(.p, text: view.say("screening.none.text"))
                    html.element(.p) {
                        view.link(view.address(visit.path("/programmes")), view.say("workspace.nav.programmes"))
                    }
                }
                return
            }
            view.table(view.say("screening.own")) {
                view.headRow(
                    ["screening.column.subject", "screening.column.sides", "screening.column.state"].map {
                        (view.say($0), false)
                    })
                html.element(.tbody) {
                    for entry in list.own {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) {
                                html.element(
                                    .a, .href(view.address(visit.path("/screenings/\(entry.screening.id)"))),
                                    .dir("auto"), text: view.screenedTitle(entry.title, entry.screening.subject))
                                html.element(
                                    .p, .class("hint"),
                                    text: view.say("screening.subject.\(entry.screening.subject.kind.rawValue)"))
                            }
                            html.element(.td) { html.element(.bdi, text: sides(entry, view)) }
                            html.element(.td) { ScreeningStateWords(view: view, state: entry.state).write() }
                        }
                    }
                }
            }
        }
    }

    private static func sides(_ entry: ScreeningEntry, _ view: View) -> String {
        let there = entry.parties.filter { $0.standing == .takesPart }
        return there.count == 1 ? view.say("screening.private") : view.commas(there.map(\.name))
    }

    private static func risks(_ list: ScreeningList, _ visit: Visit, _ view: View) {
        guard !list.risks.isEmpty else { return }
        view.section("risks", view.say("screening.risks.ours")) {
            RiskTable(view: view, visit: visit, risks: list.risks).write()
        }
    }
}
