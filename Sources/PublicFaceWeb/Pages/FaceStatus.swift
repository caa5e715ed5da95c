import Domain
import Frame
import Locales
import Markup
import PublicFace

/// How many of what is shown stand where: the numbers, their picture and their table.
struct FaceStatus {
    let page: FacePage
    let kind: PublicKind
    let counts: [(status: String, count: Int)]

    init(_ page: FacePage, _ kind: PublicKind) {
        self.page = page
        self.kind = kind
        var found: [String: Int] = [:]
        for item in page.face.all(kind) { found[item["status"] ?? "nothing", default: 0] += 1 }
        counts = FaceListing.statuses(kind).compactMap { status in
            let count = found[status] ?? 0
            return status == "nothing" && count == 0 ? nil : (status, count)
        }
    }

    var total: Int { page.face.all(kind).count }
    /// There is something to draw, and it may be drawn.
    var isDrawn: Bool { page.shows(.status) && total > 0 }

    func word(_ status: String) -> String {
        kind == .action ? page.actionStatus(status) : page.standing(status == "nothing" ? nil : status)
    }

    var title: String { page.view.say("publicFace.figure.\(kind.rawValue)") }
    var caption: String { page.view.say("publicFace.figure.caption", ["n": .number(total)]) }

    func figure(level: Int) {
        guard isDrawn else { return }
        let list = kind == .action ? "/actions" : "/commitments"
        let source = page.view.say(
            "publicFace.figure.source",
            ["workspace": .text(page.face.workspace.name), "date": .text(page.day(page.face.changed))])
        let bars = counts.map {
            Bar(label: word($0.status), value: $0.count, address: page.address(list, [("status", $0.status)]))
        }
        page.view.figure(
            Figure(
                title: title, caption: caption, level: level,
                table: .init(
                    columns: [page.view.say("publicFace.status"), page.view.say("publicFace.shownCount")],
                    rows: bars.map { ($0.label, nil, [$0.value]) }),
                source: page.face.changed == nil ? page.face.workspace.name : source)
        ) { page.view.bars(bars) }
    }
}
