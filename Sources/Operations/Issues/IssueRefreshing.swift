package import Domain

extension Issues {
    /// Puts the State's newcomers into issues, and brings proposals up to date. What stands stays where it is.
    @discardableResult
    package func refresh(_ state: StateCode) async throws(IssueError) -> IssueRefresh {
        throw .notFound
    }
}
