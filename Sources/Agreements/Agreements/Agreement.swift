package import Cooperation
package import Domain
package import Programmes

/// What two or more workspaces agreed, or are about to. What it says stands in its versions.
package struct Agreement: Hashable, Sendable {
    package var id: AgreementID
    /// Who began it: a party like the others.
    package var workspace: WorkspaceID
    package var introduction: IntroductionID?
    package var programme: ProgrammeID?
    package var status: AgreementStatus
    /// The version in force, or that was; nil: none was yet.
    package var current: Int?
    /// Fixed-width UTC instants.
    package var made: String
    package var inForce: String?
    package var closed: String?
    /// From which day on it binds no more.
    package var closedFrom: CalendarDate?
    package var closedBy: WorkspaceID?
    package var closedWhy: String
    package var version: Int

    package var subject: Subject { Subject(.agreement, id.value) }
}

package typealias AgreementID = ID<Agreement>

package enum AgreementStatus: String, Hashable, Sendable, CaseIterable {
    /// Nothing of it was proposed yet, or what was proposed was refused.
    case draft
    case proposed
    case inForce = "in-force"
    /// Its time is over.
    case ended
    /// A party gave notice.
    case terminated
}

/// One state of what an agreement says. Once proposed it is never changed.
package struct AgreementVersion: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case draft, proposed
        case inForce = "in-force"
        /// Was in force until a later one was.
        case replaced
        case refused
        /// Taken back by whoever wrote it.
        case dropped
    }

    package var agreement: AgreementID
    /// From 1.
    package var number: Int
    /// Who wrote it: it alone reads it before it is proposed.
    package var workspace: WorkspaceID
    package var status: Status
    package var terms: AgreementTerms
    /// Why it differs from the one before.
    package var changeNote: String
    package var made: String
    package var proposed: String?
    package var inForce: String?
    /// In the order in which they were named.
    package var parties: [AgreementParty]

    /// Everybody accepted it, and everybody says that it may be public.
    package var isPublic: Bool { !parties.isEmpty && parties.allSatisfy(\.isPublic) }
    package var waiting: [WorkspaceID] { parties.filter { $0.accepted == nil }.map(\.workspace) }
}

/// A party's own word on one version.
package struct AgreementParty: Hashable, Sendable {
    package var workspace: WorkspaceID
    /// Fixed-width UTC instants.
    package var accepted: String?
    /// It says that the agreement may be public.
    package var isPublic: Bool
    package var refused: String?
    package var reason: String
}

/// An agreement with the version its reader is shown.
package struct AgreementRecord: Hashable, Sendable {
    package var agreement: Agreement
    package var shown: AgreementVersion
    package var actors: [WorkspaceID: CooperationActor]

    package init(agreement: Agreement, shown: AgreementVersion, actors: [WorkspaceID: CooperationActor]) {
        self.agreement = agreement
        self.shown = shown
        self.actors = actors
    }
}
