/// One field of one object, before and after: the history that answers who, when, old, new and why, and lets a change be undone.
package struct FieldChange: Hashable, Sendable {
    package var id: FieldChangeID
    package var subject: Subject
    /// The field's name in code: `lead`, `status`, `due`.
    package var field: String
    /// As the field's own text form; nil: empty.
    package var old: String?
    package var new: String?
    package var why: String?
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
    /// What was changed in one step shares the id of its first change.
    package var batch: FieldChangeID
    package var reverses: FieldChangeID?

    package init(
        id: FieldChangeID, subject: Subject, field: String, old: String?, new: String?, why: String? = nil,
        by: String, at: String, batch: FieldChangeID, reverses: FieldChangeID? = nil
    ) {
        self.id = id
        self.subject = subject
        self.field = field
        self.old = old
        self.new = new
        self.why = why
        self.by = by
        self.at = at
        self.batch = batch
        self.reverses = reverses
    }
}

package typealias FieldChangeID = ID<FieldChange>
