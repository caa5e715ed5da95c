import Domain
import Frame
import Locales
import Markup
import Matches

/// What people decided on matches, and the forms by which they do.
struct MatchDecisions {
    let view: View
    let visit: Visit
    /// Of the list's forms: `/matches/needs/7`.
    let path: String

    private var html: HTMLWriter { view.html }
    private func address(_ rest: String) -> String { view.address(visit.path(path + rest)) }

    /// The form that decides against one match; `place` tells it from the others of the page.
    func reject(field: String, value: String, name: String, place: Int) {
        guard visit.may(.decideMatches) else { return }
        view.fold(view.say("match.reject.title")) {
            view.workForm(address("/reject")) {
                view.hiddenField(field, value)
                view.field("reason-\(place)", view.say("match.reject.reason"), hint: view.say("match.reject.hint")) {
                    hint in
                    html.empty(
                        .input, .class("input"), .type("text"), .id("reason-\(place)"), .name("reason"),
                        .maxlength(Matches.reasonCharactersMax), .autocomplete("off"), .dir("auto"),
                        .describedBy(hint))
                }
                html.element(.p) { view.submitButton(view.say("match.reject.button"), isPlain: true) }
            }
        }
    }

    /// Everything this workspace decided, with who and when; what stands can be taken back.
    func list<Entry>(_ entries: [Entry], _ rejection: (Entry) -> MatchRejection, name: (Entry) -> Void) {
        guard !entries.isEmpty else { return }
        view.section("decisions", view.say("match.decisions.title"), view.say("match.decisions.lead")) {
            html.element(.ol, .class("timeline")) {
                for entry in entries {
                    html.element(.li) {
                        html.element(.p) { name(entry) }
                        decision(rejection(entry))
                    }
                }
            }
        }
    }

    private func decision(_ rejection: MatchRejection) {
        html.element(.p) { html.element(.q, .dir("auto"), text: rejection.reason) }
        html.element(.p, .class("hint")) {
            view.write("match.decidedBy", ["when": .text(view.moment(rejection.at))]) { _ in
                html.element(.bdi, text: rejection.by)
            }
        }
        if let when = rejection.takenBack {
            html.element(.p, .class("hint")) {
                view.write("match.takenBackBy", ["when": .text(view.moment(when))]) { _ in
                    html.element(.bdi, text: rejection.takenBackBy ?? "")
                }
            }
        } else if visit.may(.decideMatches) {
            view.workForm(address("/take-back"), style: "") {
                view.hiddenField("decision", rejection.id.description)
                html.element(.p) { view.submitButton(view.say("match.takeBack"), isPlain: true) }
            }
        }
    }

    /// How many are not shown because the other side decided against them.
    func keptAway(_ count: Int) {
        if count > 0 { html.element(.p, .class("hint"), text: view.say("match.keptAway", ["count": .number(count)])) }
    }
}
