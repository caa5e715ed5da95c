import Cooperation
import Domain
import Frame
import Plans

/// Needs: the public ones, and those of a workspace.
enum NeedRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] { open(cooperation) + work(cooperation) }

    private static func open(_ cooperation: Cooperation) -> [Route] {
        let filters = [CooperationParameters.state, CooperationParameters.kind, CooperationParameters.theme]
        return [
            .page("needs", "/needs", filters + [CooperationParameters.after]) { exchange throws(WebError) in
                try await NeedPublicView.list(exchange, cooperation)
            },
            .page("need", "/needs/{id}", [.id]) { exchange throws(WebError) in
                try await NeedPublicView.one(exchange, cooperation)
            },
            .page("needs-feed", "/needs.atom", filters, contentType: Feed.contentType) { exchange throws(WebError) in
                try await NeedFiles.feed(exchange, cooperation)
            },
            .page("needs-table", "/needs.csv", filters, contentType: "text/csv") { exchange throws(WebError) in
                try await NeedFiles.table(exchange, cooperation)
            },
            .api(
                "getNeeds", "/needs", filters + [CooperationParameters.after, CooperationParameters.limit],
                "Needs that their States published, the latest first.", "Needs"
            ) { exchange throws(WebError) in try await NeedJSON.list(exchange, cooperation) },
            .api("getNeed", "/needs/{id}", [.id], "A need that its State published.", "Need") {
                exchange throws(WebError) in try await NeedJSON.one(exchange, cooperation)
            },
        ]
    }

    private static func work(_ cooperation: Cooperation) -> [Route] {
        let filters = [CooperationParameters.kind, CooperationParameters.theme, CooperationParameters.after]
        return [
            .workspace("own-needs", "/needs", filters, right: .seeCooperation) { visit throws(WebError) in
                try await NeedListView.answer(visit, cooperation)
            },
            .workspaceForm("need-add", "/needs", right: .stateNeed) { visit, form throws(WebError) in
                try await NeedActions(visit, form, cooperation).add()
            },
            .workspace("need-new", "/needs/new", [NeedNewView.from], right: .stateNeed) { visit throws(WebError) in
                try await NeedNewView.answer(visit, cooperation)
            },
            .workspace("need-proposals", "/needs/proposals", right: .stateNeed) { visit throws(WebError) in
                try await NeedProposalView.answer(visit, cooperation)
            },
            .workspace("need-section", "/needs/section", right: .stateNeed) { visit throws(WebError) in
                await NeedProposalView.section(visit)
            },
            .workspaceForm("need-section-read", "/needs/section", right: .stateNeed) { visit, form throws(WebError) in
                await NeedProposalView.read(visit, form)
            },
            .workspaceForm("need-section-take", "/needs/section/take", right: .stateNeed) {
                visit, form throws(WebError) in try await NeedProposalView.take(visit, form, cooperation)
            },
            .workspace("need-asked", "/needs/asked/{id}", [.id], right: .seeCooperation) { visit throws(WebError) in
                try await NeedListView.asked(visit, cooperation)
            },
            .workspace("own-need", "/needs/{id}", [.id], right: .seeCooperation) { visit throws(WebError) in
                try await NeedView.answer(visit, cooperation)
            },
            .workspace("need-note", "/needs/{id}/note", [.id], right: .seeCooperation) { visit throws(WebError) in
                await (try await ConceptNote.load(visit, cooperation)).page()
            },
            .workspace(
                "need-note-docx", "/needs/{id}/note.docx", [.id], right: .seeCooperation,
                contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            ) { visit throws(WebError) in try await ConceptNote.load(visit, cooperation).docx() },
            .workspaceForm("need-edit", "/needs/{id}/edit", [.id], right: .stateNeed) {
                visit, form throws(WebError) in try await NeedActions(visit, form, cooperation).edit()
            },
            .workspaceForm("need-status", "/needs/{id}/status", [.id], right: .stateNeed) {
                visit, form throws(WebError) in try await NeedActions(visit, form, cooperation).status()
            },
            .workspaceForm("need-consent", "/needs/{id}/consent", [.id], right: .publishNeed) {
                visit, form throws(WebError) in try await NeedActions(visit, form, cooperation).consent()
            },
            .workspaceForm("need-publish", "/needs/{id}/publish", [.id], right: .publishNeed) {
                visit, form throws(WebError) in try await NeedActions(visit, form, cooperation).publish()
            },
            .workspaceForm("need-withdraw", "/needs/{id}/withdraw", [.id], right: .publishNeed) {
                visit, form throws(WebError) in try await NeedActions(visit, form, cooperation).withdraw()
            },
            .workspaceAPI(
                "api-needs", "/needs", right: .seeCooperation, "The workspace's needs, drafts included.", "Needs"
            ) { visit throws(WebError) in try await NeedJSON.own(visit, cooperation) },
        ]
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = NeedJSON.schemas
}
