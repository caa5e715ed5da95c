import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Single items of one kind, to be held back, let out, or held until an hour.
struct ChooseItemsView {
    private static let pageItems = 100

    static let kind = Parameter(
        name: "kind", form: .choice(PublicKind.allCases.map(\.rawValue)), summary: "Which kind of item.")

    let visit: Visit
    let view: View
    let kind: PublicKind
    let items: [PublicItem]
    let total: Int
    let choices: PublicChoices

    static func answer(_ visit: Visit, _ faces: PublicFaces) async throws(WebError) -> Answer {
        let query = visit.exchange.query
        let kind = query.first("kind").flatMap { PublicKind(rawValue: $0) } ?? .commitment
        let (desk, all) = try await visit.run { () throws(WorkspaceError) in
            (try await faces.desk(visit.member), try await faces.candidates(kind, visit.member))
        }
        let after = query.first("after").flatMap { Int64($0) } ?? 0
        let view = View(visit)
        let items = Array(all.filter { $0.id > after }.prefix(pageItems))
        let page = ChooseItemsView(
            visit: visit, view: view, kind: kind, items: items, total: all.count, choices: desk.pending)
        var head = PageHead(title: view.say("publicFace.kinds.\(kind.rawValue)"), place: .publicFace, isWide: true)
        head.crumbs = [(view.address(visit.path("/public")), view.say("workspace.nav.public"))]
        let isMore = items.last.map { last in all.last?.id != last.id } ?? false
        return await view.page(head) {
            page.write()
            view.pager(next: isMore ? items.last.map { String($0.id) } : nil)
        }
    }

    private func write() {
        view.pageHead(
            view.say("publicFace.kinds.\(kind.rawValue)"),
            lead: view.say(
                "publicFace.items.default",
                ["stage": .text(view.say("publicFace.stage.\(choices.stage(kind.field).rawValue)"))]))
        view.faceSaid()
        guard !items.isEmpty else {
            view.html.element(.p, .class("soft"), text: view.say("publicFace.items.none"))
            return
        }
        let ticking = Ticking("hold", view.exchange.query)
        view.pickingForm(
            "hold", action: view.address(visit.path("/public/items")), total: total,
            filters: [("kind", kind.rawValue)]
        ) { controls() }
        let lines = ChooseLines(view: view, zone: visit.workspace.timeZone)
        view.dataTable(
            view.say("publicFace.kinds.\(kind.rawValue)"),
            [
                DataColumn(view.say("publicFace.kind.\(kind.rawValue)")),
                DataColumn(view.say("publicFace.items.standing")),
            ],
            ticking: ticking
        ) {
            for item in items {
                view.html.element(.tr) {
                    view.tick(item.id, name(item), ticking)
                    view.wordsCell(name(item), isHead: true)
                    view.html.element(
                        .td, text: lines.words(choices.exceptions[item.key] ?? .init(), .item(item.key)))
                }
            }
        }
    }

    private func controls() {
        view.select(
            "stage", view.say("publicFace.items.stage"),
            [("", view.say("publicFace.stage.default"))]
                + PublicStage.allCases.map { ($0.rawValue, view.say("publicFace.stage.\($0.rawValue)")) }, chosen: "")
        view.dayField("day", view.say("publicFace.items.day"), "", hint: view.say("publicFace.items.dayHint"))
        view.textField(
            "hour", view.say("publicFace.items.hour"), "",
            hint: view.say("publicFace.items.hourHint", ["zone": .text(visit.workspace.timeZone)]), type: "time",
            most: 5,
            direction: "ltr")
        view.html.element(.p) { view.submitButton(view.say("publicFace.items.keep")) }
    }

    private func name(_ item: PublicItem) -> String {
        let words = item["title"] ?? item["said"] ?? item["reason"] ?? item["period"]
        let number = view.say(
            "publicFace.numbered",
            ["kind": .text(view.say("publicFace.kind.\(kind.rawValue)")), "number": .number(Int(item.id))])
        guard let words else { return number }
        return words.count > 120 ? words.prefix(119) + "…" : words
    }
}
