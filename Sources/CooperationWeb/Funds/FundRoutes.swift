import Cooperation
import Domain
import Frame
import Plans

/// Funds, their calls and applications.
enum FundRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] {
        open(cooperation) + keeping(cooperation) + applying(cooperation)
    }

    private static func open(_ cooperation: Cooperation) -> [Route] {
        [
            .page("funds", "/funds") { exchange throws(WebError) in
                try await FundPublicView.list(exchange, cooperation)
            },
            .page("fund", "/funds/{id}", [.id]) { exchange throws(WebError) in
                try await FundPublicView.one(exchange, cooperation)
            },
            .api("getFunds", "/funds", [], "Funds and their calls that everybody may read.", "Funds") {
                exchange throws(WebError) in try await FundPublicView.json(exchange, cooperation)
            },
        ]
    }

    private static func keeping(_ cooperation: Cooperation) -> [Route] {
        [
            .workspace("own-funds", "/funds", right: .seeCooperation) { visit throws(WebError) in
                try await FundViews.list(visit, cooperation)
            },
            .workspaceForm("fund-add", "/funds", right: .manageFunds) { visit, form throws(WebError) in
                try await FundActions(visit, form, cooperation).addFund()
            },
            .workspace("own-fund", "/funds/{id}", [.id], right: .seeCooperation) { visit throws(WebError) in
                try await FundViews.fund(visit, cooperation)
            },
            .workspaceForm("fund-edit", "/funds/{id}/edit", [.id], right: .manageFunds) {
                visit, form throws(WebError) in try await FundActions(visit, form, cooperation).editFund()
            },
            .workspaceForm("fund-call-add", "/funds/{id}/calls", [.id], right: .manageFunds) {
                visit, form throws(WebError) in try await FundActions(visit, form, cooperation).addCall()
            },
            .workspace("own-fund-call", "/funds/own-calls/{id}", [.id], right: .seeCooperation) {
                visit throws(WebError) in try await FundViews.ownCall(visit, cooperation)
            },
            .workspaceForm("fund-call-edit", "/funds/own-calls/{id}/edit", [.id], right: .manageFunds) {
                visit, form throws(WebError) in try await FundActions(visit, form, cooperation).editCall()
            },
            .workspace("application-received", "/funds/received/{id}", [.id], right: .manageFunds) {
                visit throws(WebError) in try await ApplicationView.received(visit, cooperation)
            },
            .workspaceForm("application-decide", "/funds/received/{id}/decide", [.id], right: .manageFunds) {
                visit, form throws(WebError) in try await FundActions(visit, form, cooperation).decide()
            },
        ]
    }

    private static func applying(_ cooperation: Cooperation) -> [Route] {
        [
            .workspace("fund-call", "/funds/calls/{id}", [.id], right: .seeCooperation) { visit throws(WebError) in
                try await FundViews.call(visit, cooperation)
            },
            .workspaceForm("fund-call-watch", "/funds/calls/{id}/watch", [.id], right: .applyToFunds) {
                visit, form throws(WebError) in try await FundActions(visit, form, cooperation).watch()
            },
            .workspaceForm("application-add", "/funds/calls/{id}/apply", [.id], right: .applyToFunds) {
                visit, form throws(WebError) in try await FundActions(visit, form, cooperation).apply()
            },
            .workspace("application", "/funds/applications/{id}", [.id], right: .applyToFunds) {
                visit throws(WebError) in try await ApplicationView.own(visit, cooperation)
            },
            .workspaceForm("application-save", "/funds/applications/{id}/save", [.id], right: .applyToFunds) {
                visit, form throws(WebError) in try await FundActions(visit, form, cooperation).save()
            },
            .workspaceForm("application-withdraw", "/funds/applications/{id}/withdraw", [.id], right: .applyToFunds) {
                visit, form throws(WebError) in try await FundActions(visit, form, cooperation).withdraw()
            },
        ]
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = FundPublicView.schemas
}
