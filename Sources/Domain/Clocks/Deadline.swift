/// How much a date asks of a State.
package enum DeadlineForce: String, Sendable, CaseIterable, Codable {
    /// An instrument or rule obliges.
    case binding
    /// A mechanism asks.
    case requested
    /// Encouraged, never owed: it is never late.
    case voluntary

    package var canBeLate: Bool { self != .voluntary }
}

/// What is done by a date: the filter of lists and calendars.
package enum DeadlineKind: String, Sendable, CaseIterable, Codable {
    case report, reply
    case followUp = "follow-up"
    case questions, position, accreditation, application, own
}

/// Where a date comes from. A rule moves only what is computed.
package enum DeadlineOrigin: String, Sendable, CaseIterable {
    /// It stands in a document.
    case printed
    /// A rule gives it, from the date of an event.
    case computed
    /// A person set it over a rule or a document.
    case fixed
    /// The workspace's own.
    case own
}

package enum DeadlineStatus: String, Sendable, CaseIterable {
    case open, done
    case notNeeded = "not-needed"
    /// What it came from is no more.
    case withdrawn
}

/// Who sees that a date is there at all.
package enum DeadlineAudience: String, Sendable, CaseIterable, Codable {
    case everyone = "all"
    /// Communications and complaints are confidential until they are published.
    case government
}

/// What starts a clock.
package enum ClockEventKind: String, Sendable, CaseIterable, Codable {
    case review = "upr-review"
    /// The Working Group adopts the draft of its report, days after the review.
    case reviewDraft = "upr-draft"
    /// The Council adopts the outcome.
    case reviewOutcome = "upr-outcome"
    case entryIntoForce = "entry-into-force"
    case concludingObservations = "concluding-observations"
    case complaint, views
    case inquiryFindings = "inquiry-findings"
    case allegationLetter = "allegation-letter"
    case urgentAppeal = "urgent-appeal"
    case detentionCommunication = "detention-communication"
    case detentionOpinion = "detention-opinion"
    case accreditation
    case fundCall = "fund-call"
    case other

    /// Whether it may be known outside government.
    package var audience: DeadlineAudience {
        switch self {
        case .complaint, .views, .inquiryFindings, .allegationLetter, .urgentAppeal, .detentionCommunication,
            .detentionOpinion:
            .government
        default: .everyone
        }
    }
}

package enum ClockUnit: String, Sendable, CaseIterable, Codable {
    case days
    case workingDays = "working-days"
    case weeks, months, years
}

/// So many units after an event; before it where the count is negative.
package struct ClockOffset: Hashable, Sendable {
    /// -1,200...1,200
    package var count: Int
    package var unit: ClockUnit

    package static let counts = -1_200...1_200

    package init(count: Int, unit: ClockUnit) {
        self.count = count
        self.unit = unit
    }
}
