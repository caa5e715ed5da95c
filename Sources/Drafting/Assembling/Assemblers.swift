package import Domain
package import Reference

/// Which kinds can be drafted, and how long each may be.
package enum Assemblers {
    /// Nil for kinds that nothing is drafted for.
    package static func of(_ kind: ReportKind) -> (any ReportAssembler.Type)? {
        switch kind {
        case .nationalReport: NationalReport.self
        case .addendum: Addendum.self
        case .midTerm: MidTermReport.self
        case .treatyInitial, .treatyPeriodic: TreatyReport.self
        case .listOfIssuesReplies, .lioprReplies: IssueReplies.self
        case .followUp: FollowUpReport.self
        default: FurtherReports.of(kind)
        }
    }

    /// What a workspace of this kind can draft, in the order of the list of kinds.
    package static func kinds(_ workspace: Workspace) -> [ReportKind] {
        ReportKind.allCases.filter { of($0) != nil && (workspace.kind == .mechanism || !$0.isOfMechanisms) }
    }
}

extension Drafting {
    /// The limit of words of a report; nil where there is none.
    package func wordsMax(_ kind: ReportKind, _ scope: ReportScope) -> Int? { limit(kind, scope)?.wordsMax }

    /// The limit with where it is written; nil where the kind has none.
    package func limit(_ kind: ReportKind, _ scope: ReportScope) -> LengthLimit? {
        guard let code = outlines.outline(kind)?.limit(isJoint: scope.isJoint) else { return nil }
        return reference.limits.first { $0.code == code }
    }
}
