import Domain

/// Reads an allegation letter or urgent appeal; names of alleged victims and sources are taken out of what it finds.
enum CommunicationReader {
    static func reading(of text: DocumentText, _ context: ReadingContext) -> DocumentReading {
        DocumentReading(facts: context.facts, findings: [])
    }
}
