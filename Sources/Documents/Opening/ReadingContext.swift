import Domain
import Reference

/// What every reader of findings knows: the document's facts and the names of the world.
struct ReadingContext: Sendable {
    var facts: DocumentFacts
    let reference: ReferenceFacts
}
