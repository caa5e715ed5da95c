import Domain
import FollowUp
import Frame
import Locales
import Markup
import People
import Plans

/// Indicators and their observations in the API. Values are strings, exactly as they were measured; null says that there is none.
enum IndicatorService {
    static func all(_ plans: Plans) -> [Route] {
        [
            .workspaceAPI(
                "workspaceIndicators", "/indicators", IndicatorListView.parameters, right: .seePlan,
                "Indicators by title, 100 at a time, each with where it stands.", "Indicators"
            ) { visit throws(WebError) in try await list(plans, visit) },
            .workspaceAPI(
                "workspaceIndicator", "/indicators/{id}", [.id], right: .seePlan,
                "One indicator with all its observations.", "IndicatorWithObservations"
            ) { visit throws(WebError) in try await one(plans, visit) },
        ]
    }

    private static let pageSize = 100

    private static let fields: [(String, Schema)] = [
        ("id", .integer), ("code", .nullableString), ("title", .string), ("kind", .string), ("definition", .string),
        ("unit", .string), ("direction", .string), ("baseline", .nullableString), ("baselineAt", .nullableString),
        ("target", .nullableString), ("targetAt", .nullableString), ("source", .string),
        ("institution", .nullableInteger), ("links", .array(.string)), ("latest", .nullableString),
        ("latestAt", .nullableString), ("change", .nullableString), ("course", .nullableString),
        ("distance", .nullableString), ("sharePercent", .nullableInteger), ("version", .integer),
    ]

    static let schemas: [Schema.Named] = [
        ("Indicators", .object([("indicators", .array(.reference("Indicator"))), ("next", .nullableString)])),
        ("Indicator", .object(fields)),
        (
            "IndicatorWithObservations",
            .object([("indicator", .reference("Indicator")), ("observations", .array(.reference("Observation")))])
        ),
        (
            "Observation",
            .object([
                ("id", .integer), ("period", .string), ("sex", .string), ("age", .string), ("disability", .string),
                ("region", .string), ("population", .string), ("value", .nullableString), ("source", .string),
                ("note", .nullableString), ("author", .string), ("made", .string), ("version", .integer),
            ])
        ),
    ]

    private static func list(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        let query = visit.exchange.query
        do throws(WorkspaceError) {
            let found = try await plans.indicators.page(
                IndicatorListView.filter(query), after: query.first("after").flatMap { IndicatorID($0) },
                limit: pageSize,
                visit.member)
            var next = Query(query.items.filter { $0.name != "after" })
            if let last = found.last { next.append("after", "\(last.indicator.id)") }
            let json = JSONWriter()
            json.object {
                json.array("indicators") {
                    for (indicator, totals) in found { write(nil, indicator, totals, json) }
                }
                json.member("next", found.count == pageSize ? visit.apiPath("/indicators") + next.text : nil)
            }
            return .json(json.bytes)
        } catch { throw WebError(error) }
    }

    private static func one(_ plans: Plans, _ visit: Visit) async throws(WebError) -> Answer {
        guard let id = IndicatorID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let (indicator, observations) = try await plans.indicators.find(id, visit.member)
            let json = JSONWriter()
            json.object {
                write("indicator", indicator, observations, json)
                json.array("observations") { for observation in observations { write(observation, json) } }
            }
            return .json(json.bytes)
        } catch { throw WebError(error) }
    }

    private static func write(
        _ key: String?, _ indicator: Indicator, _ observations: [Observation], _ json: JSONWriter
    ) {
        let content = indicator.content
        let standing = IndicatorStanding(content, observations)
        json.object(key) {
            json.member("id", Int(indicator.id.value))
            json.member("code", content.code)
            json.member("title", content.title)
            json.member("kind", content.kind.rawValue)
            json.member("definition", content.definition)
            json.member("unit", content.unit)
            json.member("direction", content.direction.rawValue)
            json.member("baseline", content.baseline?.value.description)
            json.member("baselineAt", content.baseline?.at.code)
            json.member("target", content.target?.value.description)
            json.member("targetAt", content.target?.at.code)
            json.member("source", content.source)
            json.member("institution", content.institution.map { Int($0.value) })
            json.array("links", of: content.links.sorted().map { "\($0.kind.rawValue):\($0.code)" })
            json.member("latest", standing.latest?.value?.description)
            json.member("latestAt", standing.latest?.period.code)
            json.member("change", standing.change?.description)
            json.member("course", standing.course?.rawValue)
            json.member("distance", standing.distance?.description)
            json.member("sharePercent", standing.sharePercent)
            json.member("version", indicator.version)
        }
    }

    private static func write(_ observation: Observation, _ json: JSONWriter) {
        json.object {
            json.member("id", Int(observation.id.value))
            json.member("period", observation.period.code)
            json.member("sex", observation.breakdown.sex)
            json.member("age", observation.breakdown.age)
            json.member("disability", observation.breakdown.disability)
            json.member("region", observation.breakdown.region)
            json.member("population", observation.breakdown.population)
            json.member("value", observation.value?.description)
            json.member("source", observation.source)
            json.member("note", observation.note)
            json.member("author", observation.author)
            json.member("made", observation.made)
            json.member("version", observation.version)
        }
    }
}
