import Domain
import Frame
import Landscape

/// The gap: public pages, the workspace's own, files and API.
enum GapRoutes {
    static func all(_ landscape: Landscape) -> [Route] { open(landscape) + files(landscape) + work(landscape) }

    private static func open(_ landscape: Landscape) -> [Route] {
        let page = [
            Parameter(name: "from", form: .text(charactersMax: 60), summary: "The State after which the list begins.")
        ]
        return [
            .page("cooperation", "/cooperation", GapAsked.scope + [GapAsked.balance] + page) {
                exchange throws(WebError) in
                var scope = exchange.gapScope
                scope.state = nil
                return try await GapWorldView.answer(GapPlace(exchange), scope, landscape)
            },
            .page(
                "cooperation-state", "/cooperation/states/{code}",
                [.code("A State's code."), GapAsked.theme, GapAsked.person]
            ) { exchange throws(WebError) in try await GapStateView.answer(exchange, landscape) },
            .page(
                "cooperation-theme", "/cooperation/themes/{code}",
                [.code("A theme's code."), GapAsked.group, GapAsked.person] + page
            ) { exchange throws(WebError) in
                var scope = exchange.gapScope
                scope.theme = exchange.value("code")
                return try await GapWorldView.answer(GapPlace(exchange), scope, landscape)
            },
            .page("cooperation-rows", "/cooperation/rows", GapAsked.rows) { exchange throws(WebError) in
                try await GapRowsView.answer(GapPlace(exchange), landscape)
            },
        ]
    }

    private static func files(_ landscape: Landscape) -> [Route] {
        GapSheets.allCases.map { form in
            .page(
                "cooperation-\(form.rawValue)", "/cooperation.\(form.rawValue)", GapAsked.scope,
                contentType: form.contentType
            ) { exchange throws(WebError) in try await form.answer(GapPlace(exchange), landscape) }
        } + [
            .api(
                "getCooperation", "/cooperation", GapAsked.scope,
                "What is recommended, asked for, offered and helped with: in the world, a State, a theme or a group.",
                "Gap"
            ) { exchange throws(WebError) in try await GapJSON.answer(GapPlace(exchange), landscape) },
            .api(
                "getCooperationRows", "/cooperation/rows", GapAsked.rows,
                "The rows behind a figure of the gap, the latest first.", "GapRows"
            ) { exchange throws(WebError) in try await GapJSON.rows(GapPlace(exchange), landscape) },
        ]
    }

    private static func work(_ landscape: Landscape) -> [Route] {
        let page = [
            GapAsked.balance,
            Parameter(name: "from", form: .text(charactersMax: 60), summary: "The State after which the list begins."),
        ]
        let sheets = GapSheets.allCases.map { form in
            Route.workspace(
                "own-gap-\(form.rawValue)", "/gap.\(form.rawValue)", GapAsked.scope, right: .seeCooperation,
                contentType: form.contentType
            ) { visit throws(WebError) in
                try await form.answer(GapPlace(visit), landscape, state: visit.workspace.mechanismState)
            }
        }
        return sheets + [
            .workspace("own-gap", "/gap", GapAsked.scope + page, right: .seeCooperation) { visit throws(WebError) in
                let scope = visit.exchange.gapScope
                if let state = visit.workspace.mechanismState ?? scope.state {
                    return try await GapStateView.answer(GapPlace(visit), state, landscape)
                }
                return try await GapWorldView.answer(GapPlace(visit), scope, landscape)
            },
            .workspace("own-gap-rows", "/gap/rows", GapAsked.rows, right: .seeCooperation) { visit throws(WebError) in
                try await GapRowsView.answer(GapPlace(visit), landscape)
            },
            .workspaceAPI(
                "api-gap", "/gap", GapAsked.scope, right: .seeCooperation,
                "The gap as the workspace may see it: of a mechanism, its own State with its plan.", "Gap"
            ) { visit throws(WebError) in
                try await GapJSON.answer(GapPlace(visit), landscape, state: visit.workspace.mechanismState)
            },
            .workspaceAPI(
                "api-gap-rows", "/gap/rows", GapAsked.rows, right: .seeCooperation,
                "The rows behind a figure of the workspace's gap.", "GapRows"
            ) { visit throws(WebError) in try await GapJSON.rows(GapPlace(visit), landscape) },
        ]
    }

    static let schemas: [Schema.Named] = GapJSON.schemas
}
