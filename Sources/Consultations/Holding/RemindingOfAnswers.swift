import Clocks
import Domain
import People

extension Consultations {
    /// Puts the day by which every input has its answer among the workspace's deadlines, once: letters and calendars remind of it.
    func remind(_ id: ConsultationID, by member: Member) async throws(WorkspaceError) {
        guard member.may(.manageDeadlines), member.workspace.kind == .mechanism else { return }
        let workspace = member.workspace.id
        let found = try await store.read { try ConsultationRow.find(id, workspace, $0) }
        guard let found, found.published != nil, found.answerReminded == nil, let day = found.content.answerBy else {
            return
        }
        _ = try await clocks.add(
            DeadlineDraft(title: String(found.content.title.prefix(Clocks.titleMax)), due: day), by: member)
        try await store.change(member) { change in
            guard var value = try ConsultationRow.find(id, change.workspace, change.connection) else { return }
            value.answerReminded = change.at
            try ConsultationRow.update(value, version: value.version, change.connection)
        }
    }
}
