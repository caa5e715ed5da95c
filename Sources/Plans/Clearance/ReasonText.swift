package import Domain
import Language

/// Reasons as texts that are said once for several paragraphs.
package enum ReasonText {
    package static let charactersMax = 4_000

    /// The same for reasons that differ in case, accents and white space only.
    package static func key(_ reason: String) -> String {
        TextFolding.fold(reason.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// Without white space around it. Throws where it is longer than a reason may be.
    package static func checked(_ text: String, _ field: String) throws(WorkspaceError) -> String {
        let text = text.trimmingWhitespace
        guard text.count <= charactersMax else { throw .invalid(field, "round.reasonLength") }
        return text
    }
}

extension String {
    /// Without white space at both ends.
    package var trimmingWhitespace: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
