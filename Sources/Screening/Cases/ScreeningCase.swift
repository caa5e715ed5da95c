package import Domain

/// What is screened.
package struct ScreenedSubject: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case programme, agreement }

    package var kind: Kind
    package var id: Int64

    package init(_ kind: Kind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }

    /// `programme/17`, as forms and addresses name it.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let id = Int64(parts[1]), id > 0 else {
            return nil
        }
        self.init(kind, id)
    }

    package var text: String { "\(kind.rawValue)/\(id)" }
}

/// One screening: its subject, who takes part, and its moments hang on it.
package struct ScreeningCase: Hashable, Sendable {
    package var id: ScreeningID
    /// Whoever opened it.
    package var workspace: WorkspaceID
    package var subject: ScreenedSubject
    /// Fixed-width UTC instant.
    package var made: String
    package var madeBy: String
    package var isWithdrawn: Bool
    package var version: Int

    package var subjectOfHistory: Subject { Subject(.screening, id.value) }
}

package typealias ScreeningID = ID<ScreeningCase>

/// Whether a workspace takes part.
package enum PartyStanding: String, Hashable, Sendable, CaseIterable {
    case asked, declined
    case takesPart = "taking-part"
}

/// A workspace that takes part, was asked to, or declined.
package struct ScreeningParty: Hashable, Sendable {
    package var workspace: WorkspaceID
    package var name: String
    package var standing: PartyStanding
    /// Fixed-width UTC instants.
    package var asked: String
    package var answered: String?
    package var version: Int
}

/// What an answer says. `notKnown` is an answer; a side that said nothing has none.
package enum ScreeningReply: String, Hashable, Sendable, CaseIterable, Decodable {
    case yes, partly, no
    case notKnown = "not-known"
    case notApplicable = "not-applicable"
}

/// What a screening holds at most.
package enum ScreeningLimits {
    package static let titleCharactersMax = 300
    package static let reasonCharactersMax = 4_000
    package static let evidenceCharactersMax = 2_000
    package static let linkCharactersMax = 500
    package static let perWorkspaceMax = 1_000
    package static let momentsMax = 40
    package static let partiesMax = 20
    package static let contributorsMax = 100
    package static let risksMax = 500
    package static let listMax = 500

    static func text(
        _ text: String, _ field: String, most: Int, isNeeded: Bool = false
    ) throws(WorkspaceError) -> String {
        let trimmed = text.drop(while: \.isWhitespace)
        let clean = trimmed.lastIndex { !$0.isWhitespace }.map { String(trimmed[...$0]) } ?? ""
        guard clean.count <= most else { throw .invalid(field, "screening.invalid.length") }
        if isNeeded, clean.isEmpty { throw .invalid(field, "screening.invalid.empty") }
        return clean
    }

    /// A whole day that people may mean.
    static func day(_ day: CalendarDate?, _ field: String) throws(WorkspaceError) -> CalendarDate {
        guard let day, day.day != nil, (1_990..<2_200).contains(day.year) else {
            throw .invalid(field, "screening.invalid.day")
        }
        return day
    }
}
