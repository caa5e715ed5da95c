import Domain
package import Frame
package import WorkspaceSearch

/// Search inside a workspace: its page and its address in the API.
package enum WorkspaceSearchRoutes {
    package static func all(_ search: WorkspaceSearch) -> [Route] {
        [
            .workspace("space-search", "/search", parameters, right: .seeWorkspace) { visit throws(WebError) in
                try await FoundView.answer(visit, search)
            },
            .workspaceAPI(
                "api-space-search", "/search", parameters + [limit], right: .seeWorkspace,
                "What the workspace wrote, found by words, as far as you may see it.", "Found"
            ) { visit throws(WebError) in try await FoundJSON.answer(visit, search) },
        ]
    }

    package static let schemas: [Schema.Named] = FoundJSON.schemas

    private static let parameters = [
        Parameter(
            name: "q", form: .text(charactersMax: SearchRequest.queryCharactersMax),
            summary: "Words, phrases in quotation marks, OR, -not, prefix*, parentheses, kind:value."),
        Parameter(
            name: "kind", form: .choice(FoundKind.allCases.map(\.rawValue)), valuesMax: FoundKind.allCases.count,
            summary: "What it is; several are alternatives."),
        Parameter(
            name: "institution", form: .integer(1...Int(Int32.max)),
            summary: "The number of the institution it belongs to."),
        .after,
    ]

    private static let limit = Parameter(
        name: "limit", form: .integer(1...FindQuestion.limitMax), summary: "Texts on a page.")
}

extension FindQuestion {
    init(_ visit: Visit) {
        let query = visit.exchange.query
        self.init(
            query: query.first("q") ?? "", kinds: Set(query.all("kind").compactMap { FoundKind(rawValue: $0) }),
            institution: query.first("institution").flatMap { Int64($0) }.map { InstitutionID($0) },
            after: query.first("after").flatMap { SearchCursor($0) },
            limit: query.first("limit").flatMap { Int($0) } ?? 20, language: visit.exchange.language)
    }

    /// The question in an address, without where the page begins.
    var items: [(name: String, value: String)] {
        [("q", query)] + kinds.map(\.rawValue).sorted().map { ("kind", $0) }
            + (institution.map { [("institution", String($0.value))] } ?? [])
    }

    func toggling(_ kind: FoundKind) -> FindQuestion {
        var question = fromTheStart
        if question.kinds.remove(kind) == nil { question.kinds.insert(kind) }
        return question
    }

    func toggling(_ institution: InstitutionID) -> FindQuestion {
        var question = fromTheStart
        question.institution = self.institution == institution ? nil : institution
        return question
    }

    var fromTheStart: FindQuestion {
        var question = self
        question.after = nil
        return question
    }
}
