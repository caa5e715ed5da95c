import Domain

/// A numbered paragraph with what belongs to it.
struct FlowParagraph: Sendable {
    struct Item: Hashable, Sendable {
        /// `a`, `iv`, `3`, whatever script the document letters in; `1`, `2` for bullets.
        var label: String
        /// As printed: `(a)`.
        var printed: String
        /// With what is below it: `(i)`, `(ii)`, bullets.
        var text: String
    }

    var number: ParagraphNumber?
    var fields: [Int]
    /// Counts up where a document numbers anew (an annex).
    var section: Int
    /// What stands before the first item.
    var lead: String
    var items: [Item]
    /// What stands behind the last item.
    var tail: String
    /// From the widest to the nearest.
    var headings: [String]
    var page: Int?
    var lines: Range<Int>
    var doubts: [Doubt]

    /// All of it in one piece.
    var text: String {
        ([lead] + items.map { $0.printed.isEmpty ? $0.text : $0.printed + " " + $0.text } + [tail])
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The items as duties of which each can be addressed.
    var duties: [Finding.Duty] { items.map { Finding.Duty(label: $0.label, text: $0.text) } }
    var heading: String? { headings.last }
}
