import Corpus
import Domain
import People

/// The indexes that are in memory. One is made when its workspace is first searched, by one task however many wait for it, and
/// follows the change log from then on; those unused for longest go when there is too much.
actor WorkspaceIndexes {
    private struct Entry {
        var index: WorkspaceIndex
        var used: UInt64
        /// The last step of following the change log: steps go one after the other.
        var following: Task<Bool, any Error>?
    }

    private let reading: IndexReading
    private let limits: WorkspaceSearch.Limits
    private var entries: [WorkspaceID: Entry] = [:]
    private var building: [WorkspaceID: Task<WorkspaceIndex, any Error>] = [:]
    private var clock: UInt64 = 0

    init(_ store: WorkspaceStore, _ limits: WorkspaceSearch.Limits) {
        reading = IndexReading(store: store)
        self.limits = limits
    }

    /// The workspace's index as the store stands now.
    func index(of workspace: Workspace) async throws(WorkspaceError) -> WorkspaceIndex {
        do {
            if let entry = entries[workspace.id] {
                use(workspace.id)
                if try await follow(entry.index) { return entry.index }
                if entries[workspace.id]?.index === entry.index { entries[workspace.id] = nil }
            }
            let index = try await built(workspace)
            use(workspace.id)
            _ = try await follow(index)
            return index
        } catch let error as WorkspaceError {
            throw error
        } catch {
            throw .store("\(error)")
        }
    }

    /// Workspaces in memory with their bytes, the last used first.
    var held: [(workspace: WorkspaceID, texts: Int, bytes: Int)] {
        entries.sorted { $0.value.used > $1.value.used }.map {
            ($0.key, $0.value.index.corpus.snapshot.count, $0.value.index.bytes)
        }
    }

    private func use(_ workspace: WorkspaceID) {
        clock += 1
        entries[workspace]?.used = clock
    }

    private func built(_ workspace: Workspace) async throws -> WorkspaceIndex {
        if let task = building[workspace.id] { return try await task.value }
        let index = WorkspaceIndex(workspace, textsMax: limits.textsMax)
        let task = Task { [reading] in
            try await reading.build(index)
            return index
        }
        building[workspace.id] = task
        defer { building[workspace.id] = nil }
        let made = try await task.value
        clock += 1
        entries[workspace.id] = Entry(index: made, used: clock)
        letGo()
        return made
    }

    private func follow(_ index: WorkspaceIndex) async throws -> Bool {
        let id = index.workspace.id
        let earlier = entries[id]?.index === index ? entries[id]?.following : nil
        let task = Task { [reading] in
            _ = try? await earlier?.value
            return try await reading.catchUp(index)
        }
        if entries[id]?.index === index { entries[id]?.following = task }
        return try await task.value
    }

    private func letGo() {
        var total = entries.values.reduce(0) { $0 + $1.index.bytes }
        for (id, entry) in entries.sorted(by: { $0.value.used < $1.value.used }) {
            guard total > limits.bytesMax, entries.count > 1 else { return }
            total -= entry.index.bytes
            entries[id] = nil
        }
    }
}
