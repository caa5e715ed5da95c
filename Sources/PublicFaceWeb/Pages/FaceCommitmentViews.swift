import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// The plan as a list, as far as it is shown.
enum FaceCommitmentList {
    static func answer(_ page: FacePage) async throws(WebError) -> Answer {
        try await FaceListing.answer(
            page, .commitment, words: "publicFace.plan", key: "plan", none: "publicFace.plan.none", table: table)
    }

    private static func table(_ list: FaceListing) {
        let (page, view, html) = (list.page, list.page.view, list.page.html)
        view.dataTable(view.say("publicFace.plan.title"), columns(page)) {
            for item in list.shown {
                html.element(.tr) {
                    html.element(.th, .scope("row")) { page.link(item) }
                    if page.shows(.lead) { view.wordsCell(page.orNotSaid(item["lead"])) }
                    if page.shows(.dates) { html.element(.td, text: page.day(item["due"])) }
                    if page.shows(.status) { html.element(.td, text: page.standing(item["status"])) }
                    if page.shows(.actions) {
                        html.element(.td, .class("n"), text: view.number(page.face.all(.action, of: item.key).count))
                    }
                }
            }
        }
    }

    private static func columns(_ page: FacePage) -> [DataColumn] {
        let view = page.view
        var columns = [DataColumn(view.say("publicFace.kind.commitment"))]
        if page.shows(.lead) { columns.append(DataColumn(view.say("publicFace.lead"))) }
        if page.shows(.dates) { columns.append(DataColumn(view.say("publicFace.due"))) }
        if page.shows(.status) { columns.append(DataColumn(view.say("publicFace.status"))) }
        if page.shows(.actions) { columns.append(DataColumn(view.say("publicFace.actions.title"), isNumber: true)) }
        return columns
    }
}

/// One commitment with everything that is shown of it.
enum FaceCommitmentView {
    static func answer(_ page: FacePage) async throws(WebError) -> Answer {
        let key = PublicKey(.commitment, try page.number("id"))
        guard case .shown(let item) = try await FaceVersions.finding(key, page) else {
            return try await FaceVersions.ended(key, page)
        }
        let ids = page.face.all(.recommendation, of: key).compactMap { $0.number("recommendation") }
        let language = page.view.exchange.language
        let names = try await WebError.running { () throws(WorkspaceError) in
            try await page.faces.recommendations(ids, language)
        }
        return try await page.answer(page.title(item), at: "/commitments/\(key.id)", cited: Cite(page, item)) {
            FaceItem(page: page, item: item).head()
            FaceItem(page: page, item: item).facts()
            recommendations(page, key, names)
            FaceChildren(page: page, parent: key).all()
        }
    }

    private static func recommendations(_ page: FacePage, _ key: PublicKey, _ names: [Int64: FaceRecommendation]) {
        let (view, html) = (page.view, page.html)
        let items = page.face.all(.recommendation, of: key)
        view.section("recommendations", view.say("publicFace.recommendations")) {
            if items.isEmpty { page.nothing() }
            html.element(.ul, .class("face-rows")) {
                for item in items {
                    html.element(.li) {
                        recommendation(page, item, names)
                        if page.shows(.status) {
                            html.element(.p, .class("hint"), text: page.standing(item["status"]))
                        }
                    }
                }
            }
        }
    }

    private static func recommendation(_ page: FacePage, _ item: PublicItem, _ names: [Int64: FaceRecommendation]) {
        let (view, html) = (page.view, page.html)
        guard let id = item.number("recommendation") else { return }
        guard let name = names[id] else {
            view.link(
                view.recommendationAddress(RecommendationID(id)),
                view.say("practice.recommendation", ["number": .number(Int(id))]))
            return
        }
        html.element(.a, .href(view.recommendationAddress(name.id))) { html.element(.bdi, text: name.place) }
        html.text(" ")
        html.element(.span, .lang(name.language.rawValue), .dir("auto"), text: name.text)
    }
}
