import Domain
import Frame
import Landscape
import Programmes

/// What an address of the gap asks for.
enum GapAsked {
    static let state = Parameter(name: "state", form: .text(charactersMax: 60), summary: "A State's code.")
    static let theme = Parameter(name: "theme", form: .text(charactersMax: 100), summary: "A theme's code.")
    static let group = Parameter(
        name: "group", form: .text(charactersMax: 60), summary: "The code of a region or a group of States.")
    static let person = Parameter(
        name: "person", form: .text(charactersMax: 100), summary: "The code of a group of persons.")
    static let scope = [state, theme, group, person]
    static let balance = Parameter(
        name: "balance", form: .choice([""] + GapBalance.allCases.map(\.rawValue)),
        summary: "How asking and helping stand to each other in the lines that are shown.")
    static let number = Parameter(name: "after", form: .number, summary: "The last number of the page before.")
    static let limit = Parameter(
        name: "limit", form: .integer(1...GapRowPage.sizeMax), summary: "Most of them on a page.")
    static let key = Parameter(
        name: "key", form: .text(charactersMax: 400), isRequired: true,
        summary: "An organization: its reference in small letters, or ~ and its folded name.")

    static let rows =
        scope + [
            Parameter(
                name: "of", form: .choice(GapRowKind.allCases.map(\.rawValue)), isRequired: true,
                summary: "What the rows are."),
            Parameter(
                name: "only", form: .choice(GapIssueFilter.allCases.map(\.rawValue)),
                summary: "Which issues: by what serves them."),
            Parameter(
                name: "alone", form: .choice(["yes"]),
                summary: "Needs that no open offer fits, or offers that fit no need."),
            Parameter(
                name: "unsaid", form: .choice(["yes"]),
                summary: "Offers that name no theme, or programmes that state no sum."),
            Parameter(
                name: "giver", form: .text(charactersMax: 400),
                summary: "Programmes that this organization funds; - for those that name nobody."),
            Parameter(
                name: "worker", form: .text(charactersMax: 400),
                summary: "Programmes that this organization implements; - for those that name none."),
            Parameter(
                name: "modality", form: .choice(Modality.allCases.map(\.rawValue) + ["none"]),
                summary: "Programmes of this form of cooperation; none for those that say none."),
            Parameter(
                name: "from", form: .text(charactersMax: 60),
                summary: "Programmes that public bodies of this State fund."),
            number, limit,
        ]
}

extension Exchange {
    func asked(_ name: String) -> String? { query.first(name).flatMap { $0.isEmpty ? nil : $0 } }

    var gapScope: GapScope {
        GapScope(
            state: asked("state").map { StateCode($0) }, theme: asked("theme"), group: asked("group"),
            person: asked("person"))
    }

    var gapRows: (kind: GapRowKind, filter: GapRowFilter) {
        var filter = GapRowFilter(scope: gapScope)
        filter.issues = asked("only").flatMap { GapIssueFilter(rawValue: $0) } ?? .all
        filter.isAlone = asked("alone") != nil
        filter.isUnsaid = asked("unsaid") != nil
        filter.giver = asked("giver")
        filter.worker = asked("worker")
        filter.modality = asked("modality")
        filter.from = asked("from").map { StateCode($0) }
        return (asked("of").flatMap { GapRowKind(rawValue: $0) } ?? .issues, filter)
    }
}

extension WebError {
    /// Runs an operation of the landscape with its errors as this room's.
    static func run<T: Sendable>(_ body: () async throws(WorkspaceError) -> T) async throws(WebError) -> T {
        do throws(WorkspaceError) { return try await body() } catch { throw WebError(error) }
    }
}
