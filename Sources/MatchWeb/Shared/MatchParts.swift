import Cooperation
import Domain
import Frame
import Insight
import Locales
import Markup
import Matches
import Reference

/// A score with everything it is made of.
struct MatchParts {
    let view: View
    let score: MatchScore
    /// What is matched, for whoever hears the table.
    let name: String
    var isOpen = false

    private var html: HTMLWriter { view.html }

    /// The sum, then how it comes about: points times part for each criterion, and why.
    func write() {
        sum()
        view.fold(view.say("match.parts.how"), isOpen: isOpen) {
            view.table(view.say("match.parts", ["name": .text(name)]), style: "data match-parts") {
                view.headRow([
                    (view.say("match.column.criterion"), false), (view.say("match.column.weight"), true),
                    (view.say("match.column.part"), true), (view.say("match.column.points"), true),
                    (view.say("match.column.why"), false),
                ])
                html.element(.tbody) { for part in score.parts { row(part) } }
            }
        }
        unchecked()
    }

    /// `61.50 of 100 points`, and how many it could have.
    func sum() {
        let total = score.parts.reduce(0) { $0 + $1.weight }
        html.element(.p, .class("match-score")) {
            html.element(
                .strong,
                text: view.say(
                    "match.score",
                    ["score": .text(view.decimal(hundredths: score.hundredths)), "total": .number(total)]))
            if score.hundredthsMax > score.hundredths {
                html.text(" ")
                html.element(
                    .span, .class("soft"),
                    text: view.say(
                        "match.upTo", ["most": .text(view.decimal(hundredths: score.hundredthsMax))]))
            }
            view.barTrack("track", share: total > 0 ? Double(score.hundredths) / Double(total * 100) : 0)
        }
    }

    private func row(_ part: MatchPart) {
        html.element(.tr) {
            html.element(.th, .scope("row"), text: view.say("match.criterion.\(part.criterion.rawValue)"))
            html.element(.td, .class("n"), text: view.number(part.weight))
            html.element(.td, .class("n")) {
                if let value = part.hundredths {
                    html.text(view.decimal(hundredths: value))
                } else {
                    html.element(.span, .class("soft"), text: view.say("match.notKnown"))
                }
            }
            html.element(.td, .class("n"), text: view.decimal(hundredths: part.gained))
            html.element(.td) { html.element(.bdi, text: view.words(part, of: score.help.source)) }
        }
    }

    private func unchecked() {
        guard !score.unchecked.isEmpty else { return }
        html.element(.p, .class("hint"), text: view.say("match.unchecked"))
        html.element(.ul, .class("hint")) {
            for condition in score.unchecked {
                html.element(.li, text: view.say("match.unchecked.\(condition.rawValue)"))
            }
        }
    }
}

/// A piece of help by its name, who gives it, and where it is read.
struct HelpName {
    let view: View
    let visit: Visit
    let card: HelpCard

    var plain: String { card.state.map { view.stateName($0) } ?? card.title }

    var address: String {
        switch card.id.source {
        case .offer: view.address(visit.path("/offers/given/\(card.id.number)"))
        case .call: view.address(visit.path("/funds/calls/\(card.id.number)"))
        case .programme: view.address("/programmes/\(card.id.number)")
        case .peer: view.stateAddress(StateCode(card.id.code))
        }
    }

    /// Where somebody is asked to be introduced for a need.
    func introduction(_ need: NeedID) -> String {
        let value = card.id.source == .peer ? card.id.code : String(card.id.number)
        return view.address(
            visit.path("/introductions/new"), [("need", need.description), (card.id.source.rawValue, value)])
    }

    func link() {
        if card.state != nil {
            view.link(address, plain)
        } else {
            view.html.element(
                .a, .href(address), .lang(card.language?.rawValue ?? "und"), .dir("auto"), text: card.title)
        }
    }

    func origin() {
        view.html.text(view.say("match.source.\(card.id.source.rawValue)"))
        if let actor = card.actor, card.state == nil {
            view.html.text(" · ")
            view.who(actor)
        } else if let reporter = card.reporter {
            view.html.text(" · ")
            view.html.element(.bdi, text: reporter)
        }
    }
}
