import Domain
import People
import Store

extension PublicFaces {
    /// The page's row as it stands, after looking whether something changed that readers see. Two who look at once make one version.
    func refreshed(_ workspace: Workspace) async throws(WorkspaceError) -> FaceRow {
        let now = store.clock.instant
        let (row, position) = try await store.read { connection in
            (try FaceRow.find(workspace.id, connection), try ChangeLog.position(connection))
        }
        guard row.isOpen, row.seen != position || row.nextRelease.map({ $0 <= now }) == true else { return row }
        return try await store.change(.keeper("system", of: workspace)) { change in
            try Publishing(workspace: workspace.id, now: now, connection: change.connection).run()
            return try FaceRow.find(workspace.id, change.connection)
        }
    }
}

/// Brings what everybody sees of one workspace up to date, and keeps what was shown before.
struct Publishing {
    let workspace: WorkspaceID
    let now: String
    let connection: any WriteConnection

    func run() throws {
        let row = try FaceRow.find(workspace, connection)
        let position = try ChangeLog.position(connection)
        let choices = try ChoiceRow.all(workspace, connection)
        let isReleased = row.nextRelease.map { $0 <= now } == true
        let isFirst = try FaceRow.look(
            workspace, from: row, seen: position, nextRelease: choices.nextRelease(after: now), connection)
        guard isFirst else { return }
        let touched = try Self.touched(after: row.seen, connection)
        guard row.seen < 0 || isReleased || touched != nil else { return }
        let removed = Set(try RemovalRow.all(workspace, connection).map(\.key))
        let items = Rendering(choices: choices, audience: .everybody, removed: removed, now: now)
            .items(try Gathering.all(workspace, connection))
        let released = choices.exceptions.values.compactMap(\.embargo).filter { $0 <= now }.max()
        // Shown since the change, not since somebody looked; and never before what is shown already.
        let since = [touched, released, row.shownAt].compactMap { $0 }.max() ?? now
        try keep(items, at: row.seen < 0 ? now : min(since, now))
    }

    /// When something changed last that could concern the page; nil where nothing did.
    private static func touched(after seen: Int64, _ connection: any ReadConnection) throws -> String? {
        try connection.first(
            "SELECT MAX(at) FROM change_log WHERE number > $1 AND entity NOT IN ('recommendation', 'document')",
            [.int(seen)]
        ) { try $0.textOrNil(0) } ?? nil
    }

    private func keep(_ items: [PublicItem], at: String) throws {
        var before = Dictionary(
            try VersionRow.current(workspace, connection).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var retired: [Int64] = []
        var added: [KeptVersion] = []
        for item in items {
            let content = try KeptVersion.content(item.fields)
            let old = before.removeValue(forKey: item.key)
            if let old, old.content == content, old.parent == item.parent?.id { continue }
            if let old { retired.append(old.id) }
            added.append(
                KeptVersion(
                    id: 0, key: item.key, number: 0, parent: item.parent?.id, content: content, made: at,
                    isCurrent: true))
        }
        for gone in before.values.sorted(by: { $0.id < $1.id }) {
            retired.append(gone.id)
            added.append(
                KeptVersion(
                    id: 0, key: gone.key, number: 0, parent: gone.parent, content: nil, made: at, isCurrent: false))
        }
        guard !added.isEmpty else { return }
        let numbers = try VersionRow.numbers(workspace, connection)
        let ids = try IDAllocator.take("public_version", added.count, connection)
        for place in added.indices {
            added[place].id = ids.lowerBound + Int64(place)
            added[place].number = (numbers[added[place].key] ?? 0) + 1
        }
        try VersionRow.retire(retired, workspace, connection)
        try VersionRow.insert(added, workspace, connection)
        try FaceRow.shown(workspace, at: at, connection)
    }
}
