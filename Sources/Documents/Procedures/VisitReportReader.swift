import Domain

/// Reads a special procedure's report on a visit.
enum VisitReportReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] { [] }
}
