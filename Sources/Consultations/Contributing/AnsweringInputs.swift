package import Domain
import People
import Store

extension Consultations {
    /// Shows what waits, or holds it back on a stated ground. What an institution sent leaves a marker with that ground.
    package func moderate(
        _ id: ContributionID, version: Int, isShown: Bool, why: String, by member: Member
    ) async throws(WorkspaceError) {
        let why = isShown ? "" : try ConsultationChecking.why(why)
        try await input(id, version, "contribution.moderate", by: member) { value, change in
            guard value.status != .withdrawn else {
                throw WorkspaceError.invalid("contribution", "consultation.withdrawnAlready")
            }
            let status: Contribution.Status = isShown ? .shown : .heldBack
            change.field(
                value.subject, "status", from: value.status.rawValue, to: status.rawValue,
                why: why.isEmpty ? nil : why)
            value.status = status
            value.moderated = change.at
            value.moderatedWhy = why
        }
    }

    /// The public answer to one input: taken up, partly or not, and why.
    package func answer(
        _ id: ContributionID, version: Int, _ answer: Contribution.Answer, why: String, language: LanguageTag,
        by member: Member
    ) async throws(WorkspaceError) {
        let why = try ConsultationChecking.why(why)
        try ConsultationChecking.language(language)
        try await input(id, version, "contribution.answer", by: member) { value, change in
            guard value.status == .shown else {
                throw WorkspaceError.invalid("contribution", "consultation.notShown")
            }
            change.field(
                value.subject, "answer", from: value.answer?.rawValue, to: answer.rawValue)
            change.field(
                value.subject, "reason", from: value.answerWhy.isEmpty ? nil : value.answerWhy, to: why)
            value.answer = answer
            value.answerWhy = why
            value.answerLanguage = language
            value.answered = change.at
        }
    }

    private func input(
        _ id: ContributionID, _ version: Int, _ action: String, by member: Member,
        _ body: @Sendable @escaping (inout Contribution, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.manageConsultations)
        try await store.change(member) { change in
            guard var value = try ContributionRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard value.version == version else {
                throw WorkspaceError.stale(value.subject, version: value.version)
            }
            try body(&value, &change)
            try ContributionRow.update(value, version: version, change.workspace, change.connection)
            change.did(action, value.subject)
        }
    }
}
