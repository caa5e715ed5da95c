import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Actions, as far as they are shown.
enum FaceActionList {
    static func answer(_ page: FacePage) async throws(WebError) -> Answer {
        let view = page.view
        let title = view.say("publicFace.actions.title")
        return try await page.answer(
            title, at: "/actions", cited: Cite(page, list: title, key: "actions"), isWide: true
        ) {
            view.pageHead(kicker: page.face.workspace.name, title, lead: view.say("publicFace.actions.lead"))
            guard page.shows(.actions) else {
                page.notShown()
                return
            }
            page.counted()
            page.lastChange(.action)
            let list = FaceListing(page, .action)
            list.filters("/actions")
            list.count()
            if list.found.isEmpty {
                page.nothing(page.face.all(.action).isEmpty ? "publicFace.nothing" : "publicFace.noneFits")
            } else {
                table(page, list.shown)
            }
            view.pager(next: list.next)
            if page.isOpen {
                page.html.element(.p) { view.link(page.address("/actions.csv"), view.say("publicFace.csv")) }
            }
        }
    }

    static func table(_ page: FacePage, _ items: [PublicItem]) {
        let (view, html) = (page.view, page.html)
        view.dataTable(view.say("publicFace.actions.title"), columns(page)) {
            for item in items {
                html.element(.tr) {
                    html.element(.th, .scope("row")) { page.link(item) }
                    if page.shows(.lead) { view.wordsCell(page.orNotSaid(item["lead"])) }
                    if page.shows(.status) { html.element(.td, text: page.actionStatus(item["status"])) }
                    if page.shows(.dates) { html.element(.td, text: page.day(item["due"])) }
                    if page.shows(.money) { html.element(.td, .class("n"), text: page.money(item, "cost")) }
                }
            }
        }
    }

    private static func columns(_ page: FacePage) -> [DataColumn] {
        let view = page.view
        var columns = [DataColumn(view.say("publicFace.kind.action"))]
        if page.shows(.lead) { columns.append(DataColumn(view.say("publicFace.lead"))) }
        if page.shows(.status) { columns.append(DataColumn(view.say("publicFace.status"))) }
        if page.shows(.dates) { columns.append(DataColumn(view.say("publicFace.due"))) }
        if page.shows(.money) { columns.append(DataColumn(view.say("publicFace.cost"), isNumber: true)) }
        return columns
    }
}

/// One action, or one indicator, with everything that is shown of it.
enum FaceItemView {
    static func answer(_ kind: PublicKind, _ page: FacePage) async throws(WebError) -> Answer {
        let key = PublicKey(kind, try page.number("id"))
        guard case .shown(let item) = try await FaceVersions.finding(key, page) else {
            return try await FaceVersions.ended(key, page)
        }
        return try await page.answer(page.title(item), at: page.path(key) ?? "", cited: Cite(page, item)) {
            FaceItem(page: page, item: item).head()
            FaceItem(page: page, item: item).facts()
            FaceChildren(page: page, parent: key).all()
        }
    }
}
