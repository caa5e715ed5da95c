import Domain
import Frame
import Locales
import Markup
import Submissions

/// The desk: what waits, and the form that unlocks one's key.
struct DeskView {
    let view: View
    let visit: Visit
    let submissions: Submissions
    let ring: KeyRing
    let threads: [DeskThread]

    static func answer(
        _ visit: Visit, _ submissions: Submissions, problem: String?
    ) async throws(WebError) -> Answer {
        let (ring, threads) = try await submission { () throws(SubmissionError) in
            (try await submissions.keyRing(visit.member), try await submissions.threads(visit.member))
        }
        let view = View(visit)
        let content = DeskView(view: view, visit: visit, submissions: submissions, ring: ring, threads: threads)
        let head = PageHead(title: view.say("submit.desk"), place: .submissions, path: visit.path("/submissions"))
        return await view.page(head, status: problem == nil ? 200 : 400) {
            view.pageHead(view.say("submit.desk"), lead: view.say("submit.deskLead"))
            content.said()
            if let problem { view.problem(problem) }
            content.state()
            content.list()
        }
    }

    private var html: HTMLWriter { view.html }

    private func said() {
        switch view.exchange.query.first("said") {
        case "unlocked": view.done(view.say("submit.said.unlocked"))
        case "locked": view.done(view.say("submit.said.locked"))
        case "saved": view.done(view.say("submit.said.saved"))
        default: break
        }
    }

    private func state() {
        if case .off(let reason) = submissions.availability { view.problem(view.say("submit.off.\(reason.rawValue)")) }
        html.element(.p) { view.link(view.address(visit.path("/submissions/keys")), view.say("submit.keyring")) }
        let own = ring.history.map(\.key).filter { $0.account == visit.member.account }
        guard !own.isEmpty else {
            html.element(.p, .class("none"), text: view.say("submit.key.noneYet"))
            return
        }
        if let seconds = submissions.unlockedSeconds(visit.deskReader) {
            html.element(.p, text: view.say("submit.unlockedFor", ["minutes": .number((seconds + 59) / 60)]))
            view.workForm(view.address(visit.path("/submissions/lock"))) {
                view.submitButton(view.say("submit.lock"), isPlain: true)
            }
            return
        }
        view.section("unlock", view.say("submit.unlock"), view.say("submit.unlockLead")) {
            view.workForm(view.address(visit.path("/submissions/unlock"))) {
                view.select(
                    "key", view.say("submit.key.one"),
                    own.map {
                        ("\($0.id)", "\($0.fingerprint) (\(view.say("submit.key.status.\($0.status.rawValue)")))")
                    },
                    chosen: (ring.current ?? own.first).map { "\($0.id)" } ?? "")
                view.secretField("phrase", view.say("submit.phrase"))
                html.element(.p) { view.submitButton(view.say("submit.unlock")) }
            }
        }
    }

    private func list() {
        view.section("threads", view.say("submit.threads")) {
            guard !threads.isEmpty else {
                html.element(.p, .class("none"), text: view.say("submit.threadsNone"))
                return
            }
            view.table(view.say("submit.threads")) {
                view.headRow([
                    (view.say("submit.thread"), false), (view.say("submit.heard"), false),
                    (view.say("submit.messages"), true), (view.say("submit.status"), false),
                ])
                html.element(.tbody) { for thread in threads { row(thread) } }
            }
        }
    }

    private func row(_ thread: DeskThread) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                view.link(view.address(visit.path("/submissions/threads/\(thread.id)")), DeskThreadView.name(thread.id))
            }
            html.element(.td) { view.dayText(thread.heard) }
            html.element(.td, .class("number"), text: view.number(thread.messages))
            html.element(.td) {
                if thread.withdrawn != nil {
                    html.text(view.say("submit.withdrawn"))
                } else if thread.isWaiting {
                    html.element(.strong, text: view.say("submit.waiting"))
                } else {
                    html.text(view.say("submit.status.\(thread.status.rawValue)"))
                }
            }
        }
    }
}
