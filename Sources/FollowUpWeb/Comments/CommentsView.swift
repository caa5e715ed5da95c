import Domain
import FollowUp
import Frame
import Locales
import Markup
import Operations
import People
import Plans

/// The page of what was said about one object, wherever that object is shown.
enum CommentsView {
    static let parameters = [
        Parameter(
            name: "on", form: .pattern("^[a-z-]+/[1-9][0-9]{0,17}$") { Subject($0) != nil }, isRequired: true,
            summary: "An object of the workspace: action/17.")
    ]

    static func answer(
        _ plans: Plans, _ visit: Visit, on subject: Subject, _ typed: TypedForm? = nil
    ) async throws(WebError) -> Answer {
        do throws(WorkspaceError) {
            let part = try await CommentsPart(subject, plans, visit)
            let title = try await plans.titles.of([subject], visit.member)[subject] ?? subject.description
            let view = View(visit)
            var crumbs: [(address: String, name: String)] = []
            if subject.kind != .workspace { crumbs.append((view.address(visit.path(of: subject)), title)) }
            let head = PageHead(title: view.say("comment.title"), crumbs: crumbs)
            return await view.page(head, status: typed?.troubles.isEmpty ?? true ? 200 : 400) {
                view.pageHead(kicker: view.say("comment.title"), title)
                view.formNotices(typed ?? TypedForm())
                let unreached = view.exchange.query.all("unreached")
                if !unreached.isEmpty {
                    view.problem(
                        view.say(
                            "comment.unreached", ["names": .text(unreached.joined(separator: view.say("list.comma")))]))
                }
                part.write(view, typed)
            }
        } catch { throw WebError(error) }
    }
}

/// One comment to be changed or taken away.
enum CommentEditView {
    static func answer(
        _ plans: Plans, _ visit: Visit, _ typed: TypedForm = TypedForm()
    ) async throws(WebError) -> Answer {
        guard let id = CommentID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let comment = try await plans.comments.find(id, visit.member)
            let view = View(visit)
            let head = PageHead(
                title: view.say("comment.change"),
                crumbs: [(view.address(visit.path(of: comment.subject)), comment.subject.description)])
            return await view.page(head, status: typed.troubles.isEmpty ? 200 : 400) {
                view.pageHead(kicker: comment.author, view.say("comment.change"))
                view.formNotices(typed)
                if comment.authorID == visit.member.account, comment.author == visit.member.name {
                    view.reportingForm(visit.path("/comments/\(id)/edit"), version: comment.version) {
                        view.textArea(
                            "said", view.say("comment.said"), typed.value("said", comment.said),
                            language: view.words.tag, rows: 4)
                        view.html.element(.p) { view.submitButton(view.say("comment.save")) }
                    }
                } else {
                    view.html.element(.p, .class("words"), .dir("auto"), text: comment.said)
                }
                view.reportingForm(visit.path("/comments/\(id)/remove"), version: comment.version) {
                    view.html.element(.p, .class("hint"), text: view.say("comment.removeHint"))
                    view.html.element(.p) { view.submitButton(view.say("comment.remove"), isPlain: true) }
                }
            }
        } catch { throw WebError(error) }
    }
}
