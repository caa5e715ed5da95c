/// How the Global Alliance of National Human Rights Institutions classed an institution under the Paris Principles, and when: A (full
/// compliance), B (partial), or none. Reviewed every five years; the history stays.
package struct Accreditation: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case a = "A"
        case b = "B"
        case none
    }

    package var id: AccreditationID
    package var institution: InstitutionID
    package var status: Status
    package var decided: CalendarDate
    /// When it is looked at again, where that is known.
    package var reviewDue: CalendarDate?
    /// Where it can be read: a report's symbol or an address.
    package var source: String?
    package var madeBy: String
    /// Fixed-width UTC instants.
    package var made: String
    /// Entered by mistake: kept, and not counted.
    package var withdrawn: String?

    package init(
        id: AccreditationID, institution: InstitutionID, status: Status, decided: CalendarDate,
        reviewDue: CalendarDate? = nil, source: String? = nil, madeBy: String, made: String, withdrawn: String? = nil
    ) {
        self.id = id
        self.institution = institution
        self.status = status
        self.decided = decided
        self.reviewDue = reviewDue
        self.source = source
        self.madeBy = madeBy
        self.made = made
        self.withdrawn = withdrawn
    }
}

package typealias AccreditationID = ID<Accreditation>
