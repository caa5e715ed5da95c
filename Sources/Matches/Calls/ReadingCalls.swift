import Cooperation
package import Domain
import People
import Reference
import Store

extension Matches {
    /// A call of the workspace's own with its rules, what was handed in, and people's marks.
    package func board(_ id: FundCallID, _ member: Member) async throws(WorkspaceError) -> CallBoard {
        try member.require(.manageFunds)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let own = try CooperationRecords.ownCall(id, workspace, connection) else {
                throw WorkspaceError.notFound
            }
            let received = try CooperationRecords.received(id, workspace, connection)
            let rules = try SelectionRulesRow.find(id, workspace, connection)
            let marks = try ApplicationMarkRow.all(id, workspace, connection)
            let actors = try CooperationRecords.actors(received.map(\.workspace), connection)
            var board = CallBoard(call: own.call, fund: own.fund, rules: rules, entries: [])
            let money = board.money
            board.entries = try received.map { application in
                let actor = actors[application.workspace]
                let groups = actor?.state.map { MatchProfiles.groups(of: $0, reference) } ?? []
                return CallBoard.Entry(
                    application: application, applicant: actor, state: actor?.state, groups: groups,
                    kinds: try Self.kinds(application, own.call, connection), marks: marks[application.id] ?? [:],
                    obstacles: try Self.obstacles(application, own.call, money, actor?.state, groups, connection))
            }
            return board
        }
    }

    /// One application that was handed in to this workspace, with its marks.
    package func marking(_ id: ApplicationID, _ member: Member) async throws(WorkspaceError) -> MarkingSheet {
        try member.require(.manageFunds)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let application = try CooperationRecords.received(id, workspace, connection),
                let own = try CooperationRecords.ownCall(application.call, workspace, connection)
            else { throw WorkspaceError.notFound }
            return MarkingSheet(
                application: application,
                applicant: try CooperationRecords.actors([application.workspace], connection)[application.workspace],
                call: own.call, rules: try SelectionRulesRow.find(application.call, workspace, connection),
                marks: try ApplicationMarkRow.of(id, workspace, connection),
                version: try ApplicationMarkRow.version(id, workspace, connection))
        }
    }

    /// The kinds of help of the need it is for, where the fund may read that; else the call's, where that has one.
    private static func kinds(
        _ application: Application, _ call: FundCall, _ connection: any ReadConnection
    ) throws -> [HelpKind]? {
        if let id = application.need,
            let need = try CooperationRecords.need(id, .partner(call.workspace), connection), !need.kinds.isEmpty
        {
            return need.kinds
        }
        return call.kinds.count == 1 ? call.kinds : nil
    }

    /// What is in another currency cannot be compared: it is never taken to be within a limit.
    private static func obstacles(
        to amount: Money?, _ money: Money?, _ ceiling: Money?
    ) -> [SelectionObstacle] {
        let limits = [money, ceiling].compactMap(\.self)
        guard let amount else { return limits.isEmpty ? [] : [.noAmount] }
        var found: [SelectionObstacle] = []
        if limits.contains(where: { $0.currency != amount.currency }) { found.append(.otherCurrency) }
        if let ceiling, ceiling.currency == amount.currency, ceiling.minor < amount.minor {
            found.append(.aboveCeiling)
        }
        return found
    }

    private static func obstacles(
        _ application: Application, _ call: FundCall, _ money: Money?, _ state: StateCode?, _ groups: [String],
        _ connection: any ReadConnection
    ) throws -> [SelectionObstacle] {
        var found = obstacles(to: application.amount, money, call.ceiling)
        if !call.eligible.isForAll {
            let isTaken = state.map { call.eligible.takes($0, groups: groups) } ?? false
            if !isTaken { found.append(.ineligible) }
        }
        if call.needsConsent {
            let isConsented =
                try application.need.map {
                    try CooperationRecords.isConsented($0, application.workspace, connection)
                } ?? false
            if !isConsented { found.append(.noConsent) }
        }
        return found
    }
}
