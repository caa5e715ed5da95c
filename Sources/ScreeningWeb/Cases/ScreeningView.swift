import Domain
import Frame
import Locales
import Markup
import Screening

/// One screening: its subject, its sides, its moments, its risks, and who was asked to contribute.
struct ScreeningView {
    let view: View
    let visit: Visit
    let whole: ScreeningWhole
    let candidates: [(workspace: WorkspaceID, name: String)]
    let askable: [(account: AccountID, name: String)]

    static func answer(_ visit: Visit, _ screenings: Screenings) async throws(WebError) -> Answer {
        let id: ScreeningID = try visit.id()
        let whole = try await visit.run { () throws(WorkspaceError) in try await screenings.find(id, visit.member) }
        let isKeeper = visit.may(.screenCooperation)
        let candidates = try await visit.run { () throws(WorkspaceError) in
            isKeeper ? try await screenings.candidates(id, visit.member) : []
        }
        let askable = try await visit.run { () throws(WorkspaceError) in
            isKeeper ? try await screenings.askable(visit.member) : []
        }
        let page = ScreeningView(
            view: View(visit), visit: visit, whole: whole, candidates: candidates, askable: askable)
        return await page.view.page(visit.screeningHead(page.title, page.view, isWide: true)) { page.write() }
    }

    private var html: HTMLWriter { view.html }
    private var title: String { view.screenedTitle(whole.title, whole.screening.subject) }
    private var id: ScreeningID { whole.screening.id }
    private func path(_ rest: String) -> String { visit.path("/screenings/\(id)\(rest)") }

    private func write() {
        html.element(.div, .class("head")) {
            html.element(
                .p, .class("kicker"), text: view.say("screening.subject.\(whole.screening.subject.kind.rawValue)"))
            html.element(.h1, .dir("auto"), text: title)
            html.element(.p, .class("lead"), text: view.say("screening.reasons"))
        }
        view.screeningSaid()
        links()
        moments()
        risks()
        sides()
        contributors()
        withdrawing()
    }

    private func links() {
        let subject = whole.screening.subject
        html.element(.p) {
            if whole.title != nil {
                let room = subject.kind == .programme ? "programmes" : "agreements"
                view.link(
                    view.address(visit.path("/\(room)/\(subject.id)")),
                    view.say("screening.to.\(subject.kind.rawValue)"))
            }
            guard whole.latest != nil else { return }
            for (rest, key) in [
                ("/summary", "screening.summary"), ("/compare", "screening.compare"),
                ("/answers.xlsx", "screening.xlsx"), ("/answers.csv", "screening.csv"),
            ] {
                html.text(" · ")
                view.link(view.address(path(rest)), view.say(key))
            }
        }
    }

    private func moments() {
        view.section("moments", view.say("screening.moments")) {
            if whole.moments.isEmpty {
                html.element(.p, text: view.say("screening.moments.none"))
            } else {
                momentTable()
            }
            guard visit.may(.screenCooperation) else { return }
            view.fold(view.say("screening.moment.add"), isOpen: whole.moments.isEmpty) {
                view.workForm(view.address(path("/moments"))) {
                    let held = Set(whole.moments.map(\.kind))
                    view.select(
                        "kind", view.say("screening.field.kind"),
                        MomentKind.allCases.filter { $0 == .further || !held.contains($0) }
                            .map { ($0.rawValue, view.say("screening.moment.\($0.rawValue)")) }, chosen: "")
                    view.dayField("day", view.say("screening.field.day"), "")
                    view.textField(
                        "note", view.say("screening.field.note"), "", hint: view.say("screening.hint.note"),
                        most: ScreeningLimits.titleCharactersMax)
                    html.element(.p) { view.submitButton(view.say("screening.moment.add")) }
                }
            }
        }
    }

    /// Moments down, sides across: who answered and who has not.
    private func momentTable() {
        let sides = whole.sides
        view.table(view.say("screening.moments")) {
            view.headRow(
                [(view.say("screening.column.moment"), false)] + sides.map { (view.sideName($0), false) })
            html.element(.tbody) {
                for moment in whole.moments {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            view.link(
                                view.address(visit.path("/screenings/moments/\(moment.id)")), view.momentName(moment))
                            if !moment.note.isEmpty {
                                html.element(.p, .class("hint"), .dir("auto"), text: moment.note)
                            }
                        }
                        for side in sides { html.element(.td) { standing(side, moment) } }
                    }
                }
            }
        }
    }

    private func standing(_ side: ScreeningSide, _ moment: ScreeningMoment) {
        let last = whole.answers.last { $0.moment == moment.id && $0.side == side.key }
        if let last {
            let day = CalendarDate(String(last.at.prefix(10))).map { view.date($0) } ?? last.at
            html.text(view.say("screening.answeredOn", ["date": .text(day)]))
        } else {
            html.text(view.say("screening.notAnswered"))
        }
        guard side.key == .init(visit.workspace.id), visit.may(.screenCooperation) else { return }
        html.element(.p) {
            view.link(
                view.address(visit.path("/screenings/moments/\(moment.id)/answers")),
                view.say(last == nil ? "screening.answer" : "screening.correct"))
        }
    }

    private func risks() {
        view.section("risks", view.say("screening.risks")) {
            guard !whole.risks.isEmpty else {
                html.element(.p, text: view.say("screening.risks.none"))
                return
            }
            RiskTable(view: view, visit: visit, risks: whole.risks).write()
        }
    }

    private func sides() {
        view.section("sides", view.say("screening.sides")) {
            html.element(.ul) {
                for party in whole.parties {
                    html.element(.li) {
                        html.element(.bdi, text: party.name)
                        html.text(" – " + view.say("screening.standing.\(party.standing.rawValue)"))
                    }
                }
            }
            if whole.parties.count == 1 { html.element(.p, text: view.say("screening.private.text")) }
            leaving()
            guard visit.may(.screenCooperation), !candidates.isEmpty else { return }
            view.fold(view.say("screening.ask")) {
                view.workForm(view.address(path("/ask"))) {
                    view.select(
                        "workspace", view.say("screening.field.workspace"),
                        candidates.map { ("\($0.workspace)", $0.name) }, chosen: "",
                        hint: view.say("screening.hint.ask"))
                    html.element(.p) { view.submitButton(view.say("screening.ask")) }
                }
            }
        }
    }

    /// Where there is somebody to leave it to.
    private func leaving() {
        let others = whole.parties.filter { $0.workspace != visit.workspace.id && $0.standing == .takesPart }
        guard visit.may(.screenCooperation), !others.isEmpty,
            let own = whole.parties.first(where: { $0.workspace == visit.workspace.id })
        else { return }
        view.workForm(view.address(path("/join")), style: "row", version: own.version) {
            view.submitButton(view.say("screening.leave"), name: "decline", isPlain: true)
        }
    }

    /// Of the reader's own workspace alone.
    private func contributors() {
        guard visit.may(.screenCooperation) else { return }
        let own = whole.contributors.filter { $0.workspace == visit.workspace.id }
        let asked = Set(own.filter { $0.ended == nil }.map(\.account))
        let open = askable.filter { !asked.contains($0.account) }
        view.section("contributors", view.say("screening.contributors"), view.say("screening.contributors.text")) {
            html.element(.ul, .class("plain-list")) {
                for contributor in own {
                    html.element(.li) { self.contributor(contributor) }
                }
            }
            guard !open.isEmpty else {
                html.element(.p, .class("hint"), text: view.say("screening.contributors.nobody"))
                return
            }
            view.fold(view.say("screening.invite")) {
                view.workForm(view.address(path("/contributors"))) {
                    view.select(
                        "account", view.say("screening.field.contributor"),
                        open.map { ("\($0.account.value)", $0.name) }, chosen: "",
                        hint: view.say("screening.hint.contributor"))
                    html.element(.p) { view.submitButton(view.say("screening.invite")) }
                }
            }
        }
    }

    private func contributor(_ contributor: ScreeningContributor) {
        html.element(.bdi, text: contributor.name ?? "")
        html.text(" – ")
        html.text(
            view.say(
                contributor.ended != nil
                    ? "screening.contributor.ended"
                    : contributor.isNamed ? "screening.contributor.shown" : "screening.contributor.hidden",
                ["number": .number(contributor.number)]))
        guard contributor.ended == nil else { return }
        view.workForm(view.address(path("/contributors/end")), style: "row") {
            view.hiddenField("account", "\(contributor.account.value)")
            view.submitButton(view.say("screening.uninvite"), isPlain: true)
        }
    }

    private func withdrawing() {
        let isOpener = whole.screening.workspace == visit.workspace.id
        guard visit.may(.screenCooperation), isOpener, whole.answers.isEmpty else { return }
        view.fold(view.say("screening.withdraw")) {
            view.workForm(view.address(path("/withdraw")), version: whole.screening.version) {
                view.textField(
                    "reason", view.say("screening.field.reason"), "", most: ScreeningLimits.reasonCharactersMax)
                html.element(.p) { view.submitButton(view.say("screening.withdraw"), isPlain: true) }
            }
        }
    }
}
