import Frame
import Locales
import Markup
import People

/// Proving once more who is at the keyboard, before something sensitive.
enum ConfirmView {
    static func page(_ signed: Signed, back: String?, trouble: String? = nil, status: Int = 200) async -> Answer {
        let view = View(signed)
        var head = PageHead(title: view.say("people.confirm.title"))
        head.path = "/account/confirm"
        return await view.page(head, status: status) {
            view.html.element(.div, .class("read prose")) {
                view.html.element(.h1, text: view.say("people.confirm.title"))
                view.html.element(.p, .class("lead"), text: view.say("people.confirm.lead"))
                if let trouble { view.problem(trouble) }
                view.form("/account/confirm", button: view.say("people.confirm.button")) {
                    view.hiddenField("back", LocalPath.checked(back) ?? "/account")
                    view.passwordField("secret", view.say("people.confirm.secret"))
                }
                if let outside = signed.exchange.site.outside {
                    view.form(
                        "/sign-in/outside",
                        button: view.say("people.signIn.outside", ["name": .text(outside.configuration.name)]),
                        isPlain: true
                    ) { view.hiddenField("back", LocalPath.checked(back) ?? "/account") }
                }
            }
        }
    }

    static func confirm(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let back = LocalPath.checked(form.first("back")) ?? "/account"
        let view = View(signed)
        do throws(AccountError) {
            try await signed.exchange.site.accounts.confirm(
                signed.session, token: signed.sessionToken, secret: form.first("secret") ?? "")
            return .seeOther(back)
        } catch {
            switch error {
            case .signInRefused:
                return await page(signed, back: back, trouble: view.say("people.confirm.refused"), status: 403)
            case .tooManyAttempts:
                return await page(signed, back: back, trouble: view.say("people.signIn.codeTooMany"), status: 429)
            default: throw WebError(error)
            }
        }
    }
}
