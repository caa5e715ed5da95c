package import Domain

/// A consultation or seminar of a workspace.
package struct Consultation: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case consultation, seminar }

    package var id: ConsultationID
    package var workspace: WorkspaceID
    package var content: ConsultationContent
    /// Fixed-width UTC instants. Nil while nobody outside reads it.
    package var published: String?
    package var summaryPublished: String?
    package var cancelled: String?
    package var cancelledWhy: String?
    /// Since when a deadline of the workspace reminds of answers that are due.
    package var answerReminded: String?
    package var made: String
    package var version: Int

    package var subject: Subject { Subject(.consultation, id.value) }

    /// Whether contributions are taken on a day.
    package func isOpen(_ day: CalendarDate) -> Bool {
        cancelled == nil && content.opens.map { $0 <= day } ?? false && content.closes.map { $0 >= day } ?? false
    }
}

package typealias ConsultationID = ID<Consultation>

/// What a consultation says of itself, in one language.
package struct ConsultationContent: Hashable, Sendable {
    package var kind = Consultation.Kind.consultation
    package var language = LanguageTag.english
    package var title = ""
    package var about = ""
    /// An office to write to, never a person.
    package var contact = ""
    /// Whole days, in UTC; contributions are taken from the first to the last.
    package var opens: CalendarDate?
    package var closes: CalendarDate?
    /// By when every input has its answer.
    package var answerBy: CalendarDate?
    /// Whether people without an account may contribute through the public page.
    package var takesOutsiders = false
    package var topics: [ConsultationTopic] = []

    package init() {}
}

/// What a consultation is on: an issue or a recommendation by its number, or a theme by its code.
package struct ConsultationTopic: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case issue, recommendation, theme }

    package var kind: Kind
    package var value: String

    package init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }
}

/// One sitting, with its place on the agenda.
package struct ConsultationSession: Hashable, Sendable {
    package var id: Int64
    package var day: CalendarDate
    /// `09:30`, in the time of the place.
    package var starts: String
    package var ends: String
    package var title: String
    package var text: String
    package var place: String
    /// Where it is followed from afar.
    package var online: String?
    package var version: Int
    package var speakers: [ConsultationSpeaker] = []

    package init(
        id: Int64 = 0, day: CalendarDate, starts: String, ends: String, title: String, text: String = "",
        place: String = "", online: String? = nil, version: Int = 1, speakers: [ConsultationSpeaker] = []
    ) {
        self.id = id
        self.day = day
        self.starts = starts
        self.ends = ends
        self.title = title
        self.text = text
        self.place = place
        self.online = online
        self.version = version
        self.speakers = speakers
    }
}

package struct ConsultationSpeaker: Hashable, Sendable {
    package var id: Int64
    package var session: Int64
    package var name: String
    package var office: String
    package var topic: String
}

/// Who was asked, and whether they answered.
package struct ConsultationInvited: Hashable, Sendable {
    package enum Answer: String, Hashable, Sendable, CaseIterable { case none, coming, declined }

    package var id: Int64
    package var institution: InstitutionID?
    package var name: String
    package var actor: String
    package var answer: Answer
    package var answered: String?
    package var version: Int
}

/// Whose consultation it is, as outsiders may know it.
package struct ConsultationHost: Hashable, Sendable {
    package var name: String
    package var slug: String
    package var state: StateCode?
}

package enum ConsultationLimits {
    package static let titleCharactersMax = 200
    package static let textCharactersMax = 10_000
    package static let lineCharactersMax = 300
    package static let addressCharactersMax = 500
    package static let contributionCharactersMax = 10_000
    package static let whyCharactersMax = 2_000
    package static let topicsMax = 30
    package static let sessionsMax = 60
    package static let speakersMax = 40
    package static let invitedMax = 500
    package static let contributionsMax = 5_000
    /// Of people without an account, not yet looked at: the form is closed until some are.
    package static let waitingMax = 300
    package static let partsMax = 300
    package static let listMax = 100
    package static let perWorkspaceMax = 2_000
}
