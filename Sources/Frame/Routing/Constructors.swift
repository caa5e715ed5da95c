extension Route {
    /// A page that everybody may read.
    package static func page(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], contentType: String = "text/html",
        handler: @escaping Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, kind: .page, parameters: parameters, summary: "", contentType: contentType,
            handler: handler)
    }

    /// An address under `/api/v1`, described in OpenAPI by its parameters and the name of its answer's schema.
    package static func api(
        _ name: String, _ path: String, _ parameters: [Parameter], _ summary: String, _ schema: String,
        handler: @escaping Handler
    ) -> Route {
        Route(
            name: name, pattern: "/api/v1" + path, kind: .api, parameters: parameters, summary: summary, schema: schema,
            contentType: "application/json", handler: handler)
    }

    /// A page for people who are signed in.
    package static func desk(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], contentType: String = "text/html",
        handler: @escaping Signed.Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, kind: .desk, parameters: parameters, summary: "", contentType: contentType
        ) { exchange throws(WebError) in try await handler(try await Signed.required(exchange)) }
    }

    /// A form of such a page: who sends it, from where and with which token is checked before the handler runs.
    package static func form(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], handler: @escaping Signed.FormHandler
    ) -> Route {
        upload(name, pattern, parameters) { signed throws(WebError) in
            let form = try await FormReader.read(signed.exchange.incoming)
            try signed.check(token: form.first(Signed.tokenField))
            return try await handler(signed, form)
        }
    }

    /// A form whose body the handler reads, and whose token it therefore checks itself.
    package static func upload(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], handler: @escaping Signed.Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, method: .post, kind: .desk, parameters: parameters, summary: "",
            contentType: "text/html"
        ) { exchange throws(WebError) in
            guard SameOrigin.holds(exchange.incoming, publicAddress: exchange.site.publicAddress) else {
                throw .foreignForm
            }
            return try await handler(try await Signed.required(exchange))
        }
    }
}
