import CooperationRecords
import Domain
import Frame

/// What the address of a cooperation record asks for beyond the State.
struct CooperationAsked {
    static func view(_ yardsticks: Yardsticks) -> [Parameter] {
        [
            Parameter(
                name: "with", form: .text(charactersMax: 100), valuesMax: StateFactLimits.peersMax,
                summary: "Codes of States to compare with."),
            Parameter(name: "from", form: .integer(1900...2200), summary: "First year of the comparison."),
            Parameter(name: "until", form: .integer(1900...2200), summary: "Last year of the comparison."),
            Parameter(
                name: "yardstick", form: .choice(yardsticks.all.map(\.code)), valuesMax: max(1, yardsticks.all.count),
                summary: "Yardsticks to look at it by."),
        ]
    }

    /// What a feed of facts can be narrowed by.
    static let feed: [Parameter] = [
        Parameter(
            name: "kind", form: .choice(StateFactKind.allCases.map(\.rawValue)), summary: "Only facts of this kind."),
        Parameter(
            name: "since", form: .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") { CalendarDate($0) != nil },
            summary: "Only what was published on this day or later."),
    ]

    static func filter(_ exchange: Exchange, _ state: StateCode?) -> FactFilter {
        FactFilter(
            state: state, kind: exchange.query.first("kind").flatMap { StateFactKind(rawValue: $0) },
            since: exchange.query.first("since").flatMap { CalendarDate($0) })
    }

    let peers: [StateCode]
    let years: ClosedRange<Int>
    let yardsticks: [Yardstick]
    let today: CalendarDate

    init(_ exchange: Exchange, _ state: StateCode, _ yardsticks: Yardsticks) {
        var seen: Set<StateCode> = [state]
        peers = exchange.query.all("with").filter { !$0.isEmpty }.map { StateCode($0) }.filter {
            seen.insert($0).inserted
        }
        let instant = CalendarDate(exchange.site.clock.instant)
        today = instant ?? CalendarDate(dayNumber: 0)
        let until = exchange.query.first("until").flatMap { Int($0) } ?? today.year
        let from = exchange.query.first("from").flatMap { Int($0) } ?? max(1900, until - 10)
        years = min(from, until)...max(from, until)
        let asked = Set(exchange.query.all("yardstick"))
        self.yardsticks = yardsticks.all.filter { asked.contains($0.code) }
    }
}
