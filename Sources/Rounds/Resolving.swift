package import Domain
import People
package import Plans
import Store

extension Rounds {
    /// Settles on a position for one paragraph, as of the version that was seen. What is noted, and what institutions differ on, needs
    /// a reason. A nil position takes the resolution back.
    package func resolve(
        _ id: RoundParagraphID, version: Int, _ draft: ProposalDraft, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageRound)
        let draft = try draft.checked()
        try await store.change(member) { change in
            guard let known = try RoundParagraphRow.find(id, change.workspace, only: nil, change.connection) else {
                throw WorkspaceError.notFound
            }
            let round = try RoundRow.lock(known.round, change.workspace, change.connection)
            guard let line = try Self.lines(round, nil, change.connection).first(where: { $0.paragraph.id == id })
            else { throw WorkspaceError.notFound }
            guard line.paragraph.version == version else {
                throw WorkspaceError.stale(line.paragraph.subject, version: line.paragraph.version)
            }
            if let reason = try Self.settle(line, draft, &change) {
                throw WorkspaceError.invalid(
                    reason == .reasonNeeded ? "reason" : "paragraph", "round.skip.\(reason.rawValue)")
            }
            change.did("round.resolve", line.paragraph.subject)
        }
    }

    /// The same position and reason for many paragraphs: they are answered together.
    package func resolve(
        _ id: RoundID, _ picks: [RoundPick], _ draft: ProposalDraft, by member: Member
    ) async throws(WorkspaceError) -> RoundOutcome {
        try member.require(.manageRound)
        let draft = try draft.checked()
        return try await settle(id, picks, by: member) { _ in draft }
    }

    /// Takes over what all institutions that were asked agree on; the others are named. Several reasons for one position stand
    /// one below the other.
    package func resolveAgreed(
        _ id: RoundID, _ picks: [RoundPick], by member: Member
    ) async throws(WorkspaceError) -> RoundOutcome {
        try member.require(.manageRound)
        return try await settle(id, picks, by: member) { line in
            guard let position = line.agreed else { return nil }
            return ProposalDraft(
                position: position,
                reason: String(line.reasons.joined(separator: "\n").prefix(ReasonText.charactersMax)),
                legalNote: line.paragraph.legalNote)
        }
    }

    private func settle(
        _ id: RoundID, _ picks: [RoundPick], by member: Member,
        _ draft: @Sendable @escaping (RoundLine) -> ProposalDraft?
    ) async throws(WorkspaceError) -> RoundOutcome {
        try await store.change(member) { change in
            let round = try RoundRow.lock(id, change.workspace, change.connection)
            var outcome = RoundOutcome()
            try Self.walk(round, picks, change, &outcome) { line, outcome in
                guard let draft = draft(line) else { return outcome.skip(line.paragraph, .notAgreed) }
                if let reason = try Self.settle(line, draft, &change) { return outcome.skip(line.paragraph, reason) }
                change.did("round.resolve", line.paragraph.subject)
                outcome.done += 1
            }
            return outcome
        }
    }

    private static func settle(
        _ line: RoundLine, _ draft: ProposalDraft, _ change: inout WorkspaceChange
    ) throws -> RoundOutcome.Reason? {
        let old = line.paragraph
        guard old.isLive else { return .gone }
        guard old.decided == nil else { return .decided }
        guard old.clearance.step.isOpen else { return .cleared }
        if draft.position != nil, draft.reason.isEmpty, draft.position == .noted || line.isDisputed {
            return .reasonNeeded
        }
        var new = old
        new.resolution = draft.position
        new.reason = draft.position == nil ? "" : draft.reason
        new.legalNote = draft.legalNote
        if (old.resolution, old.reason, old.legalNote) == (new.resolution, new.reason, new.legalNote) {
            return .unchanged
        }
        change.field(old.subject, "resolution", from: old.resolution?.rawValue, to: new.resolution?.rawValue)
        change.field(old.subject, "reason", from: old.reason, to: new.reason)
        change.field(old.subject, "legalNote", from: old.legalNote, to: new.legalNote)
        try RoundParagraphRow.settle(new, version: old.version, change.workspace, change.connection)
        return nil
    }

    /// The steps that what the mechanism settles on goes through, in order.
    package static let steps: [ClearanceStep] = [.institution, .mechanism, .minister]

    /// Records a step of clearance for paragraphs, or returns them with a note. Clearance for the institutions asks that every
    /// institution stands behind its answer, unless a note says why that is passed over.
    package func clear(
        _ id: RoundID, _ picks: [RoundPick], _ step: ClearanceStep, note: String?, by member: Member
    ) async throws(WorkspaceError) -> RoundOutcome {
        try member.require(.clear)
        guard step == .returned || Self.steps.contains(step) else {
            throw .invalid("clearance", "clearance.doesNotFollow")
        }
        let note = note?.trimmingWhitespace
        return try await store.change(member) { change in
            let round = try RoundRow.lock(id, change.workspace, change.connection)
            var outcome = RoundOutcome()
            try Self.walk(round, picks, change, &outcome) { line, outcome in
                if let reason = try Self.clear(line, step, note, &change) {
                    return outcome.skip(line.paragraph, reason)
                }
                outcome.done += 1
            }
            return outcome
        }
    }

    private static func clear(
        _ line: RoundLine, _ step: ClearanceStep, _ note: String?, _ change: inout WorkspaceChange
    ) throws -> RoundOutcome.Reason? {
        let old = line.paragraph
        guard old.decided == nil else { return .decided }
        guard old.resolution != nil else { return .unresolved }
        guard old.clearance.step.next.contains(step) else { return .doesNotFollow }
        if step == .institution, note?.isEmpty ?? true, !line.proposals.allSatisfy(\.isCleared) {
            return .institutionMissing
        }
        var new = old
        new.clearance = try old.clearance.taking(
            step, change.member, institution: nil, writing: .manageRound, at: change.at, note: note)
        change.field(
            old.subject, "clearance", from: old.clearance.step.rawValue, to: step.rawValue, why: new.clearance.note)
        try RoundParagraphRow.settle(new, version: old.version, change.workspace, change.connection)
        change.did("round.\(step == .returned ? "return" : "clear.\(step.rawValue)")", old.subject)
        return nil
    }
}
