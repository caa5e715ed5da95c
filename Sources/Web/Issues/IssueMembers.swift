import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// The recommendations of an issue. Those that say nearly the same stand once; the others of the group are folded away.
struct IssueMembers {
    let view: View
    let page: IssuePage
    let question: IssueQuestion
    let canDecide: Bool

    private var html: HTMLWriter { view.html }
    private var shown: [IssueMember] { Array(page.members.prefix(IssueQuestion.membersMax)) }

    func write() {
        view.section(
            "members", view.say("issueMembers.title", ["count": .number(page.summary.count)]),
            view.say("issueMembers.text")
        ) {
            if canDecide { pinForm() }
            if page.summary.count == 0 { html.element(.p, text: view.say("issueMembers.none")) }
            html.element(.ol, .class("records members")) {
                for group in groups { html.element(.li, .class("record")) { self.group(group) } }
            }
            pager()
        }
    }

    /// Members of this page, those of one group together, in their order.
    private var groups: [[IssueMember]] {
        var order: [Int] = []
        var byGroup: [Int: [IssueMember]] = [:]
        for member in shown {
            if byGroup[member.group] == nil { order.append(member.group) }
            byGroup[member.group, default: []].append(member)
        }
        return order.compactMap { byGroup[$0] }
    }

    private func group(_ members: [IssueMember]) {
        guard let first = members.first else { return }
        member(first)
        guard members.count > 1 else { return }
        html.element(.details, .class("near")) {
            html.element(.summary, text: view.say("issueMembers.near", ["count": .number(members.count - 1)]))
            html.element(.ol, .class("records")) {
                for other in members.dropFirst() { html.element(.li, .class("record")) { member(other) } }
            }
        }
    }

    private func member(_ member: IssueMember) {
        let record = member.record
        html.element(.div, .id("r\(record.id)")) {
            html.element(.p, .class("where")) {
                if let paragraph = record.paragraph {
                    html.element(
                        .span, .class("para"), text: view.say("record.paragraph", ["number": .text(paragraph.printed)]))
                }
                html.element(.span, text: view.name(.mechanism, record.mechanism.rawValue))
                if let cycle = record.cycle { html.element(.span, text: view.valueName(.cycle, String(cycle))) }
                if let date = record.published {
                    html.element(.time, .datetime(date.description), text: view.date(date))
                }
                if let symbol = record.symbol {
                    html.element(
                        .a, .class("quiet"), .href(view.documentAddress(record.document)), .dir("ltr"),
                        text: symbol.printed)
                }
            }
            html.element(.p, .class("words"), .lang(record.language.rawValue), .dir("auto")) {
                html.element(.a, .href(view.recommendationAddress(record.id)), text: member.text)
            }
            html.element(.div, .class("facts")) {
                view.position(record.position)
                if let answered = member.answered, answered != record.position {
                    html.element(
                        .span,
                        text: view.say(
                            "issueMembers.first", ["position": .text(view.say("position.\(answered.rawValue)"))]))
                }
                if !record.recommending.isEmpty { html.element(.span) { view.recommendingStates(record.recommending) } }
            }
            why(member)
            if canDecide { actions(member) }
        }
    }

    private func why(_ member: IssueMember) {
        html.element(.p, .class("fine why-here")) {
            if member.isPlaced {
                view.write("issueMembers.placed")
            } else if member.words.isEmpty, member.themes.isEmpty, member.persons.isEmpty {
                view.write(page.summary.count > 1 ? "issueMembers.program" : "issueMembers.alone")
            } else {
                view.write("issueMembers.because", ["reasons": .text(reasons(member))])
            }
            if member.isPinned {
                html.text(" ")
                html.element(.strong, text: view.say("issueMembers.pinned"))
            }
        }
    }

    private func reasons(_ member: IssueMember) -> String {
        var reasons = member.words.map { view.say("list.quoted", ["text": .text($0)]) }
        reasons += member.themes.map { view.valueName(.theme, $0) } + member.persons.map { view.valueName(.person, $0) }
        return reasons.joined(separator: view.say("list.comma"))
    }

    /// One form for all of its buttons: each says which recommendation it is about.
    private func pinForm() {
        html.element(
            .form, .id("pins"), .method("post"), .action(view.issueFormAddress(question.id, "pin"))
        ) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            view.hiddenField("version", String(page.issue.version))
        }
    }

    private func actions(_ member: IssueMember) {
        let id = member.record.id
        html.element(.p, .class("actions")) {
            html.element(
                .a, .class("button plain small"), .rel("nofollow"),
                .href(question.address(view, doing: .move, subject: id) + "#correct"),
                text: view.say("issueForm.move.open"))
            html.element(
                .button, .class("button plain small"), .type("submit"), .custom("form", "pins"),
                .name(member.isPinned ? "unpin" : "pin"), .value(id.description),
                text: view.say(member.isPinned ? "issueForm.unpin" : "issueForm.pin"))
        }
    }

    private func pager() {
        let size = IssueQuestion.membersMax
        let hasMore = page.members.count > size || page.next != nil
        guard question.from > 0 || hasMore else { return }
        html.element(.nav, .class("pager"), .label(view.say("issueMembers.pages"))) {
            if question.from > 0 {
                html.element(
                    .a, .href(question.address(view, from: max(0, question.from - size)) + "#members"), .rel("prev"),
                    text: view.say("issues.previous"))
            }
            if hasMore {
                html.element(
                    .a, .href(question.address(view, from: question.from + size) + "#members"), .rel("next"),
                    text: view.say("pager.next"))
            }
        }
    }
}
