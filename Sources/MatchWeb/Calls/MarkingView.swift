import Cooperation
import Domain
import Frame
import Locales
import Markup
import Matches
import People

/// The marks of one application.
enum MarkingView {
    static func answer(_ visit: Visit, _ matches: Matches) async throws(WebError) -> Answer {
        let id: ApplicationID = try visit.id()
        let sheet = try await visit.run { () throws(WorkspaceError) in try await matches.marking(id, visit.member) }
        let view = View(visit)
        let html = view.html
        let selection = view.address(visit.path("/matches/calls/\(sheet.call.id)/selection"))
        var head = PageHead(
            title: view.say("match.mark.title", ["title": .text(sheet.application.title)]), place: .matches)
        head.crumbs = [
            (view.address(visit.path("/matches")), view.say("match.title")),
            (selection, view.say("match.selection.of", ["title": .text(sheet.call.title)])),
        ]
        return await view.page(head) {
            view.pageHead(
                kicker: sheet.call.title, view.say("match.mark.title", ["title": .text(sheet.application.title)]),
                lead: view.say("match.mark.lead"))
            if let actor = sheet.applicant { html.element(.p) { view.who(actor) } }
            html.element(.p) {
                view.link(view.address(visit.path("/funds/received/\(id)")), view.say("match.mark.application"))
            }
            guard !sheet.rules.criteria.isEmpty else {
                view.empty(view.say("match.rules.none.title")) {
                    html.element(.p) { view.link(selection, view.say("match.rules.title")) }
                }
                return
            }
            view.workForm(view.address(visit.path("/matches/applications/\(id)")), version: sheet.version) {
                for criterion in sheet.rules.criteria { field(criterion, sheet.marks[criterion.place], view) }
                html.element(.p) { view.submitButton(view.say("round.save")) }
            }
        }
    }

    private static func field(_ criterion: SelectionRules.Criterion, _ mark: ApplicationMark?, _ view: View) {
        let label = view.say(
            "match.column.mark", ["name": .text(criterion.label), "weight": .number(criterion.weight)])
        let hint =
            mark.map { view.say("match.mark.by", ["name": .text($0.by), "when": .text(view.moment($0.at))]) }
            ?? view.say("match.mark.notYet")
        view.textField(
            "mark-\(criterion.place)", label, mark.map { String($0.mark) } ?? "", hint: hint, most: 3,
            direction: "ltr")
    }
}
