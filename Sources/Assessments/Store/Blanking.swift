import Domain
import Store

/// Takes the words of what was taken back, or removed on a ground that leaves no copy, from the store: value, reasons and evidence, and who
/// wrote and read them. That there was an assessment of this thing in this scheme, by whom, when, and why it is gone, stays.
///
/// Histories and the audit log never had the words. Packages are written from the store each time. Packages that others took before are
/// theirs: their next one from here has the marker. A database keeps blanked bytes in free pages and logs until it writes over them, and
/// backups keep what they have.
enum Blanking {
    private static let gone = """
        workspace_id = $1 AND (status = 'taken-back'
            OR (removed_at IS NOT NULL AND removed_ground IN ('danger', 'privacy', 'identity')))
        """

    /// All of a workspace that are to have no words, those that were marked before the program blanked any too.
    static func run(_ workspace: WorkspaceID, _ connection: any WriteConnection) throws {
        let values: [SQLValue] = [.int(workspace.value)]
        for table in ["assessment_text", "assessment_evidence"] {
            try connection.execute(
                "DELETE FROM \(table) WHERE assessment_id IN (SELECT id FROM assessment_said WHERE \(gone))", values)
        }
        try connection.execute(
            """
            UPDATE assessment_said SET value = '', author = '', author_id = 0, checked_by = NULL, checked_at = NULL,
                statement_id = NULL WHERE \(gone)
            """, values)
    }
}
