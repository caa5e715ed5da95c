import Clocks
import Domain
import Frame
import Markup
import People

/// A deadline of the workspace's own.
enum NewDeadlineView {
    static func answer(
        _ visit: Visit, _ clocks: Clocks, troubles: [WorkspaceError.Trouble] = [], form: Query = Query()
    ) async throws(WebError) -> Answer {
        let parts = try await DateParts.of(visit, clocks)
        let view = parts.view
        return await view.page(parts.head(view.say("clocks.add")), status: troubles.isEmpty ? 200 : 400) {
            view.pageHead(kicker: visit.workspace.name, view.say("clocks.add"), lead: view.say("clocks.add.lead"))
            parts.troubles(troubles)
            parts.form("/deadlines/new", button: "clocks.add") {
                view.textField("title", view.say("clocks.field.title"), form.text("title"), most: 300)
                parts.dateField("due", form.text("due"))
                parts.choice(
                    "force", DeadlineForce.self, "clocks.force", chosen: form.first("force") ?? "requested")
                parts.choice("kind", DeadlineKind.self, "clocks.category", chosen: form.first("kind") ?? "own")
                parts.mechanismSelect(form.text("mechanism"), empty: "clocks.noMechanism")
                parts.institutionSelect(form.text("institution"))
                parts.personSelect(form.text("account"))
            }
        }
    }

    static func add(_ visit: Visit, _ form: Query, _ clocks: Clocks) async throws(WebError) -> Answer {
        let draft = DeadlineDraft(
            title: form.text("title"), due: form.date("due"), kind: form.value("kind", DeadlineKind.self) ?? .own,
            mechanism: form.mechanism(), force: form.value("force", DeadlineForce.self) ?? .requested,
            institution: form.institution(), account: form.account())
        let deadline: Deadline
        do throws(WorkspaceError) { deadline = try await clocks.add(draft, by: visit.member) } catch {
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await answer(visit, clocks, troubles: troubles, form: form)
        }
        return visit.done("/deadlines/\(deadline.id)", "added")
    }
}
