package import Cooperation
package import Domain
package import Programmes

/// One workspace that asks another to be introduced. It holds no text of the need it is about.
package struct Introduction: Hashable, Sendable {
    package var id: IntroductionID
    /// Who asks, and who is asked.
    package var asker: WorkspaceID
    package var asked: WorkspaceID
    package var about: IntroductionAsk
    /// Which of the two has the need; nil without one.
    package var needOwner: WorkspaceID?
    /// What the asker writes.
    package var text: String
    package var status: IntroductionStatus
    /// Fixed-width UTC instants.
    package var made: String
    package var madeBy: String
    package var answered: String?
    package var answeredBy: String?
    /// Why it was declined or taken back; empty: not said.
    package var reason: String
    package var version: Int

    package var subject: Subject { Subject(.introduction, id.value) }

    package func other(of workspace: WorkspaceID) -> WorkspaceID { workspace == asker ? asked : asker }
}

package typealias IntroductionID = ID<Introduction>

package enum IntroductionStatus: String, Hashable, Sendable, CaseIterable {
    case asked, accepted, declined
    /// Taken back by whoever asked.
    case withdrawn
}

/// What an introduction is about, as addresses name it.
package struct IntroductionAsk: Hashable, Sendable {
    package var need: NeedID?
    package var offer: OfferID?
    package var call: FundCallID?
    package var programme: ProgrammeID?
    package var peer: StateCode?

    package init(
        need: NeedID? = nil, offer: OfferID? = nil, call: FundCallID? = nil, programme: ProgrammeID? = nil,
        peer: StateCode? = nil
    ) {
        self.need = need
        self.offer = offer
        self.call = call
        self.programme = programme
        self.peer = peer
    }

    package var isEmpty: Bool { need == nil && offer == nil && call == nil && programme == nil && peer == nil }
}

/// What somebody who asks sees before asking: whom it goes to, or why nobody can be asked and where to write instead.
package struct IntroductionOutlook: Hashable, Sendable {
    package enum Obstacle: String, Hashable, Sendable {
        /// A programme that nobody here keeps.
        case programmeWithoutWorkspace
        /// A State whose mechanism has no workspace here.
        case peerWithoutWorkspace
    }

    package var ask: IntroductionAsk
    package var partner: CooperationActor?
    package var obstacle: Obstacle?
    /// As published: of the offer or fund, or the programme's reporter.
    package var contact: OfferContact?
    package var titles: IntroductionTitles
    /// The other side can read the need as it stands; nil without one.
    package var isNeedSeenByOther: Bool?
    /// A request about the same that waits already.
    package var waiting: IntroductionID?
}

/// What things are called, as far as the reader may see them now; nil: not there, or no longer shown.
package struct IntroductionTitles: Hashable, Sendable {
    package var need: String?
    package var offer: String?
    package var call: String?
    package var programme: String?
}

/// A request with what its reader may see of it.
package struct IntroductionRecord: Hashable, Sendable {
    package var introduction: Introduction
    package var actors: [WorkspaceID: CooperationActor]
    package var titles: IntroductionTitles
    /// Whole days since it was asked, until it was answered or until today.
    package var ageDays: Int
    /// Nobody answered it in the days within which an answer is expected.
    package var isUnanswered: Bool
    /// The other side reads the need now; true where there is none.
    package var isNeedShown: Bool
    /// The asker's text holds words of a need that the reader may not see any more.
    package var isTextWithheld: Bool
}

/// Whom to write to on one side.
package struct IntroductionContact: Hashable, Sendable {
    package var name: String
    package var office: String
    package var email: String
    /// Fixed-width UTC instant at which it was given for the other side to see.
    package var consented: String

    package init(name: String, office: String, email: String, consented: String = "") {
        self.name = name
        self.office = office
        self.email = email
        self.consented = consented
    }
}

/// One message of a thread.
package struct IntroductionMessage: Hashable, Sendable {
    package var id: Int64
    package var workspace: WorkspaceID
    /// The person, for the own side alone; nil for the other.
    package var author: String?
    /// Empty where it was deleted or is withheld.
    package var text: String
    /// Fixed-width UTC instants.
    package var made: String
    package var deleted: String?
    /// It holds words of a need that the reader may not see any more.
    package var isWithheld: Bool
}

/// Everything of one request's page.
package struct IntroductionPage: Sendable {
    package var record: IntroductionRecord
    /// The latest last.
    package var messages: [IntroductionMessage]
    package var ownContact: IntroductionContact?
    /// There where both sides gave theirs and the request was accepted.
    package var otherContact: IntroductionContact?
    package var isOtherContactGiven: Bool
    /// Agreements made from it that the reader may see.
    package var agreements: [AgreementID]
}
