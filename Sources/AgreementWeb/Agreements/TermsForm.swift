import Agreements
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// The rows of an agreement's form: those that are filled, and some more.
struct TermsForm {
    let view: View
    let parties: [(id: WorkspaceID, name: String)]
    let chosen: AgreementTerms

    private var html: HTMLWriter { view.html }
    /// Who gives what is written once it is known who they are.
    private var hasParties: Bool { chosen.parties.contains { $0 != parties.first?.id } }

    func write() {
        guard hasParties else {
            html.element(.p, .class("notice"), text: view.say("agreement.partiesFirst"))
            return
        }
        group("contributions", chosen.contributions.count, most: AgreementLimits.linesMax) { place in
            give("give-\(place)", place < chosen.contributions.count ? chosen.contributions[place] : nil)
        }
        group("benchmarks", chosen.benchmarks.count, most: AgreementLimits.linesMax) { place in
            mark("mark-\(place)", place < chosen.benchmarks.count ? chosen.benchmarks[place] : nil)
        }
        group("reviews", chosen.reviewDays.count, most: AgreementLimits.reviewsMax) { place in
            let day = place < chosen.reviewDays.count ? chosen.reviewDays[place].description : ""
            view.dayField("review-\(place)", view.say("agreement.reviewDay"), day)
        }
        group("conditions", chosen.conditions.count, most: AgreementLimits.linesMax) { place in
            condition("condition-\(place)", place < chosen.conditions.count ? chosen.conditions[place] : nil)
        }
    }

    /// What is there and two rows more; what is already filled stands open.
    private func group(_ name: String, _ count: Int, most: Int, row: (Int) -> Void) {
        view.fold(view.say("agreement.\(name)"), isOpen: count > 0) {
            html.element(.p, .class("hint"), text: view.say("agreement.\(name)Hint"))
            for place in 0..<min(count + TermsReading.rowsMore, most) {
                html.element(.fieldset, .class("fields line")) {
                    html.element(
                        .legend, text: view.say("agreement.\(name)Row", ["number": .number(place + 1)]))
                    row(place)
                }
            }
        }
    }

    private func party(_ name: String, _ key: String, _ id: WorkspaceID?, empty: String?) {
        let none = empty.map { [("", view.say($0))] } ?? []
        let own = parties.filter { $0.id == parties.first?.id || chosen.parties.contains($0.id) }
        view.select(
            name, view.say(key), none + own.map { ($0.id.description, $0.name) },
            chosen: id?.description ?? "")
    }

    private func give(_ row: String, _ one: Contribution?) {
        if let one { view.hiddenField(row + "-line", String(one.line)) }
        view.textField(
            row + "-what", view.say("agreement.what"), one?.what ?? "", most: AgreementLimits.lineCharactersMax)
        party(row + "-giver", "agreement.giver", one?.giver ?? parties.first?.id, empty: nil)
        party(row + "-receiver", "agreement.receiver", one?.receiver, empty: "agreement.allOthers")
        view.select(
            row + "-kind", view.say("cooperation.kind"),
            HelpKind.allCases.map { ($0.rawValue, view.say("helpKind.\($0.rawValue)")) },
            chosen: one?.kind.rawValue ?? HelpKind.training.rawValue)
        view.textField(
            row + "-money", view.say("agreement.money"),
            one?.money.map { Amounts.plain($0.minor, $0.currency) } ?? "", hint: view.say("agreement.moneyHint"),
            most: 40, direction: "ltr")
        view.textField(
            row + "-moneyCurrency", view.say("cooperation.currency"), one?.money?.currency.rawValue ?? "", most: 3,
            direction: "ltr")
        view.dayField(row + "-due", view.say("agreement.by"), one?.due?.description ?? "")
    }

    private func mark(_ row: String, _ one: Benchmark?) {
        if let one { view.hiddenField(row + "-line", String(one.line)) }
        view.textField(
            row + "-what", view.say("agreement.benchmarkWhat"), one?.what ?? "",
            most: AgreementLimits.lineCharactersMax)
        view.select(
            row + "-kind", view.say("agreement.benchmarkKind"),
            Benchmark.Kind.allCases.map { ($0.rawValue, view.say("benchmarkKind.\($0.rawValue)")) },
            chosen: one?.kind.rawValue ?? Benchmark.Kind.result.rawValue)
        let texts = [
            ("measure", one?.measure ?? ""), ("baseline", one?.baseline ?? ""), ("target", one?.target ?? ""),
        ]
        for (name, value) in texts {
            view.textField(
                "\(row)-\(name)", view.say("agreement.\(name)"), value, most: AgreementLimits.lineCharactersMax)
        }
        view.dayField(row + "-due", view.say("agreement.by"), one?.due.description ?? "")
    }

    private func condition(_ row: String, _ one: AttachedCondition?) {
        if let one { view.hiddenField(row + "-line", String(one.line)) }
        view.textField(
            row + "-what", view.say("agreement.conditionWhat"), one?.what ?? "",
            most: AgreementLimits.lineCharactersMax)
        view.select(
            row + "-kind", view.say("agreement.conditionKind"),
            Condition.allCases.map { ($0.rawValue, view.say("condition.\($0.rawValue)")) },
            chosen: one?.condition.rawValue ?? Condition.other.rawValue)
        party(row + "-by", "agreement.conditionBy", one?.by, empty: "cooperation.notSaid")
        view.textField(
            row + "-decidedBy", view.say("agreement.decidedBy"), one?.decidedBy ?? "",
            most: AgreementLimits.lineCharactersMax)
    }
}
