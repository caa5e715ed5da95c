import Cooperation
import Domain
package import People
import Store

extension Matches {
    /// What a decision on a match is called in the history of fields: the title of its need, as far as this workspace may read it now.
    /// Nothing is taken back from there: the lists do that.
    package var historyOwners: [HistoryOwner] {
        [
            HistoryOwner(
                .match,
                title: { id, workspace, limit, connection in
                    guard limit == nil,
                        let found = try MatchRejectionRow.find(MatchRejectionID(id), workspace, connection)
                    else { return nil }
                    if let own = try CooperationRecords.ownNeed(found.need, workspace, within: nil, connection) {
                        return own.title
                    }
                    return try CooperationRecords.need(found.need, .partner(workspace), connection)?.outside.title ?? ""
                }, sight: .seeCooperation)
        ]
    }
}
