/// Something a reader found in a document: a recommendation, an observation, a pledge, or what a State says of a paragraph.
/// Nothing of it is in the record until a person, or the command line on her behalf, accepts it.
package struct Finding: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case recommendation, observation, pledge
        /// A State's answer to a paragraph of another document: position, reason, claim.
        case statement
    }

    package enum Part: String, Codable, Sendable, CaseIterable {
        case introduction, positive, concern
        /// The paragraph that selects others for follow-up, or calls them of particular importance.
        case followUp, priorities
        /// When the next report is due.
        case nextReport
        case question, conclusion, remedy
        /// What a communication asks for at once, and by when it asks for an answer.
        case urgentMeasure, reply
    }

    /// Order in the document, from 1.
    package var number: Int
    package var kind: Kind
    /// As printed, without a full stop at its end; for a statement the paragraph it answers.
    package var paragraph: ParagraphNumber?
    /// Without number and recommending States. Empty for a statement without reason.
    package var text: String
    /// Wordings with their States, where the document distinguishes them (`Do this (A); Do that (B)`). One wording is not listed.
    package var wordings: [Wording]
    /// Recommending States of all wordings, in the order of the document.
    package var states: [StateCode]
    /// Names in the place of States that are none we know.
    package var unknownNames: [String]
    package var position: Position?
    /// The words that tell the position: a lead-in, or the State's own.
    package var wording: String?
    /// The document and place that tells the position (`A/HRC/43/15 - Para 121`).
    package var positionDocument: String?
    package var positionDate: CalendarDate?
    package var reason: String?
    package var claim: Claim?
    /// How a committee graded what was done about the paragraph.
    package var grade: StatementDraft.Grade?
    /// The document whose paragraph a statement is on, where one paper speaks of several.
    package var about: DocumentSymbol?
    /// Lettered duties.
    package var duties: [Duty]
    package var tags: [TagDraft]
    package var heading: String?
    /// When information on follow-up is due, as printed.
    package var followUpDue: CalendarDate?
    /// The words from which `followUpDue` was computed ("within one year" of the adoption); nil where the date is printed.
    package var dueComputedFrom: String?
    /// What part it plays in a document of a committee or a special procedure.
    package var part: Part?
    /// Whether the committee marked it for follow-up.
    package var isForFollowUp: Bool
    /// "Of particular importance" for the next report, without a clock.
    package var isPriority: Bool
    /// From 1; nil where the file has no pages.
    package var page: Int?
    /// Lines of the document's text it was read from.
    package var lines: Range<Int>?
    /// 0...1. Below `doubtfulBelow` a person should look.
    package var confidence: Double
    package var doubts: [Doubt]

    package static let doubtfulBelow = 0.5
    package var isDoubtful: Bool { confidence < Self.doubtfulBelow }

    package init(
        number: Int, kind: Kind = .recommendation, paragraph: ParagraphNumber? = nil, text: String, page: Int? = nil,
        lines: Range<Int>? = nil, confidence: Double = 1
    ) {
        self.number = number
        self.kind = kind
        self.paragraph = paragraph
        self.text = text
        wordings = []
        states = []
        unknownNames = []
        duties = []
        tags = []
        isForFollowUp = false
        isPriority = false
        self.page = page
        self.lines = lines
        self.confidence = confidence
        doubts = []
    }

    package struct Wording: Codable, Hashable, Sendable {
        package var text: String
        package var states: [StateCode]

        package init(text: String, states: [StateCode]) {
            self.text = text
            self.states = states
        }
    }

    package struct Duty: Codable, Hashable, Sendable {
        /// `a` of `(a)`, whatever script letters it.
        package var label: String
        package var text: String
        /// Whether the committee marked this duty, and not the whole paragraph, for follow-up.
        package var isForFollowUp: Bool

        package init(label: String, text: String, isForFollowUp: Bool = false) {
            self.label = label
            self.text = text
            self.isForFollowUp = isForFollowUp
        }
    }

    /// "Accepted, already implemented": what the State says of implementation. Becomes a dated assessment by the State.
    package struct Claim: Codable, Hashable, Sendable {
        package enum Status: String, Codable, Sendable, CaseIterable { case implemented, inProgress, partly }

        package var status: Status
        /// The State's own words.
        package var wording: String

        package init(status: Status, wording: String) {
            self.status = status
            self.wording = wording
        }
    }
}

/// What a reader made of a whole document.
package struct DocumentReading: Codable, Hashable, Sendable {
    package var facts: DocumentFacts
    package var findings: [Finding]
    /// Names of alleged victims and sources, taken out of the findings of a communication. Never shown, indexed or exported.
    package var sealedNames: [String]

    package init(facts: DocumentFacts, findings: [Finding], sealedNames: [String] = []) {
        self.facts = facts
        self.findings = findings
        self.sealedNames = sealedNames
    }
}
