/// What a sentence is drawn from: one object of the record or of the workspace, as it stood when the sentence was drafted.
package struct SentenceSource: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case recommendation
        /// A duty within a paragraph, by the recommendation's id.
        case part
        case position
        /// A paragraph of a frozen round.
        case roundParagraph = "round-paragraph"
        case commitment, action, milestone
        case progress, evidence
        case statement
        case indicator, observation
        case assessment
        /// An assessment that a State gave in an addendum, as the record holds it.
        case recordedAssessment = "recorded-assessment"
        case law, need, practice
        case stateFact = "state-fact"
        case contribution, consultation
        case document
    }

    package var kind: Kind
    package var id: Int64
    /// SHA-256 over what the sentence leans on, its first 16 hexadecimal digits: another one says that the source changed.
    package var digest: String
    /// As people read it, at the time of drafting: `127.14`, the title of an action, whose assessment.
    package var label: String
    /// Who says so, where the source is somebody's judgement: of an assessment its assessor.
    package var assessor: String?

    package init(_ kind: Kind, _ id: Int64, digest: String, label: String, assessor: String? = nil) {
        self.kind = kind
        self.id = id
        self.digest = digest
        self.label = label
        self.assessor = assessor
    }

    /// Whether both speak of the same object, whatever it said.
    package func isOf(_ other: SentenceSource) -> Bool { kind == other.kind && id == other.id }
}
