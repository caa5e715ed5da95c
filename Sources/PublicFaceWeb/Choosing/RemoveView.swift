import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Where an administrator takes down what was published, on a stated ground.
enum RemoveView {
    static func answer(_ visit: Visit, _ faces: PublicFaces) async throws(WebError) -> Answer {
        let removals = try await visit.run { () throws(WorkspaceError) in try await Removals(faces).all(visit.member) }
        let view = View(visit)
        var head = PageHead(title: view.say("publicFace.remove.title"), place: .publicFace)
        head.crumbs = [(view.address(visit.path("/public")), view.say("workspace.nav.public"))]
        return await view.page(head) {
            view.pageHead(view.say("publicFace.remove.title"), lead: view.say("publicFace.remove.lead"))
            view.faceSaid()
            form(visit, view)
            view.section("removed", view.say("publicFace.removals.title")) {
                if removals.isEmpty {
                    view.html.element(.p, .class("soft"), text: view.say("publicFace.removals.none"))
                }
                view.html.element(.ul, .class("face-rows")) {
                    for removal in removals { view.html.element(.li, text: line(removal, view)) }
                }
            }
        }
    }

    private static func form(_ visit: Visit, _ view: View) {
        view.workForm(view.address(visit.path("/public/remove"))) {
            view.select(
                "kind", view.say("publicFace.remove.kind"),
                PublicKind.allCases.map { ($0.rawValue, view.say("publicFace.kind.\($0.rawValue)")) },
                chosen: view.exchange.query.first("kind") ?? "")
            view.textField(
                "number", view.say("publicFace.remove.number"), view.exchange.query.first("number") ?? "",
                hint: view.say("publicFace.remove.numberHint"), most: 18, direction: "ltr")
            view.select(
                "ground", view.say("publicFace.removed.ground"),
                PublicRemovalGround.allCases.map { ($0.rawValue, view.say("publicFace.ground.\($0.rawValue)")) },
                chosen: "")
            view.textField("office", view.say("publicFace.removed.office"), visit.workspace.name, most: 200)
            view.textArea(
                "reason", view.say("publicFace.remove.reason"), "", language: visit.workspace.language.rawValue, rows: 3
            )
            view.html.element(.p) { view.submitButton(view.say("publicFace.remove.go")) }
        }
    }

    private static func line(_ removal: Removal, _ view: View) -> String {
        view.say(
            "publicFace.removed.marker",
            [
                "kind": .text(
                    view.say(
                        "publicFace.numbered",
                        [
                            "kind": .text(view.say("publicFace.kind.\(removal.key.kind.rawValue)")),
                            "number": .number(Int(removal.key.id)),
                        ])),
                "date": .text(CalendarDate(removal.at.prefix(10)).map { view.date($0) } ?? ""),
                "ground": .text(view.say("publicFace.ground.\(removal.ground.rawValue)")),
                "office": .text(removal.office),
            ])
    }
}
