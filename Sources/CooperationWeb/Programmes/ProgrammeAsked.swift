import Domain
import Frame
import Programmes

/// What the address of a list of programmes asks for.
enum ProgrammeAsked {
    static let parameters: [Parameter] = [
        Parameter(name: "q", form: .text(charactersMax: 300), summary: "Words of title, description or organizations."),
        Parameter(name: "state", form: .text(charactersMax: 60), summary: "Code of a State it is for."),
        Parameter(
            name: "sector", form: .pattern("^[0-9]{3}$") { $0.count == 3 && $0.allSatisfy(\.isNumber) },
            summary: "Category of purpose codes: three digits."),
        Parameter(
            name: "theme", form: .text(charactersMax: 60), summary: "Code of a theme its purpose codes stand for."),
        Parameter(
            name: "partner", form: .text(charactersMax: 400), summary: "An organization that takes part, by its key."),
        Parameter(
            name: "issue", form: .number,
            summary: "Number of an issue it serves."),
        Parameter(name: "status", form: .choice(["1", "2", "3", "4", "5", "6"]), summary: "Code of its status."),
        Parameter(
            name: "after", form: .number, summary: "Where the page begins."),
    ]

    static func filter(_ exchange: Exchange) -> ProgrammeFilter {
        func asked(_ name: String) -> String? { exchange.query.first(name).flatMap { $0.isEmpty ? nil : $0 } }
        return ProgrammeFilter(
            text: asked("q") ?? "", state: asked("state").map { StateCode($0) }, category: asked("sector"),
            theme: asked("theme"), partner: asked("partner"), issue: asked("issue").flatMap { IssueID($0) },
            status: asked("status"))
    }

    static func cursor(_ exchange: Exchange) -> ProgrammeCursor? {
        exchange.query.first("after").flatMap { ProgrammeCursor($0) }
    }
}

extension WebError {
    /// Runs an operation on programmes with its errors as this room's.
    static func run<T: Sendable>(_ body: () async throws(WorkspaceError) -> T) async throws(WebError) -> T {
        do throws(WorkspaceError) { return try await body() } catch { throw WebError(error) }
    }
}
