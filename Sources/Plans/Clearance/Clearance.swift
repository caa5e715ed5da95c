/// How far something has come on its way from whoever wrote it to what the State says.
///
/// Used for progress reports, evidence and proposed positions alike. The way is
/// `none -> submitted -> institution -> mechanism -> minister`; `returned` is the way back, with a note that says why.
package enum ClearanceStep: String, Sendable, CaseIterable {
    /// Being written: seen by its institution and the mechanism only.
    case none
    /// Its author asks for clearance.
    case submitted
    /// Cleared for the institution.
    case institution
    /// Cleared for the mechanism.
    case mechanism
    /// Cleared by the minister, or whoever has the last word; recorded by the mechanism.
    case minister
    /// Sent back with a note; it begins anew.
    case returned

    /// How far this is: 0 for what is not yet cleared by anybody.
    package var level: Int {
        switch self {
        case .none, .submitted, .returned: 0
        case .institution: 1
        case .mechanism: 2
        case .minister: 3
        }
    }

    /// May its text still be changed? What is submitted or cleared is changed only after it was returned.
    package var isOpen: Bool { self == .none || self == .returned }

    /// The steps that may follow, without regard to who takes them. `mechanism` may follow `submitted` where one person
    /// clears for both; nobody jumps over the mechanism.
    package var next: [ClearanceStep] {
        switch self {
        case .none, .returned: [.submitted, .institution]
        case .submitted: [.institution, .mechanism, .returned]
        case .institution: [.mechanism, .returned]
        case .mechanism: [.minister, .returned]
        case .minister: [.returned]
        }
    }
}

/// Where something stands on that way: the last step, who took it, when, and with which note.
///
/// Every step before it is in the history of the field `clearance` of its object.
package struct Clearance: Hashable, Sendable {
    package static let noteCharactersMax = 2_000

    package var step: ClearanceStep
    /// A member's name; nil before the first step.
    package var by: String?
    /// Fixed-width UTC instant; nil before the first step.
    package var at: String?
    package var note: String?

    package init(step: ClearanceStep = .none, by: String? = nil, at: String? = nil, note: String? = nil) {
        self.step = step
        self.by = by
        self.at = at
        self.note = note
    }

    /// Whether this counts where at least `needed` is asked for: nothing does before somebody has cleared it.
    package func counts(_ needed: ClearanceStep = .mechanism) -> Bool { step.level > 0 && step.level >= needed.level }
}
