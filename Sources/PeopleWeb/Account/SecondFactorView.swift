import Domain
import Frame
import Locales
import Markup
import People

/// Setting up, renewing and taking off the second factor.
enum SecondFactorView {
    static func answer(_ signed: Signed) async throws(WebError) -> Answer {
        if let detour = signed.detour { return detour }
        let state: SecondFactorState
        do throws(AccountError) {
            state = try await signed.exchange.site.accounts.secondFactor(of: signed.session)
        } catch { throw WebError(error) }
        return await page(signed) { view in
            view.html.element(.p, .class("lead"), text: view.say("people.factor.lead"))
            guard state.since != nil else {
                return view.form("/account/second-factor", button: view.say("people.factor.begin")) {
                    view.hiddenField("do", "begin")
                }
            }
            view.html.element(
                .p, text: view.say("people.factor.on", ["count": .number(state.recoveryCodesLeft)]))
            view.form("/account/second-factor", button: view.say("people.factor.renew"), isPlain: true) {
                view.hiddenField("do", "codes")
            }
            view.form("/account/second-factor", button: view.say("people.factor.remove"), isPlain: true) {
                view.hiddenField("do", "remove")
            }
        }
    }

    private static func page(
        _ signed: Signed, status: Int = 200, content: (View) -> Void
    ) async -> Answer {
        let view = View(signed)
        var head = PageHead(title: view.say("people.factor.title"))
        head.crumbs = [(view.address("/account"), view.say("people.account.title"))]
        head.path = "/account/second-factor"
        return await view.page(head, status: status) {
            view.html.element(.div, .class("read prose")) {
                view.html.element(.h1, text: head.title)
                content(view)
            }
        }
    }

    static func change(_ signed: Signed, _ form: Query) async throws(WebError) -> Answer {
        if let detour = signed.detour { return detour }
        let accounts = signed.exchange.site.accounts
        do throws(AccountError) {
            switch form.first("do") {
            case "begin": return await offer(signed, try await accounts.beginSecondFactor(signed.session))
            case "confirm":
                let codes = try await accounts.confirmSecondFactor(
                    signed.session, token: signed.sessionToken, code: form.first("code") ?? "")
                return await paper(signed, codes)
            case "codes": return await paper(signed, try await accounts.renewRecoveryCodes(signed.session))
            case "remove":
                try await accounts.removeSecondFactor(signed.session)
                return AccountView.said(.factor, signed)
            default: throw AccountError.notFound
            }
        } catch {
            let key: String
            switch error {
            case .codeRefused: key = "people.signIn.codeRefused"
            case .tooManyAttempts: key = "people.signIn.codeTooMany"
            default: throw WebError(error)
            }
            return try await again(signed, key)
        }
    }

    /// The code did not fit: the same secret once more.
    private static func again(_ signed: Signed, _ key: String) async throws(WebError) -> Answer {
        do throws(AccountError) {
            let pending = try await signed.exchange.site.accounts.pendingSecondFactor(signed.session)
            return await offer(signed, pending, trouble: key)
        } catch { throw WebError(error) }
    }

    private static func offer(
        _ signed: Signed, _ offer: SecondFactorOffer, trouble: String? = nil
    ) async -> Answer {
        await page(signed, status: trouble == nil ? 200 : 403) { view in
            let html = view.html
            if let trouble { view.problem(view.say(trouble)) }
            html.element(.p, text: view.say("people.factor.scan"))
            if let code = QRCode(offer.address) { picture(code, view) }
            html.element(.p, text: view.say("people.factor.type"))
            html.element(.p) { html.element(.code, .dir("ltr"), text: offer.secretText) }
            view.form("/account/second-factor", button: view.say("people.factor.confirm")) {
                view.hiddenField("do", "confirm")
                view.codeField("code", view.say("people.code.label"), hint: view.say("people.factor.codeHint"))
            }
        }
    }

    /// Dark on light whatever the page's colours are: cameras need it so. Four modules of quiet around it (ISO/IEC 18004).
    private static func picture(_ code: QRCode, _ view: View) {
        let size = Double(code.size + 8)
        view.html.element(
            .svg, .viewBox(0, 0, size, size), .width(220), .height(220), .role("img"),
            .label(view.say("people.factor.picture"))
        ) {
            view.html.empty(.rect, .width(size), .height(size), .fill("#fff"))
            view.html.empty(.path, .d(code.path(offset: 4)), .fill("#000"))
        }
    }

    private static func paper(_ signed: Signed, _ codes: [String]) async -> Answer {
        await page(signed) { view in
            view.done(view.say("people.factor.done"))
            view.html.element(.p, text: view.say("people.factor.paper"))
            view.html.element(.ol, .dir("ltr")) {
                for code in codes { view.html.element(.li) { view.html.element(.code, text: code) } }
            }
            view.html.element(.p) { view.link(view.address("/account"), view.say("people.account.title")) }
        }
    }
}
