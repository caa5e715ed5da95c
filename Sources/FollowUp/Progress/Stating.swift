package import Domain
import People
package import Plans
import Store

extension Progress {
    /// What the State has said of a commitment and its recommendations, newest first.
    package func statements(
        _ commitment: CommitmentID, _ member: Member
    ) async throws(WorkspaceError) -> [ImplementationStatement] {
        try member.require(.seePlan)
        return try await store.read { try ImplementationRow.all(commitment, member.workspace.id, $0) }
    }

    /// Says how far the State is with a commitment, or with one of its recommendations. `version` is that of the row spoken of.
    ///
    /// This alone changes that status: no report on an action does, however far it is cleared.
    package func state(
        _ status: ImplementationStatus, reason: String, on stated: CalendarDate, _ commitment: CommitmentID,
        _ planned: PlannedRecommendationID?, version: Int, by member: Member
    ) async throws(WorkspaceError) -> ImplementationStatement {
        try member.require(.clear)
        guard !reason.allSatisfy(\.isWhitespace) else { throw .invalid("reason", "progress.reasonNeeded") }
        guard reason.count <= ImplementationStatement.reasonCharactersMax else {
            throw .invalid("reason", "progress.textLength")
        }
        let today = member.workspace.day(at: store.clock.milliseconds())
        guard stated.day != nil, stated <= today else {
            throw .invalid("stated", "progress.statedDay")
        }
        let id = ImplementationStatementID(try await store.takeIDs("implementation-statement", 1).lowerBound)
        return try await store.change(member) { change in
            guard
                let standing = try ImplementationRow.standing(commitment, planned, change.workspace, change.connection)
            else { throw WorkspaceError.notFound }
            let statement = ImplementationStatement(
                id: id, workspace: change.workspace, commitment: commitment, planned: planned, status: status,
                reason: reason, stated: stated, author: member.name, made: change.at)
            let subject =
                planned.map { Subject(.plannedRecommendation, $0.value) } ?? Subject(.commitment, commitment.value)
            try ImplementationRow.insert(statement, change.connection)
            guard try ImplementationRow.put(statement, from: version, change.connection) else {
                throw WorkspaceError.stale(subject, version: standing.version)
            }
            change.field(
                subject, "status", from: standing.status?.rawValue, to: status.rawValue, why: reason)
            change.did("implementation.state", subject, detail: "{\"status\":\"\(status.rawValue)\"}")
            return statement
        }
    }
}

extension WorkspaceStore {
    /// Ids for something that is no subject of its own.
    func takeIDs(_ kind: String, _ count: Int) async throws(WorkspaceError) -> Range<Int64> {
        do throws(StoreError) { return try await ids.take(kind, count) } catch { throw WorkspaceError(error) }
    }
}
