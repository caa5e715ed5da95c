import Domain
import Frame
import Locales
import Markup
import People

/// Somebody's own page: how she signs in, and where she is signed in.
enum AccountView {
    enum Said: String, CaseIterable { case done, ended, password, factor }

    static func answer(_ signed: Signed) async throws(WebError) -> Answer {
        let accounts = signed.exchange.site.accounts
        let sessions: [OpenSession]
        let factor: SecondFactorState
        do throws(AccountError) {
            sessions = try await accounts.sessions(of: signed.session)
            factor = try await accounts.secondFactor(of: signed.session)
        } catch { throw WebError(error) }
        let view = View(signed)
        let html = view.html
        return await view.page(PageHead(title: view.say("people.account.title"))) {
            view.pageHead(view.say("people.account.title"))
            if let said = signed.exchange.query.first("said").flatMap({ Said(rawValue: $0) }) {
                view.done(view.say("people.account.said.\(said.rawValue)"))
            }
            html.element(.dl, .class("facts-list")) {
                view.fact(view.say("people.name")) { html.element(.bdi, text: signed.session.account.name) }
                view.fact(view.say("people.email")) {
                    html.element(.bdi, .dir("ltr"), text: signed.session.account.email ?? view.say("people.noEmail"))
                }
            }
            view.section("safety", view.say("people.account.safety")) { safety(signed, factor, view) }
            view.section("sessions", view.say("people.sessions.title"), view.say("people.sessions.lead")) {
                list(sessions, view)
            }
            view.section("language", view.say("people.account.language"), view.say("people.account.languageLead")) {
                language(signed, view)
            }
        }
    }

    private static func safety(_ signed: Signed, _ factor: SecondFactorState, _ view: View) {
        let html = view.html
        html.element(.ul) {
            if signed.session.account.email != nil {
                html.element(.li) {
                    view.link(view.address("/account/password"), view.say("people.account.changePassword"))
                }
            }
            html.element(.li) {
                view.link(view.address("/account/second-factor"), view.say("people.factor.title"))
                html.text(": ")
                html.text(
                    factor.since == nil
                        ? view.say("people.factor.off")
                        : view.say("people.factor.on", ["count": .number(factor.recoveryCodesLeft)]))
            }
            if !signed.session.members.isEmpty {
                html.element(.li) { view.link(view.address("/account/tokens"), view.say("people.tokens.title")) }
            }
        }
    }

    private static func list(_ sessions: [OpenSession], _ view: View) {
        let html = view.html
        view.table(view.say("people.sessions.title")) {
            view.headRow(
                ["device", "opened", "seen", "method", "end"].map { (view.say("people.sessions.\($0)"), false) })
            html.element(.tbody) {
                for session in sessions {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: device(session.device, view))
                        html.element(.td, text: view.moment(session.opened))
                        html.element(.td, text: view.moment(session.lastSeen))
                        html.element(.td, text: method(session, view))
                        html.element(.td) {
                            if session.isOwn {
                                html.text(view.say("people.sessions.own"))
                            } else {
                                view.form(
                                    "/account/end-session", button: view.say("people.sessions.endOne"), style: "",
                                    isPlain: true
                                ) { view.hiddenField("session", String(session.id)) }
                            }
                        }
                    }
                }
            }
        }
        view.form("/account/end-session", button: view.say("people.sessions.endOthers"), isPlain: true) {
            view.hiddenField("session", "others")
        }
    }

    private static func method(_ session: OpenSession, _ view: View) -> String {
        let method = ["key", "password", "outside"].contains(session.method) ? session.method : "password"
        let name = view.say("people.method.\(method)")
        return session.hasSecondFactor ? view.say("people.method.withCode", ["method": .text(name)]) : name
    }

    /// Names of browsers and systems are the same in every language.
    private static func device(_ hint: String, _ view: View) -> String {
        let names = [
            "firefox": "Firefox", "chrome": "Chrome", "safari": "Safari", "edge": "Edge", "opera": "Opera",
            "windows": "Windows", "macos": "macOS", "linux": "Linux", "android": "Android", "ios": "iOS",
            "chromeos": "ChromeOS",
        ]
        let parts = hint.split(separator: "/").compactMap { names[String($0)] }
        return parts.isEmpty ? view.say("people.sessions.unknown") : parts.joined(separator: " · ")
    }

    private static func language(_ signed: Signed, _ view: View) {
        let languages = signed.exchange.site.locales.all.map { ($0.tag, $0.name) }
        view.form("/account/language", button: view.say("people.save"), isPlain: true) {
            view.select(
                "language", view.say("people.language"),
                [("", view.say("people.account.workspaceLanguage"))] + languages,
                chosen: signed.session.account.language?.rawValue ?? "")
        }
    }

    static func choose(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let tag = form.first("language") ?? ""
        let known = signed.exchange.site.locales[tag] != nil
        guard known || tag.isEmpty else {
            throw .invalid([.init(name: "language", allowed: "a language of this site")])
        }
        do throws(AccountError) {
            try await signed.exchange.site.accounts.choose(language: known ? LanguageTag(tag) : nil, signed.session)
        } catch { throw WebError(error) }
        return said(.done, signed)
    }

    static func end(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        let accounts = signed.exchange.site.accounts
        let which = form.first("session") ?? ""
        do throws(AccountError) {
            if which == "others" {
                try await accounts.endOtherSessions(of: signed.session, token: signed.sessionToken)
            } else if let id = Int64(which) {
                try await accounts.end(session: id, of: signed.session)
            } else {
                throw .notFound
            }
        } catch { throw WebError(error) }
        return said(.ended, signed)
    }

    static func said(_ what: Said, _ signed: Signed) -> Answer {
        .seeOther(View(signed).address("/account", [("said", what.rawValue)]))
    }
}
