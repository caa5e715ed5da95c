import Domain

/// Reads concluding observations, lists of issues, Views and inquiry reports.
enum TreatyBodyReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] { [] }
}
