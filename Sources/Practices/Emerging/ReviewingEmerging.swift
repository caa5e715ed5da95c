package import Domain
import People
import Store

extension Practices {
    /// An emerging issue that waits, as its reviewers read it.
    package func waiting(
        _ id: EmergingIssueID, _ member: Member
    ) async throws(WorkspaceError) -> (issue: OutsideEmerging, reviews: [PracticeReview]) {
        try member.require(.moderatePractices)
        let workspace = member.workspace.id
        let found = try await store.read { connection -> (OutsideEmerging, [PracticeReview])? in
            guard
                let found = try EmergingOutsideRow.all(
                    from: EmergingOutsideRow.waiting, where: "i.id = $1 AND i.workspace_id <> $2",
                    [.int(id.value), .int(workspace.value)], limit: 1, connection
                ).first
            else { return nil }
            return (
                found,
                try ReviewRow.seen(of: found.issue.subject, edition: found.issue.round, by: workspace, connection)
            )
        }
        guard let found else { throw .notFound }
        return (found.0, found.1)
    }

    package func takeUp(_ id: EmergingIssueID, by member: Member) async throws(WorkspaceError) {
        let review = PracticeReviewID(try await takeReview(member))
        try await store.change(member) { change in
            var issue = try Self.waiting(id, change)
            try EmergingRow.step(issue, version: issue.version, change.connection)
            try change.takeUp(review, issue.subject, issue.round, issue.workspace)
            issue.status = .inReview
            try EmergingRow.setStanding(issue, change.connection)
        }
    }

    /// The same as for practices: one that sends it back is enough, two workspaces publish it.
    package func review(
        _ id: EmergingIssueID, round: Int, _ verdict: PracticeReview.Verdict, reasons: String,
        language: LanguageTag, by member: Member
    ) async throws(WorkspaceError) {
        let review = PracticeReviewID(try await takeReview(member))
        let reasons = try PracticeLimits.reasons(reasons, "reasons")
        let language = try PracticeLimits.language(language, reference)
        try await store.change(member) { change in
            var issue = try Self.waiting(id, change)
            guard issue.round == round else {
                throw WorkspaceError.stale(issue.subject, version: issue.version)
            }
            try EmergingRow.step(issue, version: issue.version, change.connection)
            try change.say(review, issue.subject, round, issue.workspace, verdict, reasons, language)
            let before = issue.status.rawValue
            if verdict == .sendBack {
                issue.status = .returned
            } else if try ReviewRow.publishing(issue.subject, edition: round, change.connection)
                >= PracticeLimits.reviewersMin
            {
                issue.status = .published
                issue.published = change.at
                issue.withdrawn = nil
                issue.withdrawnWhy = nil
                try EmergingWordRow.replace(issue, change.connection)
                change.did("emerging-issue.publish", issue.subject)
            } else {
                issue.status = .inReview
            }
            change.field(
                issue.subject, "practiceStatus", from: before, to: issue.status.rawValue,
                why: verdict == .sendBack ? reasons : nil)
            try EmergingRow.setStanding(issue, change.connection)
        }
    }

    private static func waiting(_ id: EmergingIssueID, _ change: WorkspaceChange) throws -> EmergingIssue {
        guard
            let author = try change.connection.first(
                "SELECT i.workspace_id FROM \(EmergingOutsideRow.waiting) WHERE i.id = $1", [.int(id.value)],
                { WorkspaceID(try $0.int(0)) })
        else { throw WorkspaceError.notFound }
        try change.refuseOwn(author)
        guard let issue = try EmergingRow.find(id, author, change.connection) else { throw WorkspaceError.notFound }
        return issue
    }
}
