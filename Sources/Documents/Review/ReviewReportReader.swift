import Domain

/// Reads the recommendations of a report of the Working Group on the Universal Periodic Review.
enum ReviewReportReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] { [] }
}
