import Domain
import Frame
import Locales
import Markup
import People
import Store

/// Who did what in the workspace, newest first, with filters.
enum AuditView {
    /// `kinds`: kinds of objects that have a page of their history.
    static func answer(
        _ visit: Visit, _ question: AuditQuestion, _ page: AuditPage, _ head: SignedHead?, kinds: Set<SubjectKind>
    ) async -> Answer {
        let view = View(visit)
        var top = PageHead(title: view.say("audit.title"), isWide: true)
        top.path = visit.path("/audit")
        return await view.page(top) {
            view.pageHead(view.say("audit.title"), lead: view.say("audit.lead"))
            filters(visit, question, page, view)
            if page.records.isEmpty {
                view.empty(view.say("audit.none")) {
                    view.html.element(.p) { view.link(view.address(visit.path("/audit")), view.say("audit.all")) }
                }
            } else {
                table(visit, page, kinds, view)
                pager(visit, question, page, view)
            }
            if let head { standing(head, view) }
        }
    }

    private static func filters(_ visit: Visit, _ question: AuditQuestion, _ page: AuditPage, _ view: View) {
        let html = view.html
        let anybody = [("", view.say("audit.anybody"))]
        html.element(.form, .class("asking"), .method("get"), .action(visit.path("/audit"))) {
            view.select(
                "person", view.say("audit.person"), anybody + page.actors.map { ($0, $0) }, chosen: question.person)
            view.select(
                "action", view.say("audit.action"),
                [("", view.say("audit.anything"))] + page.actions.map { ($0, view.actionName($0)) },
                chosen: question.action)
            view.textField("from", view.say("audit.from"), question.from, type: "date", most: 10)
            view.textField("to", view.say("audit.to"), question.to, type: "date", most: 10)
            if view.exchange.isLanguageAsked { view.hiddenField("lang", view.words.tag) }
            html.element(.p) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("audit.show"))
            }
        }
    }

    private static func table(_ visit: Visit, _ page: AuditPage, _ kinds: Set<SubjectKind>, _ view: View) {
        let html = view.html
        view.table(view.say("audit.title")) {
            view.headRow([
                (view.say("audit.number"), true), (view.say("audit.when"), false), (view.say("audit.person"), false),
                (view.say("audit.action"), false), (view.say("audit.subject"), false),
            ])
            html.element(.tbody) {
                for record in page.records {
                    html.element(.tr) {
                        html.element(.td, .class("n")) {
                            view.link(
                                view.address(visit.path("/audit/\(record.number)")), view.number(Int(record.number)))
                        }
                        html.element(.td, text: view.moment(record.at))
                        html.element(.td, .dir("auto"), text: record.entry.actor)
                        html.element(.td, text: view.actionName(record.entry.action))
                        html.element(.td) { subject(visit, record, kinds, view) }
                    }
                }
            }
        }
    }

    /// What it was done to, as a link to its history where the reader may see that.
    private static func subject(
        _ visit: Visit, _ record: AuditRecord, _ kinds: Set<SubjectKind>, _ view: View
    ) {
        let parts = record.entry.subject.split(separator: "/").suffix(2)
        guard parts.count == 2, let kind = parts.first.flatMap({ SubjectKind(rawValue: String($0)) }),
            let id = parts.last.flatMap({ Int64($0) })
        else { return view.html.text(record.entry.subject) }
        let name = view.say(
            "audit.object", ["kind": .text(view.kindName(kind)), "number": .text(String(id))])
        guard visit.may(.seeHistory), kinds.contains(kind) else { return view.html.text(name) }
        view.link(view.address(visit.path("/history/\(kind.rawValue)/\(id)")), name)
    }

    private static func pager(_ visit: Visit, _ question: AuditQuestion, _ page: AuditPage, _ view: View) {
        guard question.before != nil || page.next != nil else { return }
        let html = view.html
        html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            if question.before != nil {
                view.link(view.address(visit.path("/audit"), question.items(before: nil)), view.say("audit.newest"))
            }
            if let next = page.next {
                html.element(
                    .a, .href(view.address(visit.path("/audit"), question.items(before: next))), .rel("next"),
                    text: view.say("pager.next"))
            }
        }
    }

    private static func standing(_ head: SignedHead, _ view: View) {
        view.section("head", view.say("audit.head.title"), view.say("audit.head.lead")) {
            view.html.element(.dl, .class("facts-list")) { AuditEntryView.facts(head, view) }
        }
    }
}

extension View {
    /// An action in the reader's words: its own, else those of its kind of object and its verb, else as the log has it.
    func actionName(_ action: String) -> String {
        let key = "audit.did.\(action.replacing(".", with: "-"))"
        if words.has(key) { return say(key) }
        let parts = action.split(separator: ".")
        guard parts.count == 2, let kind = SubjectKind(rawValue: String(parts[0])), words.has("audit.verb.\(parts[1])")
        else { return action }
        return say(
            "audit.didTo", ["kind": .text(kindName(kind)), "verb": .text(say("audit.verb.\(parts[1])"))])
    }

    /// A kind of object in the reader's words.
    func kindName(_ kind: SubjectKind) -> String {
        let key = "audit.kind.\(kind.rawValue)"
        return words.has(key) ? say(key) : kind.rawValue
    }
}
