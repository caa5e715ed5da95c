import Clocks
import Domain
import Frame
import Locales
import Markup
import People

/// The rules that give dates: what is shipped, with its source, and what the workspace changed or added, with who and why.
enum RuleViews {
    static func list(_ visit: Visit, _ clocks: Clocks) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let book = try await visit.asking { () async throws(WorkspaceError) in try await clocks.rules(visit.member) }
        let (view, html) = (parts.view, parts.view.html)
        return await view.page(parts.head(view.say("clocks.rules"), isWide: true)) {
            view.pageHead(kicker: visit.workspace.name, view.say("clocks.rules"), lead: view.say("clocks.rules.lead"))
            parts.said()
            parts.tabs("rules")
            view.table(view.say("clocks.rules"), style: "dates") {
                view.headRow(
                    ["what", "event", "when", "kind", "source"].map { (view.say("clocks.column.\($0)"), false) })
                html.element(.tbody) { for entry in book.entries { row(parts, entry) } }
            }
            if parts.mayManage {
                html.element(.p, .class("actions")) {
                    html.element(
                        .a, .class("button"), .href(view.address(visit.path("/deadlines/rules/new"))),
                        text: view.say("clocks.rules.add"))
                }
            }
        }
    }

    private static func row(_ parts: DateParts, _ entry: RuleBook.Entry) {
        let (view, html, rule) = (parts.view, parts.view.html, entry.rule)
        html.element(.tr, .id(rule.code)) {
            html.element(.th, .scope("row")) {
                let name = name(parts, rule)
                if parts.mayManage {
                    html.element(
                        .a,
                        .href(view.address(parts.visit.path("/deadlines/rules/" + PercentCoding.encode(rule.code)))),
                        .dir("auto"), text: name)
                } else {
                    html.element(.bdi, text: name)
                }
            }
            html.element(.td, text: view.say("clocks.event.\(rule.event.rawValue)"))
            html.element(.td) {
                html.text(rule.isDisabled ? view.say("clocks.rules.off") : offset(view, rule.offset))
                if let shipped = entry.shipped, shipped.offset != rule.offset || rule.isDisabled {
                    html.element(
                        .p, .class("hint"),
                        text: view.say("clocks.rules.shipped", ["when": .text(offset(view, shipped.offset))]))
                }
            }
            html.element(.td) {
                html.element(
                    .span, .class("force \(rule.force.rawValue)"), text: view.say("clocks.force.\(rule.force.rawValue)")
                )
            }
            html.element(.td) {
                html.element(.bdi, text: rule.source)
                if let change = entry.change {
                    html.element(.p, .class("hint"), .dir("auto")) {
                        view.write(
                            "clocks.rules.changed", ["when": .text(view.moment(change.at)), "why": .text(change.why)]
                        ) {
                            _ in html.element(.bdi, text: change.by)
                        }
                    }
                }
            }
        }
    }

    private static func name(_ parts: DateParts, _ rule: ClockRule) -> String {
        let title = parts.names.title(rule)
        guard let mechanism = rule.mechanism, mechanism.rawValue != "upr" else { return title }
        return parts.view.say(
            "clocks.ofMechanism", ["what": .text(title), "mechanism": .text(parts.names.mechanism(mechanism))])
    }

    /// `12 weeks before`, `60 days after`, `the same day`.
    static func offset(_ view: View, _ offset: ClockOffset) -> String {
        guard offset.count != 0 else { return view.say("clocks.offset.same") }
        let amount = view.say("clocks.unit.\(offset.unit.rawValue)", ["n": .number(abs(offset.count))])
        return view.say(offset.count < 0 ? "clocks.offset.before" : "clocks.offset.after", ["amount": .text(amount)])
    }

    // MARK: One rule

    /// `code` of the address; `new` for a rule of the workspace's own.
    static func one(
        _ visit: Visit, _ clocks: Clocks, troubles: [WorkspaceError.Trouble] = [], form: Query? = nil,
        preview: MovePreview? = nil
    ) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let code = visit.exchange.value("code")
        let book = try await visit.asking { () async throws(WorkspaceError) in try await clocks.rules(visit.member) }
        let entry = code.isEmpty ? nil : book.entry(code)
        if !code.isEmpty, entry == nil { throw .notFound }
        let view = parts.view
        let title = entry.map { name(parts, $0.rule) } ?? view.say("clocks.rules.add")
        var head = parts.head(title)
        head.path = visit.path("/deadlines/rules/\(code.isEmpty ? "new" : PercentCoding.encode(code))")
        return await view.page(head, status: troubles.isEmpty ? 200 : 400) {
            view.pageHead(
                kicker: view.say("clocks.rules"), title,
                lead: entry.map { view.say("clocks.event.\($0.rule.event.rawValue)") })
            parts.troubles(troubles)
            if let preview { PreviewView.write(parts, preview) }
            let path = code.isEmpty ? "/deadlines/rules/new" : "/deadlines/rules/\(PercentCoding.encode(code))/edit"
            parts.form(path, button: preview == nil ? "clocks.preview" : "clocks.apply") {
                fields(parts, entry, form, isApplying: preview != nil)
            }
            if let change = entry?.change {
                view.section("back", view.say(entry?.shipped == nil ? "clocks.rules.remove" : "clocks.rules.restore")) {
                    parts.form(
                        "/deadlines/rules/\(PercentCoding.encode(code))/remove",
                        button: entry?.shipped == nil ? "clocks.rules.remove" : "clocks.rules.restore", isQuiet: true
                    ) { parts.hidden(version: change.version) }
                }
            }
        }
    }

    private static func fields(_ parts: DateParts, _ entry: RuleBook.Entry?, _ form: Query?, isApplying: Bool) {
        let (view, rule) = (parts.view, entry?.rule)
        parts.hidden(version: form?.number(Conflict.versionField) ?? entry?.change?.version ?? 0)
        if isApplying { view.hiddenField("apply", "yes") }
        view.textField("title", view.say("clocks.field.title"), form?.text("title") ?? rule?.title ?? "", most: 300)
        if entry == nil {
            parts.choice("event", ClockEventKind.self, "clocks.event", chosen: form?.text("event") ?? "")
            parts.mechanismSelect(form?.text("mechanism") ?? "", empty: "clocks.any")
            parts.choice("kind", DeadlineKind.self, "clocks.category", chosen: form?.text("kind") ?? "report")
        }
        view.textField(
            "count", view.say("clocks.field.count"),
            form?.text("count") ?? rule.map { String(abs($0.offset.count)) } ?? "",
            most: 4, direction: "ltr")
        parts.choice(
            "unit", ClockUnit.self, "clocks.unitName",
            chosen: form?.text("unit") ?? rule?.offset.unit.rawValue ?? "days")
        let isBefore = form.map { $0.text("side") == "before" } ?? ((rule?.offset.count ?? 0) < 0)
        view.select(
            "side", view.say("clocks.field.side"), ["after", "before"].map { ($0, view.say("clocks.side.\($0)")) },
            chosen: isBefore ? "before" : "after")
        parts.choice(
            "force", DeadlineForce.self, "clocks.force",
            chosen: form?.text("force") ?? rule?.force.rawValue ?? "requested")
        view.textField(
            "source", view.say("clocks.field.source"), form?.text("source") ?? rule?.source ?? "", most: 1_000)
        view.textField(
            "why", view.say("clocks.field.why"), form?.text("why") ?? "", hint: view.say("clocks.hint.why"), most: 2_000
        )
        view.checkbox(
            "off", view.say("clocks.rules.turnOff"),
            isOn: form.map { $0.first("off") == "yes" } ?? rule?.isDisabled ?? false)
    }

    static func put(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let code = visit.exchange.value("code")
        var preview: MovePreview?
        do throws(WorkspaceError) {
            guard let count = form.number("count"), (0...1_200).contains(count) else {
                throw .invalid("count", "clocks.invalid.count")
            }
            let draft = RuleDraft(
                title: form.text("title"), event: form.value("event", ClockEventKind.self) ?? .other,
                mechanism: form.mechanism(), kind: form.value("kind", DeadlineKind.self) ?? .own,
                offset: ClockOffset(
                    count: form.text("side") == "before" ? -count : count,
                    unit: form.value("unit", ClockUnit.self) ?? .days),
                force: form.value("force", DeadlineForce.self) ?? .requested, source: form.text("source"),
                isDisabled: form.first("off") == "yes", why: form.text("why"))
            let rule = try await clocks.checked(
                draft, code: code.isEmpty ? nil : code, version: form.number(Conflict.versionField) ?? 0,
                by: visit.member)
            if form.first("apply") == "yes" {
                try await clocks.put(rule, by: visit.member)
            } else {
                preview = try await clocks.preview(.rule(rule), visit.member)
            }
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await one(visit, clocks, troubles: troubles, form: form)
        }
        if let preview { return try await one(visit, clocks, form: form, preview: preview) }
        return visit.done("/deadlines/rules", "saved")
    }

    static func remove(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        try await visit.asking { () async throws(WorkspaceError) in
            try await clocks.removeRule(
                visit.exchange.value("code"), version: form.number(Conflict.versionField) ?? 0, by: visit.member)
        }
        return visit.done("/deadlines/rules", "saved")
    }
}
