import Domain
import Frame
import Locales
import Markup
import Plans
import Rounds

/// A round: how far it is, its paragraphs, and work on many of them at once.
struct RoundView {
    let view: View
    let visit: Visit
    let page: RoundPage
    let question: RoundQuestion

    static func answer(_ visit: Visit, _ rounds: Rounds) async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await rounds.page(id, visit.member) }
        let view = View(visit)
        let round = RoundView(view: view, visit: visit, page: page, question: RoundQuestion(visit.exchange.query))
        var head = PageHead(title: page.round.title, place: .round, isWide: true)
        head.crumbs = [(view.address(visit.path("/round")), view.say("round.title"))]
        return await view.page(head) { round.write() }
    }

    private var html: HTMLWriter { view.html }
    var round: Round { page.round }
    var manages: Bool { visit.may(.manageRound) && round.status == .open }
    var found: [RoundLine] { page.live.filter { question.matches($0) } }

    func path(_ rest: String = "", _ question: RoundQuestion? = nil) -> String {
        view.address(visit.path("/round/\(round.id)\(rest)"), question?.items ?? [])
    }

    private func write() {
        let document = page.document.map { $0.symbol?.printed ?? $0.title ?? "" } ?? view.say("round.reportGone")
        view.pageHead(kicker: document, round.title)
        RoundNotice(view: view, page: page).write()
        state()
        numbers()
        RoundTable(of: self).write()
        let gone = page.lines.filter { !$0.paragraph.isLive }
        if !gone.isEmpty { formerly(gone) }
        if visit.may(.manageRound) { RoundForms(of: self).manage() }
    }

    /// What the reader should know before she begins, and the ways on.
    private func state() {
        html.element(.div, .class("round-state")) {
            html.element(.p) {
                html.element(.strong, text: view.say("round.status.\(round.status.rawValue)"))
                if let due = round.due {
                    html.text(" · ")
                    view.write("round.dueOn", ["date": .text(view.date(due))])
                }
                if round.edition > 1 {
                    html.text(" · ")
                    view.write("round.edition", ["number": .number(round.edition)])
                }
            }
            html.element(.p, .class("hint"), text: view.say("round.secrecy"))
            html.element(.p, .class("actions")) {
                if visit.may(.manageRound) {
                    view.link(path("/check"), view.say("round.check.link"))
                    if round.status == .open { view.link(path("/report"), view.say("round.renumber.link")) }
                }
                if !page.freezes.isEmpty { view.link(path("/result"), view.say("round.result.link")) }
            }
        }
    }

    private func numbers() {
        let summary = page.summary
        let standings = RoundStanding.allCases.filter { summary.count($0) > 0 }
        view.numbers(
            standings.map { standing in
                (
                    summary.count(standing), view.say("round.standing.\(standing.rawValue)"),
                    path("", question.with { $0.standing = standing }) + "#paragraphs"
                )
            })
    }

    /// Paragraphs of an earlier report.
    private func formerly(_ lines: [RoundLine]) {
        view.section("formerly", view.say("round.formerly.title"), view.say("round.formerly.text")) {
            html.element(.ul, .class("plain-list")) {
                for line in lines {
                    html.element(.li) {
                        view.link(path("/paragraphs/\(line.paragraph.id)"), line.paragraph.name)
                        html.text(" ")
                        if let why = line.paragraph.dropped {
                            view.write("round.formerly.dropped") { _ in html.element(.q, .dir("auto"), text: why) }
                        } else if let into = line.paragraph.mergedInto {
                            let name = page.lines.first { $0.paragraph.id == into }?.paragraph.name ?? "\(into)"
                            view.write("round.formerly.merged") { _ in view.link(path("/paragraphs/\(into)"), name) }
                        }
                    }
                }
            }
        }
    }
}
