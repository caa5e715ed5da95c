package import Domain

/// Addresses of one workspace. `path` is what follows the workspace: `/plan`, or nothing for its first page. Session, membership,
/// right, origin and token are checked before the handler runs.
extension Route {
    package static let workspacePages = "/workspaces/{workspace}"
    package static let workspaceService = "/api/v1/workspaces/{workspace}"

    /// A page for members who have the right.
    package static func workspace(
        _ name: String, _ path: String, _ parameters: [Parameter] = [], right: Right,
        contentType: String = "text/html", handler: @escaping Visit.Handler
    ) -> Route {
        Route(
            name: name, pattern: workspacePages + path, kind: .desk, parameters: [.workspace] + parameters, summary: "",
            contentType: contentType, right: right
        ) { exchange throws(WebError) in try await handler(try await Visit.signedIn(exchange)) }
    }

    /// A form of such a page. Where it was made from a version that no longer stands, its sender sees what was changed meanwhile
    /// beside her own values.
    package static func workspaceForm(
        _ name: String, _ path: String, _ parameters: [Parameter] = [], right: Right,
        handler: @escaping Visit.FormHandler
    ) -> Route {
        workspaceUpload(name, path, parameters, right: right) { visit throws(WebError) in
            let form = try await FormReader.read(visit.exchange.incoming)
            try visit.check(token: form.first(Signed.tokenField))
            do throws(WebError) { return try await handler(visit, form) } catch {
                guard case .conflict(let conflict) = error else { throw error }
                return await ConflictView.answer(await conflict.explained(to: visit, form), visit, form)
            }
        }
    }

    /// A form whose body the handler reads, and whose token it therefore checks itself.
    package static func workspaceUpload(
        _ name: String, _ path: String, _ parameters: [Parameter] = [], right: Right, handler: @escaping Visit.Handler
    ) -> Route {
        Route(
            name: name, pattern: workspacePages + path, method: .post, kind: .desk,
            parameters: [.workspace] + parameters, summary: "", contentType: "text/html", right: right
        ) { exchange throws(WebError) in
            guard SameOrigin.holds(exchange.incoming, publicAddress: exchange.site.publicAddress) else {
                throw .foreignForm
            }
            return try await handler(try await Visit.signedIn(exchange))
        }
    }

    /// An address of the workspace's API. Reading takes a session or a token, writing a token.
    package static func workspaceAPI(
        _ name: String, _ path: String, _ parameters: [Parameter] = [], method: Method = .read, right: Right,
        _ summary: String, _ schema: String?, body: String? = nil, contentType: String = "application/json",
        handler: @escaping Visit.Handler
    ) -> Route {
        Route(
            name: name, pattern: workspaceService + path, method: method, kind: .api,
            parameters: [.workspace] + parameters, summary: summary, schema: schema, bodySchema: body,
            contentType: contentType, right: right
        ) { exchange throws(WebError) in
            let visit = try await Visit.asking(exchange)
            var answer: Answer
            do throws(WebError) { answer = try await handler(visit) } catch {
                guard case .conflict(let conflict) = error else { throw error }
                throw .conflict(await conflict.explained(to: visit, Query()))
            }
            answer.caching = .never
            return answer
        }
    }
}

extension Parameter {
    /// The workspace's name in addresses.
    package static let workspace = Parameter(
        name: "workspace", place: .path, form: .pattern("^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$") { Workspace.isSlug($0) },
        summary: "The workspace's name in addresses.")
}
