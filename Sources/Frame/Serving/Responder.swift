package import Domain
import HTTPTypes
package import Hummingbird
import Locales
package import Logging
import NIOCore

/// The page that stands in place of one nobody may see who is not signed in; it is told where to return then.
package typealias SignInPage = @Sendable (Exchange, _ back: String?) async -> Answer

/// Takes a request through limits, route, parameters, handler and headers. Every answer of the program leaves here.
package struct Responder: HTTPResponder {
    package typealias Context = SourceContext

    /// Longest address; more is 414. A query of 1,000 Chinese characters alone takes 9,000 bytes when it is encoded.
    static let addressBytesMax = 65_536

    package let site: Site
    let table: RouteTable
    private let signIn: SignInPage

    /// To `routes` come the description of those that are of the API, with `schemas`, and what watches over the program.
    package init(site: Site, routes: [Route], schemas: [Schema.Named], signIn: @escaping SignInPage) {
        var site = site
        site.sections = WorkspaceSection.found(in: routes)
        site.pages = Set(
            routes.filter { [.page, .desk].contains($0.kind) && $0.method == .read }.map(\.pattern))
        self.site = site
        self.signIn = signIn
        let languages = site.locales.all.map(\.tag)
        table = RouteTable(
            routes + ServiceRoutes.all + [OpenAPI.route(of: routes, schemas, languages: languages)])
    }

    package func respond(to request: Request, context: Context) async throws -> Response {
        await respond(to: request, source: context.origin(request.headers), logger: context.logger)
    }

    package func respond(to request: Request, source: RequestSource? = nil, logger: Logger) async -> Response {
        let start = ContinuousClock.now
        let isHead = request.method == .head
        let path = request.uri.path
        let method = Self.method(request.method)
        let match = method.flatMap { table.match(path, $0) }
        let answer = await answer(to: request, source, method: method, match: match, logger: logger)
        let response = Dressing(
            answer: answer, isHead: isHead, isOpen: isAPI(path) && match?.route.right == nil, request: request.headers
        ).response
        if match?.route.isQuiet == true { return response }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        var bytes = 0
        if case .bytes(let body) = answer.body { bytes = body.count }
        site.traffic.note(
            route: match?.route.name ?? "none", status: response.status.code, seconds: seconds, bytes: bytes)
        return response
    }

    /// As routes know methods; nil for those that no address takes.
    private static func method(_ method: HTTPRequest.Method) -> Route.Method? {
        switch method {
        case .get, .head: .read
        case .post: .post
        case .put: .put
        case .delete: .delete
        default: nil
        }
    }

    private func isAPI(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

    private func answer(
        to request: Request, _ source: RequestSource?, method: Route.Method?, match: RouteTable.Match?, logger: Logger
    ) async -> Answer {
        let path = request.uri.path
        let query = Query(parsing: request.uri.query ?? "")
        let asked = query.first("lang").flatMap { site.locales[$0] }
        let words = asked ?? site.locales.negotiate(asked: nil, accept: request.headers[.acceptLanguage])
        let exchange = Exchange(
            site: site, route: match?.route ?? ErrorView.route, path: path, values: match?.values ?? [:], query: query,
            words: words, isLanguageAsked: asked != nil,
            incoming: Incoming(
                method: method ?? .read, headers: request.headers, authority: request.head.authority,
                body: request.body,
                source: source))
        do throws(WebError) {
            guard path.utf8.count + (request.uri.query?.utf8.count ?? 0) <= Self.addressBytesMax else {
                throw WebError.addressTooLong
            }
            guard let match else {
                let methods = table.methods(path)
                throw methods.isEmpty ? WebError.notFound : .methodNotAllowed(methods)
            }
            if match.route.kind == .api { try checkAccept(request.headers[.accept], match.route.contentType) }
            try check(query, values: match.values, route: match.route)
            return try await match.route.handler(exchange)
        } catch {
            if case .failed(let reason) = error {
                if match?.route.isQuiet == true {
                    // Neither where nor why: both could tell what was sent.
                    logger.error("An answer failed on a page that leaves no line in the log")
                } else {
                    logger.error("The answer failed", metadata: ["path": "\(path)", "reason": "\(reason)"])
                }
            }
            if case .signInNeeded(let back) = error, !isAPI(path) {
                return await signIn(exchange, LocalPath.checked(back))
            }
            if isAPI(path) { return Problem(error: error, words: words, path: path).answer }
            return await ErrorView.answer(error, exchange)
        }
    }

    /// Parameters fit what their route says, and an API route knows all of them.
    private func check(_ query: Query, values: [String: String], route: Route) throws(WebError) {
        var wrong: [WebError.Field] = []
        var counts: [String: Int] = [:]
        for item in query.items {
            guard let parameter = route.parameters.first(where: { $0.name == item.name && $0.place == .query }) else {
                if route.kind == .api {
                    wrong.append(.init(name: String(item.name.prefix(80)), allowed: "no such parameter"))
                }
                continue
            }
            counts[item.name, default: 0] += 1
            if counts[item.name, default: 0] == parameter.valuesMax + 1 {
                wrong.append(.init(name: item.name, allowed: "at most \(parameter.valuesMax) times"))
            }
            // An empty field of a form means that nothing was chosen.
            let isLeftEmpty = route.kind != .api && item.value.isEmpty
            if !isLeftEmpty, !parameter.accepts(item.value) {
                wrong.append(.init(name: item.name, allowed: parameter.allowed))
            }
        }
        guard wrong.isEmpty else { throw .invalid(wrong) }
        for parameter in route.parameters where parameter.place == .path {
            guard parameter.accepts(values[parameter.name] ?? "") else { throw .notFound }
        }
    }

    private func checkAccept(_ accept: String?, _ contentType: String) throws(WebError) {
        guard let accept, !accept.isEmpty else { return }
        let kind = contentType.split(separator: "/").first.map { String($0) } ?? ""
        for range in accept.split(separator: ",") {
            let fields = range.split(separator: ";")
            let type = fields.first.map { $0.filter { !$0.isWhitespace }.lowercased() } ?? ""
            let isRefused = fields.dropFirst().contains { $0.filter { !$0.isWhitespace } == "q=0" }
            if !isRefused, type == "*/*" || type == "\(kind)/*" || type == contentType { return }
        }
        throw .notAcceptable
    }
}
