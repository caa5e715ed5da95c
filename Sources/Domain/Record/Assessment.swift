/// What somebody says of how far a recommendation is carried out. Assessments stand side by side; none replaces another, and no
/// scheme is converted into another.
package struct Assessment: Hashable, Sendable {
    package enum AssessorKind: String, Sendable, CaseIterable {
        case state, nhri, civilSociety = "civil-society", un, committee, expert
        /// Of workspaces and packages only; documents name none of these.
        case donor, regionalBody = "regional-body", other
    }

    /// The scheme of a State's own claims: `implemented`, `inProgress`, `partly`.
    package static let claimScheme = "claim"

    package var assessor: AssessorKind
    /// Who: a State's code, a body's name.
    package var assessorName: String
    /// The scheme its value belongs to.
    package var scheme: String
    package var value: String
    package var date: CalendarDate?
    package var wording: String?
    package var source: SourceCode
    /// The document that says so.
    package var document: String?
    /// The part it speaks of; nil for the whole.
    package var part: PartID?

    package init(
        assessor: AssessorKind, assessorName: String, scheme: String, value: String, date: CalendarDate? = nil,
        wording: String? = nil, source: SourceCode, document: String? = nil, part: PartID? = nil
    ) {
        self.assessor = assessor
        self.assessorName = assessorName
        self.scheme = scheme
        self.value = value
        self.date = date
        self.wording = wording
        self.source = source
        self.document = document
        self.part = part
    }
}

/// Two sources say different things of one recommendation; the record keeps the first and lists the other.
package struct Disagreement: Hashable, Sendable {
    package enum Field: String, Sendable, CaseIterable {
        /// The other source does not name this recommending State.
        case stateMissing = "state-missing"
        /// The other source names a recommending State that the recorded list does not have.
        case stateExtra = "state-extra"
        case position
        /// The same position, said to stand in another document.
        case positionDocument = "position-document"
    }

    package var recommendation: RecommendationID
    package var field: Field
    /// What the record has; nil for an extra State.
    package var recorded: String?
    package var recordedSource: SourceCode
    /// What the other source says; nil for a missing State.
    package var other: String?
    package var otherSource: SourceCode

    package init(
        recommendation: RecommendationID, field: Field, recorded: String?, recordedSource: SourceCode,
        other: String?, otherSource: SourceCode
    ) {
        self.recommendation = recommendation
        self.field = field
        self.recorded = recorded
        self.recordedSource = recordedSource
        self.other = other
        self.otherSource = otherSource
    }
}

/// What a committee marked a paragraph for.
package struct FollowUpMark: Hashable, Sendable {
    /// Whether information on follow-up is asked for.
    package var isForFollowUp: Bool
    /// By when. A paragraph without a date has no clock.
    package var due: CalendarDate?
    /// The document's words that the date was computed from; nil where the date itself is printed.
    package var computedFrom: String?
    /// Labels of the duties that are meant; empty for the whole paragraph.
    package var duties: [String]
    /// "Of particular importance" for the next report.
    package var isPriority: Bool
    package var source: SourceCode
    package var document: String?

    package init(
        isForFollowUp: Bool, due: CalendarDate? = nil, computedFrom: String? = nil, duties: [String] = [],
        isPriority: Bool, source: SourceCode, document: String? = nil
    ) {
        self.isForFollowUp = isForFollowUp
        self.due = due
        self.computedFrom = computedFrom
        self.duties = duties
        self.isPriority = isPriority
        self.source = source
        self.document = document
    }
}

/// A finding of a document that this recommendation was made from, and who let it in.
package struct AcceptedFinding: Hashable, Sendable {
    package var reading: ReadingID
    package var item: ReadingItemID
    /// The file's name.
    package var name: String
    package var source: SourceCode
    package var symbol: DocumentSymbol?
    package var language: LanguageTag?
    package var page: Int?
    package var isCorrected: Bool
    package var acceptedBy: String
    /// Fixed-width UTC instant.
    package var acceptedAt: String

    package init(
        reading: ReadingID, item: ReadingItemID, name: String, source: SourceCode, symbol: DocumentSymbol?,
        language: LanguageTag?, page: Int?, isCorrected: Bool, acceptedBy: String, acceptedAt: String
    ) {
        self.reading = reading
        self.item = item
        self.name = name
        self.source = source
        self.symbol = symbol
        self.language = language
        self.page = page
        self.isCorrected = isCorrected
        self.acceptedBy = acceptedBy
        self.acceptedAt = acceptedAt
    }
}
