package import Domain
package import Frame
import Locales
import Markup
import People
import Plans

/// A form as it was typed: from a refused attempt, from a saved draft, or not at all.
package struct TypedForm {
    package var fields: Query
    package var troubles: [WorkspaceError.Trouble]
    /// When the draft that is shown was saved.
    package var saved: String?

    package init(fields: Query = Query(), troubles: [WorkspaceError.Trouble] = [], saved: String? = nil) {
        self.fields = fields
        self.troubles = troubles
        self.saved = saved
    }

    /// What was typed under that name, else what stands.
    package func value(_ name: String, _ standing: String?) -> String { fields.first(name) ?? standing ?? "" }

    /// A box that is ticked is in the form, one that is not is not; so a form that was typed decides alone.
    package func isOn(_ name: String, _ standing: Bool) -> Bool {
        fields.items.isEmpty ? standing : fields.first(name) == "yes"
    }

    /// What a person has saved of this form, where nothing was typed just now.
    static func draft(_ form: String, _ plans: Plans, _ visit: Visit) async throws(WebError) -> TypedForm {
        do throws(WorkspaceError) {
            guard let draft = try await plans.drafts.find(form, visit.member) else { return TypedForm() }
            return TypedForm(
                fields: Query(draft.fields.map { Query.Item(name: $0.name, value: $0.value) }), saved: draft.saved)
        } catch { throw WebError(error) }
    }
}

/// Does what a form asks for and keeps what was typed until it is done: a draft is saved on its button, and by itself where the form was
/// refused or somebody was quicker; it is forgotten once the form was taken.
struct DraftedForm {
    static let saveButton = "draft"
    static let dropButton = "drop"

    let name: String
    let plans: Plans
    let visit: Visit
    let form: Query

    /// Where to go once something was done.
    struct Landing {
        var path: String
        var items: [(String, String)] = []
        var fragment = ""

        func address(_ view: View, said: String?) -> String {
            view.address(path, items + (said.map { [("said", $0)] } ?? [])) + fragment
        }
    }

    /// `again` shows the form anew with what is wrong; `act` says where to go.
    func answer(
        back: Landing, again: (TypedForm) async throws(WebError) -> Answer,
        act: () async throws(WorkspaceError) -> Landing
    ) async throws(WebError) -> Answer {
        let view = View(visit)
        do throws(WorkspaceError) {
            if form.first(Self.dropButton) != nil {
                try await plans.drafts.drop(name, visit.member)
                return .seeOther(back.address(view, said: nil))
            }
            if form.first(Self.saveButton) != nil {
                try await keep()
                return .seeOther(back.address(view, said: "draft"))
            }
            let landing = try await act()
            try await plans.drafts.drop(name, visit.member)
            return .seeOther(landing.address(view, said: "done"))
        } catch {
            // What cannot even be kept as a draft is still in the page that comes back.
            try? await keep()
            guard case .invalid(let troubles) = error else { throw WebError(error) }
            return try await again(TypedForm(fields: form, troubles: troubles))
        }
    }

    private func keep() async throws(WorkspaceError) {
        let left = [Signed.tokenField, Self.saveButton, Self.dropButton]
        let fields = form.items.filter { !left.contains($0.name) }.map { FormDraft.Field($0.name, $0.value) }
        try await plans.drafts.save(name, fields, visit.member)
    }
}

extension View {
    /// What was done, from the address; what is wrong with the form; and that a saved draft is shown.
    package func formNotices(_ typed: TypedForm) {
        switch exchange.query.first("said") {
        case "done": done(say("progress.said.done"))
        case "draft": done(say("progress.said.draft"))
        default: break
        }
        if !typed.troubles.isEmpty {
            html.element(.div, .class("notice problem"), .role("alert")) {
                html.element(.p, text: say("progress.form.wrong"))
                html.element(.ul) {
                    for trouble in typed.troubles {
                        html.element(.li) {
                            html.element(.strong, text: formFieldName(trouble.field))
                            html.text(" ")
                            html.text(words.has(trouble.allowed) ? say(trouble.allowed) : trouble.allowed)
                        }
                    }
                }
            }
        } else if let saved = typed.saved {
            html.element(.div, .class("notice"), .role("status")) {
                html.element(.p, text: say("progress.form.fromDraft", ["when": .text(moment(saved))]))
            }
        }
    }

    private func formFieldName(_ field: String) -> String {
        for key in ["progress.field.\(field)", "field.\(field)"] where words.has(key) { return say(key) }
        return field
    }

    /// The buttons below a form with a draft.
    func draftButtons(_ main: [(name: String, value: String, text: String)], hasDraft: Bool) {
        html.element(.p, .class("actions")) {
            for (index, button) in main.enumerated() {
                html.element(
                    .button, .class(index == 0 ? "button" : "button plain"), .type("submit"), .name(button.name),
                    .value(button.value), text: button.text)
            }
            html.element(
                .button, .class("button plain"), .type("submit"), .name(DraftedForm.saveButton), .value("yes"),
                .custom("formnovalidate", ""), text: say("progress.form.saveDraft"))
            if hasDraft {
                html.element(
                    .button, .class("button plain"), .type("submit"), .name(DraftedForm.dropButton), .value("yes"),
                    .custom("formnovalidate", ""), text: say("progress.form.dropDraft"))
            }
        }
    }

    /// A form of a workspace page.
    func reportingForm(_ path: String, style: String = "fields", version: Int? = nil, content: () -> Void) {
        html.element(.form, .class(style), .method("post"), .custom("accept-charset", "utf-8"), .action(address(path)))
        {
            hiddenField(Signed.tokenField, session?.csrf ?? "")
            if let version { hiddenField(Conflict.versionField, String(version)) }
            content()
        }
    }
}
