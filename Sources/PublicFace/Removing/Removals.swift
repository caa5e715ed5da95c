package import Domain
import People
import Store

/// Taking down what was published: only an administrator, only on one of the grounds there are, never without a marker.
package struct Removals: Sendable {
    package static let reasonCharactersMax = 2_000

    let faces: PublicFaces

    package init(_ faces: PublicFaces) { self.faces = faces }

    /// Takes one object of the public page down, with everything that was public of it before: it leaves a marker at its place and in
    /// the list of removals. `office` is whose decision it is; what is said in `reason` stays in the workspace's own history. In the
    /// workspace itself the object stays, but evidence, which had an address of its own, is no longer public. `notFound` where it
    /// was never public.
    package func remove(
        _ key: PublicKey, _ ground: PublicRemovalGround, office: String, reason: String, _ member: Member
    ) async throws(WorkspaceError) {
        try member.require(.removePublished)
        let (office, reason) = (PublicFaces.trimmed(office), PublicFaces.trimmed(reason))
        if office.isEmpty || office.count > 200 { throw .invalid("office", "publicFace.officeNeeded") }
        if reason.isEmpty { throw .invalid("reason", "publicFace.reasonNeeded") }
        if reason.count > Self.reasonCharactersMax { throw .invalid("reason", "publicFace.tooLong") }
        _ = try await faces.refreshed(member.workspace)
        let id = try await faces.store.take(.removal).lowerBound
        try await faces.store.change(member) { change in
            let workspace = change.workspace
            let versions = try VersionRow.all(key, workspace, change.connection)
            let removed = try RemovalRow.all(workspace, change.connection)
            guard !versions.isEmpty else { throw WorkspaceError.notFound }
            guard !removed.contains(where: { $0.key == key }) else {
                throw WorkspaceError.invalid("ground", "publicFace.alreadyRemoved")
            }
            let place = versions.lazy.compactMap(\.item).first?.parent
            let kept: [String: String] = key.kind == .evidence ? place.map { ["of": $0.description] } ?? [:] : [:]
            try VersionRow.erase(key, keeping: try KeptVersion.content(kept), workspace, change.connection)
            let removal = Removal(id: id, key: key, parent: place, ground: ground, office: office, at: change.at)
            try RemovalRow.insert(removal, reason: reason, by: change.member.name, workspace, change.connection)
            if key.kind == .evidence { try Self.close(key, &change) }
            try FaceRow.touch(workspace, change.connection)
            let subject = Subject(.removal, id)
            change.field(subject, "removed", from: nil, to: key.description, why: reason)
            change.field(subject, "ground", from: nil, to: ground.rawValue)
            change.field(subject, "office", from: nil, to: office)
            change.did(
                "removal.remove", subject, detail: "{\"ground\":\"\(ground.rawValue)\",\"thing\":\"\(key)\"}")
        }
    }

    /// Of an open page, the latest first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [Removal] {
        try member.require(.seeWorkspace)
        let workspace = member.workspace.id
        return try await faces.store.read { try RemovalRow.all(workspace, $0) }
    }

    private static func close(_ key: PublicKey, _ change: inout WorkspaceChange) throws {
        let changed = try change.connection.execute(
            """
            UPDATE evidence SET public = 0, version = version + 1 WHERE id = $1 AND workspace_id = $2 AND public = 1
            """, [.int(key.id), .int(change.workspace.value)])
        guard changed == 1 else { return }
        let subject = Subject(.evidence, key.id)
        change.field(subject, "public", from: "yes", to: "no")
        change.did("evidence.edit", subject)
    }
}
