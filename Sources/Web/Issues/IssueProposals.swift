import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// What the program would change, and why. A person decides.
struct IssueProposals {
    let view: View
    let page: IssuePage
    let canDecide: Bool

    /// Proposals shown of each direction.
    private static let shownMax = 20

    private var html: HTMLWriter { view.html }

    func write() {
        let all = page.leaving.prefix(Self.shownMax) + page.arriving.prefix(Self.shownMax)
        guard !all.isEmpty else { return }
        view.section(
            "proposals", view.say("issues.proposals", ["count": .number(page.leaving.count + page.arriving.count)]),
            view.say("issueProposal.text")
        ) {
            if canDecide {
                html.element(
                    .form, .id("proposal-form"), .method("post"),
                    .action(view.issueFormAddress(page.issue.id, "proposal"))
                ) {
                    view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
                }
            }
            html.element(.ol, .class("records")) {
                for entry in all { html.element(.li, .class("record")) { proposal(entry) } }
            }
        }
    }

    private func proposal(_ entry: ProposalEntry) {
        let record = entry.record
        html.element(.p, .class("words"), .lang(record.language.rawValue), .dir("auto")) {
            html.element(.a, .href(view.recommendationAddress(record.id)), text: entry.text)
        }
        html.element(.p) {
            let isLeaving = entry.from.id == page.issue.id
            view.write(isLeaving ? "issueProposal.to" : "issueProposal.from") { _ in
                view.issueLink(isLeaving ? entry.to : entry.from)
            }
            html.text(" ")
            if entry.move.words.isEmpty {
                view.write("issueProposal.because")
            } else {
                let words = entry.move.words.map { view.say("list.quoted", ["text": .text($0)]) }
                view.write(
                    "issueProposal.becauseWords", ["words": .text(words.joined(separator: view.say("list.comma")))])
            }
        }
        guard canDecide else { return }
        html.element(.p, .class("actions")) {
            for answer in ["accept", "decline"] {
                html.element(
                    .button, .class("button plain small"), .type("submit"), .custom("form", "proposal-form"),
                    .name(answer == "accept" ? "accept" : "decline"), .value(entry.move.id.description),
                    text: view.say("issueProposal.\(answer)"))
            }
        }
    }
}
