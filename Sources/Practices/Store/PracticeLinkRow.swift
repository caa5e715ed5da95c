import Domain
import Store

/// Things of the public record that practices and emerging issues name.
enum PracticeLinkRow {
    /// Throws where one of these is not in the record.
    static func check(_ links: [PracticeLink], _ connection: any ReadConnection) throws {
        for link in links where try !isThere(link.kind, link.id, connection) {
            throw WorkspaceError.invalid(link.kind.rawValue, "practice.linkUnknown")
        }
    }

    static func isThere(
        _ kind: PracticeLink.Kind, _ id: Int64, _ connection: any ReadConnection
    ) throws -> Bool {
        switch kind {
        case .issue: try IssueRow.standing(IssueID(id), connection) != nil
        case .recommendation:
            try connection.count("SELECT COUNT(*) FROM recommendation WHERE id = $1", [.int(id)]) > 0
        }
    }
}
