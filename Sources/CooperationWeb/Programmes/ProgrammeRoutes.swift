import Domain
import Frame
import Programmes

/// Programmes: what everybody sees, and what a workspace keeps.
enum ProgrammeRoutes {
    static func all(_ programmes: Programmes, _ beside: [PageBeside]) -> [Route] {
        open(programmes) + kept(programmes, beside) + service(programmes)
    }

    private static func open(_ programmes: Programmes) -> [Route] {
        [
            .page("programmes", "/programmes", ProgrammeAsked.parameters) { exchange throws(WebError) in
                try await ProgrammeListView.answer(exchange, programmes)
            },
            .page("programmes-file", "/programmes.iati.xml", contentType: "application/xml") {
                _ throws(WebError) in try ProgrammeStream.answer(programmes, .everybody)
            },
            .page("programme", "/programmes/{id}", [.id]) { exchange throws(WebError) in
                try await ProgrammePageView.answer(exchange, programmes)
            },
        ]
    }

    private static func kept(_ programmes: Programmes, _ beside: [PageBeside]) -> [Route] {
        [
            .workspace("workspace-programmes", "/programmes", ProgrammeAsked.parameters, right: .seeCooperation) {
                visit throws(WebError) in try await ProgrammeListView.answer(visit, programmes)
            },
            .workspace(
                "workspace-programmes-file", "/programmes.iati.xml", right: .seeCooperation,
                contentType: "application/xml"
            ) { visit throws(WebError) in try ProgrammeStream.answer(programmes, .workspace(visit.member)) },
            .workspace("programme-new", "/programmes/new", right: .manageProgrammes) { visit throws(WebError) in
                await ProgrammeForm.new(visit, programmes)
            },
            .workspaceForm("programme-add", "/programmes/new", right: .manageProgrammes) {
                visit, form throws(WebError) in try await ProgrammeActions(visit, form, programmes).add()
            },
            .workspace("programme-import", "/programmes/import", right: .manageProgrammes) { visit throws(WebError) in
                await ProgrammeUpload.page(visit)
            },
            .workspaceUpload("programme-upload", "/programmes/import", right: .manageProgrammes) {
                visit throws(WebError) in try await ProgrammeUpload.take(visit, programmes)
            },
            .workspace("workspace-programme", "/programmes/{id}", [.id], right: .seeCooperation) {
                visit throws(WebError) in try await ProgrammePageView.answer(visit, programmes, beside)
            },
            .workspace("programme-change", "/programmes/{id}/edit", [.id], right: .manageProgrammes) {
                visit throws(WebError) in try await ProgrammeForm.edit(visit, programmes)
            },
            form("programme-edit", "edit", programmes) { actions throws(WebError) in try await actions.edit() },
            form("programme-money", "money", programmes) { actions throws(WebError) in try await actions.addMoney() },
            form("programme-money-remove", "money-remove", programmes) { actions throws(WebError) in
                try await actions.removeMoney()
            },
            form("programme-link", "link", programmes) { actions throws(WebError) in try await actions.link() },
            form("programme-unlink", "unlink", programmes) { actions throws(WebError) in try await actions.unlink() },
            form("programme-withdraw", "withdraw", programmes) { actions throws(WebError) in
                try await actions.withdraw()
            },
        ]
    }

    private static func form(
        _ name: String, _ action: String, _ programmes: Programmes,
        _ act: @escaping @Sendable (ProgrammeActions) async throws(WebError) -> Answer
    ) -> Route {
        .workspaceForm(name, "/programmes/{id}/\(action)", [.id], right: .manageProgrammes) {
            visit, form throws(WebError) in try await act(ProgrammeActions(visit, form, programmes))
        }
    }

    private static func service(_ programmes: Programmes) -> [Route] {
        [
            .api(
                "api-programmes", "/programmes", ProgrammeAsked.parameters,
                "Public programmes of cooperation, newest first, and what all that match come to.", "Programmes"
            ) { exchange throws(WebError) in try await ProgrammeJSON.list(exchange, .everybody, programmes) },
            .api(
                "api-programme", "/programmes/{id}", [.id], "One public programme with its sums and links.", "Programme"
            ) { exchange throws(WebError) in try await ProgrammeJSON.one(exchange, .everybody, programmes) },
            .workspaceAPI(
                "api-workspace-programmes", "/programmes", ProgrammeAsked.parameters, right: .seeCooperation,
                "Programmes the workspace keeps, drafts included.", "Programmes"
            ) { visit throws(WebError) in
                try await ProgrammeJSON.list(visit.exchange, .workspace(visit.member), programmes)
            },
        ]
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = ProgrammeJSON.schemas
}
