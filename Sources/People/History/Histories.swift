package import Domain
import Store

/// The history of any field of any object whose owner is registered: who, when, old, new, why; and taking a change back.
package struct Histories: Sendable {
    private let store: WorkspaceStore
    private let owners: [SubjectKind: HistoryOwner]

    package init(_ store: WorkspaceStore, owners: [HistoryOwner]) {
        self.store = store
        let all = owners + SubjectKind.allCases.map { HistoryOwner.anonymous($0) }
        self.owners = Dictionary(all.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Kinds with a history that can be seen.
    package var kinds: Set<SubjectKind> { Set(owners.keys) }

    /// What happened to one object, newest first; `notFound` where it is out of reach.
    package func of(
        _ subject: Subject, before: FieldChangeID? = nil, limit: Int = 100, _ member: Member
    ) async throws(WorkspaceError) -> ObjectHistory {
        guard let owner = owners[subject.kind] else { throw .notFound }
        let reach = try Self.reach(owner, member)
        let workspace = member.workspace.id
        let limit = min(max(limit, 1), FieldChangeRow.pageMax)
        return try await store.read { connection in
            guard let title = try owner.title(subject.id, workspace, reach, connection) else {
                throw WorkspaceError.notFound
            }
            var changes = try FieldChangeRow.of(subject, workspace, before: before, limit: limit + 1, connection)
            let hasMore = changes.count > limit
            changes = Array(changes.prefix(limit))
            let reversed = try FieldChangeRow.reversals(of: changes.map(\.id), workspace, connection)
            let lines = try changes.map { change in
                ObjectHistory.Line(
                    change: change, old: try reading(change.field, change.old, owner, workspace, connection),
                    new: try reading(change.field, change.new, owner, workspace, connection),
                    reversedBy: reversed[change.id],
                    isRestorable: member.may(owner.right) && owner.restorable.contains(change.field)
                        && reversed[change.id] == nil)
            }
            return ObjectHistory(
                subject: subject, title: title, lines: lines, next: hasMore ? changes.last?.id : nil)
        }
    }

    /// Takes one change back through the owner's own operation. `stale` where the field changed again since.
    package func undo(
        _ id: FieldChangeID, of subject: Subject, why: String?, by member: Member
    ) async throws(WorkspaceError) {
        guard let owner = owners[subject.kind] else { throw .notFound }
        let reach = try Self.reach(owner, member)
        let workspace = member.workspace.id
        if let why, why.count > Self.whyLengthMax { throw .invalid("why", "history.whyLength") }
        let change = try await store.read { connection -> FieldChange in
            guard let change = try FieldChangeRow.find(id, workspace, connection), change.subject == subject,
                try owner.title(change.subject.id, workspace, reach, connection) != nil
            else { throw WorkspaceError.notFound }
            guard member.may(owner.right) else { throw WorkspaceError.forbidden }
            guard owner.restorable.contains(change.field) else {
                throw WorkspaceError.invalid("change", "history.notRestorable")
            }
            guard try FieldChangeRow.reversals(of: [id], workspace, connection).isEmpty else {
                throw WorkspaceError.invalid("change", "history.alreadyUndone")
            }
            return change
        }
        do {
            try await owner.restore(member, HistoryOwner.Restoration(change: change, why: why))
        } catch let error as WorkspaceError {
            throw error
        } catch { throw .store("\(error)") }
    }

    /// How far a member sees histories of a kind: no further than its objects.
    private static func reach(_ owner: HistoryOwner, _ member: Member) throws(WorkspaceError) -> InstitutionID? {
        let own = try member.limit(owner.sight)
        return try member.limit(.seeHistory) ?? own
    }

    package static let whyLengthMax = 1_000

    private func reading(
        _ field: String, _ value: String?, _ owner: HistoryOwner, _ workspace: WorkspaceID,
        _ connection: any ReadConnection
    ) throws -> String? {
        guard let value else { return nil }
        return try owner.reading(field, value, workspace, connection) ?? value
    }
}

/// A page of one object's history.
package struct ObjectHistory: Sendable {
    package struct Line: Sendable {
        package let change: FieldChange
        /// As people read them; nil: empty.
        package let old: String?
        package let new: String?
        /// The change that took it back.
        package let reversedBy: FieldChangeID?
        package let isRestorable: Bool
    }

    package let subject: Subject
    /// Empty for objects that go by their kind and number.
    package let title: String
    /// Newest first.
    package let lines: [Line]
    /// Go on below this one; nil at the end.
    package let next: FieldChangeID?
}
