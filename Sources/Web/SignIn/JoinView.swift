import Domain
import Frame
import Locales
import Markup
import People

/// What somebody sees who follows the link of an invitation: what she is asked to be, and a form for her name and password; whoever
/// has an account says yes with it.
enum JoinView {
    static func answer(_ exchange: Exchange) async throws(WebError) -> Answer {
        try await page(exchange, token: exchange.query.first("token") ?? "", name: "")
    }

    private static func page(
        _ exchange: Exchange, token: String, name: String, problem: String? = nil
    ) async throws(WebError) -> Answer {
        let invitations = Invitations(exchange.site.workspaces.store, exchange.site.accounts)
        let offer: Invitations.Offer?
        do throws(WorkspaceError) { offer = try await invitations.offer(token: token) } catch { throw WebError(error) }
        let session = try await Signed.found(exchange)
        let view = View(exchange, session: session)
        return await SignInView.frame(
            view, view.say("people.join.title"), path: "/join", status: offer == nil ? 404 : problem == nil ? 200 : 400
        ) {
            view.html.element(.h1, text: view.say("people.join.title"))
            guard let offer else {
                view.html.element(.p, .class("lead"), text: view.say("people.join.useless"))
                return
            }
            lead(offer, view)
            if let problem { view.problem(problem) }
            if !offer.hasAccount {
                newcomer(token, name, view)
            } else if session == nil {
                view.html.element(.p, text: view.say("people.join.signInFirst"))
                view.html.element(.p) {
                    view.link(
                        view.address("/sign-in", [("back", "/join?token=\(PercentCoding.encode(token))")]),
                        view.say("signIn.title"))
                }
            } else {
                view.form("/join", button: view.say("people.join.accept")) { view.hiddenField("token", token) }
            }
        }
    }

    private static func lead(_ offer: Invitations.Offer, _ view: View) {
        let html = view.html
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("people.workspace")) { html.element(.bdi, text: offer.workspace.name) }
            view.fact(view.say("people.role")) {
                html.text(view.say("workspaceRole.\(offer.invitation.role.rawValue)"))
            }
            if let institution = offer.invitation.institutionName {
                view.fact(view.say("people.institution")) { html.element(.bdi, text: institution) }
            }
            view.fact(view.say("people.email")) {
                html.element(.bdi, .dir("ltr"), text: offer.invitation.email)
            }
        }
    }

    private static func newcomer(_ token: String, _ name: String, _ view: View) {
        view.form("/join", button: view.say("people.join.button")) {
            view.hiddenField("token", token)
            view.textField(
                "name", view.say("people.name"), name, hint: view.say("people.join.nameHint"),
                most: Account.nameLengthMax)
            view.passwordField(
                "password", view.say("people.password.new"), hint: view.say("people.password.hint"), isNew: true)
        }
        guard let outside = view.exchange.site.outside else { return }
        let button = view.say("people.signIn.outside", ["name": .text(outside.configuration.name)])
        view.section("outside", view.say("matters.join.outside"), view.say("matters.join.outsideHint")) {
            view.form("/sign-in/outside", button: button, isPlain: true) {
                view.hiddenField("joinToken", token)
                view.textField("joinName", view.say("people.name"), name, most: Account.nameLengthMax)
            }
        }
    }

    static func join(_ exchange: Exchange) async throws(WebError) -> Answer {
        let form = try await FormReader.read(exchange.incoming)
        let token = String((form.first("token") ?? "").prefix(200))
        let accounts = exchange.site.accounts
        let invitations = Invitations(exchange.site.workspaces.store, accounts)
        let view = View(exchange)
        do throws(WorkspaceError) {
            guard let name = form.first("name") else { return try await accept(token, form, invitations, exchange) }
            let password = form.first("password") ?? ""
            let account = try await invitations.join(
                token: token, name: name, password: password, language: exchange.language)
            do throws(AccountError) {
                let session = try await accounts.signIn(
                    address: account.email ?? "", password: password, browser: exchange.browser)
                return await SigningIn.opened(session, exchange, view.address("/workspaces"))
            } catch { return .seeOther(view.address("/sign-in")) }
        } catch {
            switch error {
            case .invalid(let troubles):
                return try await page(
                    exchange, token: token, name: form.first("name") ?? "",
                    problem: troubles.first.map { view.say($0.allowed) })
            case .notFound: return try await page(exchange, token: token, name: "")
            case .forbidden:
                return try await page(
                    exchange, token: token, name: "", problem: view.say("people.join.otherAddress"))
            default: throw WebError(error)
            }
        }
    }

    /// Somebody who is signed in says yes.
    private static func accept(
        _ token: String, _ form: Query, _ invitations: Invitations, _ exchange: Exchange
    ) async throws(WorkspaceError) -> Answer {
        let signed: Signed
        do throws(WebError) {
            signed = try await Signed.required(exchange)
            try signed.check(token: form.first(Signed.tokenField))
        } catch { throw .forbidden }
        try await invitations.join(token: token, signed.session)
        return .seeOther(View(exchange).address("/workspaces"))
    }
}
