import Cooperation
import Domain
import Frame
import Locales
import Markup
import People

/// A workspace's needs, and those that others show it.
struct NeedListView {
    static func answer(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let isMechanism = visit.workspace.kind == .mechanism
        let own = try await visit.run { () throws(WorkspaceError) in
            isMechanism ? try await cooperation.needs.all(visit.member) : []
        }
        let page = try await NeedPublicView.page(visit.exchange, cooperation, .partner(visit.workspace.id))
        let others = page.needs.filter { $0.workspace != visit.workspace.id }
        let view = View(visit)
        return await view.page(PageHead(title: view.say("need.title"), place: .needs, isWide: true)) {
            view.pageHead(
                kicker: visit.workspace.name, view.say("need.title"),
                lead: view.say(isMechanism ? "need.lead" : "need.lead.partner"))
            view.said()
            if visit.may(.stateNeed) { ways(visit, view) }
            if isMechanism {
                NeedTable(view: view, needs: own, isOwn: true).write(total: own.count) {
                    view.address(visit.path("/needs/\($0.id)"))
                }
            }
            view.section("others", view.say("need.others")) {
                view.filterForm(visit.path("/needs"), hasState: false)
                NeedTable(view: view, needs: others).write(total: others.count) {
                    view.address(visit.path("/needs/asked/\($0.id)"))
                }
                view.pager(next: page.next?.description)
            }
        }
    }

    private static func ways(_ visit: Visit, _ view: View) {
        view.html.element(.ul, .class("ways")) {
            for (path, key) in [
                ("/needs/new", "need.new"), ("/needs/proposals", "need.proposals"), ("/needs/section", "need.section"),
            ] {
                view.html.element(.li) {
                    view.link(view.address(visit.path(path)), view.say(key + ".title"))
                    view.html.element(.p, .class("hint"), text: view.say(key + ".lead"))
                }
            }
        }
    }

    /// A need of somebody else, as this workspace may see it.
    static func asked(_ visit: Visit, _ cooperation: Cooperation) async throws(WebError) -> Answer {
        let id: NeedID = try visit.id()
        let (found, cited) = try await visit.run { () throws(WorkspaceError) in
            let found = try await cooperation.needs.published(id, .partner(visit.workspace.id))
            return (found, try await cooperation.needs.cited(found.need, language: visit.exchange.language))
        }
        let view = View(visit)
        var head = PageHead(title: found.need.title, place: .needs)
        head.crumbs = [(view.address(visit.path("/needs")), view.say("need.title"))]
        return await view.page(head) {
            NeedPublicView.write(found, cited, view)
            view.introductionLink(visit, "need", id.description)
        }
    }
}
