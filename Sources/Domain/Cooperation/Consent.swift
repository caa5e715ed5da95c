/// Who may say yes for a State, after article 7 of the Vienna Convention on the Law of Treaties; anybody else needs full powers.
package enum ConsentAuthority: String, Hashable, Sendable, CaseIterable {
    case headOfState = "head-of-state"
    case headOfGovernment = "head-of-government"
    case foreignMinister = "foreign-minister"
    /// A permanent mission or embassy, to whom it is accredited.
    case permanentMission = "permanent-mission"
    /// The government as a whole: a decision of the council of ministers.
    case cabinet
    /// Another office that was given full powers; the instrument says which.
    case fullPowers = "full-powers"
    case lineMinistry = "line-ministry"
    case nationalMechanism = "national-mechanism"
    case agency
    case localAuthority = "local-authority"

    /// Its consent is the State's.
    package var bindsTheState: Bool {
        switch self {
        case .headOfState, .headOfGovernment, .foreignMinister, .permanentMission, .cabinet, .fullPowers: true
        case .lineMinistry, .nationalMechanism, .agency, .localAuthority: false
        }
    }
}

/// A State's consent to publishing a need, as it was given. It is never changed: it is withdrawn, and given anew.
package struct Consent: Hashable, Sendable {
    package var id: ConsentID
    package var need: NeedID
    package var authority: ConsentAuthority
    /// The office as the instrument names it.
    package var office: String
    package var date: CalendarDate
    /// What it was given in: a note verbale and its number, a decision, a letter.
    package var instrument: String
    /// As far as it goes: no wider publication stands on it.
    package var level: PublicationLevel
    package var recordedBy: String
    /// Fixed-width UTC instants.
    package var recorded: String
    package var withdrawn: String?
    package var withdrawnWhy: String?

    package init(
        id: ConsentID, need: NeedID, authority: ConsentAuthority, office: String, date: CalendarDate,
        instrument: String, level: PublicationLevel, recordedBy: String, recorded: String, withdrawn: String? = nil,
        withdrawnWhy: String? = nil
    ) {
        self.id = id
        self.need = need
        self.authority = authority
        self.office = office
        self.date = date
        self.instrument = instrument
        self.level = level
        self.recordedBy = recordedBy
        self.recorded = recorded
        self.withdrawn = withdrawn
        self.withdrawnWhy = withdrawnWhy
    }
}

package typealias ConsentID = ID<Consent>
