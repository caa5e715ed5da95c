package import Domain
package import Programmes

/// Two programmes under way in one State that seem to do the same: a proposal to look, with what it rests on.
package struct ProgrammeOverlap: Hashable, Sendable {
    package struct Side: Hashable, Sendable {
        package var id: ProgrammeID
        package var title: String
        package var reporter: String
        package var starts: CalendarDate?
        package var ends: CalendarDate?
        /// Kept by the reader's own workspace and not public.
        package var isDraft: Bool
    }

    package var one: Side
    package var other: Side
    /// Issues that both are linked to by more than a purpose code.
    package var issues: [IssueID]
    /// Themes their purpose codes share.
    package var themes: [String]
    /// Whether both say when they run; where not, that they overlap in time is not known.
    package var isTimeKnown: Bool

    /// Programmes of one issue that are compared, those with the strongest links.
    package static let perIssueMax = 60
    package static let shownMax = 20
}

extension ProgrammeOverlap {
    /// Pairs with an issue in common, of different reporters, whose times do not exclude each other; most in common first.
    static func find(
        _ linked: [IssueID: [LinkedProgramme]], _ sides: [ProgrammeID: Side], _ themes: [ProgrammeID: Set<String>]
    ) -> [ProgrammeOverlap] {
        struct Pair: Hashable {
            var one: ProgrammeID
            var other: ProgrammeID
        }
        var shared: [Pair: [IssueID]] = [:]
        for (issue, programmes) in linked {
            let close = programmes.filter(\.isClose)
                .sorted { ($1.strength, $0.id) < ($0.strength, $1.id) }.prefix(perIssueMax).map(\.id).sorted()
            for (place, one) in close.enumerated() {
                for other in close[(place + 1)...] { shared[Pair(one: one, other: other), default: []].append(issue) }
            }
        }
        return shared.compactMap { pair, issues in
            guard let one = sides[pair.one], let other = sides[pair.other], one.reporter != other.reporter,
                meet(one, other)
            else { return nil }
            return ProgrammeOverlap(
                one: one, other: other, issues: issues.sorted(),
                themes: (themes[one.id] ?? []).intersection(themes[other.id] ?? []).sorted(),
                isTimeKnown: one.starts != nil && one.ends != nil && other.starts != nil && other.ends != nil)
        }.sorted { one, other in
            (other.issues.count, other.themes.count, one.one.id, one.other.id)
                < (one.issues.count, one.themes.count, other.one.id, other.other.id)
        }
    }

    /// Nothing that is known says that one ended before the other began.
    private static func meet(_ one: Side, _ other: Side) -> Bool {
        func endsBefore(_ one: Side, _ other: Side) -> Bool {
            if let end = one.ends, let start = other.starts { end < start } else { false }
        }
        return !endsBefore(one, other) && !endsBefore(other, one)
    }
}
