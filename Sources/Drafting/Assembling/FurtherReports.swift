/// Kinds beyond the review and the treaty bodies. What only people can say stays empty under its heading.
enum FurtherReports {
    static func of(_ kind: ReportKind) -> (any ReportAssembler.Type)? {
        switch kind {
        case .commonCore: CommonCoreDocument.self
        case .communicationReply: CommunicationReply.self
        case .fundApplication: FundApplicationReport.self
        case .actionPlan: ActionPlanReport.self
        case .actionPlanReview: ActionPlanReview.self
        case .matrix: RecommendationMatrix.self
        case .stakeholderSubmission: StakeholderSubmission.self
        case .countryTeamContribution: CountryTeamContribution.self
        default: nil
        }
    }
}
