package import Domain
import People
import Store

extension Meetings {
    /// Records a decision. Where it is to become work, action or lead of the commitment are made in the same transaction, and the
    /// institution is told.
    package func decide(
        _ draft: DecisionDraft, in id: MeetingID, by member: Member
    ) async throws(WorkspaceError) -> Decision {
        try member.require(.manageMeetings)
        let text = draft.text.trimmingWhitespace
        guard (1...2_000).contains(text.count) else { throw .invalid("text", "meeting.decisionLength") }
        if draft.work != .nothing {
            if try member.limit(.editPlan) != nil { throw .forbidden }
            guard draft.commitment != nil else { throw .invalid("commitment", "meeting.commitmentNeeded") }
            guard draft.institution != nil else { throw .invalid("institution", "institution.needed") }
        }
        let decisionID = DecisionID(try await store.take(.decision).lowerBound)
        let actionID = draft.work == .action ? ActionID(try await store.take(.action).lowerBound) : nil
        return try await store.change(member) { change in
            guard let meeting = try MeetingRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            if let item = draft.item {
                let items = try AgendaItemRow.all(id, change.workspace, change.connection)
                guard items.contains(where: { $0.id == item }) else { throw WorkspaceError.notFound }
            }
            var work = try PlanWork(why: "\(meeting.title): \(text)", change.connection, change.workspace)
            var changes = PlanChanges()
            changes.lead = .set(draft.institution)
            changes.due = .set(draft.due)
            try work.check(changes)
            try Self.plan(draft, text, actionID, changes, &work, &change)
            _ = try PlanNotices.tell(work.news, &change)
            let decision = Decision(
                id: decisionID, meeting: id, item: draft.item, text: text, institution: draft.institution,
                due: draft.due, commitment: draft.commitment, action: actionID, isWithdrawn: false, version: 1)
            try DecisionRow.insert(decision, change.workspace, change.connection)
            change.did("meeting.decide", decision.subject, detail: "{\"work\":\"\(draft.work.rawValue)\"}")
            return decision
        }
    }

    private static func plan(
        _ draft: DecisionDraft, _ text: String, _ actionID: ActionID?, _ changes: PlanChanges, _ work: inout PlanWork,
        _ change: inout WorkspaceChange
    ) throws {
        guard let id = draft.commitment else { return }
        let found = try Commitment.find([id.value], change.workspace, reach: nil, change.connection).first
        guard let found, !found.isWithdrawn else {
            throw WorkspaceError.invalid("commitment", "meeting.commitmentNeeded")
        }
        switch draft.work {
        case .nothing: break
        case .action:
            guard let actionID else { return }
            let title = text.count > 200 ? String(text.prefix(199)) + "…" : text
            var action = Action(id: actionID, workspace: change.workspace, commitment: id, title: title)
            action.description = text.count > 200 ? text : ""
            action.lead = draft.institution
            action.due = draft.due
            try work.add([action], &change)
        case .lead: try work.edit(Commitment.self, [id.value], &change) { try $0.apply(changes) }
        }
    }

    /// Takes a decision out of the minutes. What was made of it in the plan stays.
    package func withdraw(
        _ id: DecisionID, of meeting: MeetingID, version: Int, reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageMeetings)
        let reason = try ReasonText.checked(reason, "reason")
        guard !reason.isEmpty else { throw .invalid("reason", "round.reasonNeeded") }
        try await store.change(member) { change in
            let all = try DecisionRow.all(meeting: meeting, change.workspace, change.connection)
            guard let decision = all.first(where: { $0.id == id }) else { throw WorkspaceError.notFound }
            try DecisionRow.withdraw(decision, version: version, change.workspace, change.connection)
            change.field(decision.subject, "withdrawn", from: "no", to: "yes", why: reason)
            change.did("meeting.decision.withdraw", decision.subject)
        }
    }

    /// What meetings asked of an institution, in the order it was decided.
    package func decisions(
        of institution: InstitutionID, _ member: Member
    ) async throws(WorkspaceError) -> [Decision] {
        try member.require(.seeMeetings)
        let workspace = member.workspace.id
        return try await store.read { connection in
            try DecisionRow.all(institution: institution, workspace, connection).filter { !$0.isWithdrawn }
        }
    }
}
