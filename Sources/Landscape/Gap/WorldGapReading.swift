package import Domain
import Operations
import People
import Reference
import Store

extension Landscape {
    /// The gap of a scope without a State.
    package func gap(_ scope: GapScope, _ reader: GapReader) async throws(WorkspaceError) -> WorldGap {
        let scope = GapScope(theme: scope.theme, group: scope.group, person: scope.person)
        try check(scope)
        let conditions = GapConditions(scope, reader, self)
        let landscape = self
        let found = try await store.read { connection in
            let rows = WorldGapRows(conditions: conditions, connection: connection)
            return Found(
                themes: scope.theme == nil ? try rows.byTheme() : nil, states: try rows.byState(),
                issues: try rows.issues(), here: try rows.here(),
                sums: try GapSumsRow.read(conditions, connection),
                potential: try PotentialRow.read(conditions, landscape.groups(of:), connection))
        }
        let (total, byTheme, byState) = try await recommendations(scope)
        return WorldGap(
            scope: scope, recommendations: total, sums: found.sums, potential: found.potential,
            themes: themes(found, byTheme, scope), states: states(found, byState, conditions))
    }

    private struct Found: Sendable {
        var themes: WorldGapRows.Counts?
        var states: WorldGapRows.Counts
        var issues: (all: [String: Int], helped: [String: Int])
        var here: Set<String>
        var sums: GapSums
        var potential: Potential
    }

    /// As search counts them, so that every figure opens as many.
    func recommendations(
        _ scope: GapScope
    ) async throws(WorkspaceError) -> (total: Int, themes: [String: Int], states: [String: Int]) {
        var filters: [Facet: Set<String>] = [:]
        if let state = scope.state { filters[.state] = [state.rawValue] }
        if let theme = scope.theme { filters[.theme] = [theme] }
        if let person = scope.person { filters[.person] = [person] }
        if let group = scope.group {
            filters[reference.group(group)?.kind == .region ? .region : .group] = [group]
        }
        do throws(OperationError) {
            let page = try await library.search(
                SearchRequest(filters: filters, sort: .date, limit: 1, facets: [.theme, .state]))
            func counts(_ facet: Facet) -> [String: Int] {
                let values = page.facets.first { $0.facet == facet }?.values ?? []
                return Dictionary(values.map { ($0.value, $0.count) }, uniquingKeysWith: { first, _ in first })
            }
            return (page.total, counts(.theme), counts(.state))
        } catch { throw .store("\(error)") }
    }

    private func themes(_ found: Found, _ recommendations: [String: Int], _ scope: GapScope) -> [WorldGap.ThemeLine] {
        guard let counts = found.themes else { return [] }
        return reference.themes.map(\.code).compactMap { theme in
            let line = WorldGap.ThemeLine(
                theme: theme,
                counts: GapCounts(
                    recommendations: recommendations[theme] ?? 0, needs: counts.needs[theme] ?? 0,
                    offers: scope.person == nil ? counts.offers[theme] ?? 0 : nil,
                    programmes: scope.person == nil ? counts.programmes[theme] ?? 0 : nil))
            let all = [line.counts.recommendations, line.counts.needs, line.counts.offers ?? 0]
            return all.contains { $0 > 0 } || (line.counts.programmes ?? 0) > 0 ? line : nil
        }
    }

    /// States whose recommendations or rows are known; the others are not in the list.
    private func states(
        _ found: Found, _ recommendations: [String: Int], _ conditions: GapConditions
    ) -> [WorldGap.StateLine] {
        let states = conditions.states ?? reference.states.map(\.code).sorted()
        return states.compactMap { state in
            let code = state.rawValue
            let counts = GapCounts(
                recommendations: recommendations[code] ?? 0, needs: found.states.needs[code] ?? 0, offers: nil,
                programmes: conditions.scope.person == nil ? found.states.programmes[code] ?? 0 : nil)
            let issues = found.issues.all[code] ?? 0
            guard counts.recommendations + counts.needs + (counts.programmes ?? 0) + issues > 0 else { return nil }
            return WorldGap.StateLine(
                state: state, counts: counts, issues: issues, helped: found.issues.helped[code] ?? 0,
                isHere: found.here.contains(code))
        }
    }
}
