package import Domain

/// A programme of cooperation, as lists show it. The whole is its `Activity`.
package struct Programme: Hashable, Sendable {
    package enum Origin: String, Hashable, Sendable { case imported, made }

    package var id: ProgrammeID
    /// Whoever keeps it here; nil where the operator imported it for all.
    package var workspace: WorkspaceID?
    /// Unique over all publishers.
    package var identifier: String
    package var title: String
    package var reporter: ProgrammeActor
    /// A code of the list of activity statuses; empty where the file has none.
    package var status: String
    package var modality: Modality?
    package var starts: CalendarDate?
    package var ends: CalendarDate?
    /// As the publisher wrote it; empty where nobody did.
    package var updated: String
    /// What the standard needs and is missing: such a programme is left out of exports.
    package var lacking: [String]
    package var isPublic: Bool
    package var isWithdrawn: Bool
    package var origin: Origin
    /// The file it came from, or who made it.
    package var source: String
    /// Fixed-width UTC instant.
    package var changed: String
    package var version: Int

    package var subject: Subject { Subject(.programme, id.value) }
}

package typealias ProgrammeID = ID<Programme>

/// An organisation in a programme: known by its reference, or where it has none by its folded name.
package struct ProgrammeActor: Hashable, Sendable {
    package var reference: String
    package var name: String
    /// Its reference in small letters, or `~` and its folded name: the same organisation in several programmes.
    package var key: String

    package init(reference: String, name: String) {
        self.reference = reference
        self.name = name
        key = ProgrammeFacts.actorKey(reference: reference, name: name)
    }
}
