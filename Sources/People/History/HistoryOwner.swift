package import Domain
package import Store

/// What the owner of a kind of object says for the history of its fields.
package struct HistoryOwner: Sendable {
    /// One field of one object, to be taken back to what it was.
    package struct Restoration: Sendable {
        /// The change that is taken back: the field should hold `change.new` now and shall hold `change.old`. Hand `change.id` on as
        /// `reverses` to `WorkspaceChange.field`.
        package let change: FieldChange
        package let why: String?

        package init(change: FieldChange, why: String?) {
            self.change = change
            self.why = why
        }
    }

    package let kind: SubjectKind
    /// What the object is called, within `limit` (nil: all institutions); nil where it is not there or out of reach. Asked in the
    /// query, never filtered afterwards.
    package let title:
        @Sendable (
            _ id: Int64, _ workspace: WorkspaceID, _ limit: InstitutionID?, any ReadConnection
        ) throws -> String?
    /// What the object itself asks of whoever sees its history, beside the right to see histories.
    package let sight: Right
    /// Fields that can be taken back, by whoever has the right to.
    package let restorable: Set<String>
    package let right: Right
    /// Takes a field back through the owner's usual operation, with its checks of rights. Throws `stale` where the field no longer
    /// holds `change.new`.
    package let restore: @Sendable (Member, Restoration) async throws -> Void
    /// A value as people read it, where it is a code or an id: the name of an institution. Nil: as it stands.
    package let reading:
        @Sendable (_ field: String, _ value: String, _ workspace: WorkspaceID, any ReadConnection) throws -> String?

    package init(
        _ kind: SubjectKind,
        title: @escaping @Sendable (Int64, WorkspaceID, InstitutionID?, any ReadConnection) throws -> String?,
        reading: @escaping @Sendable (String, String, WorkspaceID, any ReadConnection) throws -> String? = {
            _, _, _, _ in nil
        },
        sight: Right = .seeHistory, restorable: Set<String> = [], right: Right = .seeHistory,
        restore: @escaping @Sendable (Member, Restoration) async throws -> Void = { _, _ in
            throw WorkspaceError.forbidden
        }
    ) {
        self.kind = kind
        self.title = title
        self.reading = reading
        self.sight = sight
        self.restorable = restorable
        self.right = right
        self.restore = restore
    }
}

extension HistoryOwner {
    /// For kinds that nobody speaks for: whoever may see all history of a workspace sees it, under kind and number, and takes nothing
    /// back. An object of which no change is kept has an empty history.
    static func anonymous(_ kind: SubjectKind) -> HistoryOwner {
        HistoryOwner(kind, title: { _, _, limit, _ in limit == nil ? "" : nil })
    }
}
