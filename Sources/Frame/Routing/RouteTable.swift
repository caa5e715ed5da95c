/// All addresses, found by path. Literal segments win over values.
struct RouteTable: Sendable {
    let routes: [Route]
    private let segments: [[Route.Segment]]
    private let byCount: [Int: [Int]]

    init(_ routes: [Route]) {
        self.routes = routes
        segments = routes.map(\.segments)
        var byCount: [Int: [Int]] = [:]
        for (index, segments) in segments.enumerated() { byCount[segments.count, default: []].append(index) }
        self.byCount = byCount
    }

    struct Match: Sendable {
        var route: Route
        var values: [String: String]
    }

    /// The methods that a path knows, as `Allow` writes them.
    func methods(_ path: some StringProtocol) -> String {
        Route.Method.allCases.filter { match(path, $0) != nil }.map(\.rawValue).joined(separator: ", ")
    }

    func match(_ path: some StringProtocol, _ method: Route.Method = .read) -> Match? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        var best: (index: Int, literals: Int)?
        for index in byCount[parts.count] ?? [] where routes[index].method == method {
            var literals = 0
            let fits = zip(segments[index], parts).allSatisfy { segment, part in
                guard case .literal(let text) = segment else { return true }
                literals += 1
                return text == part
            }
            if fits, literals > best?.literals ?? -1 { best = (index, literals) }
        }
        guard let best else { return nil }
        var values: [String: String] = [:]
        for case (.value(let name), let part) in zip(segments[best.index], parts) {
            values[name] = PercentCoding.decode(part, plusIsSpace: false)
        }
        return Match(route: routes[best.index], values: values)
    }
}
