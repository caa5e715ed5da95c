import Domain
import Frame
import Locales
import Markup
import People

/// Another password, for whoever proved a moment ago who she is.
enum PasswordView {
    static func answer(_ signed: Signed) async throws(WebError) -> Answer {
        if let detour = signed.detour { return detour }
        guard signed.session.account.email != nil else { throw .notFound }
        return await page(signed)
    }

    private static func page(_ signed: Signed, trouble: String? = nil, status: Int = 200) async -> Answer {
        let view = View(signed)
        var head = PageHead(title: view.say("people.account.changePassword"))
        head.crumbs = [(view.address("/account"), view.say("people.account.title"))]
        return await view.page(head, status: status) {
            view.html.element(.div, .class("read prose")) {
                view.html.element(.h1, text: head.title)
                view.html.element(.p, .class("lead"), text: view.say("people.new.others"))
                if let trouble { view.problem(trouble) }
                view.form("/account/password", button: view.say("people.new.button")) {
                    view.passwordField(
                        "password", view.say("people.password.new"), hint: view.say("people.password.hint"),
                        isNew: true)
                }
            }
        }
    }

    static func change(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        if let detour = signed.detour { return detour }
        do throws(AccountError) {
            try await signed.exchange.site.accounts.change(
                password: form.first("password") ?? "", signed.session, token: signed.sessionToken,
                language: signed.exchange.language)
            return AccountView.said(.password, signed)
        } catch {
            guard case .passwordUnfit(let trouble) = error else { throw WebError(error) }
            return await page(
                signed, trouble: View(signed).say("people.password.\(trouble.rawValue)"), status: 400)
        }
    }
}
