package import Domain
import Locales
import Markup
package import Operations

extension View {
    /// A list of recommendations.
    package func records(_ items: [RecommendationSummary]) {
        html.element(.ol, .class("records")) {
            for item in items { html.element(.li, .class("record")) { record(item) } }
        }
    }

    /// One recommendation of a list.
    package func record(_ item: RecommendationSummary) {
        html.element(.p, .class("where")) {
            if let paragraph = item.paragraph {
                html.element(.span, .class("para"), text: say("record.paragraph", ["number": .text(paragraph.printed)]))
            }
            stateLinks(item.states)
            html.element(.span, text: name(.mechanism, item.mechanism.rawValue))
            if let date = item.published {
                html.element(.time, .datetime(date.description), text: self.date(date))
            }
            if item.kind == .pledge { html.element(.span, text: say("kind.pledge")) }
        }
        html.element(.p, .class("words"), .lang(item.language.rawValue), .dir("auto")) {
            html.element(.a, .href(recommendationAddress(item.id))) { pieces(item.excerpt) }
        }
        html.element(.div, .class("facts")) {
            position(item.position)
            if let found = item.foundBy {
                html.element(.span, .class("found"), text: say("found.\(found.rawValue)"))
            }
            if !item.recommending.isEmpty { html.element(.span) { recommendingStates(item.recommending) } }
            if let symbol = item.symbol {
                html.element(
                    .a, .class("quiet"), .href(documentAddress(item.document)), .dir("ltr"), text: symbol.printed)
            }
        }
    }

    /// Text with the hits marked after escaping.
    package func pieces(_ pieces: [TextPiece]) {
        for piece in pieces {
            if piece.isHit { html.element(.mark, text: piece.text) } else { html.text(piece.text) }
        }
    }

    /// "From Aldora, Belmar and 3 more".
    package func recommendingStates(_ codes: [StateCode]) {
        let shown = stateNames(codes).prefix(3).map(\.name).joined(separator: say("list.comma"))
        if codes.count > 3 {
            write("record.fromMore", ["states": .text(shown), "count": .number(codes.count - 3)])
        } else {
            write("record.from", ["states": .text(shown)])
        }
    }
}
