import Domain
import Frame
import Locales
import Markup
import Practices

/// What of the record a draft answers: by hand, and as the program proposes.
struct PracticeLinksView {
    let view: View
    let path: String
    let own: OwnPracticeReading
    let edition: PracticeEdition
    let proposals: [ProposedLink]

    private var html: HTMLWriter { view.html }
    private var version: Int { own.practice.version }

    func write() {
        view.section("links", view.say("practice.links"), view.say("practice.links.lead")) {
            standing()
            if !proposals.isEmpty { proposed() }
            view.fold(view.say("practice.links.byHand")) {
                view.act(path + "/link", view.say("practice.links.add"), version: version) {
                    view.textField(
                        "issue", view.say("practice.links.issues"), "", hint: view.say("practice.links.hint"),
                        most: 300,
                        direction: "ltr")
                    view.textField(
                        "recommendation", view.say("practice.links.recommendations"), "",
                        hint: view.say("practice.links.hint"), most: 300, direction: "ltr")
                }
            }
        }
    }

    private func standing() {
        guard !edition.content.links.isEmpty else {
            html.element(.p, .class("none"), text: view.say("practice.links.none"))
            return
        }
        html.element(.ul, .class("said-list")) {
            for link in edition.content.links {
                html.element(.li) {
                    html.element(.p) {
                        if link.kind == .issue, let issue = own.issues.first(where: { $0.id.value == link.id }) {
                            view.issueName(issue)
                        } else if let found = own.recommendations.first(where: { $0.id.value == link.id }) {
                            view.recommendationName(found)
                        } else {
                            html.text(view.say("practice.links.gone", ["number": .number(Int(link.id))]))
                        }
                        if link.origin == .proposed {
                            html.text(" ")
                            html.element(.span, .class("chip"), text: view.say("practice.proposedTaken"))
                        }
                    }
                    view.act(path + "/unlink", view.say("practice.links.remove"), version: version) {
                        view.hiddenField("link", "\(link.kind.rawValue):\(link.id)")
                    }
                }
            }
        }
    }

    private func proposed() {
        html.element(.div, .class("suggested")) {
            html.element(.h3, text: view.say("practice.proposals"))
            html.element(.p, .class("hint"), text: view.say("practice.proposals.lead"))
            view.act(path + "/link", view.say("practice.links.take"), version: version) {
                for proposal in proposals {
                    let name = "\(proposal.link.kind.rawValue):\(proposal.link.id)"
                    html.element(.div, .class("tickable")) {
                        html.empty(.input, .type("checkbox"), .id(name), .name("proposed"), .value(name))
                        html.element(.label, .for(name)) {
                            html.text(view.say("practice.kind.\(proposal.link.kind.rawValue)"))
                            html.text(" ")
                            html.element(
                                .span, .custom("lang", proposal.language?.rawValue), .dir("auto"), text: proposal.name)
                            html.element(
                                .span, .class("hint"),
                                text: " " + view.reasons(themes: proposal.themes, words: proposal.words))
                        }
                    }
                }
            }
        }
    }
}
