import Frame

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
