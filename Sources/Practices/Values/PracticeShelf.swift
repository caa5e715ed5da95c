/// Where a practice stands in the library. Shelves are fixed: a practice stands on one.
package enum PracticeShelf: String, Hashable, Sendable, CaseIterable {
    case womenPeaceSecurity = "women-peace-security"
    case humanRightsEducation = "human-rights-education"
    case migration, climate, cities
    case rightToDevelopment = "right-to-development"
    /// Sale of children and legal cooperation.
    case saleOfChildren = "sale-of-children"
    /// Exchange between national institutions.
    case nationalInstitutions = "national-institutions"
    case general
}

/// Where an edition of a practice, or an emerging issue, is on its way to readers.
package enum PracticeStatus: String, Hashable, Sendable, CaseIterable {
    case draft
    /// Waits for reviewers.
    case handedIn = "handed-in"
    /// At least one other workspace has taken it up.
    case inReview = "in-review"
    /// Sent back with reasons.
    case returned
    case published
    /// A later edition is published in its place.
    case replaced
    case withdrawn

    /// With reviewers, so that its author does not change it.
    package var isWithReviewers: Bool { self == .handedIn || self == .inReview }
}
