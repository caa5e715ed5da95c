import Domain
import Frame
import Operations

/// What the page of suggestions is asked.
struct SuggestionQuestion {
    let question: Question
    let kind: TagKind?
    /// In percent.
    let least: Int

    static let kinds: [TagKind] = [.theme, .person, .sdg, .action]
    static let steps = [50, 70, 80, 90, 95, 99]

    static let parameters: [Parameter] =
        Parameter.search + [
            Parameter(name: "tag", form: .choice([""] + kinds.map(\.rawValue)), summary: "Kind of tag"),
            Parameter(name: "least", form: .choice(steps.map { String($0) }), summary: "Least probability, in percent"),
            Parameter(name: "said", form: .text(charactersMax: 20), summary: "What was just done"),
            Parameter(name: "n", form: .integer(0...1_000_000), summary: "How many"),
        ]

    init(_ exchange: Exchange) throws(WebError) {
        question = try Question(exchange, facets: [])
        kind = exchange.query.first("tag").flatMap { TagKind(rawValue: $0) }
        least = exchange.query.first("least").flatMap { Int($0) } ?? 80
    }

    var request: SuggestionRequest {
        SuggestionRequest(search: question.request, kind: kind, least: Double(least) / 100)
    }

    var items: [(String, String)] {
        question.items + (kind.map { [("tag", $0.rawValue)] } ?? []) + [("least", String(least))]
    }
}
