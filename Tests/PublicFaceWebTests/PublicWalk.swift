import Frame
import HTTPTypes
import SiteSupport

/// Asks every address of the program that needs no signing in, with parameters of every kind, and keeps what came back.
struct PublicWalk {
    struct Kept {
        var status: Int
        var tag: String?
        var bytes: [UInt8]
    }

    /// What counts the program's own work, and addresses whose answer is made anew each time, are read and not compared.
    static let uncompared: Set<String> = ["metrics", "health", "ready"]

    let site: WorkspaceSite
    /// Values of path parameters by name, each tried in turn.
    let values: [String: [String]]

    private var routes: [Route] {
        site.routes.filter { $0.method == .read && $0.kind != .desk && $0.right == nil }
    }

    /// Addresses with the names of their routes.
    var addresses: [(name: String, path: String)] {
        routes.flatMap { route in paths(route).flatMap { path in queries(route).map { (route.name, path + $0) } } }
            + ["/robots.txt", "/metrics", "/health", "/ready", "/api/v1/openapi.json"].map {
                (String($0.dropFirst()), $0)
            }
    }

    func all(as person: Person? = nil, in some: [(name: String, path: String)]) async throws -> [String: Kept] {
        var kept: [String: Kept] = [:]
        for (_, path) in some {
            let reply = try await site.get(path, as: person)
            kept[path] = Kept(status: reply.status, tag: reply.headers[.eTag], bytes: reply.bytes)
        }
        return kept
    }

    private func paths(_ route: Route) -> [String] {
        var paths = [""]
        for segment in route.segments {
            switch segment {
            case .literal(let text): paths = paths.map { $0 + "/" + text }
            case .value(let name): paths = paths.flatMap { path in choices(name, route).map { path + "/" + $0 } }
            }
        }
        return paths.map { $0.isEmpty ? "/" : $0 }
    }

    private func choices(_ name: String, _ route: Route) -> [String] {
        if name == "code", route.pattern.contains("/states/") { return ["XAA", "XAB"] }
        if let known = values[name] { return known }
        let parameter = route.parameters.first { $0.name == name }
        switch parameter?.form {
        case .choice(let values): return values.isEmpty ? ["x"] : Array(values.prefix(2))
        case .integer(let range): return [String(range.lowerBound)]
        default: return ["right-to-health"]
        }
    }

    /// None, then each parameter by itself.
    private func queries(_ route: Route) -> [String] {
        [""]
            + route.parameters.filter { $0.place == .query }.flatMap { parameter -> [String] in
                let values: [String]
                switch parameter.form {
                case .choice(let choices): values = Array(choices.filter { !$0.isEmpty }.prefix(1))
                case .integer(let range): values = [String(range.lowerBound)]
                case .text: values = [parameter.name == "state" ? "XAA" : Planting.mark]
                case .pattern: values = ["1"]
                }
                return values.map { Query([.init(name: parameter.name, value: $0)]).text }
            }
    }
}
