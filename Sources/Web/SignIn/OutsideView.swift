import Domain
import Frame
import Locales
import Markup
import People

/// The way to the provider, and the way back.
enum OutsideView {
    /// A form of this site may only lead to this site (`form-action`): a page leads on to the provider.
    static func begin(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let outside = exchange.site.outside else { throw .notFound }
        let form = try await FormReader.read(exchange.incoming)
        let back = LocalPath.checked(joining(form) ?? form.first("back"))
        let session = try await Signed.found(exchange)
        do throws(AccountError) {
            let beginning = try await outside.begin(back: back, replaces: session)
            let title = View(exchange).say(
                "people.signIn.outside", ["name": .text(outside.configuration.name)])
            var answer = await leading(to: beginning.address, title, exchange)
            answer.headers.append(DeviceCookies.away(beginning.browserToken, exchange.site))
            return answer
        } catch { return try await failed(error, exchange) }
    }

    /// Back to an invitation, with the name that its holder wrote.
    private static func joining(_ form: Query) -> String? {
        guard let token = form.first("joinToken"), token.utf8.count <= 200 else { return nil }
        let name = String((form.first("joinName") ?? "").prefix(Account.nameLengthMax))
        return "\(JoinLink.path)?token=\(PercentCoding.encode(token))&name=\(PercentCoding.encode(name))"
    }

    /// The browser comes from another site, so that a cookie for this one alone would not be sent along with what it is led to: a
    /// page of this site leads on.
    static func finish(_ exchange: Exchange) async throws(WebError) -> Answer {
        guard let outside = exchange.site.outside else { throw .notFound }
        guard let code = exchange.query.first("code"), let state = exchange.query.first("state") else {
            return await SignInView.page(exchange, trouble: .outsideFailed, status: 403)
        }
        let answer = OutsideSignIn.Return(
            code: code, state: state, issuer: exchange.query.first("iss"),
            browserToken: DeviceCookies.awayToken(exchange))
        do throws(AccountError) {
            let (session, back) = try await outside.finish(
                answer, browser: exchange.browser,
                joining: Invitations(exchange.site.workspaces.store, exchange.site.accounts))
            return await onward(session, back, exchange)
        } catch {
            if case .codeNeeded(let ticket) = error {
                return await SignInView.codePage(exchange, ticket: ticket, back: nil)
            }
            return try await failed(error, exchange)
        }
    }

    private static func onward(_ session: NewSession, _ back: String?, _ exchange: Exchange) async -> Answer {
        let view = View(exchange)
        let goal = LocalPath.checked(back) ?? view.address(SigningIn.home(session.signedIn))
        var answer = await leading(to: goal, view.say("people.outside.title"), exchange)
        answer.open(session, exchange.site)
        return answer
    }

    /// A page that goes on by itself, with a link for browsers that do not.
    private static func leading(to goal: String, _ title: String, _ exchange: Exchange) async -> Answer {
        let view = View(exchange)
        var answer = await SignInView.frame(view, title) {
            view.html.element(.h1, text: title)
            view.html.element(.p) {
                view.html.element(.a, .class("button"), .href(goal), text: view.say("people.outside.onward"))
            }
        }
        answer.caching = .never
        answer.headers.append(("Refresh", "0; url=\(goal)"))
        return answer
    }

    private static func failed(_ error: AccountError, _ exchange: Exchange) async throws(WebError) -> Answer {
        switch error {
        case .outsideUnknown: return await SignInView.page(exchange, trouble: .outsideUnknown, status: 403)
        case .linkUseless: return await SignInView.page(exchange, trouble: .outsideFailed, status: 403)
        case .tooManyAttempts: return await SignInView.page(exchange, trouble: .busy, status: 429)
        default: throw WebError(error)
        }
    }
}
