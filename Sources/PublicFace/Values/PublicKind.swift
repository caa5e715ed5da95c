package import Domain

/// A kind of object that the public page shows one by one.
package enum PublicKind: String, Sendable, CaseIterable {
    case commitment
    /// One recommendation as its commitment plans it.
    case recommendation = "planned-recommendation"
    case action, milestone
    /// What the State says of implementation.
    case statement
    /// A report that was cleared.
    case progress
    case evidence, indicator, observation, deadline
    /// A position that a round was frozen with.
    case position

    /// The choice by which objects of this kind are shown at all.
    package var field: PublicField {
        switch self {
        case .commitment, .recommendation: .commitments
        case .action: .actions
        case .milestone: .milestones
        case .statement: .statements
        case .progress: .progress
        case .evidence: .evidence
        case .indicator: .indicators
        case .observation: .observations
        case .deadline: .deadlines
        case .position: .positions
        }
    }

    /// The choice by which one of its fields is shown.
    package func field(of name: String) -> PublicField {
        switch self {
        case .statement, .evidence, .observation, .deadline, .position: return field
        default: break
        }
        return switch name {
        case "lead", "supporting", "institution": .lead
        case "due", "starts", "done": self == .progress ? .progress : .dates
        case "status": .status
        case "percent": .percent
        case "cost", "currency", "gap", "budget": .money
        default: field
        }
    }

    /// What it belongs to; nil for what stands by itself. Evidence says itself.
    package var parent: PublicKind? {
        switch self {
        case .recommendation, .action, .statement: .commitment
        case .milestone, .progress: .action
        case .observation: .indicator
        case .commitment, .evidence, .indicator, .deadline, .position: nil
        }
    }

    /// Has a page of its own.
    package var hasPage: Bool { self == .commitment || self == .action || self == .indicator }

    /// As the history of the workspace knows it; nil where it has none of its own.
    package var subject: SubjectKind? {
        switch self {
        case .statement, .position: nil
        default: SubjectKind(rawValue: rawValue)
        }
    }
}
