package import Domain
import People
import Store

/// What a coordinator works on: what stands, what waits to be confirmed, and what was confirmed before.
package struct PublicDesk: Hashable, Sendable {
    package var isOpen: Bool
    package var about: String
    package var contact: String
    /// Of the page's own words; 0 before anybody wrote any.
    package var version: Int
    package var choices: PublicChoices
    /// Nil: nothing waits.
    package var batch: PublicBatch?
    /// The latest first.
    package var done: [PublicBatch]

    /// With what waits in force.
    package var pending: PublicChoices { choices.with(batch) }
}

extension PublicFaces {
    package static let aboutCharactersMax = 2_000
    package static let contactCharactersMax = 500
    private static let doneMax = 50

    package func desk(_ member: Member) async throws(WorkspaceError) -> PublicDesk {
        try member.require(.managePublicFace)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let row = try FaceRow.find(workspace, connection)
            return PublicDesk(
                isOpen: row.isOpen, about: row.about, contact: row.contact, version: row.version,
                choices: try ChoiceRow.all(workspace, connection), batch: try BatchRow.open(workspace, connection),
                done: try BatchRow.done(workspace, limit: Self.doneMax, connection))
        }
    }

    /// Writes the page's own words, and opens or closes it. A page that is closed is not there for anybody outside; what was chosen
    /// stays.
    package func describe(
        isOpen: Bool, about: String, contact: String, version: Int, _ member: Member
    ) async throws(WorkspaceError) {
        try member.require(.managePublicFace)
        let (about, contact) = (Self.trimmed(about), Self.trimmed(contact))
        if about.count > Self.aboutCharactersMax { throw .invalid("about", "publicFace.tooLong") }
        if contact.count > Self.contactCharactersMax { throw .invalid("contact", "publicFace.tooLong") }
        try await store.change(member) { change in
            let workspace = change.workspace
            try FaceRow.begin(workspace, change.connection)
            let old = try FaceRow.find(workspace, change.connection)
            let subject = Self.subject(workspace)
            let isDone = try FaceRow.update(
                workspace, isOpen: isOpen, about: about, contact: contact, from: version, change.connection)
            guard isDone else { throw WorkspaceError.stale(subject, version: old.version) }
            change.field(subject, "open", from: old.isOpen ? "yes" : "no", to: isOpen ? "yes" : "no")
            change.field(subject, "about", from: old.about, to: about)
            change.field(subject, "contact", from: old.contact, to: contact)
            let action = old.isOpen == isOpen ? "describe" : isOpen ? "open" : "close"
            change.did("public-face.\(action)", subject)
        }
    }

    /// A workspace has one page: its history is under the workspace's own number.
    static func subject(_ workspace: WorkspaceID) -> Subject { Subject(.publicFace, workspace.value) }

    static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
