import Domain
import Frame
import People

/// What everybody does for herself: password, second factor, sessions, tokens.
enum AccountRoutes {
    static let all: [Route] = [
        .desk("account", "/account", [said]) { signed throws(WebError) in try await AccountView.answer(signed) },
        .form("account-language", "/account/language") { signed, form throws(WebError) in
            try await AccountView.choose(signed, form)
        },
        .form("account-end-session", "/account/end-session") { signed, form throws(WebError) in
            try await AccountView.end(signed, form)
        },
        .desk("account-confirm", "/account/confirm", [back]) { signed throws(WebError) in
            await ConfirmView.page(signed, back: signed.exchange.query.first("back"))
        },
        .form("account-confirm-form", "/account/confirm") { signed, form throws(WebError) in
            try await ConfirmView.confirm(signed, form)
        },
        .desk("account-password", "/account/password") { signed throws(WebError) in
            try await PasswordView.answer(signed)
        },
        .form("account-password-form", "/account/password") { signed, form throws(WebError) in
            try await PasswordView.change(signed, form)
        },
        .desk("account-second-factor", "/account/second-factor") { signed throws(WebError) in
            try await SecondFactorView.answer(signed)
        },
        .form("account-second-factor-form", "/account/second-factor") { signed, form throws(WebError) in
            try await SecondFactorView.change(signed, form)
        },
        .desk("account-tokens", "/account/tokens") { signed throws(WebError) in try await TokensView.answer(signed) },
        .form("account-tokens-form", "/account/tokens") { signed, form throws(WebError) in
            try await TokensView.change(signed, form)
        },
    ]

    private static let back = Parameter(name: "back", form: .text(charactersMax: 2_000), summary: "Where to go then")
    private static let said = Parameter(
        name: "said", form: .choice(AccountView.Said.allCases.map(\.rawValue)), summary: "What was just done")
}

extension Signed {
    /// Where to prove once more who one is before this page is shown; nil where that was done a moment ago.
    var detour: Answer? {
        guard !session.isConfirmed else { return nil }
        return .seeOther(View(self).address("/account/confirm", [("back", exchange.path)]))
    }

    /// The session's own token; there is one, or nobody would be signed in.
    var sessionToken: String { SessionCookie.token(exchange) ?? "" }
}
