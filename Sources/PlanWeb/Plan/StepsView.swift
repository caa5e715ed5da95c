import Domain
import Frame
import Locales
import Markup
import Plans

/// What was done to the plan, step by step, and taking a step back.
enum StepsView {
    static func list(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let before = visit.exchange.query.first("before").flatMap { FieldChangeID($0) }
        let steps: [PlanStep]
        do throws(WorkspaceError) { steps = try await plans.steps(before: before, visit.member) } catch {
            throw WebError(error)
        }
        let view = View(visit)
        return await view.planPage(visit, .steps, view.say("plan.steps.title"), lead: view.say("plan.steps.lead")) {
            view.stepDone(visit)
            if steps.isEmpty {
                view.html.element(.p, .class("soft"), text: view.say("plan.steps.none"))
            } else {
                table(steps, visit, view)
            }
            if steps.count == Plans.stepsMax, let last = steps.last {
                view.html.element(.nav, .class("pager"), .label(view.say("pager.label"))) {
                    view.link(
                        view.address(visit.path("/plan/steps"), [("before", last.batch.description)]),
                        view.say("pager.next"))
                }
            }
        }
    }

    private static func table(_ steps: [PlanStep], _ visit: Visit, _ view: View) {
        let html = view.html
        view.table(view.say("plan.steps.title"), style: "plan-table") {
            view.headRow(["when", "who", "rows", "fields", "why"].map { (view.say("plan.column.\($0)"), false) })
            html.element(.tbody) {
                for step in steps {
                    html.element(.tr) {
                        html.element(.th, .scope("row")) {
                            view.link(view.address(visit.path("/plan/steps/\(step.batch)")), view.moment(step.at))
                            if step.isReversed {
                                html.element(.p, .class("fine"), text: view.say("plan.step.reversed"))
                            } else if step.isReversal {
                                html.element(.p, .class("fine"), text: view.say("plan.step.reversal"))
                            }
                        }
                        cell("who", view) { html.element(.bdi, text: step.by) }
                        cell("rows", view) { html.text(rows(step, view)) }
                        cell("fields", view) {
                            html.text(
                                step.fields.map { view.fieldName(.action, $0) }.joined(
                                    separator: view.say("list.comma")))
                        }
                        cell("why", view) { html.element(.bdi, text: step.why ?? "–") }
                    }
                }
            }
        }
    }

    private static func rows(_ step: PlanStep, _ view: View) -> String {
        step.objects.sorted { $0.key.rawValue < $1.key.rawValue }
            .filter { Plans.undoKinds.contains($0.key) }
            .map { view.say("plan.objects.\($0.key.rawValue)", ["count": .number($0.value)]) }
            .joined(separator: view.say("list.comma"))
    }

    private static func cell(_ column: String, _ view: View, content: () -> Void) {
        view.html.element(.td, .custom("data-label", view.say("plan.column.\(column)")), content: content)
    }

    // MARK: One step

    /// Rows of a step that a page shows.
    private static let shownMax = 100

    static func step(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        guard let batch = FieldChangeID(visit.exchange.value("id")) else { throw .notFound }
        let undo: PlanUndo
        do throws(WorkspaceError) { undo = try await plans.undoPreview(batch, visit.member) } catch {
            throw WebError(error)
        }
        let values = await FieldValues.of(visit)
        let view = View(visit)
        let title = view.say("plan.step.title", ["when": .text(view.moment(undo.at))])
        let head = PageHead(
            title: title, place: .plan,
            crumbs: view.planCrumbs(visit) + [(view.address(visit.path("/plan/steps")), view.say("plan.steps.title"))])
        return await view.page(head) {
            view.html.element(.div, .class("head")) {
                view.html.element(.p, .class("kicker")) { view.html.element(.bdi, text: undo.by) }
                view.html.element(.h1, text: title)
                if let why = undo.why { view.html.element(.p, .class("lead"), .dir("auto"), text: why) }
            }
            if undo.open.isEmpty {
                view.html.element(.p, .class("notice"), text: view.say("plan.step.nothingLeft"))
            } else {
                form(undo, batch, visit, view)
            }
            changes("open", undo.open, visit, values, view)
            changes("overtaken", undo.overtaken, visit, values, view)
            staying(undo, visit, view)
        }
    }

    /// What came with the step and stays, each with the way to its own page.
    private static func staying(_ undo: PlanUndo, _ visit: Visit, _ view: View) {
        guard !undo.staying.isEmpty else { return }
        view.section(
            "staying", view.say("comment.title"), view.say("matters.staying", ["count": .number(undo.staying.count)])
        ) {
            view.html.element(.ul) {
                for subject in undo.staying.prefix(shownMax) {
                    view.html.element(.li) {
                        let path =
                            subject.kind == .comment
                            ? visit.path("/comments/\(subject.id)") : visit.path("/progress/\(subject.id)")
                        view.link(
                            view.address(path),
                            view.say("matters.staying.\(subject.kind.rawValue)", ["number": .text(String(subject.id))]))
                    }
                }
            }
        }
    }

    private static func form(_ undo: PlanUndo, _ batch: FieldChangeID, _ visit: Visit, _ view: View) {
        let html = view.html
        html.element(
            .form, .class("fields"), .method("post"), .action(view.address(visit.path("/plan/steps/\(batch)/undo")))
        ) {
            view.token()
            html.element(
                .p,
                text: view.say(
                    "plan.step.canTakeBack", ["count": .number(Set(undo.open.map(\.subject)).count)]))
            if !undo.overtaken.isEmpty {
                html.element(
                    .p,
                    text: view.say(
                        "plan.step.overtaken", ["count": .number(Set(undo.overtaken.map(\.subject)).count)]))
            }
            view.textField("why", view.say("plan.why"), "", hint: view.say("plan.why.hint"), most: PlanReason.lengthMax)
            view.submitButton(view.say("plan.step.takeBack"))
        }
    }

    private static func changes(
        _ name: String, _ changes: [FieldChange], _ visit: Visit, _ values: FieldValues, _ view: View
    ) {
        guard !changes.isEmpty else { return }
        let html = view.html
        view.section(name, view.say(name == "open" ? "plan.step.open" : "plan.step.overtakenRows")) {
            view.table(view.say(name == "open" ? "plan.step.open" : "plan.step.overtakenRows"), style: "plan-table") {
                view.headRow(["object", "field", "before", "after"].map { (view.say("plan.column.\($0)"), false) })
                html.element(.tbody) {
                    for change in changes.prefix(shownMax) {
                        html.element(.tr) {
                            html.element(.th, .scope("row")) { object(change.subject, visit, view) }
                            cell("field", view) { html.text(view.fieldName(change.subject.kind, change.field)) }
                            cell("before", view) {
                                html.element(.bdi, text: values.text(change.field, change.old, view))
                            }
                            cell("after", view) {
                                html.element(.bdi, text: values.text(change.field, change.new, view))
                            }
                        }
                    }
                }
            }
            if changes.count > shownMax {
                html.element(.p, text: view.say("plan.step.more", ["count": .number(changes.count - shownMax)]))
            }
        }
    }

    private static func object(_ subject: Subject, _ visit: Visit, _ view: View) {
        let text = view.say("plan.object.\(subject.kind.rawValue)", ["id": .text(String(subject.id))])
        switch subject.kind {
        case .commitment: view.link(view.address(visit.path("/plan/commitments/\(subject.id)")), text)
        case .action: view.link(view.address(visit.path("/plan/actions/\(subject.id)")), text)
        default: view.html.text(text)
        }
    }

    static func undo(_ visit: Visit, _ form: Query, _ plans: Plans) async throws(WebError) -> Answer {
        guard let batch = FieldChangeID(visit.exchange.value("id")) else { throw .notFound }
        do throws(WorkspaceError) {
            let result = try await plans.undo(batch: batch, why: form.first("why"), by: visit.member)
            return .seeOther(View(visit).said(visit.path("/plan/steps"), "undone", result))
        } catch { throw WebError(error) }
    }
}
