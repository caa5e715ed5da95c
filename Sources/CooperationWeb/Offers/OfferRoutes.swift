import Cooperation
import Domain
import Frame
import Plans

/// Offers: the public ones, and those of a workspace.
enum OfferRoutes {
    static func all(_ cooperation: Cooperation, _ plans: Plans) -> [Route] {
        let filters = [CooperationParameters.kind, CooperationParameters.theme, CooperationParameters.after]
        return [
            .page("offers", "/offers", filters) { exchange throws(WebError) in
                try await OfferViews.list(exchange, cooperation)
            },
            .page("offer", "/offers/{id}", [.id]) { exchange throws(WebError) in
                try await OfferViews.one(exchange, cooperation)
            },
            .page("offers-feed", "/offers.atom", filters, contentType: Feed.contentType) { exchange throws(WebError) in
                try await OfferFiles.feed(exchange, cooperation)
            },
            .page("offers-table", "/offers.csv", filters, contentType: "text/csv") { exchange throws(WebError) in
                try await OfferFiles.table(exchange, cooperation)
            },
            .api(
                "getOffers", "/offers", filters + [CooperationParameters.limit],
                "Offers of help that everybody may read, the latest first.", "Offers"
            ) { exchange throws(WebError) in try await OfferJSON.list(exchange, cooperation) },
            .api("getOffer", "/offers/{id}", [.id], "An offer of help.", "Offer") { exchange throws(WebError) in
                try await OfferJSON.one(exchange, cooperation)
            },
            .workspace("own-offers", "/offers", filters, right: .seeCooperation) { visit throws(WebError) in
                try await OfferViews.own(visit, cooperation)
            },
            .workspaceForm("offer-add", "/offers", right: .manageOffers) { visit, form throws(WebError) in
                try await OfferForm.add(visit, form, cooperation)
            },
            .workspace("offer-given", "/offers/given/{id}", [.id], right: .seeCooperation) { visit throws(WebError) in
                try await OfferViews.given(visit, cooperation)
            },
            .workspace("own-offer", "/offers/{id}", [.id], right: .seeCooperation) { visit throws(WebError) in
                try await OfferViews.ownOne(visit, cooperation)
            },
            .workspaceForm("offer-edit", "/offers/{id}/edit", [.id], right: .manageOffers) {
                visit, form throws(WebError) in try await OfferForm.edit(visit, form, cooperation)
            },
        ]
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = OfferJSON.schemas
}
