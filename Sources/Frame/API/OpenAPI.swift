import Markup

/// OpenAPI 3.1, written from the routes themselves, so that it says what they do.
struct OpenAPI {
    let routes: [Route]
    let schemas: [Schema.Named]
    let server: String

    /// The description of the others, as a route of its own.
    static func route(of routes: [Route], _ schemas: [Schema.Named], languages: [String]) -> Route {
        Route(
            name: "getOpenAPI", pattern: "/api/v1/openapi.json", kind: .api, parameters: [.language(languages)],
            summary: "This description.", contentType: "application/json"
        ) { exchange throws(WebError) in
            .json(OpenAPI(routes: routes, schemas: schemas, server: exchange.site.publicAddress).write())
        }
    }

    func write() -> [UInt8] {
        let json = JSONWriter()
        json.object {
            json.member("openapi", "3.1.0")
            json.object("info") {
                json.member("title", "Rapporteur")
                json.member("version", "1")
                json.member("description", Self.description)
                json.object("license") {
                    json.member("name", "Apache-2.0")
                    json.member("identifier", "Apache-2.0")
                }
            }
            json.array("servers") { json.object { json.member("url", server.isEmpty ? "/" : server) } }
            json.object("paths") {
                for pattern in patterns { path(pattern, json) }
            }
            json.object("components") {
                json.object("schemas") {
                    for (name, schema) in schemas { schema.write(name, json) }
                    problem(json)
                }
                if routes.contains(where: { $0.right != nil }) {
                    json.object("securitySchemes") {
                        json.object("token") {
                            json.member("type", "http")
                            json.member("scheme", "bearer")
                        }
                    }
                }
            }
        }
        return json.bytes
    }

    private static let description =
        "Recommendations of human rights mechanisms, read-only and for everybody, and below /workspaces the work of "
        + "national mechanisms, for their members. Lists are paged by the next link. Every answer has an "
        + "ETag; every error is problem+json (RFC 9457). A parameter that a path does not know is an error. Names are in "
        + "the language of lang, else of Accept-Language, else English."

    /// In the order in which routes name them first.
    private var patterns: [String] {
        var seen: Set<String> = []
        return routes.filter { $0.kind == .api && seen.insert($0.pattern).inserted }.map(\.pattern)
    }

    private func path(_ pattern: String, _ json: JSONWriter) {
        json.object(pattern) {
            for route in routes where route.kind == .api && route.pattern == pattern { operation(route, json) }
        }
    }

    private func operation(_ route: Route, _ json: JSONWriter) {
        json.object(route.method.operation) {
            json.member("operationId", route.name)
            json.member("summary", route.summary)
            if route.right != nil { json.array("security") { json.object { json.array("token") {} } } }
            json.array("parameters") { for parameter in route.parameters { self.parameter(parameter, json) } }
            if let body = route.bodySchema {
                json.object("requestBody") {
                    json.member("required", true)
                    json.object("content") {
                        json.object("application/json") { Schema.reference(body).write("schema", json) }
                    }
                }
            }
            json.object("responses") { answers(route, json) }
        }
    }

    private func answers(_ route: Route, _ json: JSONWriter) {
        answer("200", "The answer.", route.contentType, route.schema, json)
        problem("400", "A parameter does not fit.", json)
        if route.right != nil {
            problem("401", "Nobody is signed in, or the token is not known.", json)
            problem("403", "Not for this role, or not for this token.", json)
        }
        if route.pattern.contains("{") || !route.parameters.isEmpty {
            problem("404", "Nothing has this id or code.", json)
        }
        problem("406", "The type that was asked for is not offered.", json)
        if route.method != .read { problem("409", "Somebody changed it meanwhile.", json) }
        if route.bodySchema != nil {
            problem("413", "What was sent is too large.", json)
            problem("415", "What was sent is not JSON of this form.", json)
        }
        problem("414", "The address is too long.", json)
        problem("500", "The answer failed.", json)
        problem("503", "The record cannot answer at the moment.", json)
    }

    private func parameter(_ parameter: Parameter, _ json: JSONWriter) {
        json.object {
            json.member("name", parameter.name)
            json.member("in", parameter.place.rawValue)
            json.member("description", parameter.summary)
            json.member("required", parameter.place == .path || parameter.isRequired)
            guard parameter.valuesMax > 1 else {
                form(parameter, "schema", json)
                return
            }
            json.member("style", "form")
            json.member("explode", true)
            json.object("schema") {
                json.member("type", "array")
                json.member("maxItems", parameter.valuesMax)
                form(parameter, "items", json)
            }
        }
    }

    private func form(_ parameter: Parameter, _ key: String, _ json: JSONWriter) {
        json.object(key) {
            switch parameter.form {
            case .text(let most):
                json.member("type", "string")
                json.member("maxLength", most)
            case .choice(let values):
                json.member("type", "string")
                json.array("enum", of: values)
            case .integer(let range):
                json.member("type", "integer")
                json.member("minimum", range.lowerBound)
                json.member("maximum", range.upperBound)
            case .pattern(let pattern, _):
                json.member("type", "string")
                json.member("pattern", pattern)
            }
        }
    }

    private func answer(_ status: String, _ text: String, _ type: String, _ schema: String?, _ json: JSONWriter) {
        json.object(status) {
            json.member("description", text)
            json.object("content") {
                json.object(type) {
                    if let schema {
                        Schema.reference(schema).write("schema", json)
                    } else {
                        json.object("schema") { json.member("type", "object") }
                    }
                }
            }
        }
    }

    private func problem(_ status: String, _ text: String, _ json: JSONWriter) {
        answer(status, text, "application/problem+json", "Problem", json)
    }

    /// `errors` names the parameters that do not fit; it is there with status 400 only. `subject`, `version` and `changes` are
    /// there with status 409.
    private func problem(_ json: JSONWriter) {
        json.object("Problem") {
            json.member("type", "object")
            json.array("required", of: ["type", "title", "status", "detail", "instance"])
            json.object("properties") {
                for name in ["type", "title", "detail", "instance"] { Schema.string.write(name, json) }
                Schema.integer.write("status", json)
                Schema.array(.object([("field", .string), ("allowed", .string)])).write("errors", json)
                Schema.string.write("subject", json)
                Schema.integer.write("version", json)
                Schema.array(
                    .object([
                        ("field", .string), ("old", .nullableString), ("new", .nullableString),
                        ("by", .nullableString), ("at", .nullableString),
                    ])
                ).write("changes", json)
            }
        }
    }
}

extension Route.Method {
    /// As OpenAPI writes it.
    fileprivate var operation: String {
        switch self {
        case .read: "get"
        case .post: "post"
        case .put: "put"
        case .delete: "delete"
        }
    }
}
