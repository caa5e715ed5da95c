package import Domain

/// What somebody said in a consultation. It never changes; whoever sent it can take it back.
package struct Contribution: Hashable, Sendable {
    package enum Origin: String, Hashable, Sendable, CaseIterable {
        /// Of an institution of the workspace, by one of its people.
        case member
        /// Through the public page, without an account.
        case outsider
        /// Said in the room, and taken down by whoever held the session.
        case room
    }

    package enum Status: String, Hashable, Sendable, CaseIterable {
        case waiting, shown
        case heldBack = "held-back"
        case withdrawn
    }

    package enum Answer: String, Hashable, Sendable, CaseIterable {
        case takenUp = "taken-up"
        case partly, not
    }

    package var id: ContributionID
    package var consultation: ConsultationID
    package var session: Int64?
    package var origin: Origin
    package var institution: InstitutionID?
    package var institutionName: String?
    /// An account's name; empty for outsiders. Never shown outside the workspace.
    package var sentBy: String
    /// As it was given; empty where none was, and once it was taken back.
    package var name: String
    package var actor: String
    package var language: LanguageTag
    package var text: String
    package var made: String
    package var status: Status
    package var moderated: String?
    package var moderatedWhy: String
    package var answer: Answer?
    package var answerWhy: String
    package var answerLanguage: LanguageTag
    package var answered: String?
    package var version: Int

    package var subject: Subject { Subject(.contribution, id.value) }
}

package typealias ContributionID = ID<Contribution>

/// What an outsider sends.
package struct ContributionDraft: Hashable, Sendable {
    package var session: Int64?
    package var institution: InstitutionID?
    package var name = ""
    package var actor = ""
    package var language = LanguageTag.english
    package var text = ""

    package init() {}
}

/// A heading, a sentence or a conclusion of what came out, with the contributions it rests on.
package struct ConsultationPart: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case heading, sentence, conclusion }

    package var id: Int64
    package var position: Int
    package var kind: Kind
    package var text: String
    package var citations: [ContributionID]
    package var outcomes: [ConsultationOutcome]
    package var version: Int

    /// Says something and names nothing that it rests on: the page marks it.
    package var lacksSource: Bool { kind != .heading && citations.isEmpty }
}

/// What a conclusion became.
package struct ConsultationOutcome: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case issue, commitment, action, practice }

    package var kind: Kind
    package var target: Int64
    package var made: String
}

/// A conclusion as the thing that it became knows it.
package struct ConsultationOrigin: Hashable, Sendable {
    package var consultation: ConsultationID
    package var title: String
    package var language: LanguageTag
    package var text: String
    package var kind: ConsultationOutcome.Kind
}
