package import Domain

extension Issues {
    /// A State's issues. Where none were computed yet, they are computed now; after `patience` the list comes as it is and says that
    /// they are being computed.
    package func list(
        _ state: StateCode, cycle: Int? = nil, mechanism: MechanismCode? = nil, theme: String? = nil,
        patience: Duration = .seconds(2)
    ) async throws(OperationError) -> IssueList {
        throw .notFound
    }

    /// One issue. `language` is the reader's; `members` counts from 0.
    package func issue(
        _ id: IssueID, language: LanguageTag = .english, members first: Int = 0
    ) async throws(OperationError) -> IssuePage {
        throw .notFound
    }

    /// Where a recommendation stands: an issue for each State it speaks to that has one.
    package func issues(of recommendation: RecommendationID) async throws(OperationError) -> [IssueSummary] {
        throw .notFound
    }

    /// How often something was recommended, by whom, when, and what became of it. `limit` and `after` of the request have no effect.
    package func repeats(_ request: SearchRequest) async throws(OperationError) -> Repeats {
        throw .notFound
    }
}
