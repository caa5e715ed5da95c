package import Domain
import People

/// What confirming the batch that waits would change for one kind of reader.
package struct PublicPreview: Sendable {
    /// As it would be.
    package var face: ShownFace
    /// What these readers do not see now and would see, by kind and number.
    package var appearing: [PublicItem]
    package var vanishing: [PublicItem]
    /// With the names of the fields that would be added or taken away.
    package var changing: [(item: PublicItem, added: [String], taken: [String])]

    package var isEmpty: Bool { appearing.isEmpty && vanishing.isEmpty && changing.isEmpty }
}

extension PublicFaces {
    /// As readers of a stage would see the page with what waits in force, and what that changes. While the page is closed everything
    /// it would show counts as appearing, for whoever opens it.
    package func preview(_ audience: PublicStage, _ member: Member) async throws(WorkspaceError) -> PublicPreview {
        try member.require(.managePublicFace)
        let after = try await rendered(member.workspace, audience, pending: true)
        let before = try await rendered(member.workspace, audience, pending: false)
        var preview = PublicPreview(face: after, appearing: [], vanishing: [], changing: [])
        for kind in PublicKind.allCases {
            for item in after.all(kind) {
                guard let old = before.item(item.key) else {
                    preview.appearing.append(item)
                    continue
                }
                let added = item.fields.keys.filter { old[$0] == nil }.sorted()
                let taken = old.fields.keys.filter { item[$0] == nil }.sorted()
                if !added.isEmpty || !taken.isEmpty { preview.changing.append((item, added, taken)) }
            }
            preview.vanishing += before.all(kind).filter { after.item($0.key) == nil }
        }
        return preview
    }

    /// Everything of a kind that could be public, with what stands for each: for whoever chooses, not for readers.
    package func candidates(_ kind: PublicKind, _ member: Member) async throws(WorkspaceError) -> [PublicItem] {
        try member.require(.managePublicFace)
        let workspace = member.workspace.id
        return try await store.read { try Gathering.all(workspace, $0).filter { $0.kind == kind } }
    }
}
