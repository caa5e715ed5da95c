import Domain
import Frame
import Locales
import Markup
import People
import Plans
import Workbooks

/// Tracking workbooks that were sent in, and how far their rows are.
struct TrackingView {
    let visit: Visit
    let files: [(file: TrackingFile, counts: TrackingCounts)]
    let counts: TrackingCounts
    let trouble: String?

    static func answer(_ visit: Visit, _ plans: Plans, trouble: String? = nil) async throws(WebError) -> Answer {
        do throws(TrackingError) {
            let files = try await plans.tracking.files(visit.member)
            let counts = try await plans.tracking.counts(nil, visit.member)
            return await TrackingView(visit: visit, files: files, counts: counts, trouble: trouble).page(View(visit))
        } catch { throw WebError(error) }
    }

    static func crumbs(_ visit: Visit, _ view: View, isBelow: Bool) -> [(address: String, name: String)] {
        let top = [(view.address(visit.path("/workbooks")), view.say("sheets.title"))]
        return isBelow ? top + [(view.address(visit.path("/workbooks/tracking")), view.say("sheets.tracking"))] : top
    }

    private func page(_ view: View) async -> Answer {
        let title = view.say("sheets.tracking")
        let head = PageHead(
            title: title, place: .workbooks, crumbs: Self.crumbs(visit, view, isBelow: false),
            path: visit.path("/workbooks/tracking"))
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(kicker: visit.workspace.name, title, lead: view.say("sheets.tracking.lead"))
            if let trouble { view.problem(trouble) }
            view.sheetForm(
                visit.path("/workbooks/tracking"), "tracking-file", view.say("sheets.tracking.file"),
                view.say("sheets.tracking.button"))
            if counts.total > 0 { Self.rowNumbers(counts, visit, view) }
            view.section("files", view.say("sheets.tracking.files")) { list(view) }
        }
    }

    /// Each number leads to its rows.
    static func rowNumbers(_ counts: TrackingCounts, _ visit: Visit, _ view: View) {
        func address(_ shown: QueueShown) -> String {
            view.address(visit.path("/workbooks/tracking/queue"), [("show", shown.rawValue)])
        }
        view.numbers([
            (counts.applied, view.say("sheets.unit.applied", ["count": .number(counts.applied)]), address(.applied)),
            (counts.waiting, view.say("sheets.unit.waiting", ["count": .number(counts.waiting)]), address(.waiting)),
            (
                counts.leftover, view.say("sheets.unit.leftover", ["count": .number(counts.leftover)]),
                address(.leftover)
            ), (counts.aside, view.say("sheets.unit.aside", ["count": .number(counts.aside)]), address(.aside)),
        ])
    }

    private func list(_ view: View) {
        let html = view.html
        guard !files.isEmpty else {
            html.element(.p, .class("soft"), text: view.say("sheets.tracking.none"))
            return
        }
        view.table(view.say("sheets.tracking.files")) {
            html.element(.thead) {
                html.element(.tr) {
                    for key in ["file", "came"] { html.element(.th, .scope("col"), text: view.say("sheets.th.\(key)")) }
                    for key in ["applied", "waiting", "aside"] {
                        html.element(.th, .scope("col"), .class("n"), text: view.say("sheets.th.\(key)"))
                    }
                }
            }
            html.element(.tbody) {
                for (file, counts) in files {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            view.link(view.address(TrackingHandling.filePath(visit, file.id)), file.name)
                        }
                        html.element(
                            .td,
                            text: view.say(
                                "sheets.byAt", ["by": .text(file.madeBy), "at": .text(view.moment(file.made))]))
                        guard file.isApplied else {
                            html.element(.td, .custom("colspan", 3), text: view.say("sheets.tracking.notYet"))
                            return
                        }
                        for count in [counts.applied, counts.waiting, counts.aside] {
                            html.element(.td, .class("n"), text: view.number(count))
                        }
                    }
                }
            }
        }
    }
}
