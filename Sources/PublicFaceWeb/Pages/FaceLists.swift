import CooperationWeb
import Domain
import Frame
import Locales
import Markup
import PublicFace

/// Lists of what has no filters: indicators, reports, deadlines, positions.
struct FaceList: Sendable {
    let name: String
    let field: PublicField
    let kind: PublicKind
    let write: @Sendable (FacePage, [PublicItem]) -> Void

    static let all = [
        FaceList(name: "indicators", field: .indicators, kind: .indicator) { page, items in
            let (view, html) = (page.view, page.html)
            view.dataTable(
                view.say("publicFace.indicators.title"),
                [
                    DataColumn(view.say("publicFace.kind.indicator")), DataColumn(view.say("publicFace.type")),
                    DataColumn(view.say("publicFace.unit")),
                    DataColumn(view.say("publicFace.latestValue"), isNumber: true),
                ]
            ) {
                for item in items {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) { page.link(item) }
                        html.element(.td, text: item["type"].map { view.say("indicator.kind.\($0)") } ?? "")
                        view.wordsCell(item["unit"] ?? "")
                        html.element(.td, .class("n"), text: latest(item, page))
                    }
                }
            }
        },
        FaceList(name: "progress", field: .progress, kind: .progress) { page, items in
            for item in items { FaceReport(page: page, item: item).write(isHere: false) }
        },
        FaceList(name: "deadlines", field: .deadlines, kind: .deadline) { page, items in
            deadlines(page, items)
        },
        FaceList(name: "positions", field: .positions, kind: .position) { page, items in
            let (view, html) = (page.view, page.html)
            view.dataTable(
                view.say("publicFace.positions.title"),
                [
                    DataColumn(view.say("publicFace.paragraph")), DataColumn(view.say("publicFace.position")),
                    DataColumn(view.say("publicFace.reason")), DataColumn(view.say("publicFace.decided")),
                ]
            ) {
                for item in items {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            let id = RecommendationID(item.number("recommendation") ?? 0)
                            view.link(view.recommendationAddress(id), item["paragraph"] ?? view.number(Int(id.value)))
                        }
                        html.element(.td) { view.position(item["position"].flatMap { Position(rawValue: $0) }) }
                        view.wordsCell(page.orNotSaid(item["reason"]))
                        html.element(.td, text: page.day(item["decided"]))
                    }
                }
            }
        },
    ]

    static func deadlines(_ page: FacePage, _ items: [PublicItem]) {
        let (view, html) = (page.view, page.html)
        view.dataTable(
            view.say("publicFace.deadlines.title"),
            [
                DataColumn(view.say("publicFace.kind.deadline")), DataColumn(view.say("publicFace.due")),
                DataColumn(view.say("publicFace.force")), DataColumn(view.say("publicFace.status")),
            ]
        ) {
            for item in items {
                html.element(.tr) {
                    view.wordsCell(page.deadlineTitle(item), isHead: true)
                    html.element(.td, text: page.day(item["due"]))
                    html.element(.td, text: item["force"].map { view.say("clocks.force.\($0)") } ?? "")
                    html.element(.td, text: deadlineStatus(item, page))
                }
            }
        }
    }

    /// Done, ahead or over; what is voluntary is never late.
    static func deadlineStatus(_ item: PublicItem, _ page: FacePage) -> String {
        guard item["status"] == "open" else { return page.view.say("clocks.status.done") }
        guard let due = item["due"], let today = page.today, due < today.description.prefix(due.count) else {
            return page.view.say("clocks.status.open")
        }
        return page.view.say(item["force"] == "voluntary" ? "publicFace.deadline.over" : "publicFace.deadline.late")
    }

    private static func latest(_ item: PublicItem, _ page: FacePage) -> String {
        let totals = page.face.all(.observation, of: item.key).filter { observation in
            ["sex", "age", "disability", "region", "population"].allSatisfy { observation[$0] == nil }
        }
        guard let last = totals.max(by: { ($0["period"] ?? "") < ($1["period"] ?? "") }) else {
            return page.view.say(page.shows(.observations) ? "figure.noData" : "publicFace.notShownShort")
        }
        guard let value = last["value"] else { return page.view.say("figure.noData") }
        return page.view.say("publicFace.mark", ["value": .text(value), "period": .text(last["period"] ?? "")])
    }

    /// In the order of dates where there are dates, else of numbers; the latest report first.
    func ordered(_ page: FacePage) -> [PublicItem] {
        let items = page.face.all(kind)
        return switch kind {
        case .deadline: items.sorted { ($0["due"] ?? "", $0.id) < ($1["due"] ?? "", $1.id) }
        case .progress: items.sorted { $0.id > $1.id }
        default: items
        }
    }

    func answer(_ page: FacePage) async throws(WebError) -> Answer {
        let view = page.view
        let title = view.say("publicFace.\(name).title")
        return try await page.answer(
            title, at: "/\(name)", cited: Cite(page, list: title, key: name), isWide: kind != .progress
        ) {
            view.pageHead(kicker: page.face.workspace.name, title, lead: view.say("publicFace.\(name).lead"))
            let items = ordered(page)
            guard page.shows(field) || !items.isEmpty else {
                page.notShown()
                return
            }
            page.counted()
            page.lastChange(kind)
            let after = page.asked("after").flatMap { Int64($0) }
            let start = after.flatMap { id in items.firstIndex { $0.id == id }.map { $0 + 1 } } ?? 0
            let shown = items.dropFirst(start).prefix(FaceListing.pageItems)
            page.html.element(.p, .class("count"), text: view.say("publicFace.countAll", ["n": .number(items.count)]))
            if items.isEmpty { page.nothing() } else { write(page, Array(shown)) }
            // Markers of what belonged to something stand there; here those of what stood by itself.
            for removal in page.face.removals where removal.key.kind == kind { page.marker(removal) }
            let isMore = start + shown.count < items.count
            view.pager(next: isMore ? shown.last.map { String($0.id) } : nil)
            if page.isOpen, kind == .progress {
                page.html.element(.p) { view.link(page.address("/progress.csv"), view.say("publicFace.csv")) }
            }
        }
    }
}
