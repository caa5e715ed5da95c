import Domain
package import People
import Store

extension Clocks {
    /// Deadlines, events and alerts in the history of fields. Taking back is done on their own pages, where what follows is shown first.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(.deadline) { id, workspace, _, connection in
                guard let found = try DeadlineRow.find(id, workspace, government: true, connection) else { return nil }
                return found.title ?? found.rule ?? found.source
            },
            HistoryOwner(.clockEvent) { id, workspace, _, connection in
                try ClockEventRow.find(id, workspace, connection).map { $0.title ?? $0.document ?? $0.kind.rawValue }
            },
            HistoryOwner(.alert) { id, workspace, limit, connection in
                try AlertRow.find(id, workspace, limit: limit, connection).map { $0.title ?? $0.kind.rawValue }
            },
        ]
    }
}
