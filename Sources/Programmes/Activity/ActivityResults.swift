package import Domain
import Markup

/// What a programme wants to reach, and how far it came.
package struct ProgrammeResult: Hashable, Sendable {
    /// `1` output, `2` outcome, `3` impact, `9` other.
    package var kind: String
    package var titles: [Narrative]
    package var descriptions: [Narrative]
    package var indicators: [ProgrammeIndicator]
}

package struct ProgrammeIndicator: Hashable, Sendable {
    /// `1` unit, `2` percentage, `3` nominal, `4` ordinal, `5` qualitative.
    package var measure: String
    package var titles: [Narrative]
    package var baselines: [(year: String, value: String?)] { pairs.map { ($0.year, $0.value) } }
    package var periods: [ProgrammePeriod]

    struct Pair: Hashable, Sendable {
        var year: String
        var value: String?
    }
    var pairs: [Pair]
}

/// Targets and actual values of one period, as the publisher writes them: numbers, or nothing but a comment.
package struct ProgrammePeriod: Hashable, Sendable {
    package var start: CalendarDate?
    package var end: CalendarDate?
    package var targets: [ProgrammeValue]
    package var actuals: [ProgrammeValue]
}

package struct ProgrammeValue: Hashable, Sendable {
    package var value: String?
    /// `sex: female`.
    package var dimensions: [String]
    package var comments: [Narrative]
}

extension Activity {
    package var results: [ProgrammeResult] {
        element.all("result").map { result in
            ProgrammeResult(
                kind: result["type"] ?? "", titles: narratives(result.first("title")),
                descriptions: narratives(result.first("description")),
                indicators: result.all("indicator").map(indicator))
        }
    }

    private func indicator(_ element: XMLElement) -> ProgrammeIndicator {
        ProgrammeIndicator(
            measure: element["measure"] ?? "", titles: narratives(element.first("title")),
            periods: element.all("period").map { period in
                ProgrammePeriod(
                    start: period.first("period-start")?["iso-date"].flatMap { CalendarDate($0) },
                    end: period.first("period-end")?["iso-date"].flatMap { CalendarDate($0) },
                    targets: period.all("target").map(value), actuals: period.all("actual").map(value))
            },
            pairs: element.all("baseline").map { .init(year: $0["year"] ?? "", value: $0["value"]) })
    }

    private func value(_ element: XMLElement) -> ProgrammeValue {
        ProgrammeValue(
            value: element["value"],
            dimensions: element.all("dimension").map { "\($0["name"] ?? ""): \($0["value"] ?? "")" },
            comments: narratives(element.first("comment")))
    }
}
