import Domain
import Frame
import Locales
import Markup
import Operations
import People

/// The page to sign in: with an address and a password, at a provider, or with a key; also what stands in place of a page that asks
/// for it.
enum SignInView {
    enum Trouble: String {
        case refused, tooMany
        /// Address and password do not belong together.
        case passwordRefused
        /// This address, from devices it does not know.
        case passwordTooMany
        case codeRefused, codeOver, codeTooMany
        case outsideUnknown, outsideFailed, busy
        /// Somebody has to sign in before the page can be shown.
        case needed
    }

    static let keyCharactersMax = 200

    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        let key = exchange.query.first("key") ?? ""
        let back = LocalPath.checked(exchange.query.first("back"))
        if key.isEmpty, let session = try await Signed.found(exchange) {
            return .seeOther(back ?? View(exchange).address(SigningIn.home(session)))
        }
        return await page(exchange, key: key, back: back)
    }

    static func page(
        _ exchange: Exchange, key: String = "", address: String = "", back: String? = nil, trouble: Trouble? = nil,
        status: Int = 200
    ) async -> Answer {
        let view = View(exchange)
        return await frame(view, view.say("signIn.title"), status: status) {
            view.html.element(.h1, text: view.say("signIn.title"))
            view.html.element(.p, .class("lead"), text: view.say("people.signIn.lead"))
            if let trouble { view.problem(text(trouble, view)) }
            view.form("/sign-in", button: view.say("signIn.button")) {
                if let back { view.hiddenField("back", back) }
                view.addressField("address", view.say("people.email"), address)
                view.passwordField("password", view.say("people.password"))
            }
            view.html.element(.p) { view.link(view.address("/lost-password"), view.say("people.signIn.lost")) }
            outside(exchange, view, back)
            keyForm(view, key, back)
        }
    }

    private static func text(_ trouble: Trouble, _ view: View) -> String {
        switch trouble {
        case .refused, .tooMany, .needed: view.say("signIn.\(trouble.rawValue)")
        default: view.say("people.signIn.\(trouble.rawValue)")
        }
    }

    /// A page around a form that may hold secrets: its address is told to nobody, and it is not kept.
    static func frame(
        _ view: View, _ title: String, path: String = "/sign-in", status: Int = 200, content: () -> Void
    ) async -> Answer {
        var head = PageHead(title: title)
        head.path = path
        var answer = await view.page(head, status: status) {
            view.html.element(.div, .class("read prose"), content: content)
        }
        answer.guardForms()
        return answer
    }

    private static func outside(_ exchange: Exchange, _ view: View, _ back: String?) {
        guard let outside = exchange.site.outside else { return }
        view.form(
            "/sign-in/outside",
            button: view.say("people.signIn.outside", ["name": .text(outside.configuration.name)]), isPlain: true
        ) {
            if let back { view.hiddenField("back", back) }
        }
    }

    private static func keyForm(_ view: View, _ key: String, _ back: String?) {
        let html = view.html
        html.element(.details, .open(!key.isEmpty)) {
            html.element(.summary, text: view.say("people.signIn.withKey"))
            view.form("/sign-in", button: view.say("signIn.button"), isPlain: true) {
                if let back { view.hiddenField("back", back) }
                view.field("key", view.say("signIn.key"), hint: view.say("signIn.keyHint")) { hint in
                    html.empty(
                        .input, .class("input"), .type("password"), .id("key"), .name("key"), .value(key),
                        .autocomplete("off"), .maxlength(keyCharactersMax), .dir("ltr"), .describedBy(hint), .required)
                }
            }
            html.element(.p, .class("hint"), text: view.say("signIn.none"))
        }
    }

    /// The second step, for accounts with a second factor.
    static func codePage(
        _ exchange: Exchange, ticket: String, back: String?, trouble: Trouble? = nil, status: Int = 200
    ) async -> Answer {
        let view = View(exchange)
        return await frame(view, view.say("people.code.title"), status: status) {
            view.html.element(.h1, text: view.say("people.code.title"))
            view.html.element(.p, .class("lead"), text: view.say("people.code.lead"))
            if let trouble { view.problem(text(trouble, view)) }
            view.form("/sign-in/code", button: view.say("signIn.button")) {
                view.hiddenField("ticket", ticket)
                if let back { view.hiddenField("back", back) }
                view.codeField("code", view.say("people.code.label"), hint: view.say("people.code.hint"))
            }
        }
    }
}
