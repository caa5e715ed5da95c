import Domain

/// Reads OHCHR's lists and matrices of a review's recommendations.
enum ThematicListReader {
    static func findings(in text: DocumentText, _ context: ReadingContext) -> [Finding] { [] }
}
