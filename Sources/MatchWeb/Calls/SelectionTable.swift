import Cooperation
import Domain
import Frame
import Locales
import Markup
import Matches

/// Applications with their marks and points, and what is proposed.
struct SelectionTable {
    let view: View
    let visit: Visit
    let board: CallBoard
    let lines: [SelectionOrder.Line]

    private var html: HTMLWriter { view.html }
    private var words: SelectionWords { SelectionWords(view: view, board: board) }

    func write() {
        view.section("applications", view.say("match.selection.applications")) {
            view.table(view.say("match.selection.applications"), style: "data selection-table") {
                view.headRow(
                    [
                        (view.say("match.column.place"), true), (view.say("application.column"), false),
                        (view.say("application.amount"), true),
                    ]
                        + board.rules.criteria.map {
                            (
                                view.say(
                                    "match.column.mark", ["name": .text($0.label), "weight": .number($0.weight)]), true
                            )
                        } + [
                            (view.say("match.column.points"), true), (view.say("match.column.greedy"), false),
                            (view.say("cooperation.status"), false),
                        ])
                html.element(.tbody) { for line in lines { row(line) } }
            }
        }
    }

    private func row(_ line: SelectionOrder.Line) {
        let entry = line.entry
        html.element(.tr) {
            html.element(.td, .class("n")) {
                if let place = line.place {
                    html.element(.strong, text: view.number(place))
                } else {
                    html.element(.span, .class("soft"), text: view.say("match.selection.notProposed"))
                }
            }
            html.element(.th, .scope("row")) { application(entry) }
            html.element(.td, .class("n")) {
                let amount = entry.application.amount.map { view.amount($0.minor, $0.currency) }
                html.element(.bdi, text: amount ?? view.say("cooperation.notKnown"))
            }
            for criterion in board.rules.criteria {
                html.element(.td, .class("n")) {
                    if let mark = entry.marks[criterion.place] {
                        html.text(view.number(mark.mark))
                    } else {
                        html.element(.span, .class("soft"), text: view.say("match.mark.none"))
                    }
                }
            }
            html.element(.td, .class("n")) {
                html.text(words.points(board.points(entry)))
                if !board.missing(entry).isEmpty {
                    html.element(
                        .span, .class("soft"),
                        text: " "
                            + view.say("match.selection.upTo", ["most": .text(words.points(board.pointsMax(entry)))]))
                }
            }
            html.element(.td, text: view.say(line.isInGreedy ? "match.selection.in" : "match.selection.out"))
            html.element(.td, text: view.say("applicationStatus.\(entry.application.status.rawValue)"))
        }
    }

    private func application(_ entry: CallBoard.Entry) {
        html.element(
            .a, .href(view.address(visit.path("/funds/received/\(entry.application.id)"))), .dir("auto"),
            text: entry.application.title)
        if let actor = entry.applicant { html.element(.p, .class("hint")) { view.who(actor) } }
        for obstacle in entry.obstacles {
            html.element(.p, .class("hint"), text: view.say("match.hindrance.\(obstacle.rawValue)"))
        }
        html.element(.p) {
            view.link(
                view.address(visit.path("/matches/applications/\(entry.application.id)")), view.say("match.mark.link"))
        }
    }
}
