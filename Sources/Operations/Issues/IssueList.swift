package import Domain

/// A State's issues.
package struct IssueList: Sendable {
    package var state: StateCode
    /// Those with at least one record that fits what was asked, most of those records first, ties by id.
    package var items: [IssueSummary]
    /// All issues of the State that have records, whatever was asked.
    package var issues: Int
    /// Recommendations of the State that are in an issue, whatever was asked.
    package var records: Int
    /// Its recommendations that are in none yet; 0 where the list is complete.
    package var outside: Int
    /// When issues were last computed, a fixed-width UTC instant; nil where they never were.
    package var computed: String?
    /// They are being computed at this moment: ask again in a few seconds.
    package var isComputing: Bool
    /// What the list can be narrowed by, over all the State's issues: records by value, most first.
    package var cycles: FacetCounts
    package var mechanisms: FacetCounts
    package var themes: FacetCounts
    /// Issues in each class, whatever was asked.
    package var classes: [RepeatClass: Int]
    /// Open proposals over all the State's issues.
    package var proposals: Int
}

/// One issue in a list. Numbers are over all its records, whatever the list was narrowed by.
package struct IssueSummary: Sendable {
    package var issue: Issue
    package var count: Int
    /// Records that fit what the list was narrowed by; `count` where it was not.
    package var matching: Int
    /// Groups of two or more that say nearly the same.
    package var nearGroups: Int
    /// Records of each cycle of the review, by cycle.
    package var cycles: [(cycle: Int, count: Int)]
    /// Most first.
    package var mechanisms: [(mechanism: MechanismCode, count: Int)]
    package var firstYear: Int?
    package var lastYear: Int?
    /// How many different States recommended it.
    package var recommending: Int
    /// As they stand now.
    package var positions: PositionTally
    package var repeatClass: RepeatClass
    /// Records noted on an occasion that a later one followed.
    package var notedBefore: Int
    /// How many occasions: cycles of the review and documents of other mechanisms.
    package var occasions: Int
    package var pinned: Int
    /// Open proposals to move something out of it or into it.
    package var proposals: Int
}

/// What `Issues.refresh` did.
package struct IssueRefresh: Sendable, Hashable {
    package var state: StateCode
    /// Recommendations of the State.
    package var records = 0
    /// Newcomers that went into issues that stood.
    package var joined = 0
    /// Issues made.
    package var made = 0
    /// Open proposals now.
    package var proposals = 0
    /// Memberships of records that are gone or no longer speak to the State.
    package var removed = 0
    /// Times it was computed, because something was decided meanwhile.
    package var attempts = 1
    /// Milliseconds, all together.
    package var milliseconds = 0

    package init(state: StateCode) { self.state = state }
}

/// What is being computed.
package struct IssueProgress: Sendable, Hashable {
    /// The State whose issues are being computed now.
    package var state: StateCode?
    /// States that wait, as the service last counted.
    package var statesWaiting = 0
    /// Recommendations of those that are in no issue yet.
    package var recordsWaiting = 0
    /// States done since the process began.
    package var statesDone = 0
    /// Why the last one failed; nil where it did not.
    package var failure: String?

    package init() {}
}
