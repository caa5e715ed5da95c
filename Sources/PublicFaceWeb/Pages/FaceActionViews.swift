import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Actions, as far as they are shown.
enum FaceActionList {
    static func answer(_ page: FacePage) async throws(WebError) -> Answer {
        try await FaceListing.answer(
            page, .action, words: "publicFace.actions", key: "actions", none: "publicFace.nothing"
        ) { table(page, $0.shown) }
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
