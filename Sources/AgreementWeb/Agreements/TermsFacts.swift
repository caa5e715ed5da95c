import Agreements
import Cooperation
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// What a version of an agreement says, for whoever may read it.
struct TermsFacts {
    let view: View
    let version: AgreementVersion
    let actors: [WorkspaceID: CooperationActor]

    private var html: HTMLWriter { view.html }
    private var terms: AgreementTerms { version.terms }

    func write() {
        html.element(.dl, .class("facts-list")) {
            view.textFact("agreement.purpose", terms.purpose, language: terms.language)
            view.fact(view.say("agreement.time")) { html.text(view.window(terms.starts, terms.ends)) }
            view.textFact("agreement.changeNote", version.changeNote, language: terms.language)
        }
        conditions()
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("agreement.exit")) {
                if !terms.exitNote.isEmpty {
                    html.element(.div, .class("prose"), .lang(terms.language.rawValue), .dir("auto")) {
                        view.paragraphs(terms.exitNote)
                    }
                }
                html.element(
                    .p, text: view.say("agreement.noticeOf", ["days": .number(terms.noticeDays)]))
            }
            view.fact(view.say("agreement.reviews")) {
                html.text(
                    terms.reviewDays.isEmpty
                        ? view.say("agreement.noReviews") : view.list(terms.reviewDays.map { view.date($0) }))
            }
        }
    }

    private func conditions() {
        view.section("conditions", view.say("agreement.conditions")) {
            guard !terms.conditions.isEmpty else {
                html.element(.p, text: view.say("agreement.noConditions"))
                return
            }
            view.table(view.say("agreement.conditions")) {
                view.headRow(
                    [
                        "agreement.conditionKind", "agreement.conditionWhat", "agreement.conditionBy",
                        "agreement.decidedBy",
                    ]
                    .map { (view.say($0), false) })
                html.element(.tbody) {
                    for one in terms.conditions {
                        html.element(.tr) {
                            html.element(.th, .scope("row"), text: view.say("condition.\(one.condition.rawValue)"))
                            html.element(.td, .lang(terms.language.rawValue), .dir("auto"), text: one.what)
                            html.element(.td) { view.party(one.by, actors) }
                            html.element(.td) {
                                if one.decidedBy.isEmpty {
                                    html.element(.span, .class("soft"), text: view.say("cooperation.notSaid"))
                                } else {
                                    html.element(.bdi, text: one.decidedBy)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Who are its parties, who of them accepted it, and who says that it may be public.
    func parties() {
        view.table(view.say("agreement.parties")) {
            view.headRow(
                ["agreement.party", "agreement.word", "agreement.level"].map { (view.say($0), false) })
            html.element(.tbody) {
                for party in version.parties {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            if let actor = actors[party.workspace] {
                                view.actor(actor)
                            } else {
                                html.text(view.say("agreement.unknownParty"))
                            }
                        }
                        html.element(.td) { word(party) }
                        html.element(
                            .td,
                            text: party.accepted == nil
                                ? view.say("agreement.notSaidYet")
                                : view.say(party.isPublic ? "agreement.levelPublic" : "agreement.levelParties"))
                    }
                }
            }
        }
    }

    private func word(_ party: AgreementParty) {
        if let accepted = party.accepted {
            html.text(view.say("agreement.acceptedAt", ["when": .text(view.moment(accepted))]))
        } else if let refused = party.refused {
            html.text(view.say("agreement.refusedAt", ["when": .text(view.moment(refused))]))
            html.element(.p) { html.element(.q, .dir("auto"), text: party.reason) }
        } else {
            html.text(view.say("agreement.notSaidYet"))
        }
    }
}
