package import Domain
package import Plans
package import Store

/// Which reports a list is about.
package struct ProgressFilter: Hashable, Sendable {
    package var period: ReportingPeriod?
    package var institution: InstitutionID?
    package var action: ActionID?
    package var step: ClearanceStep?

    package init(
        period: ReportingPeriod? = nil, institution: InstitutionID? = nil, action: ActionID? = nil,
        step: ClearanceStep? = nil
    ) {
        self.period = period
        self.institution = institution
        self.action = action
        self.step = step
    }
}

/// What a member sees of progress and evidence, as a condition of the statement that reads it.
///
/// - Who may see what is internal in the whole workspace sees everything.
/// - A focal point sees everything of her institution, and what counts of others on actions her institution leads or supports.
/// - Others see what counts.
package struct ProgressScope: Sendable {
    let workspace: WorkspaceID
    /// Whose rows alone; nil: all.
    let institution: InstitutionID?
    let seesInternal: Bool
    let counting: [ClearanceStep]

    package init(_ member: Member, _ setting: ProgressSetting) throws(WorkspaceError) {
        workspace = member.workspace.id
        institution = try member.limit(.seePlan)
        seesInternal = member.may(.seeInternal)
        counting = setting.counting
    }

    /// Everything in the workspace: what a check of the program itself needs to read.
    init(whole workspace: WorkspaceID) {
        self.workspace = workspace
        institution = nil
        seesInternal = true
        counting = []
    }

    /// On rows `r` of `progress_report`. `isAcross`: with what others reported on the institution's actions.
    package func condition(_ values: inout [SQLValue], isAcross: Bool) -> String {
        // As an expression, so that lists are read in the order of ids and not sorted out of an index of clearances.
        let counts =
            "COALESCE(r.clearance, '') IN (" + counting.map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"
        guard let institution else { return seesInternal ? "1 = 1" : counts }
        values.append(.int(institution.value))
        let place = "$\(values.count)"
        let own = seesInternal ? "r.institution_id = \(place)" : "(r.institution_id = \(place) AND \(counts))"
        guard isAcross else { return own }
        let near =
            "r.action_id IN (SELECT a.id FROM action a WHERE a.workspace_id = $1 AND \(PlanReach.action("a", place)))"
        return "(\(own) OR (\(counts) AND \(near)))"
    }
}
