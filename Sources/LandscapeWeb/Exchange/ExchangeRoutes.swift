import Domain
import Frame
import Landscape

/// Actors, and the exchange between them.
enum ExchangeRoutes {
    static func all(_ landscape: Landscape) -> [Route] { actors(landscape) + exchange(landscape) + service(landscape) }

    private static let scope = [GapAsked.state, GapAsked.theme, GapAsked.group]
    private static let after = Parameter(
        name: "after", form: .text(charactersMax: 400), summary: "The last key of the page before.")

    private static func actors(_ landscape: Landscape) -> [Route] {
        [
            .page("actors", "/cooperation/actors", [GapAsked.state, GapAsked.theme, after]) {
                exchange throws(WebError) in try await ActorDirectoryView.answer(exchange, landscape)
            },
            .page("actor", "/cooperation/actors/{id}", [.id]) { exchange throws(WebError) in
                try await ActorView.answer(exchange, landscape)
            },
            .page("organization", "/cooperation/organizations", [GapAsked.key]) { exchange throws(WebError) in
                try await OrganizationView.answer(exchange, landscape)
            },
        ]
    }

    private static func exchange(_ landscape: Landscape) -> [Route] {
        let by = Parameter(name: "by", form: .choice(["state", "theme"]), summary: "What the columns are.")
        return [
            .page("exchange", "/cooperation/exchange", scope + [by]) { exchange throws(WebError) in
                try await ExchangeView.answer(exchange, landscape)
            },
            .page("network", "/cooperation/network", scope) { exchange throws(WebError) in
                try await NetworkView.answer(exchange, landscape)
            },
        ]
            + GapSheets.allCases.map { form in
                .page(
                    "exchange-\(form.rawValue)", "/cooperation/exchange.\(form.rawValue)", scope,
                    contentType: form.contentType
                ) { exchange throws(WebError) in
                    let place = GapPlace(exchange)
                    let found = try await ExchangeView.read(place, landscape)
                    return try form.file(ExchangeSheet.sheet(found, place.view), "exchange", place)
                }
            }
    }

    private static func service(_ landscape: Landscape) -> [Route] {
        [
            .api(
                "getActors", "/cooperation/actors", [GapAsked.state, GapAsked.theme, after],
                "Organizations that public programmes name, by key.", "CooperationActors"
            ) { exchange throws(WebError) in try await ExchangeJSON.actors(exchange, landscape) },
            .api(
                "getExchange", "/cooperation/exchange", scope,
                "Who helps whom: programmes under way by who funds, who implements, and for which State.", "Exchange"
            ) { exchange throws(WebError) in try await ExchangeJSON.exchange(exchange, landscape) },
        ]
    }

    static let schemas: [Schema.Named] = ExchangeJSON.schemas
}
