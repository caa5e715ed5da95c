import Domain

/// Reads a State's answers to the recommendations of its review.
enum AddendumReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] { [] }
}
