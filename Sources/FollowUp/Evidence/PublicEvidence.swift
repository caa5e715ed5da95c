package import Domain
import Plans
package import Store

/// Evidence as everybody may see it, for rooms that point at it.
package struct PublicEvidence: Hashable, Sendable {
    /// Of its public address, `/evidence/{key}`.
    package var key: String
    package var title: String

    /// What is public under these keys now; the others are left out, whatever they were before.
    package static func find(
        _ keys: [String], _ connection: any ReadConnection
    ) throws -> [String: PublicEvidence] {
        var found: [String: PublicEvidence] = [:]
        for key in Set(keys) {
            if let evidence = try EvidenceRow.published(key, connection) {
                found[key] = PublicEvidence(key: key, title: evidence.title)
            }
        }
        return found
    }

    /// A workspace's, newest first, at most 200.
    package static func all(of workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [PublicEvidence] {
        let setting = try ProgressSettingRow.find(workspace, connection)
        let steps = setting.counting.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try connection.all(
            """
            SELECT address_key, title FROM evidence
            WHERE workspace_id = $1 AND public = 1 AND withdrawn = 0 AND clearance IN (\(steps)) ORDER BY id DESC LIMIT 200
            """, [.int(workspace.value)]
        ) { PublicEvidence(key: try $0.text(0), title: try $0.text(1)) }
    }
}
