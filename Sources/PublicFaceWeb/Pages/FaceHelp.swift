import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Help that is asked for and given, and consultations: each stands on a page of its own, where it was published with consent.
struct FaceHelp: Sendable {
    let help: [FaceNeighbour]
    let consultations: [FaceNeighbour]

    static func of(_ page: FacePage) async throws(WebError) -> FaceHelp {
        try await WebError.running { () throws(WorkspaceError) in
            FaceHelp(
                help: try await page.faces.help(page.face),
                consultations: try await page.faces.consultations(page.face))
        }
    }

    static func answer(_ page: FacePage) async throws(WebError) -> Answer {
        let found = try await of(page)
        let view = page.view
        let title = view.say("publicFace.cooperation.title")
        return try await page.answer(
            title, at: "/cooperation", cited: Cite(page, list: title, key: "cooperation")
        ) {
            view.pageHead(kicker: page.face.workspace.name, title, lead: view.say("publicFace.cooperation.lead"))
            view.section("needs", view.say("publicFace.needs.title")) {
                found.list(page, .needs, found.help.filter { $0.kind == .need })
            }
            view.section("given", view.say("publicFace.given.title")) {
                found.list(page, .given, found.help.filter { $0.kind == .offer })
                if let state = page.face.workspace.state, page.shows(.given) {
                    page.html.element(.p) {
                        view.link(
                            view.address("/programmes", [("state", state.rawValue)]), view.say("publicFace.programmes"))
                    }
                }
            }
            view.section("consultations", view.say("publicFace.consultations.title")) {
                found.list(page, .consultations, found.consultations)
            }
        }
    }

    func list(_ page: FacePage, _ field: PublicField, _ items: [FaceNeighbour], most: Int = 200) {
        guard page.shows(field) else {
            page.notShown()
            return
        }
        guard !items.isEmpty else {
            page.nothing()
            return
        }
        page.html.element(.ul, .class("face-rows")) {
            for item in items.prefix(most) {
                page.html.element(.li) {
                    page.html.element(
                        .a, .href(page.view.address(Self.path(item))), .lang(item.language.rawValue), .dir("auto"),
                        text: item.title)
                    page.html.text(" ")
                    page.html.element(.span, .class("soft"), text: page.day(item.since))
                }
            }
        }
    }

    private static func path(_ item: FaceNeighbour) -> String {
        switch item.kind {
        case .need: "/needs/\(item.id)"
        case .offer: "/offers/\(item.id)"
        case .consultation: "/consultations/\(item.id)"
        }
    }
}
