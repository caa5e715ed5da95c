import Cooperation
import Domain
import Frame
import Locales
import Markup
import Reference

/// What a fund and its calls say, for whoever may read them.
struct FundFacts {
    let view: View

    private var html: HTMLWriter { view.html }
    private var today: CalendarDate? { CalendarDate(view.exchange.site.clock.instant) }

    func standing(_ call: FundCall) -> String {
        today.map { view.say("callStanding.\(call.standing(on: $0).rawValue)") } ?? ""
    }

    func fund(_ fund: Fund) {
        if !fund.text.isEmpty {
            html.element(.div, .class("prose"), .lang(fund.language.rawValue), .dir("auto")) {
                view.paragraphs(fund.text)
            }
        }
        if fund.contact != OfferContact() {
            html.element(.dl, .class("facts-list")) { ContactFacts.write(fund.contact, view) }
        }
        if let facts = fund.template.flatMap({ view.exchange.site.names.reference.fundTemplate($0) }) {
            html.element(.p, .class("hint")) {
                html.text(
                    view.say(
                        facts.isVerified ? "fund.template.verified" : "fund.template.unverified",
                        ["source": .text(facts.source)]))
            }
        }
    }

    func calls(_ calls: [FundCall], address: (FundCall) -> String?) {
        guard !calls.isEmpty else {
            html.element(.p, text: view.say("fund.call.none"))
            return
        }
        view.table(view.say("fund.calls")) {
            view.headRow(
                ["fund.call.title", "fund.call.standing", "fund.call.closes", "fund.call.ceiling"].map {
                    (view.say($0), $0 == "fund.call.ceiling")
                })
            html.element(.tbody) {
                for call in calls {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            html.element(.a, .custom("href", address(call)), .dir("auto"), text: call.title)
                        }
                        html.element(.td, text: standing(call))
                        html.element(
                            .td, text: call.closes.map { view.date($0) } ?? view.say("fund.call.noEnd"))
                        html.element(.td, .class("n")) { html.element(.bdi, text: view.money(call.ceiling)) }
                    }
                }
            }
        }
    }

    func call(_ call: FundCall, language: LanguageTag) {
        html.element(.dl, .class("facts-list")) {
            view.fact(view.say("fund.call.standing")) { html.element(.strong, text: standing(call)) }
            view.fact(view.say("fund.call.window")) { html.text(view.window(call.opens, call.closes)) }
            view.fact(view.say("fund.call.ceiling")) { html.element(.bdi, text: view.money(call.ceiling)) }
            view.fact(view.say("fund.call.budget")) { html.element(.bdi, text: view.money(call.budget)) }
            view.fact(view.say("cooperation.eligible")) { html.text(view.eligible(call.eligible)) }
            view.textFact("fund.call.eligibleNote", call.eligibleNote, language: language)
            view.fact(view.say("fund.call.consent")) {
                html.text(view.say(call.needsConsent ? "fund.call.consentYes" : "fund.call.consentNo"))
            }
            view.textFact("cooperation.kinds", view.help(call.kinds))
            view.textFact("fund.call.languages", view.languages(call.languages))
            view.textFact("offer.conditions", view.conditions(call.conditions))
            view.textFact("cooperation.themes", view.list(call.themes.map { view.name(.theme, $0) }))
            view.textFact("fund.text", call.text, language: language)
        }
        questions(call.form, language: language)
    }

    func questions(_ form: [FormField], language: LanguageTag) {
        view.section("form", view.say("fund.form.title")) {
            guard !form.isEmpty else {
                html.element(.p, text: view.say("fund.form.none"))
                return
            }
            html.element(.ol) {
                for field in form {
                    html.element(.li) {
                        html.element(.span, .lang(language.rawValue), .dir("auto"), text: field.label)
                        html.element(.p, .class("hint"), text: terms(field))
                    }
                }
            }
        }
    }

    func terms(_ field: FormField) -> String {
        var words = [view.say("formKind.\(field.kind.rawValue)")]
        if field.isRequired { words.append(view.say("fund.form.required")) }
        if let most = field.wordsMax { words.append(view.say("fund.form.most", ["count": .number(most)])) }
        return view.list(words)
    }
}
