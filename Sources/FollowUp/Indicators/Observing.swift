package import Domain
import People
import Store

/// What somebody says was observed, before it is a row.
package struct ObservationDraft: Hashable, Sendable {
    package var indicator: IndicatorID
    package var period: ObservationPeriod
    package var breakdown: Breakdown
    package var value: Quantity?
    package var source: String
    package var note: String?

    package init(
        indicator: IndicatorID, period: ObservationPeriod, breakdown: Breakdown = Breakdown(), value: Quantity?,
        source: String, note: String? = nil
    ) {
        self.indicator = indicator
        self.period = period
        self.breakdown = breakdown
        self.value = value
        self.source = source
        self.note = note
    }

    /// What makes it the same observation as another.
    struct Key: Hashable {
        var indicator: IndicatorID
        var period: String
        var breakdown: Breakdown
    }

    var key: Key { Key(indicator: indicator, period: period.code, breakdown: breakdown) }
}

extension Observation {
    var key: ObservationDraft.Key {
        ObservationDraft.Key(indicator: indicator, period: period.code, breakdown: breakdown)
    }
}

extension Indicators {
    /// Adds an observation. Where there is one of that period and part of the population it is `stale`: it is to be changed.
    package func observe(_ draft: ObservationDraft, by member: Member) async throws(WorkspaceError) -> Observation {
        let own = try member.limit(.reportProgress)
        try draft.check()
        let id = ObservationID(try await store.take(.observation).lowerBound)
        return try await store.change(member) { change in
            guard try IndicatorRow.find(draft.indicator, change.workspace, of: own, change.connection) != nil else {
                throw WorkspaceError.notFound
            }
            let known = try ObservationRow.all(of: [draft.indicator], change.workspace, change.connection)
            if let old = known.first(where: { $0.key == draft.key }) {
                throw WorkspaceError.stale(old.subject, version: old.version)
            }
            let observation = Observation(
                id: id, workspace: change.workspace, indicator: draft.indicator, period: draft.period,
                breakdown: draft.breakdown, value: draft.value, source: draft.source, note: draft.note,
                author: member.name, made: change.at)
            try ObservationRow.insert([observation], change.connection)
            Self.note(&change, nil, observation)
            change.did("observation.add", observation.subject)
            return observation
        }
    }

    /// Corrects the value, source or note of an observation.
    package func correct(
        _ id: ObservationID, value: Quantity?, source: String, note: String?, version: Int, by member: Member
    ) async throws(WorkspaceError) -> Observation {
        let own = try member.limit(.reportProgress)
        return try await store.change(member) { change in
            guard let old = try ObservationRow.find(id, change.workspace, change.connection),
                try IndicatorRow.find(old.indicator, change.workspace, of: own, change.connection) != nil
            else { throw WorkspaceError.notFound }
            var new = old
            new.value = value
            new.source = source
            new.note = note
            try ObservationDraft(
                indicator: old.indicator, period: old.period, breakdown: old.breakdown, value: value, source: source,
                note: note
            ).check()
            guard try ObservationRow.update(new, from: version, change.connection) else {
                throw WorkspaceError.stale(old.subject, version: old.version)
            }
            Self.note(&change, old, new)
            change.did("observation.correct", old.subject)
            new.version = version + 1
            return new
        }
    }

    /// What the history keeps of an observation.
    static func note(_ change: inout WorkspaceChange, _ old: Observation?, _ new: Observation) {
        change.field(new.subject, "value", from: old?.value?.description, to: new.value?.description)
        change.field(new.subject, "source", from: old?.source, to: new.source)
        change.field(new.subject, "note", from: old?.note, to: new.note)
    }
}

extension ObservationDraft {
    func check() throws(WorkspaceError) {
        var troubles: [WorkspaceError.Trouble] = []
        if source.allSatisfy(\.isWhitespace) { troubles.append(.init("source", "indicator.sourceNeeded")) }
        if source.count > Observation.sourceCharactersMax { troubles.append(.init("source", "indicator.sourceLength")) }
        if note?.count ?? 0 > 1_000 { troubles.append(.init("note", "indicator.noteLength")) }
        if breakdown.parts.contains(where: { $0.count > Breakdown.charactersMax }) {
            troubles.append(.init("breakdown", "indicator.breakdownLength"))
        }
        if !troubles.isEmpty { throw .invalid(troubles) }
    }
}

extension Indicators {
    /// One observation with its indicator, for whoever may change it.
    package func observation(
        _ id: ObservationID, _ member: Member
    ) async throws(WorkspaceError) -> (indicator: Indicator, observation: Observation) {
        let own = try member.limit(.reportProgress)
        let workspace = member.workspace.id
        let found: (Indicator, Observation)? = try await store.read { connection in
            guard let observation = try ObservationRow.find(id, workspace, connection),
                let indicator = try IndicatorRow.find(observation.indicator, workspace, of: own, connection)
            else { return nil }
            return (indicator, observation)
        }
        guard let found else { throw .notFound }
        return found
    }
}
