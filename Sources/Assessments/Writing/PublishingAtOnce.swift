package import Domain
package import People
import Secrets
import Store

extension Assessments {
    /// The id that the next one will have.
    package func drawID() async throws(WorkspaceError) -> AssessmentID {
        AssessmentID(try await store.take(.assessment).lowerBound)
    }

    /// Writes and publishes in one transaction, so that no draft is ever there for others of the voice; `along` is done in it too, and
    /// where it throws nothing is published.
    package func publishAtOnce(
        _ id: AssessmentID, _ draft: AssessmentDraft, by member: Member,
        along: @Sendable @escaping (inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        let draft = try checked(draft, member)
        let fresh = String(Token.make().prefix(22))
        try await store.change(member) { change in
            var own = try Self.made(id, draft, change)
            guard try SaidRow.count(own.voice, change.workspace, change.connection) < AssessmentRules.ownMax else {
                throw WorkspaceError.invalid("assessment", "assess.many")
            }
            own.made = change.at
            try SaidRow.insert(own, change.connection)
            guard try Self.publish(own, version: own.version, fresh: fresh, &change) else {
                throw WorkspaceError.stale(own.subject, version: own.version)
            }
            try along(&change)
        }
    }
}
