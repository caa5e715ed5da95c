import Secrets
package import Store

/// Walks the store and says where something is wrong.
package struct Verification: Sendable {
    private let database: any Database
    private let folder: String?
    private let signingKey: String?

    /// `folder`: the data folder, with the keys of signed heads and the heads that were seen there; without it signatures are not checked.
    /// `signingKey`: the file of the key, where it lies elsewhere.
    package init(database: any Database, folder: String? = nil, signingKey: String? = nil) {
        self.database = database
        self.folder = folder
        self.signingKey = signingKey
    }

    package struct Report: Sendable {
        package var auditEntries = 0
        package var signedHeads = 0
        package var changes = 0
        package var documents = 0
        package var recommendations = 0
        /// What is wrong, each with its place; empty where all is well.
        package var faults: [String] = []
    }

    package func callAsFunction() async throws(StoreError) -> Report {
        let (keys, trouble) = loadKeys()
        let remembered = folder.map { HeadMemory(folder: $0).heads() } ?? []
        return try await database.read { connection in
            var report = Report()
            report.faults += trouble
            if let fault = try AuditLog.verify(connection, keys: keys, remembered: remembered) {
                report.faults.append("audit log: \(fault)")
            }
            report.signedHeads = try connection.count("SELECT COUNT(*) FROM audit_head")
            report.auditEntries = try connection.count("SELECT COUNT(*) FROM audit_entry")
            report.changes = try connection.count("SELECT COUNT(*) FROM change_log")
            report.documents = try connection.count("SELECT COUNT(*) FROM document")
            report.recommendations = try connection.count(
                "SELECT COUNT(*) FROM recommendation WHERE merged_into IS NULL")
            let last = Int(try ChangeLog.position(connection))
            if last != report.changes {
                report.faults.append("change log: \(report.changes) entries, the last is number \(last)")
            }
            for check in Self.checks {
                let ids = try connection.all(check.sql + " LIMIT 20") { String(try $0.int(0)) }
                if !ids.isEmpty { report.faults.append("\(check.name): \(ids.joined(separator: ", "))") }
            }
            return report
        }
    }

    private func loadKeys() -> (HeadKeys?, trouble: [String]) {
        guard let folder else { return (nil, []) }
        do {
            return (try HeadKeys.load(folder, signingKey: signingKey), [])
        } catch { return (nil, ["audit log: its keys cannot be used: \(error)"]) }
    }

    /// References and rules that no constraint of the schema holds.
    private static let checks: [(name: String, sql: String)] =
        [
            (
                "recommendations without a text in any language",
                """
                SELECT r.id FROM recommendation r WHERE r.merged_into IS NULL
                AND NOT EXISTS (SELECT 1 FROM recommendation_text t WHERE t.recommendation_id = r.id) ORDER BY r.id
                """
            ),
            (
                "recommendations without a source",
                """
                SELECT r.id FROM recommendation r WHERE r.merged_into IS NULL
                AND NOT EXISTS (SELECT 1 FROM source_row s WHERE s.recommendation_id = r.id) ORDER BY r.id
                """
            ),
            (
                "recommendations merged into one that is not there",
                """
                SELECT r.id FROM recommendation r LEFT JOIN recommendation t ON t.id = r.merged_into
                WHERE r.merged_into IS NOT NULL AND (t.id IS NULL OR t.merged_into IS NOT NULL) ORDER BY r.id
                """
            ),
            (
                "recommendations whose tags name a term that is not there",
                """
                SELECT DISTINCT t.recommendation_id FROM tag t LEFT JOIN term e ON e.id = t.term_id
                WHERE e.id IS NULL ORDER BY t.recommendation_id
                """
            ),
            (
                "recommendations whose position is not that of their last statement",
                """
                SELECT r.id FROM recommendation r WHERE r.merged_into IS NULL AND COALESCE(r.position, '') <> COALESCE(
                    (\(CurrentPosition.subquery(of: "r.id"))), '')
                ORDER BY r.id
                """
            ),
        ] + DocumentChecks.all + IssueChecks.all + WorkspaceChecks.all
}
