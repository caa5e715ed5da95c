package import Domain

extension Clearance {
    /// May this member take this step for something of `institution`?
    ///
    /// - `writing` is the right to write such a thing: `.reportProgress`, `.proposePosition`.
    /// - Submitting and clearing for the institution is the institution's own: whoever may write for it.
    /// - Clearing for the mechanism and recording the minister's word is the mechanism's: `.clear`.
    /// - Returning is for whoever could take the next step; what is cleared for the mechanism only the mechanism returns.
    package func allows(
        _ step: ClearanceStep, _ member: Member, institution: InstitutionID?, writing: Right
    ) -> Bool {
        guard self.step.next.contains(step) else { return false }
        let isOwn = Self.covers(member, writing, institution)
        return switch step {
        case .none: false
        case .submitted, .institution: isOwn
        case .mechanism, .minister: Self.covers(member, .clear, institution)
        case .returned:
            Self.covers(member, .clear, institution) || (self.step == .submitted && isOwn)
        }
    }

    /// The steps this member may take now, in the order of the way.
    package func steps(_ member: Member, institution: InstitutionID?, writing: Right) -> [ClearanceStep] {
        step.next.filter { allows($0, member, institution: institution, writing: writing) }
    }

    /// Takes a step. `forbidden` where this member may not; `invalid` where a note is missing or too long, or the step does not
    /// follow from where the thing stands.
    package func taking(
        _ step: ClearanceStep, _ member: Member, institution: InstitutionID?, writing: Right, at: String, note: String?
    ) throws(WorkspaceError) -> Clearance {
        guard self.step.next.contains(step) else { throw .invalid("clearance", "clearance.doesNotFollow") }
        guard allows(step, member, institution: institution, writing: writing) else { throw .forbidden }
        let note = note.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        if step == .returned, note == nil { throw .invalid("note", "clearance.noteNeeded") }
        guard note?.count ?? 0 <= Self.noteCharactersMax else { throw .invalid("note", "clearance.noteLength") }
        return Clearance(step: step, by: member.name, at: at, note: note)
    }

    private static func covers(_ member: Member, _ right: Right, _ institution: InstitutionID?) -> Bool {
        switch member.reach(right) {
        case .none: false
        case .own: institution != nil && member.institution == institution
        case .all: true
        }
    }
}
