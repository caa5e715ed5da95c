package import Domain
import Plans
import Secrets

/// The result of a round as it was frozen: every paragraph of the report exactly once, with what the State says of it. What an
/// addendum is written from. It never changes; a round that is reopened and frozen again has another one.
package struct FrozenRound: Sendable {
    /// What the State says of one paragraph.
    package struct Entry: Hashable, Sendable {
        package var paragraph: RoundParagraphID
        package var recommendation: RecommendationID
        package var number: ParagraphNumber?
        package var ordinal: Int
        /// As it stood in the report when it was frozen.
        package var texts: [LanguageTag: String]
        /// `supported` or `noted`.
        package var position: Position
        /// Empty where none is given.
        package var reason: String
        /// The report itself gives the position.
        package var isInReport: Bool

        package var name: String { number?.printed ?? "#\(ordinal)" }
    }

    /// Paragraphs that are answered with one position and one reason.
    package struct Group: Hashable, Sendable {
        package var position: Position
        package var reason: String
        package var isInReport: Bool
        package var entries: [Entry]
    }

    package var round: RoundID
    package var title: String
    package var freeze: RoundFreeze
    /// Nil where the record has lost it.
    package var document: Document?
    /// In the report's order. For a focal point only what her institution was asked.
    package var entries: [Entry]
    /// Whether the entries are still those that were frozen; nil where only a part was read.
    package var isIntact: Bool?

    /// Grouped by position and shared reason, each group at the place of its first paragraph; reasons that differ in case, accents
    /// and white space only are one.
    package var groups: [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for entry in entries {
            let key = "\(entry.isInReport)\u{0}\(entry.position.rawValue)\u{0}\(ReasonText.key(entry.reason))"
            if let place = places[key] {
                groups[place].entries.append(entry)
            } else {
                places[key] = groups.count
                groups.append(
                    Group(
                        position: entry.position, reason: entry.reason, isInReport: entry.isInReport,
                        entries: [entry]))
            }
        }
        return groups
    }

    package func count(_ position: Position) -> Int { entries.count { $0.position == position } }

    /// SHA-256 over every entry, as 64 hexadecimal digits.
    static func digest(_ entries: [Entry]) -> String {
        var digest = Digest()
        for entry in entries {
            let fields = [
                "\(entry.paragraph)", "\(entry.recommendation)", entry.number?.printed ?? "", "\(entry.ordinal)",
                StoredTexts.json(entry.texts), entry.position.rawValue, entry.reason, "\(entry.isInReport)",
            ]
            for field in fields { digest.update("\(field.utf8.count):\(field) ") }
        }
        return digest.finishHex()
    }
}

/// One time that a round was frozen.
package struct RoundFreeze: Hashable, Sendable {
    package var round: RoundID
    /// From 1.
    package var number: Int
    package var document: DocumentID
    package var edition: Int
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
    package var digest: String
    package var reopenedBy: String?
    package var reopenedAt: String?
    package var reopenedBecause: String?
}
