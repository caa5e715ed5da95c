package import Domain
import People
import Store

extension PublicFaces {
    /// Workspaces whose page is open to everybody, by name.
    package func open() async throws(WorkspaceError) -> [Workspace] {
        let open = Set(try await store.read { try FaceRow.open($0) })
        return open.isEmpty ? [] : try await Workspaces(store).all().filter { open.contains($0.id) && !$0.isClosed }
    }

    /// What everybody sees. `notFound` where there is no such workspace, it is closed, or its page is not open: the same to whoever
    /// asks.
    package func shown(_ slug: String) async throws(WorkspaceError) -> ShownFace {
        let workspace = try await Workspaces(store).find(slug)
        guard !workspace.isClosed else { throw .notFound }
        let row = try await refreshed(workspace)
        guard row.isOpen else { throw .notFound }
        if var kept = cache.face(workspace.id, row.generation) {
            kept.workspace = workspace
            return kept
        }
        let face = try await store.read { connection in
            let choices = try ChoiceRow.all(workspace.id, connection)
            let head = try VersionRow.head(workspace.id, connection)
            return Self.face(
                workspace, row, choices, .everybody,
                try VersionRow.current(workspace.id, connection).compactMap(\.item),
                try RemovalRow.all(workspace.id, connection), head)
        }
        cache.keep(face, row.generation)
        return face
    }

    /// What a member sees of the page at her stage: rendered from what stands now, without a trace of what is let out less far.
    /// Members of every kind see what partners see, people of government what institutions see.
    package func shown(to audience: PublicStage, _ member: Member) async throws(WorkspaceError) -> ShownFace {
        try member.require(.seeWorkspace)
        let isGovernment = member.role.isGovernment
        guard audience == .everybody || audience == .partners || (isGovernment && audience == .institution) else {
            throw .forbidden
        }
        return try await rendered(member.workspace, audience, pending: false)
    }

    /// As a page would be with choices that stand, or with those that wait to be confirmed as well.
    func rendered(
        _ workspace: Workspace, _ audience: PublicStage, pending: Bool
    ) async throws(WorkspaceError) -> ShownFace {
        let now = store.clock.instant
        return try await store.read { connection in
            let row = try FaceRow.find(workspace.id, connection)
            let batch = pending ? try BatchRow.open(workspace.id, connection) : nil
            let choices = try ChoiceRow.all(workspace.id, connection).with(batch)
            let removals = try RemovalRow.all(workspace.id, connection)
            let items = Rendering(
                choices: choices, audience: audience, removed: Set(removals.map(\.key)), now: now
            ).items(try Gathering.all(workspace.id, connection))
            return Self.face(workspace, row, choices, audience, items, removals, nil)
        }
    }

    private static func face(
        _ workspace: Workspace, _ row: FaceRow, _ choices: PublicChoices, _ audience: PublicStage,
        _ items: [PublicItem], _ removals: [Removal], _ head: (id: Int64, made: String)?
    ) -> ShownFace {
        let fields = choices.shown(audience, with: Set(items.map(\.kind.field)))
        let isContact = choices.stage(.contacts) >= audience && !row.contact.isEmpty
        return ShownFace(
            workspace: workspace, audience: audience, about: row.about, contact: isContact ? row.contact : nil,
            fields: fields, items: items, removals: removals,
            state: head?.id ?? 0, changed: head?.made)
    }
}
