package import Domain
import People
import Store

/// One version of something that was public.
package struct PublicVersion: Hashable, Sendable {
    /// Over all that was ever public: grows with time.
    package var state: Int64
    package var key: PublicKey
    package var number: Int
    package var made: String
    /// What may still be seen of it; nil where from then on, or by now, it is not shown.
    package var item: PublicItem?
    /// From this version on it was not shown.
    package var isEnd: Bool
}

/// What is known of one object of a public page.
package enum PublicFinding: Sendable {
    case shown(PublicItem)
    /// It was taken down, on a stated ground.
    case removed(Removal)
    /// It was public and is not any more; since when.
    case gone(String)
}

extension PublicFaces {
    /// `notFound` where it never was public: the same for what is hidden and for what is not there.
    package func find(_ key: PublicKey, _ face: ShownFace) async throws(WorkspaceError) -> PublicFinding {
        if let item = face.item(key) { return .shown(item) }
        if let removal = face.removal(key) { return .removed(removal) }
        let workspace = face.workspace.id
        let last = try await store.read { try VersionRow.all(key, workspace, $0).first }
        guard face.audience == .everybody, let last else { throw .notFound }
        return .gone(last.made)
    }

    /// Everything that was public of one object, the latest first, as far as it may still be seen.
    package func versions(_ key: PublicKey, _ face: ShownFace) async throws(WorkspaceError) -> [PublicVersion] {
        let workspace = face.workspace.id
        let kept = try await store.read { try VersionRow.all(key, workspace, $0) }
        if kept.isEmpty { throw .notFound }
        return kept.map { version($0, face) }
    }

    /// What changed last on the page, the latest first: of what is shown, and removals. `next` is what the following page begins
    /// before. `kind`: changes of this kind alone.
    package func latest(
        _ face: ShownFace, kind: PublicKind? = nil, before: Int64? = nil, limit: Int
    ) async throws(WorkspaceError) -> (versions: [PublicVersion], next: Int64?) {
        let workspace = face.workspace.id
        var found: [PublicVersion] = []
        var place = before
        // What is no longer shown is passed over, so that it may take several readings to fill a page.
        repeat {
            let from = place
            let kept = try await store.read { try VersionRow.latest(workspace, kind, before: from, limit: 200, $0) }
            for one in kept {
                if found.count == limit { return (found, found.last?.state) }
                let version = version(one, face)
                if version.item != nil { found.append(version) }
            }
            place = kept.count == 200 ? kept.last?.id : nil
        } while place != nil
        return (found, nil)
    }

    /// The page as it stood at a state, as far as it may still be seen. `notFound` before the first.
    package func shown(_ slug: String, at state: Int64) async throws(WorkspaceError) -> ShownFace {
        let now = try await shown(slug)
        let (head, kept) = try await store.read { connection in
            (
                try VersionRow.head(now.workspace.id, upTo: state, connection),
                try VersionRow.standing(at: state, now.workspace.id, connection)
            )
        }
        guard let head, head.id == state else { throw .notFound }
        return ShownFace(
            workspace: now.workspace, audience: .everybody, about: now.about, contact: now.contact, fields: now.fields,
            items: kept.compactMap { version($0, now).item }, removals: now.removals, state: head.id,
            changed: head.made)
    }

    /// Of a version only what the page shows today: an object that is not shown any more shows nothing of its past, and a field that
    /// is not shown any more neither.
    private func version(_ kept: KeptVersion, _ face: ShownFace) -> PublicVersion {
        var version = PublicVersion(
            state: kept.id, key: kept.key, number: kept.number, made: kept.made, item: nil, isEnd: kept.content == nil)
        guard face.item(kept.key) != nil, var item = kept.item else { return version }
        let base = item.kind.field
        item.fields = item.fields.filter { name, _ in
            let field = item.kind.field(of: name)
            return field == base || face.shows(field)
        }
        if item.kind == .indicator {
            let linked = item.list("commitments").filter { text in
                Int64(text).map { face.item(PublicKey(.commitment, $0)) != nil } ?? false
            }
            item.fields["commitments"] = linked.isEmpty ? nil : linked.joined(separator: "\n")
        }
        version.item = item
        return version
    }
}
