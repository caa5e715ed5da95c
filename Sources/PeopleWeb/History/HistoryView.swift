import Domain
import Frame
import Locales
import Markup
import People

/// What happened to one object: who, when, what it was, what it became, why; and a way back.
enum HistoryView {
    static func answer(_ visit: Visit, _ history: ObjectHistory) async -> Answer {
        let view = View(visit)
        let values = await FieldValues.of(visit)
        let title = title(history, view)
        var top = PageHead(title: view.say("history.title", ["title": .text(title)]), isWide: true)
        top.path = address(visit, history)
        return await view.page(top) {
            head(history, title, view)
            if visit.exchange.query.first("said") == "undone" { view.done(view.say("history.undone")) }
            if history.lines.isEmpty {
                view.empty(view.say("history.none")) {
                    view.html.element(.p, text: view.say("history.noneHelp"))
                }
            } else {
                table(visit, history, values, view)
                pager(visit, history, view)
            }
        }
    }

    /// The title is somebody's words, in whatever direction they run.
    private static func head(_ history: ObjectHistory, _ title: String, _ view: View) {
        view.html.element(.div, .class("head")) {
            view.html.element(.p, .class("kicker"), text: view.kindName(history.subject.kind))
            view.html.element(.h1, .dir("auto"), text: title)
            view.html.element(.p, .class("lead"), text: view.say("history.lead"))
        }
    }

    private static func title(_ history: ObjectHistory, _ view: View) -> String {
        guard history.title.isEmpty else { return history.title }
        return view.say(
            "audit.object",
            [
                "kind": .text(view.kindName(history.subject.kind)), "number": .text(String(history.subject.id)),
            ])
    }

    private static func address(_ visit: Visit, _ history: ObjectHistory) -> String {
        visit.path("/history/\(history.subject.kind.rawValue)/\(history.subject.id)")
    }

    private static func table(_ visit: Visit, _ history: ObjectHistory, _ values: FieldValues, _ view: View) {
        let html = view.html
        view.table(view.say("history.title", ["title": .text(title(history, view))]), style: "history") {
            view.headRow(
                ["when", "who", "field", "old", "new", "why", "back"].map { (view.say("history.\($0)"), false) })
            html.element(.tbody) {
                for line in history.lines { row(visit, history, line, values, view) }
            }
        }
    }

    private static func row(
        _ visit: Visit, _ history: ObjectHistory, _ line: ObjectHistory.Line, _ values: FieldValues, _ view: View
    ) {
        let html = view.html
        let change = line.change
        html.element(.tr, .id("change-\(change.id)")) {
            html.element(.td, text: view.moment(change.at))
            html.element(.td, .dir("auto"), text: change.by)
            html.element(.th, .scope("row"), text: view.fieldName(history.subject.kind, change.field))
            html.element(.td, .dir("auto"), text: values.text(change.field, line.old, view))
            html.element(.td, .dir("auto"), text: values.text(change.field, line.new, view))
            html.element(.td, .dir("auto")) {
                if let why = change.why { html.text(why) }
                if let reverses = change.reverses { mark("history.reverses", reverses, view) }
            }
            html.element(.td) {
                if let reversedBy = line.reversedBy {
                    mark("history.reversed", reversedBy, view)
                } else if line.isRestorable {
                    form(visit, history, change, view)
                }
            }
        }
    }

    private static func mark(_ key: String, _ change: FieldChangeID, _ view: View) {
        view.html.element(.p, .class("hint")) {
            view.html.element(.a, .href("#change-\(change)"), text: view.say(key))
        }
    }

    /// Closed until it is wanted, so that a table of many changes stays a table.
    private static func form(_ visit: Visit, _ history: ObjectHistory, _ change: FieldChange, _ view: View) {
        guard let session = visit.session else { return }
        let html = view.html
        html.element(.details) {
            html.element(.summary, text: view.say("history.undo"))
            html.element(.form, .class("fields"), .method("post"), .action(view.address(address(visit, history)))) {
                view.hiddenField(Signed.tokenField, session.csrf)
                view.hiddenField("change", change.id.description)
                let id = "why-\(change.id)"
                view.field(id, view.say("history.undoWhy")) { _ in
                    html.empty(
                        .input, .class("input"), .type("text"), .id(id), .name("why"), .value(""),
                        .maxlength(Histories.whyLengthMax), .autocomplete("off"), .dir("auto"))
                }
                html.element(.p) {
                    html.element(.button, .class("button"), .type("submit"), text: view.say("history.undoNow"))
                }
            }
        }
    }

    private static func pager(_ visit: Visit, _ history: ObjectHistory, _ view: View) {
        guard let next = history.next else { return }
        view.html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
            view.html.element(
                .a, .href(view.address(address(visit, history), [("before", next.description)])), .rel("next"),
                text: view.say("history.older"))
        }
    }
}
