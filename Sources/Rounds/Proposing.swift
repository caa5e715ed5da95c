package import Domain
import People
package import Plans
import Store

/// What an institution answers.
package struct ProposalDraft: Hashable, Sendable {
    /// `supported` or `noted`; nil takes an answer back.
    package var position: Position?
    package var reason: String
    package var legalNote: String

    package init(position: Position?, reason: String = "", legalNote: String = "") {
        self.position = position
        self.reason = reason
        self.legalNote = legalNote
    }

    func checked() throws(WorkspaceError) -> ProposalDraft {
        if position == .pending { throw .invalid("position", "round.positionForm") }
        return ProposalDraft(
            position: position, reason: try ReasonText.checked(reason, "reason"),
            legalNote: try ReasonText.checked(legalNote, "legalNote"))
    }
}

extension Rounds {
    /// Answers for one institution on one paragraph, as of the version that was seen. A focal point answers for her own.
    package func answer(
        _ id: ProposalID, version: Int, _ draft: ProposalDraft, by member: Member
    ) async throws(WorkspaceError) {
        let limit = try member.limit(.proposePosition)
        let draft = try draft.checked()
        try await store.change(member) { change in
            let found = try Self.proposal(id, limit, change)
            if let reason = try Self.write(draft, found.proposal, version: version, found.paragraph, &change) {
                throw WorkspaceError.invalid("proposal", "round.skip.\(reason.rawValue)")
            }
            change.did("round.propose", found.proposal.subject)
        }
    }

    /// The same answer on many paragraphs for one institution.
    package func answer(
        _ id: RoundID, _ picks: [RoundPick], for institution: InstitutionID, _ draft: ProposalDraft, by member: Member
    ) async throws(WorkspaceError) -> RoundOutcome {
        if let limit = try member.limit(.proposePosition), limit != institution { throw .forbidden }
        let draft = try draft.checked()
        return try await store.change(member) { change in
            let round = try RoundRow.lock(id, change.workspace, change.connection)
            var outcome = RoundOutcome()
            var written: [Subject] = []
            try Self.walk(round, picks, change, &outcome) { line, outcome in
                guard let proposal = line.proposals.first(where: { $0.institution == institution }) else {
                    return outcome.skip(line.paragraph, .notAsked)
                }
                let reason = try Self.write(
                    draft, proposal, version: proposal.version, line.paragraph, &change)
                if let reason { return outcome.skip(line.paragraph, reason) }
                written.append(proposal.subject)
                outcome.done += 1
            }
            for subject in written { change.did("round.propose", subject) }
            return outcome
        }
    }

    /// Takes a step of clearance for one answer: the institution stands behind it, or the mechanism returns it.
    package func clearProposal(
        _ id: ProposalID, version: Int, _ step: ClearanceStep, note: String?, by member: Member
    ) async throws(WorkspaceError) {
        let limit = try member.limit(.proposePosition)
        try await store.change(member) { change in
            let found = try Self.proposal(id, limit, change)
            try Self.take(step, note, found.proposal, version: version, &change)
        }
    }

    /// The institution stands behind all its answers on these paragraphs.
    package func clearProposals(
        _ id: RoundID, _ picks: [RoundPick], of institution: InstitutionID, note: String?, by member: Member
    ) async throws(WorkspaceError) -> RoundOutcome {
        if let limit = try member.limit(.proposePosition), limit != institution { throw .forbidden }
        return try await store.change(member) { change in
            let round = try RoundRow.lock(id, change.workspace, change.connection)
            var outcome = RoundOutcome()
            try Self.walk(round, picks, change, &outcome) { line, outcome in
                guard let proposal = line.proposals.first(where: { $0.institution == institution }) else {
                    return outcome.skip(line.paragraph, .notAsked)
                }
                guard proposal.position != nil else { return outcome.skip(line.paragraph, .unresolved) }
                guard proposal.clearance.step.next.contains(.institution) else {
                    return outcome.skip(line.paragraph, .unchanged)
                }
                try Self.take(.institution, note, proposal, version: proposal.version, &change)
                outcome.done += 1
            }
            return outcome
        }
    }

    private static func proposal(
        _ id: ProposalID, _ limit: InstitutionID?, _ change: WorkspaceChange
    ) throws -> (proposal: Proposal, paragraph: RoundParagraph) {
        guard let known = try ProposalRow.find(id, change.workspace, only: limit, change.connection) else {
            throw WorkspaceError.notFound
        }
        _ = try RoundRow.lock(known.round, change.workspace, change.connection)
        guard let proposal = try ProposalRow.find(id, change.workspace, only: limit, change.connection),
            let paragraph = try RoundParagraphRow.find(
                proposal.paragraph, change.workspace, only: nil, change.connection)
        else { throw WorkspaceError.notFound }
        return (proposal, paragraph)
    }

    /// Writes an answer, or says why it cannot be.
    private static func write(
        _ draft: ProposalDraft, _ old: Proposal, version: Int, _ paragraph: RoundParagraph,
        _ change: inout WorkspaceChange
    ) throws -> RoundOutcome.Reason? {
        guard paragraph.isLive else { return .gone }
        guard paragraph.clearance.step.isOpen, old.clearance.step.isOpen else { return .cleared }
        if draft.position == .noted, draft.reason.isEmpty { return .reasonNeeded }
        var new = old
        new.position = draft.position
        new.reason = draft.reason
        new.legalNote = draft.legalNote
        new.answeredBy = draft.position == nil ? nil : change.member.name
        new.answeredAt = draft.position == nil ? nil : change.at
        guard version == old.version else { throw WorkspaceError.stale(old.subject, version: old.version) }
        if (old.position, old.reason, old.legalNote) == (new.position, new.reason, new.legalNote) { return .unchanged }
        change.field(old.subject, "position", from: old.position?.rawValue, to: new.position?.rawValue)
        change.field(old.subject, "reason", from: old.reason, to: new.reason)
        change.field(old.subject, "legalNote", from: old.legalNote, to: new.legalNote)
        try ProposalRow.update(new, version: version, change.workspace, change.connection)
        return nil
    }

    private static func take(
        _ step: ClearanceStep, _ note: String?, _ old: Proposal, version: Int, _ change: inout WorkspaceChange
    ) throws {
        guard step == .submitted || step == .institution || step == .returned else {
            throw WorkspaceError.invalid("clearance", "clearance.doesNotFollow")
        }
        if old.position == nil { throw WorkspaceError.invalid("proposal", "round.answerFirst") }
        var new = old
        new.clearance = try old.clearance.taking(
            step, change.member, institution: old.institution, writing: .proposePosition, at: change.at, note: note)
        change.field(
            old.subject, "clearance", from: old.clearance.step.rawValue, to: step.rawValue, why: new.clearance.note)
        try ProposalRow.update(new, version: version, change.workspace, change.connection)
        change.did("round.proposal.\(step.rawValue)", old.subject)
    }
}
