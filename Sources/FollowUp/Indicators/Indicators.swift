package import Domain
package import People
import Plans
import Store

/// Indicators of a workspace and their observations.
package struct Indicators: Sendable {
    package static let titleCharactersMax = 300
    package static let textCharactersMax = 4_000

    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// By title, with the observations for all, for the small chart in a list.
    package func page(
        _ filter: IndicatorFilter = IndicatorFilter(), after: IndicatorID? = nil, limit: Int = 50, _ member: Member
    ) async throws(WorkspaceError) -> [(indicator: Indicator, totals: [Observation])] {
        let own = try member.limit(.seePlan)
        let workspace = member.workspace.id
        let (indicators, observations) = try await store.read { connection in
            let start = try after.flatMap { after in
                try connection.first(
                    "SELECT title_key FROM indicator WHERE id = $1 AND workspace_id = $2",
                    [.int(after.value), .int(workspace.value)]
                ) { (title: try $0.text(0), id: after.value) }
            }
            let indicators = try IndicatorRow.page(
                workspace, of: own, filter, after: start, limit: min(max(limit, 1), 200), connection)
            let totals = try ObservationRow.all(
                of: indicators.map(\.id), workspace, onlyTotals: true, connection)
            return (indicators, Dictionary(grouping: totals, by: \.indicator))
        }
        return indicators.map { ($0, observations[$0.id] ?? []) }
    }

    /// One indicator with all its observations.
    package func find(
        _ id: IndicatorID, _ member: Member
    ) async throws(WorkspaceError) -> (indicator: Indicator, observations: [Observation]) {
        let own = try member.limit(.seePlan)
        let workspace = member.workspace.id
        let found: (Indicator, [Observation])? = try await store.read { connection in
            guard let indicator = try IndicatorRow.find(id, workspace, of: own, connection) else { return nil }
            return (indicator, try ObservationRow.all(of: [id], workspace, connection))
        }
        guard let found else { throw .notFound }
        return found
    }

    package func add(_ content: Indicator.Content, by member: Member) async throws(WorkspaceError) -> Indicator {
        try member.require(.editPlan)
        try content.check()
        let id = IndicatorID(try await store.take(.indicator).lowerBound)
        return try await store.change(member) { change in
            try Self.check(content, id, change)
            let indicator = Indicator(id: id, workspace: change.workspace, content: content, made: change.at)
            try IndicatorRow.insert(indicator, change.connection)
            Self.note(&change, nil, indicator)
            change.did("indicator.add", indicator.subject)
            return indicator
        }
    }

    package func edit(
        _ id: IndicatorID, _ content: Indicator.Content, isWithdrawn: Bool = false, version: Int, by member: Member
    ) async throws(WorkspaceError) -> Indicator {
        try member.require(.editPlan)
        try content.check()
        return try await store.change(member) { change in
            guard let old = try IndicatorRow.find(id, change.workspace, of: nil, change.connection) else {
                throw WorkspaceError.notFound
            }
            try Self.check(content, id, change)
            var indicator = old
            indicator.content = content
            indicator.isWithdrawn = isWithdrawn
            guard try IndicatorRow.update(indicator, from: version, change.connection) else {
                throw WorkspaceError.stale(old.subject, version: old.version)
            }
            Self.note(&change, old, indicator)
            change.did("indicator.edit", indicator.subject)
            indicator.version = version + 1
            return indicator
        }
    }

    /// Links and institution are of this workspace, and the code is free.
    private static func check(_ content: Indicator.Content, _ id: IndicatorID, _ change: WorkspaceChange) throws {
        let connection = change.connection
        if let code = content.code, let other = try IndicatorRow.find(code: code, change.workspace, connection),
            other != id
        {
            throw WorkspaceError.invalid("code", "indicator.codeTaken")
        }
        if let institution = content.institution,
            try InstitutionRow.find(institution, change.workspace, connection) == nil
        {
            throw WorkspaceError.invalid("institution", "indicator.institutionUnknown")
        }
        for link in content.links where link.kind == .commitment {
            let isThere = try Int64(link.code).map {
                try SubjectOwners.of(Subject(.commitment, $0), change.workspace, connection) != nil
            }
            guard isThere == true else { throw WorkspaceError.invalid("links", "indicator.linkUnknown") }
        }
    }

    private static func note(_ change: inout WorkspaceChange, _ old: Indicator?, _ new: Indicator) {
        let fields: [(String, (Indicator.Content) -> String?)] = [
            ("code", \.code), ("title", \.title), ("kind", \.kind.rawValue), ("definition", \.definition),
            ("unit", \.unit), ("direction", \.direction.rawValue), ("baseline", \.baseline?.value.description),
            ("baselineAt", \.baseline?.at.code), ("target", \.target?.value.description),
            ("targetAt", \.target?.at.code), ("source", \.source),
            ("institution", { $0.institution.map { "\($0)" } }),
            ("links", { $0.links.sorted().map { "\($0.kind.rawValue):\($0.code)" }.joined(separator: " ") }),
        ]
        for (name, value) in fields {
            let before = old.flatMap { value($0.content) }
            let after = value(new.content)
            change.field(
                new.subject, name, from: before?.isEmpty == true ? nil : before,
                to: after?.isEmpty == true ? nil : after)
        }
        change.field(
            new.subject, "withdrawn", from: old.map { $0.isWithdrawn ? "yes" : "no" },
            to: new.isWithdrawn ? "yes" : "no")
    }
}

extension Indicator.Content {
    func check() throws(WorkspaceError) {
        var troubles: [WorkspaceError.Trouble] = []
        if title.allSatisfy(\.isWhitespace) { troubles.append(.init("title", "indicator.titleNeeded")) }
        if title.count > Indicators.titleCharactersMax { troubles.append(.init("title", "indicator.titleLength")) }
        if unit.allSatisfy(\.isWhitespace) { troubles.append(.init("unit", "indicator.unitNeeded")) }
        if unit.count > 60 { troubles.append(.init("unit", "indicator.unitLength")) }
        if definition.count > Indicators.textCharactersMax {
            troubles.append(.init("definition", "indicator.textLength"))
        }
        if source.count > Observation.sourceCharactersMax { troubles.append(.init("source", "indicator.sourceLength")) }
        if let code, !(1...40).contains(code.count) { troubles.append(.init("code", "indicator.codeLength")) }
        if let baseline, let target, baseline.at >= target.at {
            troubles.append(.init("targetAt", "indicator.targetBefore"))
        }
        if links.count > 100 { troubles.append(.init("links", "indicator.linksMost")) }
        if !troubles.isEmpty { throw .invalid(troubles) }
    }
}

extension Plans {
    package var indicators: Indicators { Indicators(store) }
}
