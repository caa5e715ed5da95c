import Domain
import Frame
import Locales
import Markup
import Operations

/// What became of it: answers that changed, and what is said of implementation. Schemes stand side by side, none is converted.
struct RepeatsOutcome {
    let view: View
    let repeats: Repeats

    /// Rows shown of each list; the API has more.
    private static let shownMax = 12

    private var html: HTMLWriter { view.html }

    func write() {
        view.section("outcome", view.say("repeats.outcome"), view.say("repeats.outcomeText")) {
            html.element(.div, .class("grid")) {
                html.element(.div) { changes() }
                html.element(.div) { assessments() }
            }
            if repeats.examined < repeats.total {
                html.element(
                    .p, .class("fine"), text: view.say("repeats.examined", ["count": .number(repeats.examined)]))
            }
        }
    }

    private func changes() {
        html.element(.h3, text: view.say("repeats.changes", ["count": .number(repeats.changesTotal)]))
        guard repeats.changesTotal > 0 else {
            html.element(.p, .class("soft"), text: view.say("repeats.noChanges"))
            return
        }
        html.element(.ul, .class("tags")) {
            for item in repeats.changesByKind {
                html.element(.li) {
                    html.element(
                        .span,
                        text: view.say(
                            "change.fromTo",
                            [
                                "from": .text(view.say("position.\(item.from.rawValue)")),
                                "to": .text(view.say("position.\(item.to.rawValue)")),
                            ]))
                    html.element(.span, .class("value"), text: view.number(item.count))
                }
            }
        }
        html.element(.details) {
            html.element(
                .summary,
                text: view.say("repeats.newest", ["count": .number(min(Self.shownMax, repeats.changes.count))]))
            html.element(.ul, .class("plain-list")) {
                for change in repeats.changes.prefix(Self.shownMax) { html.element(.li) { view.laterChange(change) } }
            }
        }
    }

    private func assessments() {
        html.element(.h3, text: view.say("repeats.assessments", ["count": .number(repeats.assessmentsTotal)]))
        guard repeats.assessmentsTotal > 0 else {
            html.element(.p, .class("soft"), text: view.say("repeats.noAssessments"))
            return
        }
        html.element(.ul, .class("tags")) {
            for item in repeats.assessmentsByValue.prefix(20) {
                html.element(.li) {
                    html.element(.span, text: view.assessmentValue(item.value, scheme: item.scheme))
                    html.element(.span, .class("value"), text: view.number(item.count))
                }
            }
        }
        html.element(.details) {
            html.element(
                .summary,
                text: view.say("repeats.newest", ["count": .number(min(Self.shownMax, repeats.assessments.count))]))
            html.element(.ul, .class("plain-list")) {
                for item in repeats.assessments.prefix(Self.shownMax) {
                    html.element(.li) { view.assessmentLine(item.assessment, of: item.recommendation) }
                }
            }
        }
    }
}
