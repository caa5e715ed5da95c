import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// The page to sign in with a key; also what stands in place of a page that asks for it.
enum SignInView {
    enum Trouble: String {
        case refused, tooMany
        /// Somebody has to sign in before the page can be shown.
        case needed
    }

    static let keyCharactersMax = 200

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let key = exchange.query.first("key") ?? ""
        let back = LocalPath.checked(exchange.query.first("back"))
        if key.isEmpty, try await Signed.found(exchange) != nil {
            return .seeOther(back ?? View(exchange).address("/desk"))
        }
        return await page(exchange, key: key, back: back)
    }

    /// Takes the key. Whether a key is known is all that a stranger can learn here.
    static func signIn(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard SameOrigin.holds(exchange.incoming, publicAddress: exchange.site.publicAddress) else {
            throw .foreignForm
        }
        let form = try await FormReader.read(exchange.incoming)
        let back = LocalPath.checked(form.first("back"))
        let key = (form.first("key") ?? "").filter { !$0.isWhitespace }
        do {
            let session = try await exchange.site.accounts.signIn(key: String(key.prefix(keyCharactersMax)))
            var answer = Answer.seeOther(back ?? View(exchange).address("/desk"))
            answer.headers.append(SessionCookie.set(session.token, exchange.site))
            return answer
        } catch AccountError.keyRefused {
            return await page(exchange, back: back, trouble: .refused, status: 403)
        } catch AccountError.tooManyAttempts {
            return await page(exchange, back: back, trouble: .tooMany, status: 429)
        } catch {
            throw WebError(error)
        }
    }

    static func signOut(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        if let token = SessionCookie.token(signed.exchange) {
            do { try await signed.exchange.site.accounts.signOut(token: token) } catch { throw WebError(error) }
        }
        var answer = Answer.seeOther(View(signed.exchange).address("/sign-in"))
        answer.headers.append(SessionCookie.clear(signed.exchange.site))
        return answer
    }

    static func page(
        _ exchange: Exchange, key: String = "", back: String? = nil, trouble: Trouble? = nil, status: Int = 200
    ) async -> Answer {
        let view = View(exchange)
        let html = view.html
        var head = PageHead(title: view.say("signIn.title"))
        head.path = "/sign-in"
        var answer = await view.page(head, status: status) {
            html.element(.div, .class("read prose")) {
                html.element(.h1, text: view.say("signIn.title"))
                html.element(.p, .class("lead"), text: view.say("signIn.lead"))
                if let trouble { view.problem(view.say("signIn.\(trouble.rawValue)")) }
                html.element(
                    .form, .class("fields"), .method("post"), .action(view.address("/sign-in")),
                    .custom("accept-charset", "utf-8")
                ) {
                    if let back { html.empty(.input, .type("hidden"), .name("back"), .value(back)) }
                    view.field("key", view.say("signIn.key"), hint: view.say("signIn.keyHint")) { hint in
                        html.empty(
                            .input, .class("input"), .type("password"), .id("key"), .name("key"), .value(key),
                            .autocomplete("current-password"), .maxlength(keyCharactersMax), .dir("ltr"),
                            .describedBy(hint), .required)
                    }
                    html.element(.p) {
                        html.element(.button, .class("button"), .type("submit"), text: view.say("signIn.button"))
                    }
                }
                html.element(.p, .class("hint"), text: view.say("signIn.none"))
            }
        }
        answer.guardForms()
        return answer
    }
}
