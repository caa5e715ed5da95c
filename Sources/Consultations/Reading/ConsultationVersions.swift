package import Domain
import People
import Store

extension Consultations {
    /// Changes that are gone back over.
    private static let changesMax = 500

    /// What the notice of a published consultation said since it was published, the first first, from its history; the last is what it
    /// says now. What was changed before, or before it was taken from the public and published again, is not among it. Not found where
    /// nobody outside reads the consultation.
    package func versions(of id: ConsultationID) async throws(WorkspaceError) -> [ConsultationVersion] {
        try await store.read { connection in
            guard let value = try ConsultationRow.published(id, connection), let published = value.published else {
                throw WorkspaceError.notFound
            }
            // Back to where it was published, by the order of changes; and by time, for what was published before that was a change of
            // its own. Neither alone will do: clocks of several machines differ.
            let changes = try FieldChangeRow.of(value.subject, value.workspace, limit: Self.changesMax, connection)
                .prefix { $0.field != "published" }.filter { $0.at > published }
            return Self.versions(value, published, changes)
        }
    }

    /// Goes back from what it says now; `changes` are the newest first.
    private static func versions(
        _ value: Consultation, _ published: String, _ changes: [FieldChange]
    ) -> [ConsultationVersion] {
        var now = ConsultationVersion(
            number: 0, from: published, until: nil, content: value.content, cancelledWhy: value.cancelledWhy)
        var versions: [ConsultationVersion] = []
        var rest = changes[...]
        while let first = rest.first {
            let step = rest.prefix { $0.batch == first.batch }
            rest = rest.dropFirst(step.count)
            var earlier = now
            for change in step {
                if let field = ConsultationField(rawValue: change.field) {
                    field.put(change.old ?? "", into: &earlier.content)
                } else if change.field == "exist" {
                    earlier.cancelledWhy = nil
                }
            }
            guard earlier.content != now.content || earlier.cancelledWhy != now.cancelledWhy else { continue }
            now.from = first.at
            versions.append(now)
            now = earlier
            now.until = first.at
        }
        now.from = published
        versions.append(now)
        return versions.reversed().enumerated().map { place, version in
            var version = version
            version.number = place + 1
            return version
        }
    }
}
