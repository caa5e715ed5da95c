package import Domain
import People
import Store

/// Which organisations a directory shows.
package struct ActorQuery: Hashable, Sendable {
    package var state: StateCode?
    package var theme: String?
    /// The last key of the page before.
    package var after: String?

    package init(state: StateCode? = nil, theme: String? = nil, after: String? = nil) {
        self.state = state
        self.theme = theme
        self.after = after
    }

    var condition: RowCondition {
        var condition = RowCondition()
        condition.add("a.known_as <> '' AND p.withdrawn = 0 AND p.public = 1")
        if let state {
            condition.add(
                """
                EXISTS (SELECT 1 FROM programme_state s WHERE s.programme_id = p.id
                    AND s.state = \(condition.bind(.text(state.rawValue))))
                """)
        }
        if let theme {
            condition.add(
                """
                EXISTS (SELECT 1 FROM programme_purpose u WHERE u.kind = 'theme'
                    AND u.code = \(condition.bind(.text(theme))) AND u.programme_id = p.id)
                """)
        }
        return condition
    }
}

extension Landscape {
    package static let directorySize = 100

    /// A page of the directory. Workspaces stand on its first page, where nothing narrows it.
    package func actors(
        _ query: ActorQuery, _ reader: GapReader, limit: Int = directorySize
    ) async throws(WorkspaceError) -> ActorDirectory {
        try check(GapScope(state: query.state, theme: query.theme))
        let limit = min(max(1, limit), Self.directorySize)
        return try await store.read { connection in
            let rows = ActorRows(reader: reader, connection: connection)
            let found = try rows.organisations(query, limit: limit + 1)
            let shown = Array(found.prefix(limit))
            return ActorDirectory(
                workspaces: query == ActorQuery() ? try rows.workspaces() : [], organisations: shown,
                next: found.count > limit ? shown.last?.organisation.key : nil)
        }
    }

    /// `notFound` where no public programme names it.
    package func organisation(_ key: String) async throws(WorkspaceError) -> OrganisationPage {
        let directions = directions
        return try await store.read { connection in
            guard var page = try ActorRows(reader: .everybody, connection: connection).organisation(key) else {
                throw WorkspaceError.notFound
            }
            page.state = directions.state(of: page.organisation)
            return page
        }
    }

    /// `notFound` where it publishes nothing to this reader.
    package func actor(_ id: WorkspaceID, _ reader: GapReader) async throws(WorkspaceError) -> WorkspacePage {
        let found = try await store.read { connection in
            try ActorRows(reader: reader, connection: connection).page(id)
        }
        guard let found else { throw .notFound }
        return found
    }
}
