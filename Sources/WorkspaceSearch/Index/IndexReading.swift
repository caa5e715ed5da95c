import Corpus
import Domain
import People
import Store

/// Fills an index from the store, and follows the change log.
struct IndexReading: Sendable {
    /// Rows read at a time: so that a building never holds a connection for long.
    private static let pageSize = 1_000
    /// Beyond so many changes it is quicker to read everything again.
    static let behindMax: Int64 = 20_000

    let store: WorkspaceStore

    /// Reads every text of the workspace, shelf by shelf, until there is no more room.
    func build(_ index: WorkspaceIndex) async throws(WorkspaceError) {
        // Changes made meanwhile are read again afterwards.
        let position = try await store.read { try ChangeLog.position($0) }
        var room = index.textsMax
        for shelf in Shelf.all where !index.isCut {
            var before: Int64?
            repeat {
                let (workspace, from) = (index.workspace, before)
                let page = try await store.read {
                    try ShelfRow.page(shelf, workspace, before: from, limit: Self.pageSize, $0)
                }
                let texts = page.texts.prefix(room)
                if texts.count < page.texts.count { index.markCut() }
                room -= texts.count
                await index.add(texts.map { .put(IndexEntry.record(shelf.kind, $0)) }, position: position)
                before = page.next
            } while before != nil && !index.isCut
        }
        await index.finish(position: position)
    }

    /// Reads the change log to its end. False: the index has to be made anew.
    func catchUp(_ index: WorkspaceIndex) async throws(WorkspaceError) -> Bool {
        while true {
            let position = index.corpus.position
            let workspace = index.workspace
            let step = try await store.read { connection -> Step in
                if try ChangeLog.position(connection) - position > Self.behindMax { return .anew }
                let changes = try ChangeLog.page(after: position, limit: Self.pageSize, connection)
                guard let last = changes.last?.number else { return .done }
                let ids = Dictionary(grouping: changes, by: \.entity.rawValue).mapValues { Array(Set($0.map(\.id))) }
                if try Self.concernsInstitutions(ids, workspace, connection) { return .anew }
                return .changes(try Self.updates(ids, workspace, connection), last)
            }
            switch step {
            case .done: return true
            case .anew: return false
            case .changes(let updates, let last): await index.apply(updates, position: last)
            }
        }
    }

    private enum Step: Sendable {
        case done, anew
        case changes([CorpusChange], Int64)
    }

    /// A merge moves rows from one institution to another without naming each.
    private static func concernsInstitutions(
        _ ids: [String: [Int64]], _ workspace: Workspace, _ connection: any ReadConnection
    ) throws -> Bool {
        guard let changed = ids["institution"] else { return false }
        return try connection.count(
            "SELECT COUNT(*) FROM institution WHERE workspace_id = $1 AND id IN ({set})",
            [.int(workspace.id.value)], set: changed.prefix(SQLSet.sizeMax).map { .int($0) }) > 0
    }

    /// Rows to put as they are now. What is gone is taken out where the change named it itself; elsewhere the second read, before
    /// a hit is shown, does not find it.
    private static func updates(
        _ ids: [String: [Int64]], _ workspace: Workspace, _ connection: any ReadConnection
    ) throws -> [CorpusChange] {
        var updates: [CorpusChange] = []
        for shelf in Shelf.all {
            var found: [Int64: ShelfText] = [:]
            var named: Set<Int64> = []
            for (entity, column) in shelf.touched {
                guard let changed = ids[entity] else { continue }
                if column == shelf.key { named.formUnion(changed) }
                for text in try ShelfRow.changed(shelf, column, changed, workspace, connection) {
                    found[text.id] = text
                }
            }
            updates += found.values.map { .put(IndexEntry.record(shelf.kind, $0)) }
            updates += named.subtracting(found.keys).map { .remove(IndexEntry.number(shelf.kind, $0)) }
        }
        return updates
    }
}
