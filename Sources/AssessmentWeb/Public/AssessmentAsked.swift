import Assessments
import Domain
import Frame

/// What addresses of assessments ask for.
enum AssessmentAsked {
    static let after = Parameter(
        name: "after", form: .pattern("^[0-9TZ:.-]{0,40}~[1-9][0-9]{0,17}$") { AssessmentCursor($0) != nil },
        summary: "Where the page before ended.")
    static let limit = Parameter(
        name: "limit", form: .integer(1...Assessments.pageMax), summary: "Most of them on a page.")

    static let filters: [Parameter] = [
        Parameter(name: "state", form: .text(charactersMax: 200), summary: "Code of the State that is assessed."),
        Parameter(
            name: "assessor", form: .choice([""] + Assessment.AssessorKind.allCases.map(\.rawValue)),
            summary: "What the assessor is."),
        Parameter(name: "scheme", form: .text(charactersMax: 40), summary: "A scheme's code."),
        Parameter(
            name: "value", form: .text(charactersMax: 100),
            summary: "A value of that scheme; without a scheme it asks for nothing."),
        Parameter(name: "mechanism", form: .text(charactersMax: 100), summary: "A mechanism's code."),
        Parameter(name: "year", form: .integer(1900...2999), summary: "The year of the day it speaks of."),
        Parameter(
            name: "current", form: .choice(["", "yes"]),
            summary: "Only what assessors say now: nothing older, taken back or removed."),
    ]

    /// What a feed can be narrowed by besides.
    static let feed: [Parameter] =
        filters + [
            Parameter(name: "recommendation", form: .integer(1...999_999_999), summary: "Only of this recommendation."),
            Parameter(name: "issue", form: .integer(1...999_999_999), summary: "Only of this issue."),
            Parameter(
                name: "since", form: .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") { CalendarDate($0) != nil },
                summary: "Only what was published on this day or later."),
        ]

    static func feedFilter(_ exchange: Exchange) throws(WebError) -> AssessmentFilter {
        var filter = try filter(exchange)
        let (recommendation, issue) = (
            asked("recommendation", exchange).flatMap { RecommendationID($0) },
            asked("issue", exchange).flatMap { IssueID($0) }
        )
        guard recommendation == nil || issue == nil else {
            throw .invalid([.init(name: "issue", allowed: "none beside a recommendation")])
        }
        filter.thing = recommendation.map { .recommendation($0) } ?? issue.map { .issue($0) }
        // Without a day, since ever: documents have no moment of publication here.
        filter.since = asked("since", exchange).flatMap { CalendarDate($0) } ?? CalendarDate("1900-01-01")
        return filter
    }

    static func filter(_ exchange: Exchange) throws(WebError) -> AssessmentFilter {
        var filter = AssessmentFilter()
        filter.state = asked("state", exchange).map { StateCode($0) }
        filter.assessor = asked("assessor", exchange).flatMap { Assessment.AssessorKind(rawValue: $0) }
        filter.scheme = asked("scheme", exchange).map { SchemeCode($0) }
        filter.value = asked("value", exchange)
        filter.mechanism = asked("mechanism", exchange).map { MechanismCode($0) }
        filter.year = asked("year", exchange).flatMap { Int($0) }
        filter.isCurrentOnly = asked("current", exchange) == "yes"
        return filter
    }

    static func cursor(_ exchange: Exchange) -> AssessmentCursor? {
        asked("after", exchange).flatMap { AssessmentCursor($0) }
    }

    static func asked(_ name: String, _ exchange: Exchange) -> String? {
        exchange.query.first(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    static func limit(_ exchange: Exchange) -> Int { asked("limit", exchange).flatMap { Int($0) } ?? 50 }
}
