import Cooperation
package import Domain
import People
import Store

extension Matches {
    /// Of each kind of own thing, so many are on the first page.
    package static let overviewMax = 20
    private static let bestMax = 3

    /// The workspace's own needs with the best help for each, its own offers and calls with the best needs for each.
    package func overview(_ member: Member) async throws(WorkspaceError) -> MatchOverview {
        let (workspace, within) = (member.workspace.id, try member.limit(.seeCooperation))
        let today = today
        return try await store.read { connection in
            let stand = try shelf.stand(reference, today: today, connection)
            var overview = MatchOverview(compared: stand.counts)
            let needs = try CooperationRecords.ownNeeds(workspace, within: within, connection)
                .filter(\.status.isWanted)
            overview.needsTotal = needs.count
            for need in needs.prefix(Self.overviewMax) {
                let search = try NeedSearch(
                    need, stand, reference, today: today, ShortlistQuestion(limit: Self.bestMax), connection)
                overview.needs.append(
                    MatchOverview.OwnNeed(
                        need: need, isPublished: search.isPublished, best: try search.matches(connection)))
            }
            let help = try Self.ownHelp(workspace, today: today, connection)
            overview.helpTotal = help.count
            guard !help.isEmpty else { return overview }
            var search = try HelpSearch(workspace, stand, reference, today: today, connection)
            for own in help.prefix(Self.overviewMax) {
                overview.help.append(try search.needs(for: own, limit: Self.bestMax, connection))
            }
            return overview
        }
    }

    /// Offers that are not closed, then calls that can still be answered.
    private static func ownHelp(
        _ workspace: WorkspaceID, today: CalendarDate, _ connection: any ReadConnection
    ) throws -> [OwnHelp] {
        let offers = try CooperationRecords.ownOffers(workspace, connection).filter { $0.status != .closed }
        let calls = try CooperationRecords.ownCalls(workspace, connection).filter { call, fund in
            !fund.isClosed && [.open, .coming].contains(call.standing(on: today))
        }
        return offers.map { .offer($0) } + calls.map { .call($0.call, $0.fund) }
    }
}
