/// Signing in and out.
enum SignInRoutes {
    static let all: [Route] = [
        Route(
            name: "sign-in", pattern: "/sign-in", kind: .page,
            parameters: [
                Parameter(name: "key", form: .text(charactersMax: SignInView.keyCharactersMax), summary: "Key"),
                Parameter(name: "back", form: .text(charactersMax: 2_000), summary: "Where to go then"),
            ], summary: "", contentType: "text/html"
        ) { exchange throws(WebError) in try await SignInView.answer(exchange) },
        Route(
            name: "sign-in-form", pattern: "/sign-in", method: .post, kind: .page, summary: "",
            contentType: "text/html"
        ) { exchange throws(WebError) in try await SignInView.signIn(exchange) },
        .form("sign-out", "/sign-out") { signed, form throws(WebError) in
            try await SignInView.signOut(signed, form)
        },
    ]
}

extension Route {
    /// A page for people who are signed in.
    static func desk(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], contentType: String = "text/html",
        handler: @escaping Signed.Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, kind: .desk, parameters: parameters, summary: "", contentType: contentType
        ) { exchange throws(WebError) in try await handler(try await Signed.required(exchange)) }
    }

    /// A form of such a page: who sends it, from where and with which token is checked before the handler runs.
    static func form(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], handler: @escaping Signed.FormHandler
    ) -> Route {
        upload(name, pattern, parameters) { signed throws(WebError) in
            let form = try await FormReader.read(signed.exchange.incoming)
            try signed.check(token: form.first(Signed.tokenField))
            return try await handler(signed, form)
        }
    }

    /// A form whose body the handler reads, and whose token it therefore checks itself.
    static func upload(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], handler: @escaping Signed.Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, method: .post, kind: .desk, parameters: parameters, summary: "",
            contentType: "text/html"
        ) { exchange throws(WebError) in
            guard SameOrigin.holds(exchange.incoming, publicAddress: exchange.site.publicAddress) else {
                throw .foreignForm
            }
            return try await handler(try await Signed.required(exchange))
        }
    }
}
