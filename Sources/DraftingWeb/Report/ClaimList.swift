import Domain
import Drafting
import Frame
import Locales
import Markup

/// Sentences that claim more than their sources, each with what it claims and the way to it.
struct ClaimList {
    let view: View
    let visit: Visit
    let report: Report
    private static let most = 100

    func write(_ claims: [ClaimFound]) {
        let html = view.html
        if claims.isEmpty { html.element(.p, text: view.say("report.claims.none")) }
        html.element(.ul) {
            for claim in claims.prefix(Self.most) {
                html.element(.li) {
                    html.element(
                        .a, .href(view.address(visit.path("/reports/\(report.id)/paragraphs/\(claim.paragraph)"))),
                        .lang(report.language.rawValue), .dir("auto"), text: claim.text)
                    for over in claim.overclaims {
                        html.element(.p, .class("hint"), text: view.say(over.messageKey, ["words": .text(over.words)]))
                    }
                }
            }
        }
        if claims.count > Self.most {
            html.element(.p, text: view.say("report.more", ["count": .number(claims.count - Self.most)]))
        }
    }
}
