import Cooperation
package import Domain
package import Insight
import People
import Store

extension Matches {
    package static let reasonCharactersMax = 1_000

    /// Decides against help for a need of the workspace's own. It stays away from both sides' lists until that is taken back; the
    /// reason is read in this workspace alone.
    package func reject(
        _ help: HelpID, for id: NeedID, because reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.decideMatches)
        let within = try member.limit(.seeCooperation)
        let reason = try Self.checked(reason)
        let number = MatchRejectionID(try await store.take(.match).lowerBound)
        try await store.change(member) { change in
            guard try CooperationRecords.ownNeed(id, change.workspace, within: within, change.connection) != nil,
                let card = try HelpCards.find(help, .partner(change.workspace), change.connection)
            else { throw WorkspaceError.notFound }
            try Self.insert(
                number, id, help, reason, needOf: change.workspace, helpOf: card.actor?.id, &change)
        }
    }

    /// Decides against a need for an offer or a call of the workspace's own.
    package func reject(
        _ need: NeedID, for help: HelpID, because reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.decideMatches)
        let reason = try Self.checked(reason)
        let number = MatchRejectionID(try await store.take(.match).lowerBound)
        try await store.change(member) { change in
            guard try Self.ownHelp(help, change.workspace, change.connection) != nil,
                let found = try CooperationRecords.need(need, .partner(change.workspace), change.connection)
            else { throw WorkspaceError.notFound }
            try Self.insert(
                number, need, help, reason, needOf: found.workspace, helpOf: change.workspace, &change)
        }
    }

    /// Takes a decision of this workspace back; that it was made stays in the list of decisions.
    package func takeBack(_ id: MatchRejectionID, by member: Member) async throws(WorkspaceError) {
        try member.require(.decideMatches)
        try await store.change(member) { change in
            guard let old = try MatchRejectionRow.find(id, change.workspace, change.connection),
                try MatchRejectionRow.takeBack(
                    id, change.workspace, by: change.member.name, at: change.at, change.connection)
            else { throw WorkspaceError.notFound }
            let subject = Subject(.match, id.value)
            change.field(subject, "rejected", from: old.reason, to: nil)
            change.did("match.take-back", subject, detail: Self.detail(old.need, old.help))
        }
    }

    private static func checked(_ reason: String) throws(WorkspaceError) -> String {
        var text = reason[...]
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        let reason = String(text)
        guard (1...reasonCharactersMax).contains(reason.count) else { throw .invalid("reason", "match.reasonNeeded") }
        return reason
    }

    private static func insert(
        _ number: MatchRejectionID, _ need: NeedID, _ help: HelpID, _ reason: String, needOf: WorkspaceID,
        helpOf: WorkspaceID?, _ change: inout WorkspaceChange
    ) throws {
        if try MatchRejectionRow.standingOwn(of: need, change.workspace, change.connection).contains(help) {
            throw WorkspaceError.invalid("reason", "match.rejectedAlready")
        }
        let rejection = MatchRejection(
            id: number, need: need, help: help, reason: reason, by: change.member.name, at: change.at)
        try MatchRejectionRow.insert(
            rejection, change.workspace, needOf: needOf, helpOf: helpOf, change.connection)
        let subject = Subject(.match, number.value)
        change.field(subject, "rejected", from: nil, to: reason)
        change.did("match.reject", subject, detail: detail(need, help))
    }

    private static func detail(_ need: NeedID, _ help: HelpID) -> String {
        "{\"need\":\(need.value),\"help\":\"\(help.source.rawValue)\"}"
    }
}
