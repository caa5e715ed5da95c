import Domain
import Frame
import Submissions

/// Pages for submitters: no account, no cookie, no script, and nothing kept of who asks.
enum PublicRoutes {
    static let about: [Parameter] = [
        Parameter(name: "recommendation", form: .number, summary: "The recommendation it is about."),
        Parameter(name: "issue", form: .number, summary: "The issue it is about."),
        Parameter(name: "state", form: .text(charactersMax: 12), summary: "The State it is about."),
    ]

    static func all(_ submissions: Submissions) -> [Route] {
        [
            page("submit", "/submit") { exchange throws(WebError) in
                try await IntroductionView.answer(exchange, submissions)
            },
            page("submit-keys", "/submit/keys") { exchange throws(WebError) in
                try await KeysView.answer(exchange, submissions)
            },
            page("submit-new", "/submit/new", about) { exchange throws(WebError) in
                try await NewSubmission(exchange, submissions).blank()
            },
            post("submit-send", "/submit/new") { exchange throws(WebError) in
                try await NewSubmission(exchange, submissions).send()
            },
            page("submit-back", "/submit/thread") { exchange throws(WebError) in
                try await OwnThreadView.ask(exchange, submissions, nil)
            },
            post("submit-thread", "/submit/thread") { exchange throws(WebError) in
                try await OwnThreadActions(exchange, submissions).open()
            },
            post("submit-add", "/submit/thread/add") { exchange throws(WebError) in
                try await OwnThreadActions(exchange, submissions).add()
            },
            post("submit-withdraw", "/submit/thread/withdraw") { exchange throws(WebError) in
                try await OwnThreadActions(exchange, submissions).withdraw()
            },
            RecipientsJSON.route(submissions),
        ]
    }

    private static func page(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], handler: @escaping Route.Handler
    ) -> Route {
        Route.page(name, pattern, parameters) { exchange throws(WebError) in
            var answer = try await handler(exchange)
            answer.caching = .never
            return answer
        }
    }

    /// A form without a session: what it can do follows from what is in it, so there is nothing another site could borrow.
    private static func post(_ name: String, _ pattern: String, handler: @escaping Route.Handler) -> Route {
        Route(name: name, pattern: pattern, method: .post, kind: .page, summary: "", contentType: "text/html") {
            exchange throws(WebError) in
            var answer = try await handler(exchange)
            answer.caching = .never
            return answer
        }
    }
}
