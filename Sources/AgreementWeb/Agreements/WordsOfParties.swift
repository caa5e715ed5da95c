import Agreements
import Cooperation
import CooperationWeb
import Domain
import Frame
import Locales
import Markup

/// Contributions and benchmarks, each with what every party says of it, side by side.
struct WordsOfParties {
    let view: View
    let version: AgreementVersion
    let actors: [WorkspaceID: CooperationActor]
    let sayings: AgreementSayings
    let today: CalendarDate
    /// Where a party's forms go; nil: the reader only reads.
    var form: String?

    private var html: HTMLWriter { view.html }
    private var language: String { version.terms.language.rawValue }

    func write() {
        view.section("contributions", view.say("agreement.contributions"), view.say("agreement.contributionsText")) {
            if version.terms.contributions.isEmpty {
                html.element(.p, text: view.say("agreement.noContributions"))
            } else {
                contributions()
            }
        }
        view.section("benchmarks", view.say("agreement.benchmarks"), view.say("agreement.benchmarksText")) {
            if version.terms.benchmarks.isEmpty { html.element(.p, text: view.say("agreement.noBenchmarks")) }
            for benchmark in version.terms.benchmarks { self.benchmark(benchmark) }
        }
    }

    private func contributions() {
        view.table(view.say("agreement.contributions"), style: "wide") {
            view.headRow(
                ["agreement.giver", "agreement.what", "agreement.money", "agreement.by", "agreement.given"].map {
                    (view.say($0), $0 == "agreement.money")
                })
            html.element(.tbody) { for one in version.terms.contributions { contribution(one) } }
        }
        if form != nil {
            for one in version.terms.contributions { deliverForm(one) }
        }
    }

    private func contribution(_ one: Contribution) {
        html.element(.tr) {
            html.element(.th, .scope("row")) {
                view.party(one.giver, actors)
                if let receiver = one.receiver {
                    html.element(.p, .class("hint")) {
                        html.text(view.say("agreement.toReceiver", ["who": .text(view.partyName(receiver, actors))]))
                    }
                }
            }
            html.element(.td) {
                html.element(.p, .lang(language), .dir("auto"), text: one.what)
                html.element(.p, .class("hint"), text: view.say("helpKind.\(one.kind.rawValue)"))
            }
            html.element(.td, .class("n")) {
                html.element(
                    .bdi, text: one.money.map { view.money($0) } ?? view.say("agreement.inKind"))
            }
            html.element(.td, text: one.due.map { view.date($0) } ?? view.say("cooperation.notSaid"))
            html.element(.td) { deliveries(one) }
        }
    }

    private func deliveries(_ one: Contribution) {
        let said = sayings.deliveries.filter { $0.line == one.line }
        guard !said.isEmpty else {
            let isOver = one.due.map { $0 < today } ?? false
            html.text(view.say(isOver ? "agreement.nothingSaidOver" : "agreement.nothingSaid"))
            return
        }
        for delivery in said {
            html.element(.p) {
                html.element(.strong) { view.party(delivery.workspace, actors) }
                html.text(
                    view.say("need.note.colon") + " "
                        + view.say(
                            delivery.isComplete ? "agreement.gaveAll" : "agreement.gavePart",
                            ["day": .text(view.date(delivery.day))]))
                if let money = delivery.money { html.element(.bdi, text: " " + view.money(money)) }
                if let due = one.due, delivery.isComplete, due < delivery.day {
                    html.text(" ")
                    html.element(.span, .class("chip"), text: view.say("agreement.afterDay"))
                }
            }
            if !delivery.note.isEmpty { html.element(.p, .class("hint"), .dir("auto"), text: delivery.note) }
        }
    }

    private func deliverForm(_ one: Contribution) {
        guard let form else { return }
        view.fold(view.say("agreement.deliver", ["what": .text(one.what)])) {
            view.workForm(form + "/contributions/\(one.line)") {
                view.dayField("day", view.say("agreement.givenOn"), "")
                if let money = one.money {
                    view.textField(
                        "money", view.say("agreement.givenMoney"), "", most: 40, direction: "ltr")
                    view.textField(
                        "moneyCurrency", view.say("cooperation.currency"), money.currency.rawValue, most: 3,
                        direction: "ltr")
                }
                view.checkbox("complete", view.say("agreement.complete"), isOn: false)
                view.textField("note", view.say("agreement.note"), "", most: 1_000)
                html.element(.p) { view.submitButton(view.say("agreement.sayGiven"), isPlain: true) }
            }
        }
    }

    private func benchmark(_ one: Benchmark) {
        let standing = sayings.standing(of: one.line)
        html.element(.article, .class("card"), .id("benchmark-\(one.line)")) {
            html.element(.h3, .lang(language), .dir("auto"), text: one.what)
            html.element(.p, .class("facts")) {
                html.text(view.say("benchmarkKind.\(one.kind.rawValue)"))
                html.text(" · ")
                html.text(view.say("agreement.dueOn", ["day": .text(view.date(one.due))]))
                if one.due < today, !standing.values.contains(where: { $0.standing == .met }) {
                    html.text(" · ")
                    html.element(.strong, text: view.say("agreement.dayOver"))
                }
            }
            html.element(.dl, .class("facts-list")) {
                view.textFact("agreement.measure", one.measure, language: version.terms.language)
                view.textFact("agreement.baseline", one.baseline, language: version.terms.language)
                view.textFact("agreement.target", one.target, language: version.terms.language)
            }
            view.table(view.say("agreement.wordsOn", ["what": .text(one.what)])) {
                view.headRow(
                    ["agreement.party", "agreement.word", "agreement.reasonAndEvidence"].map { (view.say($0), false) })
                html.element(.tbody) {
                    for party in version.parties { finding(party.workspace, standing[party.workspace], one.line) }
                }
            }
            if let form { stateForm(one, form) }
        }
    }

    private func finding(_ party: WorkspaceID, _ finding: BenchmarkFinding?, _ line: Int) {
        html.element(.tr) {
            html.element(.th, .scope("row")) { view.party(party, actors) }
            html.element(.td) {
                guard let finding else {
                    html.element(.span, .class("soft"), text: view.say("agreement.notSaidYet"))
                    return
                }
                html.text(view.say("benchmarkStanding.\(finding.standing.rawValue)"))
                html.element(.p, .class("hint"), text: view.moment(finding.made))
                let earlier = sayings.findings.count { $0.line == line && $0.workspace == party } - 1
                if earlier > 0 {
                    html.element(
                        .p, .class("hint"), text: view.say("agreement.earlierWords", ["count": .number(earlier)]))
                }
            }
            html.element(.td) {
                guard let finding else { return }
                if !finding.note.isEmpty { html.element(.p, .dir("auto"), text: finding.note) }
                if !finding.evidence.isEmpty {
                    html.element(.p) {
                        html.element(
                            .a, .href(finding.evidence), .rel("noopener noreferrer"),
                            text: view.say("agreement.evidence"))
                    }
                }
            }
        }
    }

    private func stateForm(_ one: Benchmark, _ form: String) {
        view.fold(view.say("agreement.stateOwn")) {
            view.workForm(form + "/benchmarks/\(one.line)") {
                view.select(
                    "standing", view.say("agreement.word"),
                    BenchmarkFinding.Standing.allCases.map {
                        ($0.rawValue, view.say("benchmarkStanding.\($0.rawValue)"))
                    }, chosen: BenchmarkFinding.Standing.notKnown.rawValue)
                view.textArea("note", view.say("agreement.note"), "", language: view.words.tag, rows: 3)
                view.textField(
                    "evidence", view.say("agreement.evidenceLink"), "", type: "url", most: 2_000, direction: "ltr")
                html.element(.p) { view.submitButton(view.say("agreement.state")) }
            }
        }
    }
}
