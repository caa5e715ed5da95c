/// How far something is let out. Each stage sees what the later ones see.
package enum PublicStage: String, Sendable, CaseIterable, Comparable {
    /// The mechanism alone.
    case draft
    /// The institutions of government too.
    case institution
    /// Members of every kind, partners and contributors among them.
    case partners
    case everybody = "public"

    private var level: Int {
        switch self {
        case .draft: 0
        case .institution: 1
        case .partners: 2
        case .everybody: 3
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.level < right.level }
}

/// What a coordinator chooses a stage for.
package enum PublicField: String, Sendable, CaseIterable {
    case commitments, actions, lead, milestones, dates, status, money
    case statements, progress, percent, evidence
    case indicators, observations
    case deadlines
    case positions
    case needs, given
    case consultations
    case contacts

    package var part: PublicPart {
        switch self {
        case .commitments, .actions, .lead, .milestones, .dates, .status, .money: .plan
        case .statements, .progress, .percent, .evidence: .progress
        case .indicators, .observations: .indicators
        case .deadlines: .deadlines
        case .positions: .positions
        case .needs, .given: .help
        case .consultations: .consultations
        case .contacts: .contacts
        }
    }

    /// One of these has to be shown for this to be shown; empty for what stands by itself.
    package var under: [PublicField] {
        switch self {
        case .actions, .lead, .dates, .status, .statements: [.commitments]
        case .milestones, .money, .progress: [.actions]
        case .percent: [.progress]
        case .evidence: [.statements, .progress]
        case .observations: [.indicators]
        default: []
        }
    }

    /// What only the mechanism of a State has.
    package var isOfMechanisms: Bool { self == .positions || self == .needs || self == .statements }
}

/// The parts of a public page.
package enum PublicPart: String, Sendable, CaseIterable {
    case plan, progress, indicators, deadlines, positions, help, consultations, contacts

    package var fields: [PublicField] { PublicField.allCases.filter { $0.part == self } }
}
