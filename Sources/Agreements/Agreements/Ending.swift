package import Domain
import People
import Store

extension Agreements {
    /// Gives notice, as any party may, with a reason. It binds as many days longer as the agreement says.
    package func terminate(
        _ id: AgreementID, version: Int, reason: String, by member: Member
    ) async throws(WorkspaceError) {
        let reason = try AgreementLimits.text(reason, "reason", isNeeded: true)
        let today = today(member)
        try await close(id, .terminated, reason, version: version, by: member) { terms in
            CalendarDate(dayNumber: today.dayNumber + terms.noticeDays)
        }
    }

    /// Says that it came to its end, once its last day is over.
    package func end(
        _ id: AgreementID, version: Int, note: String, by member: Member
    ) async throws(WorkspaceError) {
        let note = try AgreementLimits.text(note, "reason")
        let today = today(member)
        try await close(id, .ended, note, version: version, by: member) { terms in
            guard let ends = terms.ends, ends < today else {
                throw WorkspaceError.invalid("reason", "agreement.allowed.runs")
            }
            return ends
        }
    }

    private func close(
        _ id: AgreementID, _ status: AgreementStatus, _ why: String, version: Int, by member: Member,
        _ day: @Sendable @escaping (AgreementTerms) throws -> CalendarDate
    ) async throws(WorkspaceError) {
        let parties = try await change(id, version: version, by: member) { agreement, change in
            guard agreement.status == .inForce, let current = agreement.current,
                let one = try VersionRow.one(id, current, change.connection),
                one.parties.contains(where: { $0.workspace == change.workspace })
            else { throw WorkspaceError.invalid("reason", "agreement.allowed.notInForce") }
            agreement.status = status
            agreement.closed = change.at
            agreement.closedFrom = try day(one.terms)
            agreement.closedBy = change.workspace
            agreement.closedWhy = why
            // A draft or proposal that waits has nothing left to change.
            if let open = try VersionRow.last(id, change.connection).open {
                _ = try VersionRow.move(
                    id, open, from: [.draft, .proposed], to: .dropped, at: change.at, change.connection)
            }
            Self.share(agreement, one, &change)
            change.field(agreement.subject, "closedFrom", from: nil, to: agreement.closedFrom?.description)
            change.did("agreement.\(status.rawValue)", agreement.subject)
            try Self.tell(one, "agreementClosed", agreement, &change)
            return one.parties.map(\.workspace)
        }
        try await introductions.refresh(parties)
    }
}
