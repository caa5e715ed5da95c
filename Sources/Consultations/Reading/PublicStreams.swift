package import Domain
import People
import Store

/// What everybody reads of consultations, by number: for files of open data.
extension Consultations {
    package static let streamMax = 200

    package func publishedCount() async throws(WorkspaceError) -> Int {
        try await store.read { try ConsultationRow.publishedCount($0) }
    }

    /// Contributions to published consultations after a number, at most `streamMax`: those that are shown, and markers of what an
    /// institution sent and was held back.
    package func publishedContributions(
        after: ContributionID? = nil, limit: Int = streamMax
    ) async throws(WorkspaceError) -> [Contribution] {
        let limit = min(max(1, limit), Self.streamMax)
        return try await store.read { try ContributionRow.published(after: after, limit: limit, $0) }
    }

    package func publishedContributionsCount() async throws(WorkspaceError) -> Int {
        try await store.read { try ContributionRow.publishedCount($0) }
    }

    /// Parts of summaries that are published, after a number.
    package func publishedParts(
        after: Int64? = nil, limit: Int = streamMax
    ) async throws(WorkspaceError) -> [(consultation: ConsultationID, part: ConsultationPart)] {
        let limit = min(max(1, limit), Self.streamMax)
        return try await store.read { try PartRow.published(after: after, limit: limit, $0) }
    }

    package func publishedPartsCount() async throws(WorkspaceError) -> Int {
        try await store.read { try PartRow.publishedCount($0) }
    }
}
