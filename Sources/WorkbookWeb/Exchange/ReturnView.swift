import Domain
import Frame
import Locales
import Markup
import People
import Plans
import Workbooks

/// A workbook that came back: every change, every conflict side by side, every cell that is wrong, before anything is done.
struct ReturnView {
    let visit: Visit
    let preview: ReturnPreview
    let institutions: [Institution]
    let trouble: String?
    let choices: [String: ConflictChoice]
    let isUndoable: Bool

    static func answer(
        _ visit: Visit, _ plans: Plans, trouble: String? = nil, choices: [String: ConflictChoice] = [:]
    ) async throws(WebError) -> Answer {
        let id = try ReturnHandling.id(visit)
        do throws(TrackingError) {
            let preview = try await plans.workbooks.preview(id, visit.exchange.site.locales, visit.member)
            let institutions = try await plans.workbooks.all(visit.member).institutions
            let batch = visit.may(.editPlan) ? try await plans.workbooks.batch(id, visit.member) : nil
            return await ReturnView(
                visit: visit, preview: preview, institutions: institutions, trouble: trouble, choices: choices,
                isUndoable: batch != nil
            ).page(View(visit))
        } catch { throw WebError(error) }
    }

    private var path: String { visit.path("/workbooks/back/\(preview.returned.id)") }
    private var returned: WorkbookReturn { preview.returned }

    private func page(_ view: View) async -> Answer {
        let head = PageHead(
            title: returned.name, place: .workbooks,
            crumbs: [(view.address(visit.path("/workbooks")), view.say("sheets.title"))], path: path, isWide: true)
        return await view.page(head, status: trouble == nil ? 200 : 400) {
            view.pageHead(
                kicker: view.say("sheets.state.\(returned.status.rawValue)"), returned.name,
                lead: view.say("sheets.byAt", ["by": .text(returned.madeBy), "at": .text(view.moment(returned.made))]))
            view.sheetDone(["applied", "discarded", "undone"])
            if let trouble { view.problem(trouble) }
            if returned.status == .open { open(view) } else { closed(view) }
        }
    }

    private func closed(_ view: View) {
        if let by = returned.decidedBy, let at = returned.decided {
            view.html.element(
                .p,
                text: view.say(
                    "sheets.decided",
                    ["by": .text(by), "at": .text(view.moment(at)), "count": .number(returned.changes ?? 0)]))
        }
        if returned.status == .applied, isUndoable {
            view.buttonForm(path + "/undo", view.say("sheets.undo"), style: "button plain")
        }
    }

    private func open(_ view: View) {
        view.numbers([
            (
                preview.changes.count, view.say("sheets.unit.changes", ["count": .number(preview.changes.count)]),
                preview.changes.isEmpty ? nil : "#changes"
            ),
            (
                preview.conflicts.count, view.say("sheets.unit.conflicts", ["count": .number(preview.conflicts.count)]),
                preview.conflicts.isEmpty ? nil : "#conflicts"
            ),
            (
                preview.added.count, view.say("sheets.unit.added", ["count": .number(preview.added.count)]),
                preview.added.isEmpty ? nil : "#added"
            ),
            (
                preview.wrong.count + preview.refused.count,
                view.say("sheets.unit.wrong", ["count": .number(preview.wrong.count + preview.refused.count)]),
                isClean ? nil : "#wrong"
            ),
        ])
        let html = view.html
        if preview.missing > 0 {
            html.element(.p, text: view.say("sheets.missing", ["count": .number(preview.missing)]))
        }
        if preview.already > 0 {
            html.element(.p, text: view.say("sheets.already", ["count": .number(preview.already)]))
        }
        if !isClean { view.section("wrong", view.say("sheets.wrong"), view.say("sheets.wrong.lead")) { wrong(view) } }
        if !preview.isEmpty {
            html.element(.form, .method("post"), .action(view.address(path + "/apply"))) {
                view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
                view.hiddenField(Conflict.versionField, String(returned.version))
                if !preview.conflicts.isEmpty {
                    view.section("conflicts", view.say("sheets.conflicts"), view.say("sheets.conflicts.lead")) {
                        conflicts(view)
                    }
                }
                if !preview.changes.isEmpty { view.section("changes", view.say("sheets.changes")) { changes(view) } }
                if !preview.added.isEmpty { view.section("added", view.say("sheets.added")) { added(view) } }
                if !isClean { view.checkbox("leave", view.say("sheets.leave"), isOn: false) }
                html.element(.p) {
                    html.element(.button, .class("button"), .type("submit"), text: view.say("sheets.apply"))
                }
            }
        } else {
            html.element(.p, .class("soft"), text: view.say("sheets.nothing"))
        }
        view.buttonForm(
            path + "/discard", view.say("sheets.discard"), style: "button plain",
            [(Conflict.versionField, String(returned.version))])
    }

    private var isClean: Bool { preview.wrong.isEmpty && preview.refused.isEmpty }

    // MARK: Tables

    private func place(_ sheet: String, _ cell: String) -> String { sheet.isEmpty ? cell : sheet + " · " + cell }

    private func shown(_ field: WorkbookField, _ value: String?, _ view: View) -> String {
        guard let value, !value.isEmpty else { return view.say("sheets.blank") }
        switch field {
        case .status: return view.say("sheets.action.\(value)")
        case .standing: return view.say("sheets.standing.\(value)")
        case .starts, .due: return CalendarDate(value).map { view.date($0) } ?? value
        case .lead: return institutions.first { String($0.id.value) == value }?.name ?? "#" + value
        default: return value
        }
    }

    private func heads(_ keys: [String], _ view: View) {
        view.headRow(keys.map { (view.say("sheets.th.\($0)"), false) })
    }

    private func changes(_ view: View) {
        let html = view.html
        view.table(view.say("sheets.changes")) {
            heads(["cell", "row", "field", "old", "new"], view)
            html.element(.tbody) {
                for cell in preview.changes {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: place(cell.sheet, cell.cell))
                        view.sheetText(cell.title)
                        html.element(.td, text: view.say("sheets.column.\(cell.field.rawValue)"))
                        view.sheetText(shown(cell.field, cell.old, view))
                        view.sheetText(shown(cell.field, cell.new, view))
                    }
                }
            }
        }
    }

    private func conflicts(_ view: View) {
        let html = view.html
        view.table(view.say("sheets.conflicts")) {
            heads(["cell", "row", "field", "old", "plan", "workbook"], view)
            html.element(.tbody) {
                for cell in preview.conflicts {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: place(cell.sheet, cell.cell))
                        html.element(.td, .dir("auto")) {
                            html.text(cell.title)
                            view.hiddenField(ReturnHandling.seenField + cell.key, cell.now ?? "")
                        }
                        html.element(.td, text: view.say("sheets.column.\(cell.field.rawValue)"))
                        view.sheetText(shown(cell.field, cell.old, view))
                        choice(cell, .plan, cell.now, view)
                        choice(cell, .workbook, cell.new, view)
                    }
                }
            }
        }
    }

    private func choice(_ cell: ReturnPreview.Cell, _ choice: ConflictChoice, _ value: String?, _ view: View) {
        let html = view.html
        let id = "\(choice.rawValue)-\(cell.key)"
        html.element(.td) {
            html.element(.div, .class("tickable")) {
                html.empty(
                    .input, .type("radio"), .id(id), .name(ReturnHandling.choiceField + cell.key),
                    .value(choice.rawValue),
                    .checked(choices[cell.key] == choice))
                html.element(.label, .for(id), .dir("auto"), text: shown(cell.field, value, view))
            }
        }
    }

    private func added(_ view: View) {
        let html = view.html
        view.table(view.say("sheets.added")) {
            heads(["cell", "commitment", "title", "lead", "status", "due"], view)
            html.element(.tbody) {
                for one in preview.added {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: place(one.sheet, String(one.row)))
                        view.sheetText(one.commitmentTitle)
                        view.sheetText(one.title)
                        html.element(.td, text: shown(.lead, one.lead?.description, view))
                        html.element(.td, text: view.say("sheets.action.\(one.status.rawValue)"))
                        html.element(.td, text: shown(.due, one.due?.description, view))
                    }
                }
            }
        }
    }

    private func wrong(_ view: View) {
        let html = view.html
        view.table(view.say("sheets.wrong")) {
            heads(["cell", "row", "field", "found", "allowed"], view)
            html.element(.tbody) {
                for one in preview.wrong {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: place(one.sheet, one.cell))
                        view.sheetText(one.title)
                        html.element(.td, text: view.say("sheets.column.\(one.field.rawValue)"))
                        view.sheetText(String(one.value.prefix(200)))
                        html.element(.td, text: view.say("sheets.wrong.\(one.reason.rawValue)"))
                    }
                }
                for one in preview.refused {
                    html.element(.tr) {
                        html.element(.th, .scope("row"), text: place(one.sheet, String(one.row)))
                        html.element(.td, .custom("colspan", 3), text: view.say("sheets.refused"))
                        html.element(.td, text: view.say("sheets.refused.\(one.reason.rawValue)"))
                    }
                }
            }
        }
    }
}
