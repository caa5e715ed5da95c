import Cooperation
package import Domain
import FollowUp
import People
package import Plans
package import Programmes
import Store

extension Agreements {
    /// Adds an action to the own plan that carries the agreement out, by the plan's own operation, and links it.
    package func addAction(
        _ draft: Action, to id: AgreementID, by member: Member
    ) async throws(WorkspaceError) -> ActionID {
        try member.require(.makeAgreements)
        _ = try await inForce(id, member)
        let action = try await plans.addAction(draft, by: member)
        try await link(action: action.id, to: id, by: member)
        return action.id
    }

    /// Links an action of the own plan.
    package func link(
        action: ActionID, to id: AgreementID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.editPlan)
        let page = try await plans.action(action, member)
        guard !page.action.isWithdrawn else { throw .invalid("action", "agreement.allowed.action") }
        try await quietly(id, by: member) { change in
            if try LinkRow.hasAction(action.value, id, change.workspace, change.connection) { return }
            try LinkRow.add(action.value, id, at: change.at, change.workspace, change.connection)
            change.field(Subject(.agreement, id.value), "action", from: nil, to: page.action.title)
            change.did("agreement.link", Subject(.agreement, id.value), detail: "{\"action\":\(action)}")
        }
    }

    /// Takes the link away; the action stays.
    package func unlink(
        action: ActionID, from id: AgreementID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.editPlan)
        try await quietly(id, by: member) { change in
            guard try LinkRow.remove(action.value, id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            change.did("agreement.unlink", Subject(.agreement, id.value), detail: "{\"action\":\(action)}")
        }
    }

    /// Keeps a link as evidence of a linked action, with the agreement as its source; it is cleared there as any other evidence.
    package func keepEvidence(
        _ link: String, of action: ActionID, title: String, from id: AgreementID, by member: Member
    ) async throws(WorkspaceError) {
        let page = try await find(id, member)
        guard page.actions.contains(where: { $0.id == action.value }) else { throw .notFound }
        let title = try AgreementLimits.text(title, "title", most: 150, isNeeded: true)
        let whole = "\(title) – \(page.shown.terms.title)".prefix(Evidence.titleCharactersMax)
        _ = try await EvidenceFolder(store).add(
            .link(link), title: String(whole), isPublic: false, to: Subject(.action, action.value), by: member)
    }

    /// Links a programme that the workspace may see, or none.
    package func link(
        programme: ProgrammeID?, to id: AgreementID, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        if let programme, try await title(of: programme, member) == nil {
            throw .invalid("programme", "agreement.allowed.programme")
        }
        try await change(id, version: version, by: member) { agreement, change in
            guard let current = agreement.current, let one = try VersionRow.one(id, current, change.connection) else {
                throw WorkspaceError.invalid("programme", "agreement.allowed.notInForce")
            }
            guard one.parties.contains(where: { $0.workspace == change.workspace }) else {
                throw WorkspaceError.notFound
            }
            Self.share(agreement, one, &change)
            change.field(
                agreement.subject, "programme", from: agreement.programme?.description, to: programme?.description)
            agreement.programme = programme
            change.did("agreement.programme", agreement.subject)
        }
    }

    /// What a programme is called, as far as the workspace may see it: public ones and its own.
    package func title(of programme: ProgrammeID, _ member: Member) async throws(WorkspaceError) -> String? {
        let workspace = member.workspace.id
        return try await store.read { connection in
            try connection.first(
                """
                SELECT title FROM programme WHERE id = $1 AND withdrawn = 0 AND (public = 1 OR workspace_id = $2)
                """, [.int(programme.value), .int(workspace.value)]
            ) { try $0.text(0) }
        }
    }

    /// Makes a programme from the agreement in force, as a draft of the own workspace, and links it. Sums are written there.
    package func makeProgramme(
        from id: AgreementID, version: Int, states: [StateCode], by member: Member
    ) async throws(WorkspaceError) -> ProgrammeID {
        try member.require(.manageProgrammes)
        let page = try await inForce(id, member)
        guard page.agreement.version == version else {
            throw .stale(page.agreement.subject, version: page.agreement.version)
        }
        let terms = page.shown.terms
        var draft = ProgrammeDraft()
        draft.reporterReference = "XR-\(member.workspace.slug)"
        draft.identifier = "XR-\(member.workspace.slug)-agreement-\(id)"
        draft.reporterName = member.workspace.name
        draft.language = terms.language
        draft.title = terms.title
        draft.description = terms.purpose.isEmpty ? terms.title : terms.purpose
        draft.plannedStart = terms.starts ?? page.agreement.inForce.flatMap { CalendarDate($0) }
        draft.plannedEnd = terms.ends
        draft.states = states.count == 1 ? states.map { DraftShare(code: $0.rawValue) } : []
        let givers = Set(terms.contributions.map(\.giver))
        draft.partners = page.shown.parties.map { party in
            DraftPartner(
                role: givers.contains(party.workspace) ? "2" : "4",
                name: page.actors[party.workspace]?.name ?? party.workspace.description)
        }
        let made = try await programmes.add(draft, by: member)
        try await link(programme: made, to: id, version: version, by: member)
        return made
    }

    /// Asks an institution of the own workspace to answer at reviews, or asks it no longer.
    package func invite(
        _ institution: InstitutionID, _ isInvited: Bool, to id: AgreementID, by member: Member
    ) async throws(WorkspaceError) {
        try await quietly(id, by: member) { change in
            guard let found = try InstitutionRow.find(institution, change.workspace, change.connection),
                !found.isClosed
            else { throw WorkspaceError.invalid("institution", "people.institutionUnknown") }
            try InvitedRow.remove(institution, id, change.workspace, change.connection)
            if isInvited {
                try InvitedRow.add(institution, id, at: change.at, change.workspace, change.connection)
            }
            change.did(
                isInvited ? "agreement.invite" : "agreement.uninvite", Subject(.agreement, id.value),
                detail: "{\"institution\":\(institution)}")
        }
    }

    /// Agreements that an action of the own plan carries out.
    package func agreements(
        of action: ActionID, _ member: Member
    ) async throws(WorkspaceError) -> [(id: AgreementID, title: String)] {
        try member.require(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { try LinkRow.agreements(of: action.value, workspace, $0) }
    }

    private func inForce(_ id: AgreementID, _ member: Member) async throws(WorkspaceError) -> AgreementPage {
        let page = try await find(id, member)
        guard page.agreement.status == .inForce, page.shown.number == page.agreement.current else {
            throw .invalid("number", "agreement.allowed.notInForce")
        }
        return page
    }

    /// A change that concerns the own workspace alone.
    private func quietly(
        _ id: AgreementID, by member: Member, _ body: @Sendable @escaping (inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.makeAgreements)
        try await store.change(member) { change in
            guard let agreement = try AgreementRow.find(id, change.workspace, nil, change.connection),
                agreement.current != nil
            else { throw WorkspaceError.notFound }
            try body(&change)
        }
    }
}

extension Agreements {
    /// The line of the own plan that an issue is; taken in where it was not there. A partner takes issues of any State.
    package func commitment(to issue: IssueID, by member: Member) async throws(WorkspaceError) -> CommitmentID {
        try await plans.commit([issue], by: member)
        let workspace = member.workspace.id
        let found = try await store.read { connection in
            try connection.first(
                "SELECT id FROM commitment WHERE workspace_id = $1 AND issue_id = $2 AND withdrawn = 0",
                [.int(workspace.value), .int(issue.value)]
            ) { CommitmentID(try $0.int(0)) }
        }
        guard let found else { throw .notFound }
        return found
    }

    /// Lines of the own plan to put an action under, and actions that can be linked, by their titles.
    package func places(
        _ member: Member
    ) async throws(WorkspaceError) -> (commitments: [(id: CommitmentID, title: String)], actions: [LinkedAction]) {
        try member.require(.editPlan)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let commitments = try connection.all(
                "SELECT id, title FROM commitment WHERE workspace_id = $1 AND withdrawn = 0 ORDER BY title, id LIMIT 300",
                [.int(workspace.value)]
            ) { (id: CommitmentID(try $0.int(0)), title: try $0.text(1)) }
            let actions = try connection.all(
                """
                SELECT id, title, status FROM action WHERE workspace_id = $1 AND withdrawn = 0 AND status <> 'stopped'
                ORDER BY title, id LIMIT 300
                """, [.int(workspace.value)]
            ) { LinkedAction(id: try $0.int(0), title: try $0.text(1), status: try $0.text(2)) }
            return (commitments, actions)
        }
    }
}
