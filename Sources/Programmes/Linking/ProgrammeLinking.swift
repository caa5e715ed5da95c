package import Domain
import Insight
import People
import Store

extension Programmes {
    private static let batchSize = 100

    /// Links programmes that wait for it, at most one batch, and says how many. Programmes of a State wait again when its issues change.
    package func linkNext() async throws(WorkspaceError) -> Int {
        try await noticeIssues()
        let waiting = try await store.read { connection in
            try connection.all(
                "SELECT id, version FROM programme WHERE linked = 0 ORDER BY id LIMIT $1", [.int(Self.batchSize)]
            ) { (id: ProgrammeID(try $0.int(0)), version: try $0.int(1)) }
        }
        guard !waiting.isEmpty else { return 0 }
        let links = try await store.read { connection in try find(waiting.map(\.id), connection) }
        do throws(StoreError) {
            try await store.database.write { connection in
                try IssueLinkRow.clear(waiting.map(\.id), connection)
                try IssueLinkRow.insert(links, connection)
                for entry in waiting {
                    try connection.execute(
                        "UPDATE programme SET linked = 1 WHERE id = $1 AND version = $2",
                        [.int(entry.id.value), .int(entry.version)])
                }
            }
        } catch { throw WorkspaceError(error) }
        return waiting.count
    }

    private func find(_ ids: [ProgrammeID], _ connection: any ReadConnection) throws -> [IssueLink] {
        let comparer = TextComparer()
        let finding = LinkFinding(codes: codes, comparer: comparer)
        var states: [StateCode: [ProgrammeID]] = [:]
        try connection.query(
            "SELECT programme_id, state FROM programme_state WHERE programme_id IN ({set}) ORDER BY state, programme_id",
            [], set: ids.map { .int($0.value) }
        ) { states[StateCode(try $0.text(1)), default: []].append(ProgrammeID(try $0.int(0))) }
        var links: [IssueLink] = []
        let at = store.clock.instant
        for (state, programmes) in states.sorted(by: { $0.key < $1.key }) {
            let issues = try StateIssues(state, comparer, connection)
            guard !issues.entries.isEmpty else { continue }
            for id in programmes {
                guard let body = try ProgrammeRow.body(id, connection), let activity = Activity(body: body) else {
                    continue
                }
                links += finding.links(id, activity, issues, at: at)
            }
        }
        return links
    }

    /// Where a State's issues are others than when its programmes were linked, those wait again.
    private func noticeIssues() async throws(WorkspaceError) {
        let changed = try await store.read { connection in
            try connection.all(
                """
                SELECT s.state, s.version FROM issue_state s LEFT JOIN programme_linking l ON l.state = s.state
                WHERE s.computed IS NOT NULL AND (l.stamp IS NULL OR l.stamp <> CAST(s.version AS TEXT))
                AND EXISTS (SELECT 1 FROM programme_state p WHERE p.state = s.state)
                """
            ) { (state: try $0.text(0), version: try $0.int(1)) }
        }
        guard !changed.isEmpty else { return }
        do throws(StoreError) {
            try await store.database.write { connection in
                for (state, version) in changed {
                    try connection.execute(
                        """
                        UPDATE programme SET linked = 0 WHERE id IN (
                            SELECT programme_id FROM programme_state WHERE state = $1)
                        """, [.text(state)])
                    var rows = SQLRows(columnCount: 2)
                    rows.append(.text(state), .text(String(version)))
                    try connection.insert(
                        into: "programme_linking", ["state", "stamp"], rows,
                        conflict: .update(on: ["state"], set: ["stamp"]))
                }
            }
        } catch { throw WorkspaceError(error) }
    }
}
