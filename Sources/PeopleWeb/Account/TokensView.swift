import Domain
import Frame
import Locales
import Markup
import People

/// Tokens for programs: made, listed, revoked.
enum TokensView {
    private static let daysOffered = [30, 90, 365]

    static func answer(_ signed: Signed) async throws(WebError) -> Answer { try await page(signed) }

    private static func page(
        _ signed: Signed, made: String? = nil, trouble: String? = nil
    ) async throws(WebError) -> Answer {
        let tokens: [APIToken]
        do throws(AccountError) {
            tokens = try await APITokens(signed.exchange.site.accounts).all(signed.session)
        } catch { throw WebError(error) }
        let view = View(signed)
        let html = view.html
        var head = PageHead(title: view.say("people.tokens.title"))
        head.crumbs = [(view.address("/account"), view.say("people.account.title"))]
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(head.title, lead: view.say("people.tokens.lead"))
            if let trouble { view.problem(trouble) }
            if let made {
                view.done(view.say("people.tokens.made"))
                html.element(.p) { html.element(.code, .dir("ltr"), text: made) }
            }
            if tokens.isEmpty {
                view.empty(view.say("people.tokens.none")) {}
            } else {
                list(tokens, signed, view)
            }
            form(signed, view)
        }
    }

    private static func list(_ tokens: [APIToken], _ signed: Signed, _ view: View) {
        let html = view.html
        view.table(view.say("people.tokens.title")) {
            view.headRow(
                ["name", "workspace", "scope", "made", "expires", "used", "end"].map {
                    (view.say("people.tokens.\($0)"), false)
                })
            html.element(.tbody) {
                for token in tokens {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), .dir("auto"), text: token.name)
                        html.element(.td, .dir("auto"), text: token.workspaceName)
                        html.element(.td, text: view.say("people.scope.\(token.scope.rawValue)"))
                        html.element(.td, text: view.moment(token.made))
                        html.element(.td, text: view.moment(token.expires))
                        html.element(
                            .td, text: token.lastUsed.map { view.moment($0) } ?? view.say("people.tokens.never"))
                        html.element(.td) { end(token, signed, view) }
                    }
                }
            }
        }
    }

    private static func end(_ token: APIToken, _ signed: Signed, _ view: View) {
        if let revoked = token.revoked {
            view.html.text(view.say("people.tokens.revoked", ["when": .text(view.moment(revoked))]))
        } else if token.expires <= signed.exchange.site.clock.instant {
            view.html.text(view.say("people.tokens.over"))
        } else {
            view.form("/account/tokens", button: view.say("people.tokens.revoke"), style: "", isPlain: true) {
                view.hiddenField("revoke", String(token.id))
            }
        }
    }

    private static func form(_ signed: Signed, _ view: View) {
        guard !signed.session.members.isEmpty else { return }
        view.section("new", view.say("people.tokens.new")) {
            view.form("/account/tokens", button: view.say("people.tokens.make")) {
                view.textField(
                    "name", view.say("people.tokens.name"), "", hint: view.say("people.tokens.nameHint"), most: 80)
                view.select(
                    "workspace", view.say("people.workspace"),
                    signed.session.members.map { ($0.workspace.slug, $0.workspace.name) }, chosen: "")
                view.select(
                    "scope", view.say("people.tokens.scope"),
                    APIToken.Scope.allCases.map { ($0.rawValue, view.say("people.scope.\($0.rawValue)")) },
                    chosen: "read")
                view.select(
                    "days", view.say("people.tokens.days"),
                    daysOffered.map { (String($0), view.say("people.days", ["count": .number($0)])) }, chosen: "90")
            }
        }
    }

    static func change(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let tokens = APITokens(signed.exchange.site.accounts)
        do throws(AccountError) {
            if let id = form.first("revoke") {
                guard let id = Int64(id) else { throw AccountError.notFound }
                try await tokens.revoke(id, signed.session)
                return .seeOther(View(signed).address("/account/tokens"))
            }
            if let detour = signed.detour { return detour }
            guard let scope = form.first("scope").flatMap({ APIToken.Scope(rawValue: $0) }),
                let days = form.first("days").flatMap({ Int($0) })
            else { throw AccountError.notFound }
            let made = try await tokens.make(
                form.first("name") ?? "", scope, days: days, in: form.first("workspace") ?? "", signed.session)
            return try await shown(signed, made)
        } catch {
            switch error {
            case .nameUnusable: return try await page(signed, trouble: View(signed).say("people.tokens.nameHint"))
            case .tooManyTokens: return try await page(signed, trouble: View(signed).say("people.tokens.tooMany"))
            default: throw WebError(error)
            }
        }
    }

    private static func shown(_ signed: Signed, _ made: String) async throws(AccountError) -> Answer {
        do throws(WebError) { return try await page(signed, made: made) } catch { throw .notFound }
    }
}
