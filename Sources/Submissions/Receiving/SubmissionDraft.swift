package import Domain

/// What somebody entered, in memory for the time of one answer.
package struct SubmissionDraft: Sendable {
    package static let textLengths = 20...20_000

    package var kind = SealedNote.Kind.information
    package var recipients: [InstitutionID] = []
    package var text = ""
    package var language = LanguageTag.english
    package var state: StateCode?
    package var recommendation: Int64?
    package var issue: Int64?
    package var about = ""
    package var standing: SealedNote.Standing?
    package var consent = SealedNote.Consent.nothing
    /// She read what this protects from and what not.
    package var understands = false
    package var files: [[UInt8]] = []

    package init() {}

    /// Everything that does not do, as fields with message keys.
    package var faults: [(field: String, key: String)] {
        var faults: [(field: String, key: String)] = []
        if recipients.isEmpty { faults.append(("recipient", "submit.recipientsNone")) }
        if !Self.textLengths.contains(text.count) { faults.append(("text", "submit.textLength")) }
        if kind == .assessment, standing == nil { faults.append(("standing", "submit.standingMissing")) }
        if about.count > 500 { faults.append(("about", "submit.aboutLength")) }
        if !understands { faults.append(("understands", "submit.understandsMissing")) }
        return faults
    }
}
