package import Domain
import People
import Store

extension Consultations {
    /// A workspace's own, the latest first, and how many shown inputs of each have no answer yet.
    package func all(
        _ member: Member
    ) async throws(WorkspaceError) -> (consultations: [Consultation], unanswered: [ConsultationID: Int]) {
        try member.require(.seeConsultations)
        let workspace = member.workspace.id
        let isHolder = member.may(.manageConsultations)
        return try await store.read { connection in
            (
                try ConsultationRow.all(workspace, connection),
                isHolder ? try ContributionRow.unanswered(workspace, connection) : [:]
            )
        }
    }

    package func add(_ content: ConsultationContent, by member: Member) async throws(WorkspaceError) -> Consultation {
        try member.require(.manageConsultations)
        let content = try ConsultationChecking.checked(content)
        let id = ConsultationID(try await store.take(.consultation).lowerBound)
        return try await store.change(member) { change in
            let made = try change.connection.count(
                "SELECT COUNT(*) FROM consultation WHERE workspace_id = $1", [.int(change.workspace.value)])
            if made >= ConsultationLimits.perWorkspaceMax {
                throw WorkspaceError.invalid("consultation", "consultation.many")
            }
            let value = Consultation(
                id: id, workspace: change.workspace, content: content, made: change.at, version: 1)
            try ConsultationRow.insert(value, change.connection)
            change.did("consultation.add", value.subject)
            return value
        }
    }

    package func edit(
        _ id: ConsultationID, version: Int, _ content: ConsultationContent, by member: Member
    ) async throws(WorkspaceError) {
        let content = try ConsultationChecking.checked(content)
        try await update(id, version, "consultation.edit", by: member) { value, change in
            let (old, new) = (ConsultationField.texts(of: value.content), ConsultationField.texts(of: content))
            for field in ConsultationField.allCases {
                change.field(value.subject, field.rawValue, from: old[field], to: new[field])
            }
            value.content = content
        }
    }

    /// Everybody reads it from now on. Where a day for answers is set, a deadline of the workspace reminds of it.
    package func publish(_ id: ConsultationID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await update(id, version, "consultation.publish", by: member) { value, change in
            guard value.cancelled == nil else { throw WorkspaceError.invalid("consultation", "consultation.over") }
            guard value.published == nil else { return }
            value.published = change.at
            change.field(value.subject, "published", from: nil, to: change.at)
        }
        try await remind(id, by: member)
    }

    /// It is read inside the workspace alone again; contributions stay.
    package func unpublish(
        _ id: ConsultationID, version: Int, why: String, by member: Member
    ) async throws(WorkspaceError) {
        let why = try ConsultationChecking.why(why)
        try await update(id, version, "consultation.unpublish", by: member) { value, change in
            change.field(value.subject, "published", from: value.published, to: nil, why: why)
            value.published = nil
            value.summaryPublished = nil
        }
    }

    package func cancel(
        _ id: ConsultationID, version: Int, why: String, by member: Member
    ) async throws(WorkspaceError) {
        let why = try ConsultationChecking.why(why)
        try await update(id, version, "consultation.cancel", by: member) { value, change in
            guard value.cancelled == nil else { throw WorkspaceError.invalid("consultation", "consultation.over") }
            value.cancelled = change.at
            value.cancelledWhy = why
            change.field(value.subject, "exist", from: "yes", to: "no", why: why)
        }
    }

    package func publishSummary(
        _ id: ConsultationID, version: Int, isShown: Bool, by member: Member
    ) async throws(WorkspaceError) {
        try await update(id, version, "consultation.summary", by: member) { value, change in
            guard !isShown || value.published != nil else {
                throw WorkspaceError.invalid("consultation", "consultation.publishFirst")
            }
            let new = isShown ? value.summaryPublished ?? change.at : nil
            change.field(value.subject, "summary", from: value.summaryPublished, to: new)
            value.summaryPublished = new
        }
    }

    /// One change of a consultation that is at `version`.
    func update(
        _ id: ConsultationID, _ version: Int, _ action: String, by member: Member,
        _ body: @Sendable @escaping (inout Consultation, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.manageConsultations)
        try await store.change(member) { change in
            guard var value = try ConsultationRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard value.version == version else {
                throw WorkspaceError.stale(value.subject, version: value.version)
            }
            try body(&value, &change)
            try ConsultationRow.update(value, version: version, change.connection)
            change.did(action, value.subject)
        }
    }
}
