package import Domain
import Store

/// Who asks for what others published.
package enum CooperationReader: Hashable, Sendable {
    /// Anybody.
    case everybody
    /// Somebody who is signed in and works in this workspace.
    case partner(WorkspaceID)

    /// The workspace's number, or 0, which none has.
    package var number: Int64 {
        switch self {
        case .everybody: 0
        case .partner(let workspace): workspace.value
        }
    }

    /// Whether a need `n` may be read by whoever `reader` (a placeholder of `number`) stands for: its level, and a consent that was
    /// not withdrawn and goes as far. Read with the row itself, so that a consent that is withdrawn hides the need at once.
    package static func need(_ reader: String) -> String {
        """
        n.status <> 'closed' AND EXISTS (SELECT 1 FROM workspace w WHERE w.id = n.workspace_id AND w.closed = 0)
        AND (n.level = 'public' OR (\(reader) > 0 AND (n.level = 'partners' OR (n.level = 'named' AND EXISTS (
            SELECT 1 FROM need_named p WHERE p.need_id = n.id AND p.partner_id = \(reader))))))
        AND EXISTS (SELECT 1 FROM need_consent c WHERE c.need_id = n.id AND c.withdrawn IS NULL
            AND (c.level = 'public' OR (c.level = 'partners' AND n.level <> 'public') OR c.level = n.level))
        """
    }

    /// The same for an offer or a fund, whose own workspace alone decides who reads it.
    package static func published(_ table: String, _ reader: String) -> String {
        """
        EXISTS (SELECT 1 FROM workspace w WHERE w.id = \(table).workspace_id AND w.closed = 0)
        AND (\(table).level = 'public' OR (\(reader) > 0 AND \(table).level = 'partners'))
        """
    }
}

extension PublicationLevel {
    /// How far it goes.
    package var width: Int {
        switch self {
        case .draft: 0
        case .named: 1
        case .partners: 2
        case .open: 3
        }
    }
}
