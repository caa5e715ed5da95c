import Agreements
import Cooperation
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

extension View {
    /// A workspace's name; its number where it is none of those that were read.
    func partyName(_ id: WorkspaceID, _ actors: [WorkspaceID: CooperationActor]) -> String {
        actors[id]?.name ?? say("agreement.unknownParty")
    }

    func party(_ id: WorkspaceID?, _ actors: [WorkspaceID: CooperationActor]) {
        guard let id else {
            html.element(.span, .class("soft"), text: say("cooperation.notSaid"))
            return
        }
        html.element(.bdi, text: partyName(id, actors))
    }

    /// What a form did, after it sent the reader here.
    func saidOfAgreement() {
        if let key = exchange.query.first("said"), words.has("agreement.said.\(key)") {
            done(say("agreement.said.\(key)"))
        }
    }

    /// Whole days in words.
    func days(_ count: Int) -> String { say("agreement.days", ["count": .number(count)]) }

    /// Hours, or days where they are many.
    func hours(_ count: Int) -> String {
        count < 48 ? say("agreement.hours", ["count": .number(count)]) : days(count / 24)
    }

    /// Where one changes between requests, agreements and reviews.
    func agreementPlaces(_ visit: Visit, _ current: String) {
        let places = [
            ("/agreements", "agreement.title", Right.seeCooperation),
            ("/introductions", "introduction.title", .seeCooperation),
            ("/agreements/reviews", "review.title", .comment),
        ].filter { visit.may($0.2) }
        html.element(.nav, .class("places"), .label(say("agreement.places"))) {
            html.element(.ul) {
                for place in places {
                    html.element(.li) {
                        html.element(
                            .a, .href(address(visit.path(place.0))),
                            .custom("aria-current", place.0 == current ? "page" : nil), text: say(place.1))
                    }
                }
            }
        }
    }
}

extension Visit {
    func back(_ path: String, _ said: String) -> Answer {
        .seeOther(View(self).address(self.path(path), [("said", said)]))
    }
}
