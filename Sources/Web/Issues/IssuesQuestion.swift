import Domain
import Frame
import Operations

/// What a list of issues is asked, as its address says it.
struct IssuesQuestion {
    enum Sort: String, CaseIterable { case size, recent, repeated }

    /// Issues on a page: it stays under 100 KB in every script.
    static let pageMax = 30

    var state: StateCode
    var cycle: Int?
    var mechanism: MechanismCode?
    var theme: String?
    var repeats: RepeatClass?
    var sort = Sort.size
    var from = 0

    static let parameters: [Parameter] = [
        .code("State"),
        Parameter(name: "cycle", form: .integer(1...99), summary: "Cycle of the review"),
        Parameter(name: "mechanism", form: .text(charactersMax: 200), summary: "Mechanism"),
        Parameter(name: "theme", form: .text(charactersMax: 200), summary: "Theme"),
        Parameter(name: "class", form: .choice(RepeatClass.allCases.map(\.rawValue)), summary: "How often it came"),
        Parameter(name: "sort", form: .choice(Sort.allCases.map(\.rawValue)), summary: "Order"),
        Parameter(name: "from", form: .integer(0...1_000_000), summary: "First issue of the page"),
    ]

    init(_ exchange: Exchange) {
        func asked(_ name: String) -> String? { exchange.query.first(name).flatMap { $0.isEmpty ? nil : $0 } }
        state = StateCode(exchange.value("code"))
        cycle = asked("cycle").flatMap { Int($0) }
        mechanism = asked("mechanism").map { MechanismCode($0) }
        theme = asked("theme")
        repeats = asked("class").flatMap { RepeatClass(rawValue: $0) }
        sort = asked("sort").flatMap { Sort(rawValue: $0) } ?? .size
        from = asked("from").flatMap { Int($0) } ?? 0
    }

    var isNarrowed: Bool { cycle != nil || mechanism != nil || theme != nil || repeats != nil }

    /// The parameters, without defaults.
    var items: [(String, String)] {
        var items: [(String, String)] = []
        if let cycle { items.append(("cycle", String(cycle))) }
        if let mechanism { items.append(("mechanism", mechanism.rawValue)) }
        if let theme { items.append(("theme", theme)) }
        if let repeats { items.append(("class", repeats.rawValue)) }
        if sort != .size { items.append(("sort", sort.rawValue)) }
        if from > 0 { items.append(("from", String(from))) }
        return items
    }

    /// The same question with one thing changed; the list then begins anew.
    func with(_ change: (inout IssuesQuestion) -> Void) -> IssuesQuestion {
        var question = self
        question.from = 0
        change(&question)
        return question
    }

    /// Those of the class that was asked for, in the order that was asked for; ties stay as they came.
    func sorted(_ items: [IssueSummary]) -> [IssueSummary] {
        let fitting = items.filter { repeats == nil || $0.repeatClass == repeats }
        func order(_ key: (IssueSummary) -> Int) -> [IssueSummary] {
            fitting.enumerated().sorted { one, other in
                let (left, right) = (key(one.element), key(other.element))
                return left == right ? one.offset < other.offset : left > right
            }.map(\.element)
        }
        switch sort {
        case .size: return fitting
        case .recent: return order { $0.lastYear ?? 0 }
        case .repeated: return order { $0.notedBefore * 1_000 + $0.occasions }
        }
    }
}
