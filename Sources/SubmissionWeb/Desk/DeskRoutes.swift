import Domain
import Frame
import Submissions

/// The desk of whoever receives submissions.
enum DeskRoutes {
    static let number = Parameter(name: "number", place: .path, form: .number, summary: "The message's number.")
    static let place = Parameter(name: "place", place: .path, form: .number, summary: "The file's place.")

    static func all(_ submissions: Submissions, _ publish: SubmissionPublishing?) -> [Route] {
        [
            page("submissions", "/submissions") { visit throws(WebError) in
                try await DeskView.answer(visit, submissions, problem: nil)
            },
            page("submission-keys", "/submissions/keys") { visit throws(WebError) in
                try await KeyRingView.answer(visit, submissions, problem: nil)
            },
            page("submission-thread", "/submissions/threads/{id}", [.id]) { visit throws(WebError) in
                try await DeskThreadView.answer(visit, submissions, canPublish: publish != nil, problem: nil)
            },
            page("submission-file", "/submissions/threads/{id}/files/{number}/{place}", [.id, number, place]) {
                visit throws(WebError) in try await DeskActions(visit, Query(), submissions).file()
            },
            form("submission-unlock", "/submissions/unlock", submissions) { actions throws(WebError) in
                try await actions.unlock()
            },
            form("submission-lock", "/submissions/lock", submissions) { actions throws(WebError) in
                await actions.lock()
            },
            form("submission-key-make", "/submissions/keys/make", submissions) { actions throws(WebError) in
                try await actions.makeKey()
            },
            form("submission-key-confirm", "/submissions/keys/confirm", submissions) { actions throws(WebError) in
                try await actions.confirmKey()
            },
            form("submission-key-withdraw", "/submissions/keys/withdraw", submissions) { actions throws(WebError) in
                try await actions.withdrawKey()
            },
            form("submission-settings", "/submissions/settings", submissions) { actions throws(WebError) in
                try await actions.settings()
            },
            form("submission-answer", "/submissions/threads/{id}/answer", submissions, [.id]) {
                actions throws(WebError) in
                try await actions.answer(canPublish: publish != nil)
            },
            form("submission-status", "/submissions/threads/{id}/status", submissions, [.id]) {
                actions throws(WebError) in
                try await actions.status()
            },
            form("submission-publish", "/submissions/threads/{id}/publish", submissions, [.id]) {
                actions throws(WebError) in
                try await actions.publish(publish)
            },
        ]
    }

    private static func page(
        _ name: String, _ path: String, _ parameters: [Parameter] = [], _ handler: @escaping Visit.Handler
    ) -> Route {
        .workspace(name, path, parameters, right: .answerSubmissions) { visit throws(WebError) in
            var answer = try await handler(visit)
            answer.caching = .never
            return answer
        }
    }

    private static func form(
        _ name: String, _ path: String, _ submissions: Submissions, _ parameters: [Parameter] = [],
        _ act: @escaping @Sendable (DeskActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm(name, path, parameters, right: .answerSubmissions) { visit, form throws(WebError) in
            var answer = try await act(DeskActions(visit, form, submissions))
            answer.caching = .never
            return answer
        }
    }
}
