package import Domain
import HTTPTypes
import People

/// Two people changed the same object: what stands now, and what was changed since the version that the later one had seen.
package struct Conflict: Sendable, Hashable {
    package var subject: Subject
    /// The version that stands.
    package var version: Int
    /// By field, once each; empty where nobody said what was changed.
    package var changes: [Change] = []

    package init(_ subject: Subject, version: Int, changes: [Change] = []) {
        self.subject = subject
        self.version = version
        self.changes = changes
    }

    /// One field: as it was, as somebody else made it, and as it was to be made now. Values are as people read them, or the
    /// field's own text form.
    package struct Change: Sendable, Hashable {
        package var field: String
        package var before: String?
        package var theirs: String?
        package var mine: String?
        package var by: String?
        /// Fixed-width UTC instant.
        package var at: String?
        /// What they gave as their reason.
        package var why: String?

        package init(
            field: String, before: String?, theirs: String?, mine: String? = nil, by: String? = nil, at: String? = nil,
            why: String? = nil
        ) {
            self.field = field
            self.before = before
            self.theirs = theirs
            self.mine = mine
            self.by = by
            self.at = at
            self.why = why
        }
    }

    static let changesReadMax = 300
    /// The field of a form that says which version it was made from.
    package static let versionField = "version"

    /// The same with the changes from the object's history, where whoever threw it named none: every version is one step, so the
    /// steps that the form has not seen are the last ones.
    func explained(to visit: Visit, _ form: Query) async -> Conflict {
        guard changes.isEmpty else { return self }
        let store = visit.exchange.site.workspaces.store
        let found = try? await store.lastChanges(of: subject, visit.member, limit: Self.changesReadMax)
        guard let found, !found.isEmpty else { return self }
        let seen = form.first(Self.versionField).flatMap { Int($0) }
        var copy = self
        copy.changes = Self.changes(found, steps: max(1, version - (seen ?? version - 1)), form)
        return copy
    }

    /// `history` newest first; each field with its oldest value before and its newest after the steps.
    static func changes(_ history: [FieldChange], steps: Int, _ form: Query) -> [Change] {
        var batches: [FieldChangeID] = []
        var changes: [Change] = []
        for change in history {
            if !batches.contains(change.batch) {
                if batches.count == steps { break }
                batches.append(change.batch)
            }
            if let place = changes.firstIndex(where: { $0.field == change.field }) {
                changes[place].before = change.old
            } else {
                changes.append(
                    Change(
                        field: change.field, before: change.old, theirs: change.new, mine: form.first(change.field),
                        by: change.by, at: change.at, why: change.why))
            }
        }
        return changes
    }
}

extension Visit {
    /// The version that a change was made from: `"3"`, `W/"3"` or `3`; `invalid` where none is named.
    package func versionInIfMatch() throws(WebError) -> Int {
        guard let name = HTTPField.Name("If-Match"), let text = exchange.incoming.headers[name],
            let version = Int(text.filter { $0 != "\"" }.replacing("W/", with: ""))
        else { throw .invalid([.init(name: "If-Match", allowed: "the object's version, for instance \"3\"")]) }
        return version
    }
}
