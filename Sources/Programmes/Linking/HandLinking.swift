package import Domain
import Markup
import People
import Store

extension Programmes {
    package static let reasonCharactersMax = 1_000

    /// Says by hand that a programme serves an issue, and why. A link that was taken away comes back with it.
    package func link(
        _ id: ProgrammeID, _ issue: IssueID, note: String, by member: Member
    ) async throws(WorkspaceError) {
        try requireEditing(member)
        let note = try Self.reason(note, isNeeded: false)
        try await store.change(member) { change in
            try Self.checkReach(id, issue, change)
            _ = try IssueLinkRow.restore(id, issue, change.connection)
            try IssueLinkRow.insert(
                [
                    IssueLink(
                        programme: id, issue: issue, origin: .hand, strength: 100,
                        reason: LinkReason(note: note.isEmpty ? nil : note), by: member.name, at: change.at)
                ], change.connection)
            let subject = Subject(.programme, id.value)
            change.field(subject, "issue", from: nil, to: issue.description, why: note.isEmpty ? nil : note)
            change.did("programme.link", subject, detail: "{\"issue\":\(issue)}")
        }
    }

    /// Takes a link away, whatever says it, and keeps why: it stays away.
    package func unlink(
        _ id: ProgrammeID, _ issue: IssueID, because reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try requireEditing(member)
        let reason = try Self.reason(reason, isNeeded: true)
        try await store.change(member) { change in
            try Self.checkReach(id, issue, change)
            guard try IssueLinkRow.all(of: id, change.connection).contains(where: { $0.issue == issue }) else {
                throw WorkspaceError.notFound
            }
            let removal = LinkRemoval(
                programme: id, issue: issue, reason: reason, by: member.name, at: change.at)
            try IssueLinkRow.remove(removal, change.workspace, change.connection)
            let subject = Subject(.programme, id.value)
            change.field(subject, "issue", from: issue.description, to: nil, why: reason)
            change.did("programme.unlink", subject, detail: "{\"issue\":\(issue)}")
        }
    }

    /// A programme and an issue that a workspace may join: its own programme, or an issue of its own State; the programme is one it sees.
    private static func checkReach(_ id: ProgrammeID, _ issue: IssueID, _ change: WorkspaceChange) throws {
        let seen = try change.connection.first(
            """
            SELECT workspace_id FROM programme WHERE id = $1 AND withdrawn = 0 AND (public = 1 OR workspace_id = $2)
            """, [.int(id.value), .int(change.workspace.value)]
        ) { try $0.intOrNil(0) == change.workspace.value }
        guard let isOwn = seen, let row = try IssueRow.find([issue], change.connection).first, row.mergedInto == nil
        else { throw WorkspaceError.notFound }
        guard isOwn || row.state == change.member.workspace.mechanismState else { throw WorkspaceError.forbidden }
    }

    func requireEditing(_ member: Member) throws(WorkspaceError) {
        if try member.limit(.manageProgrammes) != nil { throw .forbidden }
    }

    static func reason(_ text: String, isNeeded: Bool) throws(WorkspaceError) -> String {
        let text = text.trimmingPrefixAndSuffixSpace
        if isNeeded, text.isEmpty { throw .invalid("reason", "programme.reasonNeeded") }
        guard text.count <= reasonCharactersMax else { throw .invalid("reason", "programme.reasonLength") }
        return text
    }
}
