import Clocks
import Domain
import Frame
import Locales
import Markup
import People
import Reference

/// What pages of deadlines and alerts have in common: their words, who is who, and small pieces of pages.
struct DateParts {
    let visit: Visit
    let clocks: Clocks
    let view: View
    let names: DateWords
    let today: Day
    let institutions: [Institution]
    let people: [(account: AccountID, name: String)]

    static func of(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> DateParts {
        do throws(WorkspaceError) {
            return DateParts(
                visit: visit, clocks: clocks, view: View(visit),
                names: DateWords(visit.exchange.words, clocks.reference), today: clocks.today(in: visit.workspace),
                institutions: try await Institutions(clocks.store).all(visit.member),
                people: try await clocks.people(visit.member))
        } catch { throw WebError(error) }
    }

    var mayManage: Bool { visit.may(.manageDeadlines) }

    func institution(_ id: InstitutionID) -> String? {
        institutions.first { $0.id == id }.map { $0.abbreviation ?? $0.name }
    }

    func person(_ id: AccountID) -> String? { people.first { $0.account == id }?.name }

    /// Institutions and persons that answer for something; a dash where nobody does.
    func owners(_ institutions: [InstitutionID], _ account: AccountID?) {
        let found = institutions.compactMap { institution($0) } + [account.flatMap { person($0) }].compactMap { $0 }
        if found.isEmpty {
            view.html.element(.span, .class("hint"), text: view.say("clocks.nobody"))
        } else {
            view.html.element(.bdi, text: found.joined(separator: view.say("list.comma")))
        }
    }

    /// `in 21 days`, `today`, `3 days late`; for dates without a day only whether they are over.
    func distance(_ entry: DateEntry) -> String {
        let left = Day(lastOf: entry.due).number - today.number
        if entry.status != .open { return view.say("clocks.status.\(entry.status.rawValue)") }
        if left == 0 { return view.say("clocks.distance.today") }
        if left > 0 { return view.say("clocks.distance.in", ["n": .number(left)]) }
        return view.say(entry.isLate(today) ? "clocks.distance.late" : "clocks.distance.over", ["n": .number(-left)])
    }

    /// How much it asks and where the date comes from, in words.
    func marks(_ entry: DateEntry) {
        guard let deadline = entry.deadline else {
            view.html.element(.span, .class("hint"), text: view.say("clocks.category.\(entry.subject.kind.rawValue)"))
            return
        }
        view.html.element(
            .span, .class("force \(deadline.force.rawValue)"), text: view.say("clocks.force.\(deadline.force.rawValue)")
        )
        view.html.text(" ")
        view.html.element(.span, .class("hint"), text: view.say("clocks.origin.\(deadline.origin.rawValue)"))
    }

    func address(_ entry: DateEntry) -> String { view.address(visit.path("/" + Clocks.path(entry))) }

    func address(_ subject: Subject) -> String { view.address(visit.path("/" + Clocks.path(subject))) }

    /// A form of this workspace with its token.
    func form(_ path: String, button: String, isQuiet: Bool = false, fields: () -> Void) {
        let html = view.html
        html.element(.form, .class("fields"), .method("post"), .action(view.address(visit.path(path)))) {
            view.hiddenField(Signed.tokenField, visit.session?.csrf ?? "")
            fields()
            html.element(.p) {
                html.element(
                    .button, .class(isQuiet ? "button plain" : "button"), .type("submit"), text: view.say(button))
            }
        }
    }

    func hidden(version: Int) { view.hiddenField(Conflict.versionField, String(version)) }

    func institutionSelect(_ chosen: String, label: String = "clocks.field.institution") {
        view.select(
            "institution", view.say(label),
            [("", view.say("clocks.nobody"))]
                + institutions.filter { !$0.isClosed || String($0.id.value) == chosen }
                .map { (String($0.id.value), $0.name) }, chosen: chosen)
    }

    func personSelect(_ chosen: String) {
        view.select(
            "account", view.say("clocks.field.person"),
            [("", view.say("clocks.nobody"))] + people.map { (String($0.account.value), $0.name) }, chosen: chosen)
    }

    /// Treaty bodies, the review, and other bodies of the program; special procedures, too, where asked.
    func mechanismSelect(_ chosen: String, empty: String) {
        let kinds: [MechanismKind] = [.upr, .treatyBody, .specialProcedure, .inquiry, .ilo, .regional]
        let listed = clocks.reference.mechanisms.filter {
            kinds.contains($0.kind) && ($0.state == nil || $0.state == visit.workspace.mechanismState)
        }
        view.select(
            "mechanism", view.say("clocks.field.mechanism"),
            [("", view.say(empty))]
                + listed.map { facts in
                    let name = view.name(.mechanism, facts.code.rawValue)
                    let short = names.mechanism(facts.code)
                    return (facts.code.rawValue, short == name ? name : "\(short) · \(name)")
                }, chosen: chosen)
    }

    func choice<Value: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Value.Type, _ prefix: String, chosen: String, values: [Value]? = nil,
        empty: String? = nil
    ) where Value.RawValue == String {
        let options = (values ?? Array(type.allCases)).map { ($0.rawValue, view.say("\(prefix).\($0.rawValue)")) }
        view.select(
            name, view.say("clocks.field.\(name)"), (empty.map { [("", view.say($0))] } ?? []) + options, chosen: chosen
        )
    }

    func dateField(_ name: String, _ value: String, hint: String? = nil) {
        view.textField(
            name, view.say("clocks.field.\(name)"), value, hint: view.say(hint ?? "clocks.hint.date"), most: 10,
            direction: "ltr")
    }

    /// What did not fit, in a sentence for each field, before the form it is about.
    func troubles(_ troubles: [WorkspaceError.Trouble]) {
        guard !troubles.isEmpty else { return }
        view.html.element(.div, .class("notice problem"), .role("alert")) {
            for trouble in troubles { view.html.element(.p, text: view.say(trouble.allowed)) }
        }
    }

    func said() {
        if let said = visit.exchange.query.first("said"), view.words.has("clocks.said.\(said)") {
            view.done(view.say("clocks.said.\(said)"))
        }
    }

    /// The ways between pages of deadlines.
    func tabs(_ current: String) {
        var tabs = [("list", "/deadlines"), ("month", "/deadlines/month"), ("calendar", "/deadlines/calendar")]
        tabs += [("events", "/deadlines/events"), ("rules", "/deadlines/rules")]
        if mayManage { tabs.append(("settings", "/deadlines/settings")) }
        let html = view.html
        html.element(.nav, .class("date-tabs"), .label(view.say("clocks.tabs"))) {
            html.element(.ul) {
                for (name, path) in tabs {
                    html.element(.li) {
                        html.element(
                            .a, .href(view.address(visit.path(path))),
                            .custom("aria-current", name == current ? "page" : nil),
                            text: view.say("clocks.tab.\(name)"))
                    }
                }
            }
        }
    }

    func head(_ title: String, place: WorkspaceSection = .deadlines, isWide: Bool = false) -> PageHead {
        var head = PageHead(title: title, place: place, isWide: isWide)
        head.crumbs = [
            (view.address(visit.path("")), visit.workspace.name),
            (view.address(visit.path(place.path)), view.say("workspace.nav.\(place.rawValue)")),
        ]
        return head
    }
}

extension Visit {
    /// A workspace operation, with its errors as the web knows them.
    func asking<Value>(_ body: () async throws(WorkspaceError) -> Value) async throws(WebError) -> Value {
        do throws(WorkspaceError) { return try await body() } catch { throw WebError(error) }
    }

    var id: Int64 { Int64(exchange.value("id")) ?? 0 }

    /// After a form did its work.
    func done(_ path: String, _ said: String) -> Answer {
        .seeOther(View(self).address(self.path(path), [("said", said)]))
    }
}

extension Query {
    func text(_ name: String) -> String { first(name) ?? "" }
    func number(_ name: String) -> Int? { first(name).flatMap { Int($0) } }
    func date(_ name: String) -> CalendarDate? {
        let text = text(name).filter { !$0.isWhitespace }
        guard [4, 7, 10].contains(text.count) else { return nil }
        return CalendarDate(text)
    }
    func institution(_ name: String = "institution") -> InstitutionID? {
        first(name).flatMap { Int64($0) }.map { InstitutionID($0) }
    }
    func account() -> AccountID? { first("account").flatMap { Int64($0) }.map { AccountID($0) } }
    func mechanism() -> MechanismCode? {
        let code = text("mechanism")
        return code.isEmpty ? nil : MechanismCode(code)
    }
    func value<Value: RawRepresentable>(_ name: String, _ type: Value.Type) -> Value? where Value.RawValue == String {
        first(name).flatMap { Value(rawValue: $0) }
    }
}
