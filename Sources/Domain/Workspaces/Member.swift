/// Somebody at work in one workspace. Every operation on a workspace takes one, and every statement carries its workspace.
package struct Member: Hashable, Sendable {
    package let workspace: Workspace
    package let account: AccountID
    /// As the audit log knows this person; `cli:<user>` and `system` at the command line and for services.
    package let name: String
    package let role: WorkspaceRole
    /// Whose rows a focal point works on; for other roles the institution they come from, if any.
    package let institution: InstitutionID?
    /// What a token was made for, where one stands for this person; nil: all that the role gives.
    package let scope: Set<Right>?

    package init(
        workspace: Workspace, account: AccountID, name: String, role: WorkspaceRole, institution: InstitutionID?,
        scope: Set<Right>? = nil
    ) {
        self.workspace = workspace
        self.account = account
        self.name = name
        self.role = role
        self.institution = institution
        self.scope = scope
    }

    /// The same person with no rights but these, however many the role has.
    package func limited(to scope: Set<Right>?) -> Member {
        guard let scope else { return self }
        return Member(
            workspace: workspace, account: account, name: name, role: role, institution: institution,
            scope: self.scope?.intersection(scope) ?? scope)
    }

    /// Who keeps the store's files has every right on them: the command line and the program's own services.
    package static func keeper(_ name: String, of workspace: Workspace) -> Member {
        Member(workspace: workspace, account: AccountID(0), name: name, role: .administrator, institution: nil)
    }

    /// How far a right reaches. `own` without an institution is nothing, and what only the mechanism of a State does is nothing to a
    /// partner.
    package func reach(_ right: Right) -> Reach {
        if let scope, !scope.contains(right) { return .none }
        if right.isOfMechanisms, workspace.kind != .mechanism { return .none }
        let reach = role.reach(right)
        return reach == .own && institution == nil ? .none : reach
    }

    package func may(_ right: Right) -> Bool { reach(right) != .none }

    /// The institution whose rows alone may be touched; nil where all may. Throws where nothing may.
    package func limit(_ right: Right) throws(WorkspaceError) -> InstitutionID? {
        switch reach(right) {
        case .none: throw .forbidden
        case .own: return institution
        case .all: return nil
        }
    }

    package func require(_ right: Right) throws(WorkspaceError) {
        if !may(right) { throw .forbidden }
    }
}

/// Why something in a workspace was not done.
package enum WorkspaceError: Error, Hashable, Sendable {
    /// Not there, of another workspace, or out of reach: the same to whoever asks.
    case notFound
    case forbidden
    /// Somebody changed it meanwhile: which object, and the version that stands.
    case stale(Subject, version: Int)
    /// `allowed` completes the sentence "{field}: {allowed}"; a message key where one is known.
    case invalid([Trouble])
    case store(String)

    package struct Trouble: Hashable, Sendable {
        package var field: String
        package var allowed: String

        package init(_ field: String, _ allowed: String) {
            self.field = field
            self.allowed = allowed
        }
    }

    package static func invalid(_ field: String, _ allowed: String) -> WorkspaceError {
        .invalid([Trouble(field, allowed)])
    }
}

/// An object of a workspace, as the audit log, the history of fields, comments and alerts name it: `action/17`.
package struct Subject: Hashable, Sendable, CustomStringConvertible {
    package var kind: SubjectKind
    package var id: Int64

    package init(_ kind: SubjectKind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }

    package var description: String { "\(kind.rawValue)/\(id)" }
}

package enum SubjectKind: String, Hashable, Sendable, CaseIterable {
    case workspace, membership, invitation, institution
    case commitment, action, milestone, law, meeting, letter
    /// One recommendation as its commitment plans it.
    case plannedRecommendation = "planned-recommendation"
    case round, proposal
    case roundParagraph = "round-paragraph"
    case decision
    case meetingItem = "meeting-item"
    case letterTemplate = "letter-template"
    case indicator, observation, progress, evidence, comment
    case workbook, deadline, alert
    /// A predecessor's workbook, and one row of it; a workbook that came back filled in.
    case tracking
    case trackingRow = "tracking-row"
    case workbookReturn = "workbook-return"
    case clockEvent = "clock-event"
    case clockRule = "clock-rule"
    /// Cooperation.
    case need, consent, offer, fund, application
    case fundCall = "fund-call"
    case match, introduction, agreement, screening, review
    case screeningMoment = "screening-moment"
    case screeningRisk = "screening-risk"
    case programme, practice
    case emergingIssue = "emerging-issue"
    /// Accountability.
    case assessment
    case assessmentScheme = "assessment-scheme"
    case assessmentSource = "assessment-source"
    case stateFact = "state-fact"
    case recipientKey = "recipient-key"
    case consultation, contribution, report
    case reportParagraph = "report-paragraph"
    case publicFace = "public-face"
    case removal
}
