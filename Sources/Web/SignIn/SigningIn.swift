import Domain
import Frame
import People

/// What the forms of the sign-in page do. What a stranger can learn here is whether a key, or an address and its password, is known.
enum SigningIn {
    static func signIn(_ exchange: Exchange) async throws(WebError) -> Answer {
        let form = try await FormReader.read(exchange.incoming)
        let back = LocalPath.checked(form.first("back"))
        if let key = form.first("key") { return try await withKey(key, exchange, back) }
        let address = String((form.first("address") ?? "").prefix(EmailAddress.lengthMax))
        do throws(AccountError) {
            let session = try await exchange.site.accounts.signIn(
                address: address, password: form.first("password") ?? "", browser: exchange.browser)
            return await opened(session, exchange, back)
        } catch {
            switch error {
            case .codeNeeded(let ticket): return await SignInView.codePage(exchange, ticket: ticket, back: back)
            case .signInRefused:
                return await SignInView.page(
                    exchange, address: address, back: back, trouble: .passwordRefused, status: 403)
            case .tooManyAttempts:
                return await SignInView.page(
                    exchange, address: address, back: back, trouble: .passwordTooMany, status: 429)
            case .busy:
                return await SignInView.page(exchange, address: address, back: back, trouble: .busy, status: 503)
            default: throw WebError(error)
            }
        }
    }

    private static func withKey(_ key: String, _ exchange: Exchange, _ back: String?) async throws(WebError) -> Answer {
        let key = String(key.filter { !$0.isWhitespace }.prefix(SignInView.keyCharactersMax))
        do throws(AccountError) {
            let session = try await exchange.site.accounts.signIn(key: key, browser: exchange.browser)
            return await opened(session, exchange, back)
        } catch {
            switch error {
            case .codeNeeded(let ticket): return await SignInView.codePage(exchange, ticket: ticket, back: back)
            case .keyRefused: return await SignInView.page(exchange, back: back, trouble: .refused, status: 403)
            case .tooManyAttempts: return await SignInView.page(exchange, back: back, trouble: .tooMany, status: 429)
            default: throw WebError(error)
            }
        }
    }

    /// The session that was open in this browser ends: nobody keeps a token from before.
    static func opened(_ session: NewSession, _ exchange: Exchange, _ back: String?) async -> Answer {
        if let old = SessionCookie.token(exchange) { try? await exchange.site.accounts.signOut(token: old) }
        var answer = Answer.seeOther(back ?? View(exchange).address(home(session.signedIn)))
        answer.open(session, exchange.site)
        return answer
    }

    /// Where somebody begins her day.
    static func home(_ person: SignedIn) -> String { person.account.role == .none ? "/workspaces" : "/desk" }

    static func code(_ exchange: Exchange) async throws(WebError) -> Answer {
        let form = try await FormReader.read(exchange.incoming)
        let back = LocalPath.checked(form.first("back"))
        let ticket = String((form.first("ticket") ?? "").prefix(200))
        do throws(AccountError) {
            let session = try await exchange.site.accounts.signIn(
                ticket: ticket, code: String((form.first("code") ?? "").prefix(40)), browser: exchange.browser)
            return await opened(session, exchange, back)
        } catch {
            switch error {
            case .codeRefused:
                return await SignInView.codePage(
                    exchange, ticket: ticket, back: back, trouble: .codeRefused, status: 403)
            case .tooManyAttempts:
                return await SignInView.codePage(
                    exchange, ticket: ticket, back: back, trouble: .codeTooMany, status: 429)
            case .linkUseless: return await SignInView.page(exchange, back: back, trouble: .codeOver, status: 403)
            default: throw WebError(error)
            }
        }
    }

    static func signOut(_ signed: Signed) async throws(WebError) -> Answer {
        if let token = SessionCookie.token(signed.exchange) {
            do { try await signed.exchange.site.accounts.signOut(token: token) } catch { throw WebError(error) }
        }
        var answer = Answer.seeOther(View(signed.exchange).address("/sign-in"))
        answer.headers.append(SessionCookie.clear(signed.exchange.site))
        return answer
    }
}
