package import Domain
import People
import Store

/// Writes programmes as one file of the aid-data standard, version 2.03, piece by piece.
package struct ProgrammeExport: Sendable {
    /// Whose programmes.
    package enum Scope: Sendable {
        /// Everything public.
        case everybody
        /// What a workspace keeps, drafts too.
        case workspace(Member)
    }

    private static let pageSize = 20

    private let programmes: Programmes
    private let scope: Scope
    private var after = ProgrammeID(0)
    private var begun = false
    private var ended = false
    /// How many were written so far.
    package private(set) var written = 0
    /// How many lack what the standard needs, and were left out.
    package private(set) var leftOut = 0

    package init(_ programmes: Programmes, _ scope: Scope) throws(WorkspaceError) {
        if case .workspace(let member) = scope { try member.require(.seeCooperation) }
        self.programmes = programmes
        self.scope = scope
    }

    /// The next piece of the file; nil at its end.
    package mutating func next() async throws(WorkspaceError) -> [UInt8]? {
        if ended { return nil }
        var out: [UInt8] = []
        if !begun {
            begun = true
            let now = programmes.store.clock.instant
            out += Array(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <iati-activities version="2.03" generated-datetime="\(now.prefix(19))Z">

                """.utf8)
        }
        let (start, condition) = (after, predicate)
        let rows = try await programmes.store.read { connection in
            try connection.all(
                """
                SELECT p.id, p.lacking, b.body FROM programme p JOIN programme_body b ON b.programme_id = p.id
                WHERE p.id > $1 AND p.withdrawn = 0 AND \(condition.sql) ORDER BY p.id LIMIT \(Self.pageSize)
                """, [.int(start.value)] + condition.values
            ) { (id: ProgrammeID(try $0.int(0)), isWhole: try $0.text(1).isEmpty, body: try $0.bytes(2)) }
        }
        for row in rows {
            after = row.id
            if row.isWhole {
                out += row.body
                written += 1
            } else {
                leftOut += 1
            }
        }
        if rows.count < Self.pageSize {
            ended = true
            if leftOut > 0 {
                out += Array("<!-- Left out, because the standard needs what they lack: \(leftOut) -->\n".utf8)
            }
            out += Array("</iati-activities>\n".utf8)
        }
        return out
    }

    private var predicate: (sql: String, values: [SQLValue]) {
        switch scope {
        case .everybody: ("p.public = 1", [])
        case .workspace(let member): ("p.workspace_id = $2", [.int(member.workspace.id.value)])
        }
    }
}
