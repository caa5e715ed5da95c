import Domain
import Frame
import Landscape
import Locales
import Markup

/// Where a picture of the gap stands: on the public pages, or in a workspace, where it shows what that may see.
struct GapPlace {
    let view: View
    let visit: Visit?

    init(_ exchange: Exchange) {
        view = View(exchange)
        visit = nil
    }

    init(_ visit: Visit) {
        view = View(visit)
        self.visit = visit
    }

    var exchange: Exchange { view.exchange }
    var reader: GapReader { visit.map { .member($0.member) } ?? .everybody }
    var base: String { visit?.path("/gap") ?? "/cooperation" }

    // MARK: Addresses

    static func items(_ scope: GapScope) -> [(String, String)] {
        [
            ("state", scope.state?.rawValue), ("theme", scope.theme), ("group", scope.group), ("person", scope.person),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    /// The rows behind a figure.
    func rows(_ kind: GapRowKind, _ scope: GapScope, _ more: [(String, String)] = []) -> String {
        view.address(base + "/rows", [("of", kind.rawValue)] + more + Self.items(scope))
    }

    func issues(_ filter: GapIssueFilter, _ scope: GapScope) -> String {
        rows(.issues, scope, filter == .all ? [] : [("only", filter.rawValue)])
    }

    /// The page of one State within a scope.
    func state(_ state: StateCode, _ scope: GapScope = GapScope()) -> String {
        let rest = GapScope(theme: scope.theme, person: scope.person)
        guard visit == nil else {
            return view.address(base, [("state", state.rawValue)] + Self.items(rest))
        }
        return view.address("/cooperation/states/" + PercentCoding.encode(state.rawValue), Self.items(rest))
    }

    /// The page of one theme within a scope.
    func theme(_ theme: String, _ scope: GapScope = GapScope()) -> String {
        let rest = GapScope(group: scope.group, person: scope.person)
        guard visit == nil else { return view.address(base, [("theme", theme)] + Self.items(rest)) }
        return view.address("/cooperation/themes/" + PercentCoding.encode(theme), Self.items(rest))
    }

    /// Recommendations of a scope, in search: it counts the same.
    func recommendations(_ scope: GapScope) -> String {
        var filters: [(Facet, String)] = []
        if let state = scope.state { filters.append((.state, state.rawValue)) }
        if let theme = scope.theme { filters.append((.theme, theme)) }
        if let person = scope.person { filters.append((.person, person)) }
        if let group = scope.group { filters.append((isRegion(group) ? .region : .group, group)) }
        return view.searchAddress(filters)
    }

    private func isRegion(_ code: String) -> Bool { view.names.codes(.region).contains(code) }

    /// Where a row's own page is, for this reader.
    func address(_ row: GapRow) -> String? {
        switch row.thing {
        case .issue(let id): return view.address("/issues/\(id)")
        case .need(let id):
            guard let visit else { return view.address("/needs/\(id)") }
            return view.address(visit.path(row.isOwn ? "/needs/\(id)" : "/needs/asked/\(id)"))
        case .offer(let id):
            guard let visit else { return view.address("/offers/\(id)") }
            return view.address(visit.path(row.isOwn ? "/offers/\(id)" : "/offers/given/\(id)"))
        case .programme(let id):
            if row.isOwn, let visit { return view.address(visit.path("/programmes/\(id)")) }
            return view.address("/programmes/\(id)")
        case .agreement(let id): return view.address(visit?.path("/agreements/\(id)") ?? "/agreements/\(id)")
        case .action(let id): return visit.map { view.address($0.path("/plan/actions/\(id)")) }
        }
    }

    // MARK: Words

    /// What a scope is about, in words; nil for the world.
    func words(_ scope: GapScope) -> String? {
        let parts = [
            scope.state.map { view.stateName($0) }, scope.theme.map { view.name(.theme, $0) },
            scope.group.map { view.name(.group, $0) }, scope.person.map { view.name(.person, $0) },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    func issueName(_ issue: Issue) -> (text: String, language: LanguageTag?) {
        if let given = issue.givenName { return (given, nil) }
        for language in [exchange.language, .english] {
            if let name = issue.names[language] { return (name, language) }
        }
        let first = issue.names.min { $0.key < $1.key }
        return (first?.value ?? "\(issue.id)", first?.key)
    }

    /// A count that leads to its rows; what nobody says is said to be not known.
    func count(_ count: Int?, _ address: @autoclosure () -> String) {
        guard let count else {
            view.html.element(.span, .class("soft"), text: view.say("gap.notSaid"))
            return
        }
        guard count > 0 else { return view.html.text(view.number(0)) }
        view.link(address(), view.number(count))
    }

    func countCell(_ value: Int?, _ address: @autoclosure () -> String) {
        view.html.element(.td, .class("n")) { count(value, address()) }
    }
}
