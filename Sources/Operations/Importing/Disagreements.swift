import Domain
import Store

/// Where the sources of one recommendation say different things.
struct Disagreements {
    struct Entry {
        var disagreement: Disagreement
        var recorded: SourceSayings.Source
        var other: SourceSayings.Source
    }

    private let id: RecommendationID
    private let said: SourceSayings

    init(_ id: RecommendationID, _ said: SourceSayings) {
        self.id = id
        self.said = said
    }

    var entries: [Entry] { states + positions }

    /// Each list of recommending States against the report's own, or, without it, that of the best source.
    private var states: [Entry] {
        let sources = said.states.keys.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
        guard let base = sources.first(where: { $0.code == .unReport }) ?? sources.first,
            let listed = said.states[base]
        else { return [] }
        return sources.filter { isComparable($0, base) }.flatMap { other -> [Entry] in
            let named = said.states[other] ?? []
            let missing = listed.subtracting(named).sorted().map {
                entry(.stateMissing, $0.rawValue, base, nil, other)
            }
            let extra = named.subtracting(listed).sorted().map { entry(.stateExtra, nil, base, $0.rawValue, other) }
            return missing + extra
        }
    }

    /// A draft does not contradict the report that was made of it.
    private func isComparable(_ other: SourceSayings.Source, _ base: SourceSayings.Source) -> Bool {
        other != base && !(other.code == .unDraft && base.code == .unReport)
    }

    /// What each source says last of the whole, against what the documents say, or, without them, the best source.
    private var positions: [Entry] {
        let answers = (said.positions.filter { !$0.source.code.isSecondHand } + said.secondHand)
            .filter { $0.position != .pending && !$0.isOfPart }
        let documents = answers.filter(\.source.code.isDocument)
        let others = answers.filter { !$0.source.code.isDocument }
        let bases = documents.isEmpty ? best(others) : documents
        guard let base = bases.max(by: isEarlier) else { return [] }
        return Dictionary(grouping: others.filter { !bases.contains($0) }, by: \.source).sorted {
            $0.key.id < $1.key.id
        }
        .compactMap { source, answers in
            answers.max(by: isEarlier).flatMap { compare($0, with: base, bases) }
        }
    }

    private func best(_ answers: [SourceSayings.Said]) -> [SourceSayings.Said] {
        let source = answers.map(\.source).min { ($0.rank, $0.id) < ($1.rank, $1.id) }
        return answers.filter { $0.source == source }
    }

    private func isEarlier(_ left: SourceSayings.Said, _ right: SourceSayings.Said) -> Bool {
        (left.date?.number ?? 0, left.event) < (right.date?.number ?? 0, right.event)
    }

    private func compare(
        _ other: SourceSayings.Said, with base: SourceSayings.Said, _ bases: [SourceSayings.Said]
    ) -> Entry? {
        if other.position != base.position {
            // Said earlier or later: the State changed its position meanwhile.
            if let date = other.date, let known = base.date, date != known { return nil }
            let isOutdated = bases.contains {
                $0.position == other.position && isEarlier($0, base) && Self.isSameDocument($0, other)
            }
            guard !isOutdated else { return nil }
            return entry(.position, base.position.rawValue, base.source, other.position.rawValue, other.source)
        }
        let same = bases.filter { $0.position == other.position && $0.document != nil }
        guard let document = other.document, let told = same.max(by: isEarlier),
            !same.contains(where: { Self.isSameDocument($0, other) })
        else { return nil }
        return entry(.positionDocument, told.document, told.source, document, other.source)
    }

    /// `A/HRC/43/15 - Para 121` and `A/HRC/43/15` are one document. Where one names none, nothing speaks against it.
    static func isSameDocument(_ left: SourceSayings.Said, _ right: SourceSayings.Said) -> Bool {
        guard let left = left.document, let right = right.document else { return true }
        return symbol(left) == symbol(right)
    }

    private static func symbol(_ text: String) -> String {
        let head = text.replacing("\u{2013}", with: "-").split(separator: " -", maxSplits: 1).first ?? ""
        let words = head.split { $0.isWhitespace || $0 == "," || $0 == ";" }
        return words.prefix { !$0.lowercased().hasPrefix("para") }.joined().uppercased()
    }

    private func entry(
        _ field: Disagreement.Field, _ recorded: String?, _ base: SourceSayings.Source, _ told: String?,
        _ other: SourceSayings.Source
    ) -> Entry {
        Entry(
            disagreement: Disagreement(
                recommendation: id, field: field, recorded: recorded, recordedSource: base.code, other: told,
                otherSource: other.code), recorded: base, other: other)
    }
}
