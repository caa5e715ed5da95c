package import Domain
import Locales
import Markup
import Operations
import People

/// The page for whoever sends a form about something that was changed meanwhile: both values side by side, and two ways on. Nothing
/// that was typed is lost.
enum ConflictView {
    static func answer(_ conflict: Conflict, _ visit: Visit, _ form: Query) async -> Answer {
        let view = View(visit)
        let html = view.html
        let values = await FieldValues.of(visit)
        var head = PageHead(title: view.say("workspace.conflict.title"), isWide: true)
        head.path = back(visit.exchange.path)
        var answer = await view.page(head, status: 409) {
            view.pageHead(view.say("workspace.conflict.title"), lead: view.say("workspace.conflict.lead"))
            if conflict.changes.isEmpty {
                html.element(.p, text: view.say("workspace.conflict.unknown"))
            } else {
                table(conflict, view, values)
            }
            html.element(.div, .class("actions")) {
                if form.first(Conflict.versionField) != nil { again(conflict, view, form) }
                html.element(.p) {
                    view.link(view.address(back(visit.exchange.path)), view.say("workspace.conflict.leave"))
                }
            }
        }
        answer.caching = .never
        return answer
    }

    private static func table(_ conflict: Conflict, _ view: View, _ values: FieldValues) {
        let html = view.html
        view.table(view.say("workspace.conflict.table")) {
            view.headRow(
                ["field", "before", "theirs", "mine"].map { (view.say("workspace.conflict.\($0)"), false) })
            html.element(.tbody) {
                for change in conflict.changes {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: view.fieldName(conflict.subject.kind, change.field))
                        view.wordsCell(values.text(change.field, change.before, view))
                        html.element(.td) {
                            html.element(.strong) {
                                html.element(.bdi, text: values.text(change.field, change.theirs, view))
                            }
                            who(change, view)
                        }
                        view.wordsCell(
                            change.mine.map { values.text(change.field, $0, view) }
                                ?? view.say("workspace.conflict.notSent"))
                    }
                }
            }
        }
    }

    private static func who(_ change: Conflict.Change, _ view: View) {
        if let why = change.why, !why.isEmpty {
            view.html.element(.p, .class("hint"), .dir("auto"), text: why)
        }
        guard let by = change.by, let at = change.at else { return }
        view.html.element(.p, .class("hint")) {
            view.write("workspace.conflict.who", ["when": .text(view.moment(at))]) { _ in
                view.html.element(.bdi, text: by)
            }
        }
    }

    /// The same form once more, made from the version that stands.
    private static func again(_ conflict: Conflict, _ view: View, _ form: Query) {
        let html = view.html
        html.element(.form, .method("post"), .action(view.address(view.exchange.path))) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            view.hiddenField(Conflict.versionField, String(conflict.version))
            for item in form.items where item.name != Signed.tokenField && item.name != Conflict.versionField {
                view.hiddenField(item.name, item.value)
            }
            html.element(
                .button, .class("button"), .type("submit"), text: view.say("workspace.conflict.keepMine"))
        }
    }

    /// The page of the object that the form is of: without a verb at the end of the address.
    static func back(_ path: String) -> String {
        var parts = path.split(separator: "/")
        if let last = parts.last, Int64(last) == nil, parts.count > 3 { parts.removeLast() }
        return "/" + parts.joined(separator: "/")
    }
}

/// Values of fields as people read them.
package struct FieldValues: Sendable {
    private let institutions: [String: String]

    /// Where codes of a field have their words, beside `value.<field>`.
    private static let families = [
        "role": ["workspaceRole"], "kind": ["institutionKind"], "clearance": ["round.step"], "force": ["clocks.force"],
        "origin": ["clocks.origin"], "status": ["round.status", "clocks.status"],
    ]

    package init(_ institutions: [Institution]) {
        let named = institutions.map { (String($0.id.value), $0.name) }
        self.institutions = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    package static func of(_ visit: Visit) async -> FieldValues {
        FieldValues((try? await Institutions(visit.exchange.site.workspaces.store).all(visit.member)) ?? [])
    }

    /// A name for an institution's number, a word for a code, a date written out; else the text itself. Nothing is said as such.
    package func text(_ field: String, _ value: String?, _ view: View) -> String {
        guard let value, !value.isEmpty else { return view.say("workspace.noValue") }
        if field == "lead" || field == "institution", let name = institutions[value] { return name }
        if field == "supporting" {
            let names = value.split { $0 == "," || $0 == " " }.map { institutions[String($0)] ?? String($0) }
            return names.joined(separator: view.say("list.comma"))
        }
        let families = ["value.\(field)"] + Self.families[field, default: []] + ["value.flag"]
        for family in families where view.words.has("\(family).\(value)") { return view.say("\(family).\(value)") }
        if value.utf8.count == 10, let date = CalendarDate(value) { return view.date(date) }
        return value
    }
}

extension View {
    /// A field's name: of its kind of object (`field.round.reason`), else shared (`field.lead`), else as code has it.
    package func fieldName(_ kind: SubjectKind, _ field: String) -> String {
        for key in ["field.\(kind.rawValue).\(field)", "field.\(field)"] where words.has(key) { return say(key) }
        return field
    }

    /// An instant as date and time of day, both in UTC, in the reader's words.
    package func moment(_ instant: String) -> String {
        guard let day = CalendarDate(String(instant.prefix(10))), instant.utf8.count >= 16 else { return instant }
        return say(
            "workspace.moment",
            ["date": .text(date(day)), "time": .text(String(instant.dropFirst(11).prefix(5)))])
    }
}
