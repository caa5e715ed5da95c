package import Domain

/// A law that is to be made or changed: which part of it, where it stands in parliament, and what it serves.
package struct Law: Hashable, Sendable {
    package var id: LawID
    package var workspace: WorkspaceID
    package var title: String
    /// The part that is meant: `art. 14`; empty for the whole.
    package var article: String
    package var summary: String
    package var lead: InstitutionID?
    /// Norms it answers to, by instrument and article.
    package var norms: [LawNorm]
    package var links: [LawLink]
    package var isWithdrawn: Bool
    package var version: Int

    package init(
        id: LawID, workspace: WorkspaceID, title: String, article: String = "", summary: String = "",
        lead: InstitutionID? = nil, norms: [LawNorm] = [], links: [LawLink] = [], isWithdrawn: Bool = false,
        version: Int = 1
    ) {
        self.id = id
        self.workspace = workspace
        self.title = title
        self.article = article
        self.summary = summary
        self.lead = lead
        self.norms = norms
        self.links = links
        self.isWithdrawn = isWithdrawn
        self.version = version
    }

    package var subject: Subject { Subject(.law, id.value) }
}

package typealias LawID = ID<Law>

/// A norm of international law: an instrument by its acronym (`CRPD`), and the article, empty for the whole.
package struct LawNorm: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var instrument: String
    package var article: String

    package init(instrument: String, article: String = "") {
        self.instrument = instrument
        self.article = article
    }

    package var description: String { article.isEmpty ? instrument : "\(instrument) \(article)" }

    package static func < (one: Self, other: Self) -> Bool {
        (one.instrument, ParagraphNumber(one.article)?.sortKey ?? "")
            < (other.instrument, ParagraphNumber(other.article)?.sortKey ?? "")
    }

    /// Reads lines such as `CRPD 12` or `ICCPR art. 14 (3)`: the instrument is what stands before the first digit or `art`.
    package static func read(_ text: String) -> [LawNorm] {
        let norms = text.split(whereSeparator: { $0.isNewline || $0 == ";" }).compactMap { line -> LawNorm? in
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            let place = words.firstIndex { $0.contains(where: \.isNumber) || $0.lowercased().hasPrefix("art") }
            let name = words[..<(place ?? words.endIndex)].joined(separator: " ")
            guard !name.isEmpty else { return nil }
            let rest = place.map { Array(words[$0...]) } ?? []
            let article = rest.filter { !$0.lowercased().hasPrefix("art") || $0.contains(where: \.isNumber) }
            return LawNorm(instrument: name, article: article.joined(separator: " "))
        }
        return Array(Set(norms)).sorted()
    }
}

/// What a law serves.
package struct LawLink: Hashable, Sendable, Comparable {
    package enum Kind: String, Sendable, CaseIterable {
        case recommendation, issue, commitment
    }

    package var kind: Kind
    package var id: Int64

    package init(kind: Kind, id: Int64) {
        self.kind = kind
        self.id = id
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.kind.rawValue, one.id) < (other.kind.rawValue, other.id)
    }
}

/// The stages of a law, in the usual order; any may be left out, and a law may go back.
package enum LawStage: String, Sendable, CaseIterable {
    case planned, drafting, consultation, government, tabled, committee, plenary, adopted
    case inForce = "in-force"
    case rejected, withdrawn

    /// Nothing more is expected.
    package var isEnded: Bool { self == .inForce || self == .rejected || self == .withdrawn }
}

/// One dated stage. Stages are appended; a wrong one is retracted with a reason and stays readable.
package struct LawStep: Hashable, Sendable {
    package var id: ID<LawStep>
    package var stage: LawStage
    package var day: CalendarDate
    package var note: String
    /// Where it can be read: a gazette's number, an address.
    package var source: String
    package var by: String
    package var at: String
    package var retracted: String?
}

/// A law with its dated stages, oldest first.
package struct LawRecord: Hashable, Sendable {
    package var law: Law
    package var steps: [LawStep]

    /// Where it stands: the latest stage by day that was not retracted.
    package var stage: LawStep? { steps.filter { $0.retracted == nil }.max { ($0.day, $0.id) < ($1.day, $1.id) } }
}
