package import Domain
import FollowUp
package import Frame
import Locales
import Markup
import Operations
import People
package import Plans

/// Where somebody was spoken to.
enum MentionsView {
    static func answer(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        do throws(WorkspaceError) {
            let mentions = try await plans.comments.mentions(visit.member)
            let titles = try await plans.titles.of(mentions.map(\.comment.subject), visit.member)
            let view = View(visit)
            return await view.page(PageHead(title: view.say("comment.mentions"))) {
                view.pageHead(
                    kicker: visit.workspace.name, view.say("comment.mentions"), lead: view.say("comment.mentionsLead"))
                if mentions.isEmpty {
                    view.empty(view.say("comment.mentionsNone")) {
                        view.html.element(.p, text: view.say("comment.mentionsNoneHelp"))
                    }
                } else {
                    if mentions.contains(where: { $0.seen == nil }) {
                        view.reportingForm(visit.path("/mentions/seen"), style: "") {
                            view.html.element(.p) { view.submitButton(view.say("comment.allSeen"), isPlain: true) }
                        }
                    }
                    list(mentions, titles, visit, view)
                }
            }
        } catch { throw WebError(error) }
    }

    private static func list(_ mentions: [Mention], _ titles: [Subject: String], _ visit: Visit, _ view: View) {
        let html = view.html
        html.element(.ol, .class("said-list talk")) {
            for mention in mentions {
                let comment = mention.comment
                html.element(.li, .class(mention.seen == nil ? "new" : "")) {
                    html.element(.p, .class("hint")) {
                        html.element(.strong) { html.element(.bdi, text: comment.author) }
                        html.text(" ")
                        html.element(.time, .datetime(comment.made), text: view.moment(comment.made))
                        if mention.seen == nil { html.element(.span, .class("chip"), text: view.say("comment.new")) }
                    }
                    html.element(.p, .class("words"), .dir("auto"), text: comment.said)
                    html.element(.p) {
                        html.element(
                            .a,
                            .href(
                                view.address(visit.path("/comments"), [("on", comment.subject.description)])
                                    + "#comment-\(comment.id)"), .dir("auto"),
                            text: titles[comment.subject] ?? comment.subject.description)
                    }
                }
            }
        }
    }
}

/// On a workspace's first page: how often its reader was spoken to since she last looked. Nothing where she was not.
package struct MentionsPart {
    let visit: Visit
    let count: Int

    package init(_ plans: Plans, _ visit: Visit) async throws(WorkspaceError) {
        self.visit = visit
        count = try await plans.comments.mentions(visit.member, onlyUnseen: true).count
    }

    package func write(_ view: View) {
        guard count > 0 else { return }
        view.html.element(.div, .class("notice"), .role("status")) {
            view.html.element(.p) {
                view.link(
                    view.address(visit.path("/mentions")), view.say("comment.mentionCount", ["count": .number(count)]))
            }
        }
    }
}
