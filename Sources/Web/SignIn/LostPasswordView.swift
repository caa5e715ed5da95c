import Domain
import Frame
import Locales
import Markup
import People

/// Asking for a link for a new password. The answer is the same for every address.
enum LostPasswordView {
    static func page(_ exchange: Exchange) async -> Answer {
        let view = View(exchange)
        return await SignInView.frame(view, view.say("people.lost.title"), path: "/lost-password") {
            view.html.element(.h1, text: view.say("people.lost.title"))
            if exchange.query.first("said") != nil { view.done(view.say("people.lost.sent")) }
            view.html.element(.p, .class("lead"), text: view.say("people.lost.lead"))
            view.form("/lost-password", button: view.say("people.lost.button")) {
                view.addressField("address", view.say("people.email"), "")
            }
        }
    }

    static func send(_ exchange: Exchange) async throws(WebError) -> Answer {
        let form = try await FormReader.read(exchange.incoming)
        do throws(AccountError) {
            try await exchange.site.accounts.requestReset(
                address: String((form.first("address") ?? "").prefix(EmailAddress.lengthMax)),
                language: exchange.language)
        } catch { throw WebError(error) }
        return .seeOther(View(exchange).address("/lost-password", [("said", "sent")]))
    }
}

/// A new password with a link from a letter.
enum NewPasswordView {
    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        try await page(exchange, token: exchange.query.first("token") ?? "")
    }

    private static func page(
        _ exchange: Exchange, token: String, trouble: PasswordRule.Trouble? = nil
    ) async throws(WebError) -> Answer {
        let account: Account?
        do throws(AccountError) { account = try await exchange.site.accounts.resetting(token: token) } catch {
            throw WebError(error)
        }
        let view = View(exchange)
        let isUsable = account != nil
        return await SignInView.frame(
            view, view.say("people.new.title"), path: "/new-password",
            status: isUsable ? (trouble == nil ? 200 : 400) : 404
        ) {
            view.html.element(.h1, text: view.say("people.new.title"))
            guard isUsable else {
                view.html.element(.p, .class("lead"), text: view.say("people.new.useless"))
                view.html.element(.p) { view.link(view.address("/lost-password"), view.say("people.lost.title")) }
                return
            }
            if let trouble { view.problem(view.say("people.password.\(trouble.rawValue)")) }
            view.form("/new-password", button: view.say("people.new.button")) {
                view.hiddenField("token", token)
                view.passwordField(
                    "password", view.say("people.password.new"), hint: view.say("people.password.hint"), isNew: true)
            }
        }
    }

    static func change(_ exchange: Exchange) async throws(WebError) -> Answer {
        let form = try await FormReader.read(exchange.incoming)
        let token = String((form.first("token") ?? "").prefix(200))
        do throws(AccountError) {
            let device = try await exchange.site.accounts.reset(
                token: token, password: form.first("password") ?? "", language: exchange.language)
            var answer = Answer.seeOther(View(exchange).address("/sign-in"))
            answer.headers.append(DeviceCookies.known(device, exchange.site))
            return answer
        } catch {
            if case .passwordUnfit(let trouble) = error {
                return try await page(exchange, token: token, trouble: trouble)
            }
            guard case .linkUseless = error else { throw WebError(error) }
            return try await page(exchange, token: token)
        }
    }
}
