import Domain
import Frame
import Locales
import Markup
import Plans

/// What a coordinator changes of a commitment.
struct CommitmentForm {
    let visit: Visit
    let commitment: Commitment
    let names: PlanNames
    /// A form that was refused: what was typed stays.
    let refused: Query?

    private func value(_ name: String, _ stands: String) -> String { refused.map { $0.first(name) ?? "" } ?? stands }

    func write(_ view: View) {
        let html = view.html
        html.element(.details, .class("plan-edit"), .open(refused != nil)) {
            html.element(.summary, text: view.say("plan.edit.commitment"))
            html.element(
                .form, .class("fields"), .method("post"),
                .action(view.address(visit.path("/plan/commitments/\(commitment.id)")))
            ) {
                view.token()
                view.hiddenField(Conflict.versionField, String(commitment.version))
                view.textField("title", view.say("field.title"), value("title", commitment.title), most: 500)
                html.element(.div, .class("pair")) { choices(view) }
                supporting(view)
                links(view)
                view.textField(
                    "why", view.say("plan.why"), value("why", ""), hint: view.say("plan.why.hint"), most: 1_000)
                html.element(.div, .class("actions")) {
                    view.submitButton(view.say("plan.save"))
                    if commitment.isWithdrawn {
                        view.submitButton(view.say("plan.bringBack"), name: "plan", value: "in", isPlain: true)
                    } else {
                        view.submitButton(view.say("plan.takeOut"), name: "plan", value: "out", isPlain: true)
                    }
                }
            }
        }
    }

    private func choices(_ view: View) {
        view.select(
            "lead", view.say("field.lead"),
            [("", view.say("plan.nobody"))] + names.options(with: commitment.lead),
            chosen: value("lead", commitment.lead?.description ?? ""))
        view.select(
            "priority", view.say("field.priority"),
            Priority.allCases.map { ($0.rawValue, view.say("value.priority.\($0.rawValue)")) },
            chosen: value("priority", commitment.priority.rawValue))
        view.textField(
            "due", view.say("field.due"), value("due", commitment.due?.description ?? ""), type: "date", most: 10,
            direction: "ltr")
        view.select(
            "status", view.say("plan.column.status"),
            [("", view.say("plan.unsaid"))]
                + ImplementationStatus.allCases.map { ($0.rawValue, view.say("value.status.\($0.rawValue)")) },
            chosen: value("status", commitment.status?.rawValue ?? ""), hint: view.say("plan.status.hint"))
    }

    private func supporting(_ view: View) {
        let chosen = refused.map { Set($0.all("supporting")) } ?? Set(commitment.supporting.map(\.description))
        view.institutionChoices("supporting", view.say("field.supporting"), names, chosen)
    }

    /// Links that are there with a mark to keep them, and room for one more of each kind.
    private func links(_ view: View) {
        let html = view.html
        html.element(.fieldset, .class("plan-bulk")) {
            html.element(.legend, text: view.say("field.links"))
            for (place, link) in commitment.links.enumerated() {
                html.element(.div, .class("tickable")) {
                    html.empty(
                        .input, .type("checkbox"), .id("link-\(place)"), .name("link"),
                        .value(CommitmentForm.code(link)),
                        .checked(refused?.all("link").contains(CommitmentForm.code(link)) ?? true))
                    html.element(.label, .for("link-\(place)")) {
                        html.text(view.say("plan.link.\(link.kind.rawValue)") + " ")
                        html.element(
                            .bdi,
                            text: link.kind == .sdgTarget
                                ? "\(link.code) \(view.name(.target, link.code))" : "\(link.code) \(link.title)")
                    }
                }
            }
            html.element(.div, .class("pair")) {
                view.select(
                    "target", view.say("plan.link.addTarget"),
                    [("", view.say("plan.link.none"))]
                        + view.names.codes(.target).map {
                            ($0, PlanTitle.short("\($0) \(view.name(.target, $0))", 70))
                        }, chosen: value("target", ""))
                view.select(
                    "linkKind", view.say("plan.link.kind"),
                    PlanLink.Kind.allCases.filter { $0 != .sdgTarget }.map {
                        ($0.rawValue, view.say("plan.link.\($0.rawValue)"))
                    }, chosen: value("linkKind", PlanLink.Kind.nationalPlan.rawValue))
                view.textField("linkCode", view.say("plan.link.code"), value("linkCode", ""), most: 60)
                view.textField("linkTitle", view.say("plan.link.title"), value("linkTitle", ""), most: 500)
            }
        }
    }

    /// Kind, code and title in one value of a form.
    static func code(_ link: PlanLink) -> String { "\(link.kind.rawValue)\t\(link.code)\t\(link.title)" }

    static func changes(_ form: Query) throws(WorkspaceError) -> CommitmentChanges {
        let read = PlanFormReader(form)
        var changes = CommitmentChanges()
        changes.title = .set(form.first("title") ?? "")
        changes.common.lead = .set(read.institution("lead"))
        changes.common.supporting = .set(form.all("supporting").compactMap { InstitutionID($0) })
        changes.common.due = .set(try read.day("due"))
        if let priority = read.text("priority").flatMap({ Priority(rawValue: $0) }) {
            changes.common.priority = .set(priority)
        }
        changes.common.standing = .set(read.text("status").flatMap { ImplementationStatus(rawValue: $0) })
        changes.links = .set(links(form, read))
        switch form.first("plan") {
        case "out": changes.common.isWithdrawn = .set(true)
        case "in": changes.common.isWithdrawn = .set(false)
        default: break
        }
        return changes
    }

    private static func links(_ form: Query, _ read: PlanFormReader) -> [PlanLink] {
        var links = form.all("link").compactMap { text -> PlanLink? in
            let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let kind = PlanLink.Kind(rawValue: parts[0]) else { return nil }
            return PlanLink(kind: kind, code: parts[1], title: parts[2])
        }
        if let target = read.text("target") { links.append(PlanLink(kind: .sdgTarget, code: target)) }
        if let code = read.text("linkCode"), let kind = read.text("linkKind").flatMap({ PlanLink.Kind(rawValue: $0) }) {
            links.append(PlanLink(kind: kind, code: code, title: form.first("linkTitle") ?? ""))
        }
        return links
    }

    static func save(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        guard let id = CommitmentID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let result = try await plans.updateCommitment(
                id, changes(form), version: PlanFormReader(form).version(), why: form.first("why"), by: visit.member)
            return .seeOther(View(visit).said(visit.path("/plan/commitments/\(id)"), "saved", result))
        } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await CommitmentView.answer(visit, plans, refused: (form, troubles))
        }
    }
}

extension View {
    /// Institutions to tick.
    func institutionChoices(_ name: String, _ legend: String, _ names: PlanNames, _ chosen: Set<String>) {
        html.element(.details, .class("choices"), .open(!chosen.isEmpty && chosen.count < 12)) {
            html.element(.summary) {
                html.text(legend)
                html.text(" ")
                html.element(.span, .class("soft"), text: say("plan.chosen", ["count": .number(chosen.count)]))
            }
            html.element(.fieldset, .class("columns ticks")) {
                html.element(.legend, .class("hidden"), text: legend)
                for institution in names.institutions
                where !institution.isClosed || chosen.contains(institution.id.description) {
                    html.element(.div, .class("tickable")) {
                        html.empty(
                            .input, .type("checkbox"), .id("\(name)-\(institution.id)"), .name(name),
                            .value(institution.id.description), .checked(chosen.contains(institution.id.description)))
                        html.element(.label, .for("\(name)-\(institution.id)"), .dir("auto"), text: institution.name)
                    }
                }
            }
        }
    }
}
