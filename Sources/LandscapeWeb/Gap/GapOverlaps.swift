import Domain
import Frame
import Landscape
import Locales
import Markup

/// Programmes that seem to do the same, with what that rests on: a proposal to look.
struct GapOverlaps {
    let place: GapPlace
    let gap: StateGap

    private static let issuesMax = 3

    private var view: View { place.view }
    private var html: HTMLWriter { view.html }

    func write() {
        view.section("overlaps", view.say("gap.overlap.title"), view.say("gap.overlap.text")) {
            guard !gap.overlaps.isEmpty else {
                html.element(.p, text: view.say("gap.overlap.none"))
                return
            }
            html.element(.p, text: view.say("gap.overlap.count", ["count": .number(gap.overlaps.count)]))
            let names = Dictionary(gap.issues.map { ($0.issue.id, $0) }, uniquingKeysWith: { first, _ in first })
            html.element(.ul, .class("gap-list")) {
                for overlap in gap.overlaps.prefix(ProgrammeOverlap.shownMax) {
                    html.element(.li) { self.overlap(overlap, names) }
                }
            }
            if gap.overlaps.count > ProgrammeOverlap.shownMax {
                html.element(
                    .p, text: view.say("gap.overlap.more", ["count": .number(ProgrammeOverlap.shownMax)]))
            }
        }
    }

    private func overlap(_ overlap: ProgrammeOverlap, _ issues: [IssueID: GapIssue]) {
        html.element(.p) {
            side(overlap.one)
            html.text(" · ")
            side(overlap.other)
        }
        html.element(.p, .class("hint")) {
            html.text(view.say("gap.overlap.issues"))
            for (place, id) in overlap.issues.prefix(Self.issuesMax).enumerated() {
                html.text(place > 0 ? view.say("list.comma") : " ")
                if let issue = issues[id] { GapIssueLine(place: self.place, issue: issue).name() }
            }
            if overlap.issues.count > Self.issuesMax {
                html.text(" ")
                html.text(
                    view.say("gap.overlap.moreIssues", ["count": .number(overlap.issues.count - Self.issuesMax)]))
            }
            html.text(". ")
            if !overlap.themes.isEmpty {
                html.text(
                    view.say(
                        "gap.overlap.themes",
                        [
                            "themes": .text(
                                overlap.themes.map { view.name(.theme, $0) }
                                    .joined(separator: view.say("list.comma")))
                        ]))
            }
            if !overlap.themes.isEmpty { html.text(" ") }
            html.text(view.say(overlap.isTimeKnown ? "gap.overlap.time" : "gap.overlap.timeUnknown"))
        }
    }

    private func side(_ side: ProgrammeOverlap.Side) {
        let path =
            side.isDraft
            ? place.visit?.path("/programmes/\(side.id)") ?? "/programmes/\(side.id)" : "/programmes/\(side.id)"
        html.element(.a, .href(view.address(path)), .dir("auto"), text: side.title)
        html.text(" ")
        html.element(.span, .class("soft")) {
            html.element(.bdi, text: side.reporter)
            html.text(view.say("list.comma"))
            let open = view.say("programme.period.open")
            html.text(
                view.say(
                    "programme.period.span",
                    [
                        "start": .text(side.starts.map { view.date($0) } ?? open),
                        "end": .text(side.ends.map { view.date($0) } ?? open),
                    ]))
        }
    }
}
