package import Domain
import People
import Plans
import Practices
import Store

extension Consultations {
    /// A conclusion becomes an action of the plan, under the commitment of this number. Both know of each other from then on.
    package func makeAction(
        _ part: Int64, of id: ConsultationID, under commitment: Int64, by member: Member
    ) async throws(WorkspaceError) -> Int64 {
        let (value, conclusion) = try await conclusion(part, of: id, by: member)
        let action = try await plans.addAction(
            Action(
                id: ActionID(0), workspace: member.workspace.id, commitment: CommitmentID(commitment),
                title: Self.title(conclusion.text), description: Self.origin(value, conclusion.text)), by: member)
        try await became(.action, action.id.value, part, of: id, by: member)
        return action.id.value
    }

    /// A conclusion becomes a draft of a practice, for its author to fill in.
    package func makePractice(
        _ part: Int64, of id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) -> Int64 {
        let (value, conclusion) = try await conclusion(part, of: id, by: member)
        var content = PracticeContent()
        content.state = member.workspace.state
        content.region = member.workspace.region
        var text = PracticeText(language: value.content.language, isOriginal: true)
        text.title = Self.title(conclusion.text)
        text.worked = Self.origin(value, conclusion.text)
        content.texts = [text]
        let practice = try await practices.add(content, by: member)
        try await became(.practice, practice.id.value, part, of: id, by: member)
        return practice.id.value
    }

    /// A conclusion is put to an issue of the State: it stands on the issue's page once the summary is published.
    package func putToIssue(
        _ part: Int64, of id: ConsultationID, issue: Int64, by member: Member
    ) async throws(WorkspaceError) {
        _ = try await conclusion(part, of: id, by: member)
        let state = member.workspace.state
        let found = try await store.read { connection in
            try connection.first("SELECT state FROM issue WHERE id = $1", [.int(issue)]) { try $0.text(0) }
        }
        guard let found, state == nil || found == state?.rawValue else {
            throw .invalid("issue", "consultation.issueUnknown")
        }
        try await became(.issue, issue, part, of: id, by: member)
    }

    /// Conclusions of published summaries that became this, for its own page.
    package func origins(
        of kind: ConsultationOutcome.Kind, _ target: Int64
    ) async throws(WorkspaceError) -> [ConsultationOrigin] {
        try await store.read { try PartRow.origins(kind, target, $0) }
    }

    private func conclusion(
        _ part: Int64, of id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) -> (Consultation, ConsultationPart) {
        try member.require(.manageConsultations)
        let workspace = member.workspace.id
        return try await store.read { connection in
            guard let value = try ConsultationRow.find(id, workspace, connection),
                let part = try PartRow.all(id, connection).first(where: { $0.id == part && $0.kind == .conclusion })
            else { throw WorkspaceError.notFound }
            return (value, part)
        }
    }

    private func became(
        _ kind: ConsultationOutcome.Kind, _ target: Int64, _ part: Int64, of id: ConsultationID, by member: Member
    ) async throws(WorkspaceError) {
        let at = store.clock.instant
        try await extend(id, "consultation.outcome", by: member) { value, connection in
            try PartRow.became(
                ConsultationOutcome(kind: kind, target: target, made: at), part, value.workspace, connection)
        }
    }

    /// The first line, as long as titles are.
    private static func title(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
        return line.count <= 180 ? line : String(line.prefix(179)) + "…"
    }

    /// Where it comes from, before its words: its own page leads back.
    private static func origin(_ value: Consultation, _ text: String) -> String {
        "\(value.content.title) (/consultations/\(value.id))\n\n\(text)"
    }
}
