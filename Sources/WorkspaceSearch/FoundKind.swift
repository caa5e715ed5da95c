/// What can be found in a workspace. The raw value is the facet in addresses and in the query language (`kind:action`).
package enum FoundKind: String, Sendable, CaseIterable {
    case commitment, recommendation, action, milestone, statement
    case law
    case lawStage = "law-stage"
    case meeting
    case meetingItem = "meeting-item"
    case decision, letter
    case sentLetter = "sent-letter"
    case indicator, observation
    case need, offer, agreement, practice
    case paragraph, resolution, proposal
    case evidence, comment, progress
}
