package import Domain
import FollowUp
package import Frame
import Locales
import Markup
package import People
package import Plans

/// What people say about an object, on its page. Made for any object: `try await CommentsPart(subject, plans, visit)`, then `write`.
package struct CommentsPart {
    let subject: Subject
    let visit: Visit
    let comments: [Comment]
    /// Names to speak to.
    let names: [String]
    let draft: TypedForm

    package init(_ subject: Subject, _ plans: Plans, _ visit: Visit) async throws(WorkspaceError) {
        try await self.init(subject, plans.store, visit)
    }

    package init(_ subject: Subject, _ store: WorkspaceStore, _ visit: Visit) async throws(WorkspaceError) {
        self.subject = subject
        self.visit = visit
        let talk = Comments(store)
        comments = try await talk.all(of: subject, visit.member)
        names = visit.may(.comment) ? try await talk.names(visit.member) : []
        let kept =
            visit.may(.comment) ? try await FormDrafts(store).find(Self.draftName(subject), visit.member) : nil
        draft = TypedForm(
            fields: Query((kept?.fields ?? []).map { Query.Item(name: $0.name, value: $0.value) }), saved: kept?.saved)
    }

    static func draftName(_ subject: Subject) -> String { "comment/\(subject)" }

    package func write(_ view: View, _ typed: TypedForm? = nil) {
        let html = view.html
        view.section("comments", view.say("comment.title")) {
            if comments.isEmpty { html.element(.p, text: view.say("comment.none")) }
            html.element(.ol, .class("said-list talk")) {
                for comment in comments {
                    html.element(.li, .id("comment-\(comment.id)")) { one(comment, view) }
                }
            }
            if visit.may(.comment) { form(view, typed ?? draft) }
        }
    }

    private func one(_ comment: Comment, _ view: View) {
        let html = view.html
        html.element(.p, .class("hint")) {
            html.element(.strong) { html.element(.bdi, text: comment.author) }
            html.text(" ")
            html.element(.time, .datetime(comment.made), text: view.moment(comment.made))
            if comment.isInternal { html.element(.span, .class("chip"), text: view.say("comment.internal")) }
            if let edited = comment.edited, !comment.isRemoved {
                html.text(" ")
                view.write("comment.edited", ["when": .text(view.moment(edited))])
            }
        }
        if let removed = comment.removed {
            html.element(.p, .class("none")) {
                view.write("comment.removed", ["when": .text(view.moment(removed))]) { _ in
                    html.element(.bdi, text: comment.removedBy ?? "")
                }
            }
            return
        }
        html.element(.p, .class("words"), .dir("auto")) { said(comment.said, view) }
        guard comment.author == visit.member.name || visit.may(.clear), visit.may(.comment) else { return }
        html.element(.p, .class("actions")) {
            view.link(view.address(visit.path("/comments/\(comment.id)")), view.say("comment.change"))
        }
    }

    /// The text with the names in it marked.
    private func said(_ text: String, _ view: View) {
        var place = text.startIndex
        for range in Mentions.ranges(in: text, among: names) {
            view.html.text(String(text[place..<range.lowerBound]))
            view.html.element(.strong, text: String(text[range]))
            place = range.upperBound
        }
        view.html.text(String(text[place...]))
    }

    private func form(_ view: View, _ typed: TypedForm) {
        view.reportingForm(visit.path("/comments")) {
            view.hiddenField("on", subject.description)
            view.textArea("said", view.say("comment.said"), typed.value("said", nil), language: view.words.tag, rows: 3)
            view.html.element(.p, .class("hint"), text: view.say("comment.hint"))
            if visit.may(.seeInternal) {
                view.checkbox("internal", view.say("comment.isInternal"), isOn: typed.isOn("internal", true))
            }
            view.draftButtons([("sends", "yes", view.say("comment.send"))], hasDraft: typed.saved != nil)
        }
    }
}
