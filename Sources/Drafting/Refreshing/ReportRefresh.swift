import Domain

/// What a refresh from the record would change, sentence by sentence. Nothing is changed before somebody says so.
package struct ReportRefresh: Sendable {
    package struct Item: Hashable, Sendable {
        package enum Change: String, Sendable {
            /// A source says something else now.
            case changed
            /// A source is not there any more.
            case gone
            /// The record now holds something that no sentence speaks of.
            case new
        }

        package var change: Change
        package var section: String
        /// Nil for what is new in a paragraph of its own.
        package var paragraph: ReportParagraphID?
        package var version: Int
        package var sentence: Int?
        /// What it was drafted for.
        package var key: String?
        /// As it stands in the report; nil for what is new.
        package var text: String?
        /// As it would be drafted now; nil where nothing is drafted for it any more.
        package var proposed: ReportSentence?
        /// Sources that differ: as they were.
        package var sources: [SentenceSource]
        /// A person changed it since it was drafted, or wrote it.
        package var isOfPeople: Bool
        /// The paragraph that what is new was drafted in: its key, and how deep it is where it is a heading.
        package var home: String?
        package var headingLevel: Int?

        /// The name of the choice in a form.
        package var name: String {
            if let paragraph, let sentence { return "item-\(paragraph)-\(sentence)" }
            return "new-\(FactDigest.of([section, key ?? ""]))"
        }
    }

    package var report: Report
    package var outline: [ReportSection]
    /// In the order of the report.
    package var items: [Item]

    /// Tells whether what is chosen is what was shown.
    package var digest: String {
        FactDigest.of(
            items.flatMap { item in
                [
                    item.name, item.change.rawValue, "\(item.version)", item.text ?? "", item.proposed?.text ?? "",
                    (item.proposed?.sources ?? []).map(\.digest).joined(separator: " "),
                ]
            })
    }
}

/// What somebody decides on one item.
package enum RefreshChoice: String, Sendable, CaseIterable {
    /// The sentence becomes what is proposed.
    case take
    /// The sentence stays, and is not asked about again until its sources change once more.
    case keep
    /// Nothing is decided.
    case later
}
