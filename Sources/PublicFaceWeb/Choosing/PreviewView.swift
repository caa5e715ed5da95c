import Domain
import Frame
import Locales
import Markup
import PublicFace

/// The page as readers of a stage would see it with what waits in force, and what would become public now; from here it is confirmed.
struct PreviewView {
    static let audience = Parameter(
        name: "audience", place: .path, form: .choice(["public", "partners"]), summary: "Whose eyes to see with.")
    private static let rowsMax = 200

    let visit: Visit
    let page: FacePage
    let preview: PublicPreview
    let desk: PublicDesk
    let help: FaceHelp

    static func answer(_ visit: Visit, _ faces: PublicFaces) async throws(WebError) -> Answer {
        let audience = PublicStage(rawValue: visit.exchange.value("audience")) ?? .everybody
        let (preview, desk) = try await visit.run { () throws(WorkspaceError) in
            (try await faces.preview(audience, visit.member), try await faces.desk(visit.member))
        }
        let view = View(visit)
        let page = FacePage(
            view: view, faces: faces, face: preview.face, base: visit.path("/public/seen"),
            today: CalendarDate(visit.exchange.site.clock.instant))
        let content = PreviewView(
            visit: visit, page: page, preview: preview, desk: desk, help: try await FaceHelp.of(page))
        var head = PageHead(title: view.say("publicFace.preview.as.\(audience.rawValue)"), place: .publicFace)
        head.crumbs = [(view.address(visit.path("/public")), view.say("workspace.nav.public"))]
        return await view.page(head) { content.write(audience) }
    }

    private func write(_ audience: PublicStage) {
        let (view, html) = (page.view, page.html)
        html.element(.p, .class("kicker"), text: view.say("publicFace.preview.as.\(audience.rawValue)"))
        view.section("becoming", view.say("publicFace.preview.title"), view.say("publicFace.preview.lead")) {
            if !desk.isOpen { html.element(.p, .class("notice"), text: view.say("publicFace.preview.closed")) }
            if preview.isEmpty { html.element(.p, .class("soft"), text: view.say("publicFace.preview.same")) }
            list("publicFace.preview.appearing", preview.appearing)
            list("publicFace.preview.vanishing", preview.vanishing)
            changing()
            confirm()
        }
        html.empty(.hr)
        FaceFront(page: page, help: help, latest: []).write()
    }

    private func list(_ key: String, _ items: [PublicItem]) {
        guard !items.isEmpty else { return }
        let view = page.view
        view.fold(view.say(key, ["n": .number(items.count)]), isOpen: items.count <= 20) {
            page.html.element(.ul, .class("face-rows")) {
                for item in items.prefix(Self.rowsMax) { page.html.element(.li) { name(item) } }
            }
        }
    }

    private func name(_ item: PublicItem) {
        page.html.element(.span, .class("soft"), text: page.kind(item.kind))
        page.html.text(" ")
        page.html.element(.bdi, text: page.title(item))
    }

    private func changing() {
        guard !preview.changing.isEmpty else { return }
        let view = page.view
        view.fold(
            view.say("publicFace.preview.changing", ["n": .number(preview.changing.count)]),
            isOpen: preview.changing.count <= 20
        ) {
            page.html.element(.ul, .class("face-rows")) {
                for change in preview.changing.prefix(Self.rowsMax) {
                    page.html.element(.li) {
                        name(change.item)
                        let words = change.added.map { "+ " + field($0) } + change.taken.map { "− " + field($0) }
                        page.html.element(.p, .class("hint"), text: words.joined(separator: view.say("list.comma")))
                    }
                }
            }
        }
    }

    private func field(_ name: String) -> String {
        let key = "publicFace.\(name)"
        return page.view.words.has(key) ? page.view.say(key) : page.view.say("publicFace.otherField")
    }

    private func confirm() {
        guard let batch = desk.batch, !batch.lines.isEmpty else { return }
        let view = page.view
        view.workForm(view.address(visit.path("/public/confirm")), version: batch.version) {
            page.html.element(.p) {
                view.submitButton(view.say("publicFace.preview.confirm", ["n": .number(batch.lines.count)]))
            }
        }
    }
}
