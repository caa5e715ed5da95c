import Domain
import Frame
import Locales
import Markup
import Plans
import Rounds

/// From the draft to the edited report: which paragraph is which. What words tell surely is only counted; a person says the rest.
struct RenumberView {
    static let target = Parameter(name: "to", form: .text(charactersMax: 20), summary: "The report to move to.")

    let view: View
    let visit: Visit
    let page: RoundPage
    let reports: [RoundDocument]
    let plan: RenumberingPage?

    static func answer(_ visit: Visit, _ rounds: Rounds) async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        let page = try await visit.run { () throws(WorkspaceError) in try await rounds.page(id, visit.member) }
        let reports = try await visit.run { () throws(WorkspaceError) in
            try await rounds.reportsToMove(id, visit.member)
        }
        var plan: RenumberingPage?
        if let target = visit.exchange.query.first("to").flatMap({ DocumentID($0) }), page.round.status == .open {
            plan = try await visit.run { () throws(WorkspaceError) in
                try await rounds.renumbering(id, to: target, visit.member)
            }
        }
        let view = View(visit)
        let content = RenumberView(view: view, visit: visit, page: page, reports: reports, plan: plan)
        var head = PageHead(title: view.say("round.renumber.title"), place: .round)
        head.crumbs = [
            (view.address(visit.path("/round")), view.say("round.title")), (content.path(""), page.round.title),
        ]
        return await view.page(head) { content.write() }
    }

    private var html: HTMLWriter { view.html }
    private func path(_ rest: String) -> String { view.address(visit.path("/round/\(page.round.id)\(rest)")) }

    private func write() {
        view.pageHead(
            kicker: page.round.title, view.say("round.renumber.title"), lead: view.say("round.renumber.lead"))
        guard page.round.status == .open else {
            html.element(.p, text: view.say("round.status.\(page.round.status.rawValue)"))
            return
        }
        choose()
        if let plan { compare(plan) }
    }

    private func choose() {
        html.element(.form, .class("fields"), .method("get"), .action(path("/report"))) {
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            view.select(
                "to", view.say("round.renumber.to"),
                reports.map { report in
                    let name = report.document.symbol?.printed ?? report.document.title ?? "\(report.document.id)"
                    return (
                        report.document.id.description,
                        view.say(
                            "round.open.report",
                            [
                                "name": .text(name), "pending": .number(report.pending),
                                "decided": .number(report.decided),
                            ])
                    )
                }, chosen: plan?.to.id.description ?? "")
            html.element(.p) { view.submitButton(view.say("round.renumber.compare"), isPlain: plan != nil) }
        }
    }

    private func compare(_ plan: RenumberingPage) {
        let unsure = plan.unsure
        let sure = plan.renumbering.links.count - unsure.count
        let changed = plan.renumbering.links.count { link in
            link.isSure && plan.number(link.targets.first) != plan.paragraphs[link.paragraph]?.name
        }
        view.section("compare", view.say("round.renumber.found")) {
            view.numbers([
                (sure, view.say("round.renumber.sure"), nil), (changed, view.say("round.renumber.changed"), nil),
                (unsure.count, view.say("round.renumber.unsure"), nil),
                (plan.renumbering.added.count, view.say("round.renumber.added"), nil),
            ])
            view.workForm(path("/report"), style: "renumber", version: plan.round.version) {
                view.hiddenField("to", plan.to.id.description)
                for link in unsure { question(link, plan) }
                if unsure.isEmpty { html.element(.p, text: view.say("round.renumber.allSure")) }
                html.element(.p, .class("hint"), text: view.say("round.renumber.after"))
                html.element(.p) { view.submitButton(view.say("round.renumber.button")) }
            }
            sureOnes(plan)
        }
    }

    /// One paragraph a person has to place: tick what it became, one or several, or say why it is gone.
    private func question(_ link: Renumbering.Link, _ plan: RenumberingPage) {
        guard let paragraph = plan.paragraphs[link.paragraph] else { return }
        let languages = [view.exchange.language, visit.workspace.language]
        html.element(.fieldset, .class("renumber-one")) {
            html.element(.legend) {
                html.element(.strong, text: paragraph.name)
                html.text(" ")
                let text = paragraph.text(languages)
                html.element(.span, .lang(text.language.rawValue), .dir("auto"), text: text.text)
            }
            for candidate in link.candidates {
                guard let found = plan.recommendations[candidate.recommendation] else { continue }
                let id = "t\(link.paragraph)-\(found.id)"
                html.element(.div, .class("tickable")) {
                    html.empty(
                        .input, .type("checkbox"), .id(id), .name("t\(link.paragraph)"), .value(found.id.description),
                        .checked(link.targets.contains(found.id)))
                    html.element(.label, .for(id)) {
                        html.element(.strong, text: plan.number(found.id) ?? "")
                        html.text(" ")
                        let text =
                            found.texts[languages[0]] ?? found.texts[languages[1]]
                            ?? found.texts.min { $0.key < $1.key }?.value ?? ""
                        html.element(.span, .dir("auto"), text: text)
                        html.text(" ")
                        html.element(
                            .span, .class("hint"),
                            text: view.say(
                                "round.renumber.likeness",
                                ["share": .text(view.words.percent(Int(candidate.likeness * 100), of: 100))]))
                    }
                }
            }
            view.textField("n\(link.paragraph)", view.say("round.renumber.other"), "", most: 40, direction: "ltr")
            view.textField("g\(link.paragraph)", view.say("round.renumber.gone"), "", most: 500)
        }
    }

    private func sureOnes(_ plan: RenumberingPage) {
        view.fold(view.say("round.renumber.showSure")) {
            view.table(view.say("round.renumber.sure")) {
                view.headRow([
                    (view.say("round.renumber.before"), false), (view.say("round.renumber.now"), false),
                    (view.say("round.renumber.alike"), true),
                ])
                html.element(.tbody) {
                    for link in plan.renumbering.links where link.isSure {
                        html.element(.tr) {
                            html.element(.td) {
                                view.link(
                                    path("/paragraphs/\(link.paragraph)"), plan.paragraphs[link.paragraph]?.name ?? "")
                            }
                            html.element(.td) {
                                for target in link.targets {
                                    view.link(view.recommendationAddress(target), plan.number(target) ?? "")
                                }
                            }
                            html.element(
                                .td, .class("n"), text: view.words.percent(Int(link.likeness * 100), of: 100))
                        }
                    }
                }
            }
        }
    }

    static func move(_ visit: Visit, _ form: Query, _ rounds: Rounds) async throws(WebError) -> Answer {
        let id: RoundID = try visit.id()
        guard let target = DocumentID(form.words("to")), let version = Int(form.words(Conflict.versionField)) else {
            throw .invalid([.init(name: "to", allowed: "round.documentOfState")])
        }
        let plan = try await visit.run { () throws(WorkspaceError) in
            try await rounds.renumbering(id, to: target, visit.member)
        }
        let numbers = Dictionary(
            plan.recommendations.compactMap { entry in entry.value.paragraph.map { ($0.printed, entry.key) } },
            uniquingKeysWith: { first, _ in first })
        var decisions: [RoundParagraphID: MoveDecision] = [:]
        for link in plan.unsure {
            let why = form.words("g\(link.paragraph)").trimmingCharacters
            if !why.isEmpty {
                decisions[link.paragraph] = .dropped(why)
                continue
            }
            var targets = form.all("t\(link.paragraph)").compactMap { RecommendationID($0) }
            for number in form.words("n\(link.paragraph)").split(whereSeparator: { ", ;".contains($0) }) {
                guard let found = numbers[String(number)] else {
                    throw .invalid([.init(name: String(number), allowed: "round.targetUnknown")])
                }
                targets.append(found)
            }
            if !targets.isEmpty { decisions[link.paragraph] = .became(targets) }
        }
        let moves = try await visit.run { () throws(WorkspaceError) in
            try await rounds.move(id, version: version, to: target, decisions, by: visit.member)
        }
        let count = moves.values.reduce(0, +)
        return .seeOther(
            View(visit).address(visit.path("/round/\(id)"), [("said", "move"), ("done", String(count))]))
    }
}

extension RenumberingPage {
    /// A recommendation's number as the later report prints it.
    func number(_ id: RecommendationID?) -> String? {
        guard let id, let found = recommendations[id] else { return nil }
        return found.paragraph?.printed ?? "#\(found.ordinal)"
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmingCharacters: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
