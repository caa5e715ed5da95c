package import Domain
package import People
package import Reference
import Store

/// Which needs of others somebody asks for.
package struct NeedFilter: Hashable, Sendable {
    package var state: StateCode?
    package var kind: HelpKind?
    package var theme: String?

    package init(state: StateCode? = nil, kind: HelpKind? = nil, theme: String? = nil) {
        self.state = state
        self.kind = kind
        self.theme = theme
    }
}

/// A need with the consents that were given to publish it, the latest first.
package struct NeedRecord: Hashable, Sendable {
    package var need: Need
    package var consents: [Consent]

    /// The one that stands.
    package var consent: Consent? { consents.first { $0.withdrawn == nil } }
}

/// A need as others read it.
package struct PublishedNeed: Hashable, Sendable {
    /// Without what the State keeps to itself.
    package var need: Need
    /// Nil where the State does not show it.
    package var consent: Consent?
    /// What its workspace is called, and the institution that would work with the help.
    package var workspace: String
    package var institution: String?
}

package struct NeedPage: Hashable, Sendable {
    package var total: Int
    package var needs: [Need]
    /// Where the next page begins.
    package var next: NeedID?
}

/// Needs: stated in the workspace of a State's mechanism, published on the State's consent.
package struct Needs: Sendable {
    let store: WorkspaceStore
    let reference: ReferenceFacts

    package init(_ store: WorkspaceStore, _ reference: ReferenceFacts) {
        self.store = store
        self.reference = reference
    }

    /// The workspace's own, drafts included, the latest first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [Need] {
        let (workspace, limit) = (member.workspace.id, try member.limit(.seeCooperation))
        return try await store.read { try NeedRow.own(workspace, limit, $0) }
    }

    package func find(_ id: NeedID, _ member: Member) async throws(WorkspaceError) -> NeedRecord {
        let (workspace, limit) = (member.workspace.id, try member.limit(.seeCooperation))
        return try await store.read { connection in
            guard let need = try NeedRow.find(id, workspace, limit, connection) else { throw WorkspaceError.notFound }
            return NeedRecord(need: need, consents: try ConsentRow.all(id, workspace, connection))
        }
    }

    /// The workspace's own that were stated from this.
    package func from(_ source: NeedSource, _ member: Member) async throws(WorkspaceError) -> [Need] {
        let (workspace, limit) = (member.workspace.id, try member.limit(.seeCooperation))
        return try await store.read { try NeedRow.from(source, workspace, limit, $0) }
    }

    /// What others published, as far as this reader may see it.
    package func published(
        _ reader: CooperationReader, _ filter: NeedFilter = NeedFilter(), after: NeedID? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> NeedPage {
        let limit = min(max(1, limit), CooperationLimits.listMax)
        return try await store.read { connection in
            let found = try NeedRow.published(reader, filter, after: after, limit: limit + 1, connection)
            let shown = Array(found.prefix(limit))
            return NeedPage(
                total: try NeedRow.countPublished(reader, filter, connection), needs: shown.map(\.outside),
                next: found.count > limit ? shown.last?.id : nil)
        }
    }

    /// What others published last, as far as this reader may see it: for feeds, in which what was stated long ago and is published
    /// today comes first.
    package func latest(
        _ reader: CooperationReader, _ filter: NeedFilter = NeedFilter(), limit: Int
    ) async throws(WorkspaceError) -> [Need] {
        let limit = min(max(1, limit), CooperationLimits.listMax)
        return try await store.read { try NeedRow.latest(reader, filter, limit: limit, $0).map(\.outside) }
    }

    /// `notFound` where it is not there, not published, or its consent was withdrawn: the same to whoever asks.
    package func published(
        _ id: NeedID, _ reader: CooperationReader
    ) async throws(WorkspaceError) -> PublishedNeed {
        try await store.read { connection in
            guard let need = try NeedRow.published(id, reader, connection) else { throw WorkspaceError.notFound }
            let consent = try ConsentRow.all(id, need.workspace, connection).first { $0.withdrawn == nil }
            let shown = need.outside
            return PublishedNeed(
                need: shown, consent: need.publication.hidden.contains(.consent) ? nil : consent,
                workspace: try name("workspace", need.workspace.value, connection) ?? "",
                institution: try shown.institution.flatMap { try name("institution", $0.value, connection) })
        }
    }

    private func name(_ table: String, _ id: Int64, _ connection: any ReadConnection) throws -> String? {
        try connection.first("SELECT name FROM \(table) WHERE id = $1", [.int(id)]) { try $0.text(0) }
    }
}

extension Needs {
    /// What the institution of a need is called.
    package func institution(of need: Need) async throws(WorkspaceError) -> String? {
        guard let institution = need.institution else { return nil }
        return try await store.read { connection in
            try connection.first(
                "SELECT name FROM institution WHERE id = $1 AND workspace_id = $2",
                [.int(institution.value), .int(need.workspace.value)]
            ) { try $0.text(0) }
        }
    }
}
