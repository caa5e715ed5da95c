import Domain
import Frame
import Practices

/// What addresses of the library ask for.
enum PracticeAsked {
    static let search = Parameter(
        name: "q", form: .text(charactersMax: 300), summary: "Words, in any of the six languages.")
    static let theme = Parameter(name: "theme", form: .text(charactersMax: 100), summary: "A theme's code.")
    static let after = Parameter(name: "after", form: .number, summary: "The last number of the page before.")
    static let limit = Parameter(
        name: "limit", form: .integer(1...PracticeLimits.listMax), summary: "Most of them on a page.")
    static let version = Parameter(
        name: "version", form: .text(charactersMax: 20), summary: "The language of the version that is read.")
    static let shelf = Parameter(
        name: "shelf", place: .path, form: .choice(PracticeShelf.allCases.map(\.rawValue)), summary: "A shelf.")

    static let narrowing: [Parameter] = [
        search, theme,
        Parameter(name: "state", form: .text(charactersMax: 100), summary: "Code of the State it is from."),
        Parameter(name: "region", form: .text(charactersMax: 100), summary: "Code of the region it is from."),
        Parameter(
            name: "kind", form: .choice([""] + HelpKind.allCases.map(\.rawValue)),
            summary: "A kind of help it was done with."),
        Parameter(
            name: "language", form: .text(charactersMax: 20), summary: "A language it has a version in, by its tag."),
    ]

    /// Of the whole library.
    static let filters =
        [
            Parameter(
                name: "shelf", form: .choice([""] + PracticeShelf.allCases.map(\.rawValue)),
                summary: "The shelf it stands on.")
        ] + narrowing

    static func filter(_ exchange: Exchange, shelf: PracticeShelf? = nil) -> PracticeFilter {
        var filter = PracticeFilter()
        filter.text = asked("q", exchange) ?? ""
        filter.shelf = shelf ?? asked("shelf", exchange).flatMap { PracticeShelf(rawValue: $0) }
        filter.theme = asked("theme", exchange)
        filter.state = asked("state", exchange).map { StateCode($0) }
        filter.region = asked("region", exchange)
        filter.kind = asked("kind", exchange).flatMap { HelpKind(rawValue: $0) }
        filter.language = asked("language", exchange).map { LanguageTag($0) }
        return filter
    }

    static func asked(_ name: String, _ exchange: Exchange) -> String? {
        exchange.query.first(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    static func limit(_ exchange: Exchange) -> Int { asked("limit", exchange).flatMap { Int($0) } ?? 30 }
}
