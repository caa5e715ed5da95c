import Domain
import Frame
import Plans

/// What a list of the plan is asked for, as it stands in addresses and forms.
struct PlanAsked {
    var rows = PlanRows.commitments
    var filter = PlanFilter()
    var sort: PlanSort?
    var after: PlanCursor?

    /// Values that are none are left out.
    init(_ query: Query) {
        rows = query.first("rows").flatMap { PlanRows(rawValue: $0) } ?? .commitments
        sort = query.first("sort").flatMap { PlanSort(rawValue: $0) }
        after = query.first("after").flatMap { PlanCursor($0) }
        switch query.first("lead") {
        case "none"?: filter.lead = .nobody
        case let text?: filter.lead = InstitutionID(text).map { .institution($0) }
        case nil: break
        }
        switch query.first("status") {
        case "none"?: filter.standing = .nothing
        case let text?: filter.standing = ImplementationStatus(rawValue: text).map { .said($0) }
        case nil: break
        }
        filter.supporting = query.first("supporting").flatMap { InstitutionID($0) }
        filter.priority = query.first("priority").flatMap { Priority(rawValue: $0) }
        filter.actionStatus = query.first("action").flatMap { ActionStatus(rawValue: $0) }
        filter.mechanism = Self.text(query, "mechanism").map { MechanismCode($0) }
        filter.theme = Self.text(query, "theme")
        filter.goal = Self.text(query, "goal")
        filter.person = Self.text(query, "person")
        filter.position = query.first("position").flatMap { Position(rawValue: $0) }
        filter.issue = query.first("issue").flatMap { IssueID($0) }
        filter.commitment = query.first("commitment").flatMap { CommitmentID($0) }
        filter.isLate = query.first("late") == "yes"
        filter.money = query.first("money").flatMap { PlanFilter.Money(rawValue: $0) }
        filter.currency = query.first("currency").flatMap { CurrencyCode($0) }
        filter.isWithoutAction = query.first("without") == "yes"
        filter.dueFrom = query.first("from").flatMap { CalendarDate($0) }
        filter.dueTo = query.first("to").flatMap { CalendarDate($0) }
        filter.text = Self.text(query, "q") ?? ""
    }

    private static func text(_ query: Query, _ name: String) -> String? {
        query.first(name).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    /// Everything but the place in the list, in one order.
    var items: [(String, String)] {
        var items: [(String, String?)] = [("rows", rows == .commitments ? nil : rows.rawValue)]
        switch filter.lead {
        case .nobody: items.append(("lead", "none"))
        case .institution(let id): items.append(("lead", id.description))
        case nil: break
        }
        switch filter.standing {
        case .nothing: items.append(("status", "none"))
        case .said(let status): items.append(("status", status.rawValue))
        case nil: break
        }
        items += [
            ("supporting", filter.supporting?.description), ("priority", filter.priority?.rawValue),
            ("action", filter.actionStatus?.rawValue), ("mechanism", filter.mechanism?.rawValue),
            ("theme", filter.theme), ("goal", filter.goal), ("person", filter.person),
            ("position", filter.position?.rawValue), ("issue", filter.issue?.description),
            ("commitment", filter.commitment?.description), ("late", filter.isLate ? "yes" : nil),
            ("money", filter.money?.rawValue), ("currency", filter.currency?.rawValue),
            ("without", filter.isWithoutAction ? "yes" : nil),
            ("from", filter.dueFrom?.description), ("to", filter.dueTo?.description),
            ("q", filter.text.isEmpty ? nil : filter.text), ("sort", sort?.rawValue),
        ]
        return items.compactMap { item in item.1.map { (item.0, $0) } }
    }

    /// How many things the list is narrowed by.
    var narrowing: Int { items.count { !["rows", "sort"].contains($0.0) } }

    func with(_ rows: PlanRows) -> PlanAsked {
        var asked = self
        asked.rows = rows
        asked.after = nil
        asked.sort = nil
        return asked
    }

    var order: PlanSort { sort ?? (rows == .actions ? .due : .made) }

    /// A page stays under 100 KB in every language.
    static let pageSize = 40

    /// For OpenAPI, and checked before a page or an answer is made.
    static let parameters: [Parameter] = [
        Parameter(
            name: "lead",
            form: .pattern("^(none|[1-9][0-9]{0,17})$") { $0.isEmpty || $0 == "none" || InstitutionID($0) != nil },
            summary: "The institution that leads, by id; none: nobody."),
        Parameter(
            name: "supporting", form: .pattern("^[1-9][0-9]{0,17}$") { $0.isEmpty || InstitutionID($0) != nil },
            summary: "An institution that supports, by id."),
        choice("priority", Priority.allCases.map(\.rawValue), "Priority of the commitment."),
        choice(
            "status", ImplementationStatus.allCases.map(\.rawValue) + ["none"],
            "What the State says of implementation; none: nothing."),
        choice("action", ActionStatus.allCases.map(\.rawValue), "Status of an action."),
        text("mechanism", "The mechanism of a recommendation, by code."),
        text("theme", "A theme of a recommendation, by code."),
        text("goal", "A Sustainable Development Goal or target of a recommendation."),
        text("person", "A group of persons concerned, by code."),
        choice("position", Position.allCases.map(\.rawValue), "The State's position on a recommendation."),
        choice("late", ["yes"], "Only what is late."),
        choice("money", PlanFilter.Money.allCases.map(\.rawValue), "Where money is missing, or the gap is not known."),
        Parameter(
            name: "currency", form: .pattern("^[A-Z]{3}$") { $0.isEmpty || CurrencyCode($0)?.rawValue == $0 },
            summary: "Actions whose amounts are in this currency, as ISO 4217 writes it."),
        choice("without", ["yes"], "Only commitments without an action."),
        day("from", "Due on this day or later."), day("to", "Due on this day or earlier."),
        text("q", "Words of the title."),
        choice("sort", PlanSort.allCases.map(\.rawValue), "Order."),
        Parameter(
            name: "after", form: .text(charactersMax: 700), summary: "Where the page before ended, as its answer says."),
    ]

    /// Days as ISO 8601 writes them; 29 February is taken, too, in the years that have one.
    private static let dayForm =
        "^[12][0-9]{3}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$"

    /// Empty values of forms count as none.
    private static func choice(_ name: String, _ values: [String], _ summary: String) -> Parameter {
        Parameter(
            name: name,
            form: .pattern("^(\(values.joined(separator: "|")))$") { $0.isEmpty || values.contains($0) },
            summary: summary)
    }

    private static func text(_ name: String, _ summary: String) -> Parameter {
        Parameter(name: name, form: .text(charactersMax: 200), summary: summary)
    }

    private static func day(_ name: String, _ summary: String) -> Parameter {
        Parameter(
            name: name,
            form: .pattern(Self.dayForm) {
                $0.isEmpty || CalendarDate($0)?.day != nil
            },
            summary: summary)
    }
}
