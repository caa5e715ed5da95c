import Domain
package import Frame
import Operations

/// The addresses of the public record and the desk.
package enum SiteRoutes {
    package static func all(languages: [String]) -> [Route] {
        pages + IssueRoutes.all + SignInRoutes.all + DeskRoutes.all + RecordTags.routes + SuggestionDecisions.routes
            + exports + tableFiles + APIRoutes.all(languages: languages)
    }

    /// The answers of the API among them.
    package static let schemas = Schema.all

    /// What stands in place of a page that asks for somebody who is signed in.
    package static let signIn: SignInPage = { exchange, back in
        await SignInView.page(exchange, back: back, trouble: .needed, status: 401)
    }

    private static let pages: [Route] = [
        .page("start", "/") { exchange throws(WebError) in try await StartView.answer(exchange) },
        .page("search", "/search", Parameter.search + Parameter.paging) { exchange throws(WebError) in
            try await SearchView.answer(exchange)
        },
        .page("tables", "/tables", Parameter.search + TableQuestion.parameters) { exchange throws(WebError) in
            try await TableView.answer(exchange)
        },
        .page("recommendation", "/recommendations/{id}", [.id]) { exchange throws(WebError) in
            try await RecommendationView.answer(exchange)
        },
        .page("similar", "/recommendations/{id}/similar", [.id]) { exchange throws(WebError) in
            try await SimilarView.answer(exchange)
        },
        .page("states", "/states") { exchange throws(WebError) in try await StatesView.answer(exchange) },
        .page("state", "/states/{code}", [.code("State")]) { exchange throws(WebError) in
            try await StateView.answer(exchange)
        },
        .page("mechanisms", "/mechanisms") { exchange throws(WebError) in try await TopicLists.mechanisms(exchange) },
        .page("documents", "/documents", documentList) { exchange throws(WebError) in
            try await DocumentsView.answer(exchange)
        },
        .page("document", "/documents/{id}", [.id] + Parameter.paging) { exchange throws(WebError) in
            try await DocumentView.answer(exchange)
        },
        .page("themes", "/themes") { exchange throws(WebError) in try await TopicLists.themes(exchange) },
        .page("goals", "/goals") { exchange throws(WebError) in try await TopicLists.goals(exchange) },
        topic("mechanism", "/mechanisms/{code}", .mechanism), topic("theme", "/themes/{code}", .theme),
        topic("person", "/persons/{code}", .person), topic("goal", "/goals/{code}", .sdg),
        topic("target", "/targets/{code}", .target), topic("region", "/regions/{code}", .region),
        topic("group", "/groups/{code}", .group),
        .page("compare", "/compare", comparison) { exchange throws(WebError) in
            try await ComparisonView.answer(exchange)
        },
        .page("about", "/about") { exchange throws(WebError) in try await AboutView.answer(exchange) },
        .page("developers", "/developers") { exchange throws(WebError) in try await DevelopersView.answer(exchange) },
        .page("sources", "/sources") { exchange throws(WebError) in try await SourcesView.answer(exchange) },
    ]

    private static let documentList = [
        Parameter(name: "state", form: .text(charactersMax: 200), summary: "State"),
        Parameter(name: "mechanism", form: .text(charactersMax: 200), summary: "Mechanism"),
        Parameter(name: "after", form: .pattern("^[1-9][0-9]*$") { DocumentID($0) != nil }, summary: "Last document"),
    ]

    private static let comparison = [
        Parameter(name: "state", form: .text(charactersMax: 200), valuesMax: 12, summary: "States"),
        Parameter(name: "cycle", form: .integer(1...99), valuesMax: 12, summary: "Cycles"),
    ]

    private static let exports: [Route] = Export.Form.allCases.map { form in
        Route(
            name: "export-\(form.rawValue)", pattern: "/export/recommendations.\(form.rawValue)", kind: .page,
            parameters: Parameter.search, summary: "The result as a file.", contentType: form.contentType
        ) { exchange throws(WebError) in try await Export.answer(exchange, form) }
    }

    private static let tableFiles: [Route] = TableFile.allCases.map { form in
        Route(
            name: "table-\(form.rawValue)", pattern: "/export/table.\(form.rawValue)", kind: .page,
            parameters: Parameter.search + TableQuestion.parameters, summary: "A table as a file.",
            contentType: form.contentType
        ) { exchange throws(WebError) in try await form.answer(exchange) }
    }

    private static func topic(_ name: String, _ pattern: String, _ facet: Facet) -> Route {
        .page(name, pattern, [.code(name)]) { exchange throws(WebError) in try await TopicView.answer(exchange, facet) }
    }
}
