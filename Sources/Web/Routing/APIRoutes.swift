import Domain
import Frame
import Operations

/// The addresses under `/api/v1`.
enum APIRoutes {
    static func all(languages: [String]) -> [Route] {
        let language = Parameter.language(languages)
        return [
            .api(
                "searchRecommendations", "/recommendations", Parameter.search + Parameter.paging + [.facets, language],
                "Finds recommendations.", "SearchPage"
            ) { exchange throws(WebError) in try await SearchAPI.answer(exchange) },
            .api(
                "getRecommendation", "/recommendations/{id}", [.id, language],
                "Everything known of one recommendation.",
                "Recommendation"
            ) { exchange throws(WebError) in try await RecordsAPI.recommendation(exchange) },
            .api(
                "getSuggestions", "/recommendations/{id}/suggestions", [.id, language],
                "Tags that a model suggests for a recommendation, and the words that spoke for them. No tags before a person "
                    + "confirms them.", "Suggestions"
            ) { exchange throws(WebError) in try await SuggestionsAPI.answer(exchange) },
            .api(
                "getSimilarRecommendations", "/recommendations/{id}/similar", [.id, SimilarAPI.limit, language],
                "What is close to a recommendation, in the program's opinion, and why.", "SimilarPage"
            ) { exchange throws(WebError) in try await SimilarAPI.answer(exchange) },
            .api("listDocuments", "/documents", documents + [language], "Documents, newest first.", "Documents") {
                exchange throws(WebError) in try await RecordsAPI.documents(exchange)
            },
            .api("getDocument", "/documents/{id}", [.id, language], "A document and what it holds.", "DocumentPage") {
                exchange throws(WebError) in try await RecordsAPI.document(exchange)
            },
            .api(
                "getTable", "/tables",
                Parameter.search.filter { $0.name != "sort" } + TableQuestion.parameters + TablesAPI.limits + [
                    language
                ],
                "The records of a search by two facets: counts, or shares with their bases.", "Table"
            ) { exchange throws(WebError) in try await TablesAPI.answer(exchange) },
            list("listStates", "/states", "States with records.", \.states, language),
            .api("getState", "/states/{code}", [.code("Code of a State"), language], "A State's record.", "State") {
                exchange throws(WebError) in try await RecordsAPI.state(exchange)
            },
            list("listMechanisms", "/mechanisms", "Mechanisms with records.", \.mechanisms, language),
            topic("getMechanism", "/mechanisms/{code}", "A mechanism's records in numbers.", .mechanism, language),
            list("listThemes", "/themes", "Themes with records.", \.themes, language),
            topic("getTheme", "/themes/{code}", "A theme's records in numbers.", .theme, language),
            list("listGoals", "/sdgs", "Sustainable Development Goals with records.", \.goals, language),
            topic("getGoal", "/sdgs/{code}", "A goal's records in numbers.", .sdg, language),
            .api(
                "listIssues", "/issues", IssuesAPI.parameters + [language],
                "What a State's recommendations come to, largest first.", "Issues"
            ) { exchange throws(WebError) in try await IssuesAPI.list(exchange) },
            .api(
                "getIssue", "/issues/{id}", [.id, IssuesAPI.members, language],
                "An issue: who asked when, what the State answered, and its members.", "IssuePage"
            ) { exchange throws(WebError) in try await IssuesAPI.issue(exchange) },
            .api(
                "getRepeats", "/repeats", Parameter.search + [language],
                "How often something was recommended, by whom, in which cycles, and what became of it.", "Repeats"
            ) { exchange throws(WebError) in try await IssuesAPI.repeats(exchange) },
        ]
    }

    private static let documents = [
        Parameter(name: "state", form: .text(charactersMax: 200), summary: "Code of the State it is about."),
        Parameter(name: "mechanism", form: .text(charactersMax: 200), summary: "Code of the mechanism."),
        Parameter(
            name: "after", form: .number,
            summary: "Where the page before ended: taken from its next link."),
        Parameter(name: "limit", form: .integer(1...SearchRequest.limitMax), summary: "Documents on a page."),
    ]

    private static func list(
        _ name: String, _ path: String, _ summary: String, _ counts: any KeyPath<Overview, FacetCounts> & Sendable,
        _ language: Parameter
    ) -> Route {
        .api(name, path, [language], summary, "Values") { exchange throws(WebError) in
            try await RecordsAPI.list(exchange, counts)
        }
    }

    private static func topic(
        _ name: String, _ path: String, _ summary: String, _ facet: Facet, _ language: Parameter
    ) -> Route {
        .api(name, path, [.code("Code"), language], summary, "Topic") { exchange throws(WebError) in
            try await RecordsAPI.topic(exchange, facet)
        }
    }
}
