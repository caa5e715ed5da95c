package import Domain

/// Decisions of coordinators. Each names the version of the issue it was made on, is in the audit log, and can be taken back.
extension Issues {
    /// Gives a name, or with nil goes back to the program's.
    @discardableResult
    package func rename(
        _ issue: IssueID, version: Int, to name: String?, by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }

    /// Moves a recommendation out of this issue, and pins it where it goes.
    @discardableResult
    package func move(
        _ recommendation: RecommendationID, from issue: IssueID, version: Int, to target: IssueTarget,
        by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }

    /// Makes a new issue of some of the members. At least one stays.
    @discardableResult
    package func split(
        _ issue: IssueID, version: Int, _ recommendations: [RecommendationID], name: String?, by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }

    /// Moves every member into another issue of the same State; the address of the first leads there from now on.
    @discardableResult
    package func merge(
        _ issue: IssueID, version: Int, into target: IssueID, by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }

    /// Says that a recommendation belongs where it is: it is not proposed elsewhere.
    @discardableResult
    package func pin(
        _ recommendation: RecommendationID, in issue: IssueID, version: Int, by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }

    @discardableResult
    package func unpin(
        _ recommendation: RecommendationID, in issue: IssueID, version: Int, by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }

    /// Moves as proposed, and pins.
    @discardableResult
    package func accept(
        _ proposal: ProposedMoveID, by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }

    /// The move is not proposed again.
    @discardableResult
    package func decline(
        _ proposal: ProposedMoveID, by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }

    /// Takes a decision back, where nothing decided later touched the same things.
    @discardableResult
    package func reverse(
        _ decision: IssueDecisionID, by caller: Caller
    ) async throws(IssueError) -> IssueDecision { throw .notFound }
}
