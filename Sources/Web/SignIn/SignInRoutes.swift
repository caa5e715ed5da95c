import Frame
import People

/// Signing in and out, and the ways in for those who cannot yet.
enum SignInRoutes {
    static let all: [Route] =
        [
            open("sign-in", "/sign-in", [key, back]) { exchange throws(WebError) in
                try await SignInView.answer(exchange)
            },
            open("sign-in-form", "/sign-in", method: .post) { exchange throws(WebError) in
                try await SigningIn.signIn(exchange)
            },
            open("sign-in-code", "/sign-in/code", method: .post) { exchange throws(WebError) in
                try await SigningIn.code(exchange)
            },
            open("sign-in-outside", "/sign-in/outside", method: .post) { exchange throws(WebError) in
                try await OutsideView.begin(exchange)
            },
            open("sign-in-outside-return", OutsideSignIn.returnPath, returned) { exchange throws(WebError) in
                try await OutsideView.finish(exchange)
            },
            .form("sign-out", "/sign-out") { signed, _ throws(WebError) in try await SigningIn.signOut(signed) },
        ] + ways

    /// For whoever has lost a password, or was asked in.
    private static let ways: [Route] = [
        open("lost-password", "/lost-password", [said]) { exchange throws(WebError) in
            await LostPasswordView.page(exchange)
        },
        open("lost-password-form", "/lost-password", method: .post) { exchange throws(WebError) in
            try await LostPasswordView.send(exchange)
        },
        open("new-password", "/new-password", [token]) { exchange throws(WebError) in
            try await NewPasswordView.answer(exchange)
        },
        open("new-password-form", "/new-password", method: .post) { exchange throws(WebError) in
            try await NewPasswordView.change(exchange)
        },
        open("join", "/join", [token]) { exchange throws(WebError) in try await JoinView.answer(exchange) },
        open("join-form", "/join", method: .post) { exchange throws(WebError) in try await JoinView.join(exchange) },
    ]

    /// A page for strangers. Forms are taken from this site's own pages alone.
    private static func open(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], method: Route.Method = .read,
        handler: @escaping Route.Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, method: method, kind: .page, parameters: parameters, summary: "",
            contentType: "text/html"
        ) { exchange throws(WebError) in
            guard
                method == .read
                    || SameOrigin.holds(exchange.incoming, publicAddress: exchange.site.publicAddress)
            else { throw .foreignForm }
            return try await handler(exchange)
        }
    }

    private static let key = Parameter(
        name: "key", form: .text(charactersMax: SignInView.keyCharactersMax), summary: "Key")
    private static let back = Parameter(name: "back", form: .text(charactersMax: 2_000), summary: "Where to go then")
    private static let token = Parameter(name: "token", form: .text(charactersMax: 200), summary: "The link's token")
    private static let said = Parameter(name: "said", form: .choice(["sent"]), summary: "What was just done")
    private static let returned = ["code", "state", "iss", "error", "error_description", "session_state", "scope"].map {
        Parameter(name: $0, form: .text(charactersMax: 4_000), summary: "From the provider")
    }
}
