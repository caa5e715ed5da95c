import Cooperation
import Domain
import Frame
import Insight
import Locales
import Markup
import Matches
import People

/// One call, many applications: the selection the rules and marks come to, beside one from the top of the list. A proposal.
struct SelectionView {
    /// Lines of the table on the page; the file has all.
    private static let linesMax = 100
    let view: View
    let visit: Visit
    let board: CallBoard
    let proposal: CallProposal

    static func load(_ visit: Visit, _ matches: Matches) async throws(WebError) -> SelectionView {
        let id: FundCallID = try visit.id()
        let board = try await visit.run { () throws(WorkspaceError) in try await matches.board(id, visit.member) }
        return SelectionView(view: View(visit), visit: visit, board: board, proposal: await board.proposal())
    }

    func page() async -> Answer {
        var head = PageHead(
            title: view.say("match.selection.of", ["title": .text(board.call.title)]), place: .matches, isWide: true)
        head.crumbs = [
            (view.address(visit.path("/matches")), view.say("match.title")),
            (view.address(visit.path("/funds/own-calls/\(board.call.id)")), board.call.title),
        ]
        return await view.page(head) { write() }
    }

    private var html: HTMLWriter { view.html }
    private var words: SelectionWords { SelectionWords(view: view, board: board) }
    private var path: String { "/matches/calls/\(board.call.id)/selection" }

    private func write() {
        view.pageHead(
            kicker: board.fund.name, view.say("match.selection.of", ["title": .text(board.call.title)]),
            lead: view.say("match.selection.lead"))
        view.matchSaid()
        if board.rules.criteria.isEmpty {
            view.empty(view.say("match.rules.none.title")) {
                html.element(.p, text: view.say("match.rules.none.text"))
            }
        } else if board.entries.isEmpty {
            view.empty(view.say("match.selection.none.title")) {
                html.element(.p, text: view.say("match.selection.none.text"))
            }
        } else {
            if board.isCut {
                html.element(.p, .class("notice"), text: view.say("application.cut", SelectionWords.most))
            }
            provisional()
            outcome()
            SelectionTable(
                view: view, visit: visit, board: board,
                lines: Array(SelectionOrder(board, proposal).lines.prefix(Self.linesMax))
            ).write()
            if board.entries.count > Self.linesMax {
                html.element(
                    .p, .class("hint"),
                    text: view.say(
                        "match.selection.more",
                        ["shown": .number(Self.linesMax), "total": .number(board.entries.count)]))
            }
            files()
            limits()
            effects()
        }
        SelectionRulesForm(view: view, board: board).write(
            view.address(visit.path("/matches/calls/\(board.call.id)/rules")))
    }

    /// What is missing is said first: it blocks nothing, and nothing is decided by it in silence.
    private func provisional() {
        let unmarked = board.entries.count { !board.missing($0).isEmpty }
        let hindered = board.entries.count { !$0.obstacles.isEmpty }
        let unknown = board.rules.perKind.isEmpty ? 0 : board.entries.count { $0.kinds == nil }
        guard unmarked + hindered + unknown > 0 else { return }
        html.element(.div, .class("notice")) {
            html.element(.p) { html.element(.strong, text: view.say("match.selection.provisional")) }
            html.element(.ul) {
                if unmarked > 0 {
                    html.element(.li, text: view.say("match.selection.unmarked", ["count": .number(unmarked)]))
                }
                if hindered > 0 {
                    html.element(.li, text: view.say("match.selection.hindered", ["count": .number(hindered)]))
                }
                if unknown > 0 {
                    html.element(.li, text: view.say("match.selection.unknownKind", ["count": .number(unknown)]))
                }
            }
        }
    }

    private func outcome() {
        let (best, greedy) = (proposal.best, proposal.greedy)
        view.section("outcome", view.say("match.selection.outcome")) {
            view.table(view.say("match.selection.outcome"), style: "data") {
                view.headRow([
                    (view.say("match.selection.way"), false), (view.say("match.column.count"), true),
                    (view.say("match.column.points"), true), (view.say("match.column.money"), true),
                ])
                html.element(.tbody) {
                    line("match.selection.exact", best)
                    line("match.selection.greedy", greedy)
                    line("match.selection.greedyByMoney", proposal.greedyByMoney)
                }
            }
            let bound: KeyValuePairs<String, Argument> = ["points": .text(words.points(best.bound))]
            html.element(
                .p, text: best.isProven ? view.say("match.selection.proven") : view.say("match.selection.bound", bound))
            html.element(.p, .class("hint"), text: view.say("match.selection.proposal"))
        }
    }

    private func line(_ key: String, _ selection: CallSelection) {
        html.element(.tr) {
            html.element(.th, .scope("row"), text: view.say(key))
            html.element(.td, .class("n"), text: view.number(selection.chosen.count))
            html.element(.td, .class("n"), text: words.points(selection.points))
            html.element(.td, .class("n")) { html.element(.bdi, text: words.money(selection.money)) }
        }
    }

    private func files() {
        html.element(.p) {
            view.link(view.address(visit.path(path + ".csv")), view.say("match.selection.csv"))
            html.text(" · ")
            view.link(view.address(visit.path(path + ".xlsx")), view.say("match.selection.xlsx"))
        }
    }

    private func limits() {
        let uses = proposal.best.uses.filter { use in
            if case .state = use.limit { return use.used > 0 }
            return true
        }
        view.section("limits", view.say("match.limit.title")) {
            guard !uses.isEmpty else {
                html.element(.p, text: view.say("match.limit.none"))
                return
            }
            view.table(view.say("match.limit.title"), style: "data") {
                view.headRow([
                    (view.say("match.column.limit"), false), (view.say("match.column.used"), true),
                    (view.say("match.column.most"), true),
                ])
                html.element(.tbody) {
                    for use in uses {
                        let (used, most) = words.used(use)
                        html.element(.tr) {
                            html.element(.th, .scope("row"), text: words.limit(use.limit))
                            html.element(.td, .class("n")) { html.element(.bdi, text: used) }
                            html.element(.td, .class("n")) { html.element(.bdi, text: most) }
                        }
                    }
                }
            }
        }
    }

    private func effects() {
        guard !proposal.effects.isEmpty else { return }
        view.section("effects", view.say("match.effect.title"), view.say("match.effect.lead")) {
            view.table(view.say("match.effect.title"), style: "data") {
                view.headRow([
                    (view.say("match.column.change"), false), (view.say("match.column.enters"), false),
                    (view.say("match.column.leaves"), false), (view.say("match.column.difference"), true),
                ])
                html.element(.tbody) {
                    for effect in proposal.effects {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) { html.element(.bdi, text: words.change(effect.change)) }
                            html.element(.td) { html.element(.bdi, text: words.titles(effect.enters)) }
                            html.element(.td) { html.element(.bdi, text: words.titles(effect.leaves)) }
                            html.element(.td, .class("n")) {
                                html.element(.bdi, .dir("ltr"), text: words.points(effect.points))
                                if !effect.isProven {
                                    html.text(" ")
                                    html.element(.span, .class("soft"), text: view.say("match.effect.unproven"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
