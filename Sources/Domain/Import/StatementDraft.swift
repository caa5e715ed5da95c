/// What one document says of one paragraph of another: a State's answer, as an addendum has it, or how somebody graded what was done.
/// Kept until the paragraph is in the record.
package struct StatementDraft: Codable, Hashable, Sendable {
    /// A value in a scheme, and whose it is. Never converted.
    package struct Grade: Codable, Hashable, Sendable {
        /// Raw value of `Assessment.AssessorKind`, one that documents name.
        package var assessor: String
        /// A State's code, a body's name.
        package var name: String
        package var scheme: String
        package var value: String

        package init(assessor: Assessment.AssessorKind, name: String, scheme: String, value: String) {
            self.assessor = assessor.rawValue
            self.name = name
            self.scheme = scheme
            self.value = value
        }
    }

    package var position: Position?
    package var date: CalendarDate?
    /// The document that says so.
    package var document: String?
    /// The State's own words.
    package var wording: String?
    package var reason: String?
    package var claim: Finding.Claim?
    /// The lettered part it speaks of (`b` of `21(b)`); nil for the whole.
    package var letter: String?
    /// The recommending States whose wording it speaks of; empty for all.
    package var states: [StateCode]
    /// The State that answers.
    package var by: StateCode?
    package var grade: Grade?

    package init(
        position: Position? = nil, date: CalendarDate? = nil, document: String? = nil, wording: String? = nil,
        reason: String? = nil, claim: Finding.Claim? = nil, letter: String? = nil, states: [StateCode] = [],
        by: StateCode? = nil, grade: Grade? = nil
    ) {
        self.position = position
        self.date = date
        self.document = document
        self.wording = wording
        self.reason = reason
        self.claim = claim
        self.letter = letter
        self.states = states
        self.by = by
        self.grade = grade
    }
}

/// What a committee marks a paragraph for.
package struct FollowUpDraft: Codable, Hashable, Sendable {
    package var isForFollowUp: Bool
    package var due: CalendarDate?
    package var isPriority: Bool
    /// The words that the date was computed from; nil where the date is printed.
    package var computedFrom: String?
    /// Labels of the duties that are meant; empty for the whole paragraph.
    package var duties: [String]

    package init(
        isForFollowUp: Bool, due: CalendarDate? = nil, isPriority: Bool, computedFrom: String? = nil,
        duties: [String] = []
    ) {
        self.isForFollowUp = isForFollowUp
        self.due = due
        self.isPriority = isPriority
        self.computedFrom = computedFrom
        self.duties = duties
    }
}
