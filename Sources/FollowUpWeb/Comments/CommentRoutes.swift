import Domain
import FollowUp
package import Frame
import Locales
import Markup
import People
package import Plans

/// Comments on any object, and mentions.
package enum CommentRoutes {
    package static func all(_ plans: Plans) -> [Route] {
        [
            .workspace("comments", "/comments", CommentsView.parameters, right: .seePlan) { visit throws(WebError) in
                guard let subject = Subject(visit.exchange.query.first("on") ?? "") else { throw .notFound }
                return try await CommentsView.answer(plans, visit, on: subject)
            },
            .workspace("comment", "/comments/{id}", [.id], right: .comment) { visit throws(WebError) in
                try await CommentEditView.answer(plans, visit)
            },
            .workspace("mentions", "/mentions", right: .seeWorkspace) { visit throws(WebError) in
                try await MentionsView.answer(plans, visit)
            },
            .workspaceForm("comment-add", "/comments", right: .comment) { visit, form throws(WebError) in
                try await add(plans, visit, form)
            },
            .workspaceForm("comment-edit", "/comments/{id}/edit", [.id], right: .comment) {
                visit, form throws(WebError) in
                try await change(plans, visit, form) { id, version throws(WorkspaceError) in
                    try await plans.comments.edit(id, form.first("said") ?? "", version: version, by: visit.member)
                }
            },
            .workspaceForm("comment-remove", "/comments/{id}/remove", [.id], right: .comment) {
                visit, form throws(WebError) in
                try await change(plans, visit, form) { id, version throws(WorkspaceError) in
                    try await plans.comments.remove(id, version: version, by: visit.member)
                }
            },
            .workspaceForm("mentions-seen", "/mentions/seen", right: .seeWorkspace) { visit, _ throws(WebError) in
                do throws(WorkspaceError) {
                    try await plans.comments.see(visit.member)
                    return .seeOther(View(visit).address(visit.path("/mentions")))
                } catch { throw WebError(error) }
            },
        ]
    }

    /// The API's schemas of this part.
    package static let schemas: [Schema.Named] = []

    private static func add(_ plans: Plans, _ visit: Visit, _ form: Query) async throws(WebError) -> Answer {
        guard let subject = Subject(form.first("on") ?? "") else { throw .notFound }
        let drafted = DraftedForm(name: CommentsPart.draftName(subject), plans: plans, visit: visit, form: form)
        let page = visit.path("/comments")
        let items = [("on", subject.description)]
        return try await drafted.answer(
            back: .init(path: page, items: items, fragment: "#comments"),
            again: { typed throws(WebError) in try await CommentsView.answer(plans, visit, on: subject, typed) },
            act: { () throws(WorkspaceError) in
                let (comment, unreached) = try await plans.comments.add(
                    form.first("said") ?? "", isInternal: form.first("internal") == "yes", to: subject, by: visit.member
                )
                return .init(
                    path: page, items: items + unreached.map { ("unreached", $0) }, fragment: "#comment-\(comment.id)")
            })
    }

    private static func change(
        _ plans: Plans, _ visit: Visit, _ form: Query,
        act: (CommentID, Int) async throws(WorkspaceError) -> Comment
    ) async throws(WebError) -> Answer {
        guard let id = CommentID(visit.exchange.value("id")),
            let version = form.first(Conflict.versionField).flatMap({ Int($0) })
        else { throw .notFound }
        do throws(WorkspaceError) {
            let comment = try await act(id, version)
            return .seeOther(
                View(visit).address(visit.path("/comments"), [("on", comment.subject.description)]) + "#comment-\(id)")
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await CommentEditView.answer(plans, visit, TypedForm(fields: form, troubles: troubles))
        }
    }
}
