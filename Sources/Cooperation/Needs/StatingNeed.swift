package import Domain
import People
import Store

extension Needs {
    /// States a need. It is a draft that nobody outside reads.
    package func add(_ draft: NeedDraft, by member: Member) async throws(WorkspaceError) -> Need {
        try member.require(.stateNeed)
        guard let state = member.workspace.mechanismState else { throw .forbidden }
        let draft = try checked(draft)
        let id = NeedID(try await store.take(.need).lowerBound)
        return try await store.change(member) { change in
            try Self.check(draft, change)
            let stated = try change.connection.count(
                "SELECT COUNT(*) FROM need WHERE workspace_id = $1", [.int(change.workspace.value)])
            if stated >= CooperationLimits.perWorkspaceMax {
                throw WorkspaceError.invalid("need", "cooperation.many")
            }
            var need = Need(
                id: id, workspace: change.workspace, state: state, title: draft.title, language: draft.language,
                stated: change.at)
            need.take(draft)
            try NeedRow.insert(need, change.connection)
            change.did("need.add", need.subject)
            return need
        }
    }

    /// Changes what a need says. What others read changes with it; the consent was given to what is asked for, so who publishes
    /// answers for it: whoever may only state needs changes drafts alone.
    package func edit(
        _ id: NeedID, version: Int, _ draft: NeedDraft, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.stateNeed)
        let draft = try checked(draft)
        try await store.change(member) { change in
            try Self.check(draft, change)
            let old = try Self.find(id, change)
            if old.publication.level != .draft, !change.member.may(.publishNeed) { throw WorkspaceError.forbidden }
            var need = old
            need.take(draft)
            try change.write(need, from: old, version: version, "need.edit")
        }
    }

    /// Says how far a need is met.
    package func setStatus(
        _ id: NeedID, version: Int, _ status: NeedStatus, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.stateNeed)
        try await store.change(member) { change in
            let old = try Self.find(id, change)
            var need = old
            need.status = status
            try change.write(need, from: old, version: version, "need.status")
        }
    }

    static func find(_ id: NeedID, _ change: WorkspaceChange) throws -> Need {
        guard let need = try NeedRow.find(id, change.workspace, nil, change.connection) else {
            throw WorkspaceError.notFound
        }
        return need
    }

    private func checked(_ draft: NeedDraft) throws(WorkspaceError) -> NeedDraft {
        var draft = draft
        draft.title = try CooperationLimits.title(draft.title)
        draft.asked = try CooperationLimits.text(draft.asked, "asked")
        draft.exists = try CooperationLimits.text(draft.exists, "exists")
        draft.missing = try CooperationLimits.text(draft.missing, "missing")
        draft.targetGroup = try CooperationLimits.text(draft.targetGroup, "targetGroup")
        draft.refusedNote = try CooperationLimits.text(draft.refusedNote, "refusedNote")
        draft.themes = try CooperationLimits.themes(draft.themes, reference)
        draft.goals = try CooperationLimits.goals(draft.goals, reference)
        draft.languages = try CooperationLimits.languages(draft.languages, reference)
        try CooperationLimits.money(draft.cost, "cost")
        try CooperationLimits.window(draft.from, draft.until)
        guard LanguageTag.official.contains(draft.language) else {
            throw .invalid("language", "cooperation.unknownCode")
        }
        var seen: Set<NeedSource> = []
        draft.sources = draft.sources.filter { seen.insert($0).inserted }
        guard draft.sources.count <= CooperationLimits.sourcesMax else { throw .invalid("sources", "cooperation.many") }
        draft.kinds = HelpKind.allCases.filter { draft.kinds.contains($0) }
        draft.refused = Condition.allCases.filter { draft.refused.contains($0) }
        return draft
    }

    /// What it names is of this workspace, or of the record about its State.
    private static func check(_ draft: NeedDraft, _ change: WorkspaceChange) throws {
        let (workspace, connection) = (change.workspace.value, change.connection)
        if let institution = draft.institution {
            let found = try connection.count(
                "SELECT COUNT(*) FROM institution WHERE id = $1 AND workspace_id = $2",
                [.int(institution.value), .int(workspace)])
            if found == 0 { throw WorkspaceError.invalid("institution", "institution.unknown") }
        }
        let state = SQLValue.text(change.member.workspace.mechanismState?.rawValue ?? "")
        for source in draft.sources {
            let found =
                switch source.kind {
                case .commitment, .action:
                    try connection.count(
                        "SELECT COUNT(*) FROM \(source.kind.rawValue) WHERE id = $1 AND workspace_id = $2",
                        [.int(source.id), .int(workspace)])
                case .issue, .document:
                    try connection.count(
                        "SELECT COUNT(*) FROM \(source.kind.rawValue) WHERE id = $1 AND state = $2",
                        [.int(source.id), state])
                case .recommendation:
                    try connection.count(
                        """
                        SELECT COUNT(*) FROM recommendation_state
                        WHERE recommendation_id = $1 AND state = $2 AND role = 0
                        """, [.int(source.id), state])
                }
            if found == 0 { throw WorkspaceError.invalid("sources", "cooperation.sourceUnknown") }
        }
    }
}

extension WorkspaceChange {
    /// Writes a need with the history of its fields.
    mutating func write(
        _ need: Need, from old: Need, version: Int, _ action: String, why: String? = nil
    ) throws {
        for (before, after) in zip(old.fields, need.fields) {
            field(need.subject, before.name, from: before.value, to: after.value, why: why)
        }
        try NeedRow.update(need, version: version, connection)
        did(action, need.subject)
    }
}
