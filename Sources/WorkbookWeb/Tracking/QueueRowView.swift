import Domain
import Frame
import Locales
import Markup
import People
import Plans
import Store
import Workbooks

/// One row of a tracking workbook: its cells, what it may mean, and what a person can do with it.
struct QueueRowView {
    let queue: QueueView
    let queued: QueuedRow

    private var row: TrackingRow { queued.row }

    func write(_ view: View) {
        let html = view.html
        html.element(.article, .class("queued"), .id("row\(row.id)")) {
            html.element(
                .h2, .dir("auto"),
                text: row.words.isEmpty ? view.say("sheets.row.noWords") : String(row.words.prefix(400)))
            html.element(
                .p, .class("soft"),
                text: view.say(
                    "sheets.row.place",
                    ["file": .text(queued.file), "sheet": .text(row.sheet), "row": .text(String(row.row))]))
            html.element(
                .p,
                text: view.say(
                    row.status == .aside ? "sheets.row.aside" : "sheets.row.why",
                    [
                        "why": .text(
                            row.status == .aside ? reason(view) : view.say("sheets.verdict.\(row.verdict.rawValue)")),
                        "by": .text(row.decidedBy),
                    ]))
            cells(view)
            if let matched = queued.matched { record(matched, nil, view) }
            switch row.status {
            case .waiting:
                matchForm(view)
                asideForm(view)
            case .applied: for leftover in row.values.leftovers { settleForm(leftover, view) }
            case .aside:
                form(view, "back") {
                    html.element(.button, .class("button plain"), .type("submit"), text: view.say("sheets.row.back"))
                }
            }
        }
    }

    /// A person's reason, or the kind of a row that is none of a recommendation.
    private func reason(_ view: View) -> String {
        let why = row.why ?? ""
        return row.kind == why ? view.say("sheets.kind.\(why)") : why
    }

    /// Every cell as it stood.
    private func cells(_ view: View) {
        let html = view.html
        html.element(.details) {
            html.element(.summary, text: view.say("sheets.row.cells"))
            html.element(.dl, .class("facts-list")) {
                for cell in row.raw { view.fact(cell.column) { html.element(.span, .dir("auto"), text: cell.value) } }
            }
        }
    }

    private func form(_ view: View, _ action: String, _ content: () -> Void) {
        view.html.element(.form, .class("fields"), .method("post"), .action(view.address(queue.path))) {
            view.hiddenField(Signed.tokenField, view.session?.csrf ?? "")
            view.hiddenField("row", row.id.description)
            view.hiddenField(Conflict.versionField, String(row.version))
            view.hiddenField("show", queue.shown.rawValue)
            view.hiddenField("do", action)
            content()
        }
    }

    private func record(_ record: StoredRecord, _ match: MatchCandidate?, _ view: View) {
        let html = view.html
        let recommendation = record.recommendation
        html.element(.span, .class("found"), .dir("auto")) {
            let place = [record.document.symbol?.printed, recommendation.paragraph?.printed].compactMap { $0 }
            view.link(
                view.recommendationAddress(recommendation.id),
                place.isEmpty ? "#\(recommendation.id)" : place.joined(separator: ", "))
            html.text(" " + String(text(recommendation, view).prefix(400)))
        }
        if let match { html.element(.span, .class("soft"), text: " " + speaking(match, view)) }
    }

    private func text(_ recommendation: Recommendation, _ view: View) -> String {
        let texts = recommendation.texts
        return texts[LanguageTag(view.words.tag)] ?? texts[.english] ?? texts.min { $0.key < $1.key }?.value ?? ""
    }

    private func speaking(_ match: MatchCandidate, _ view: View) -> String {
        var reasons: [String] = []
        if let words = match.words {
            reasons.append(view.say("sheets.speaks.words", ["share": .text(view.words.percent(words, of: 100))]))
        }
        if match.hasNumber { reasons.append(view.say("sheets.speaks.number")) }
        if match.isInDocument { reasons.append(view.say("sheets.speaks.document")) }
        return reasons.joined(separator: view.say("list.comma"))
    }

    private func matchForm(_ view: View) {
        let html = view.html
        form(view, "match") {
            html.element(.fieldset) {
                html.element(.legend, text: view.say("sheets.row.which"))
                for candidate in queued.candidates {
                    let id = "row\(row.id)-\(candidate.match.id)"
                    html.element(.div, .class("entry tickable")) {
                        html.empty(
                            .input, .type("radio"), .id(id), .name("candidate"), .value(String(candidate.match.id)))
                        html.element(.label, .for(id)) { record(candidate.record, candidate.match, view) }
                    }
                }
                view.field("record\(row.id)", view.say("sheets.row.other"), hint: view.say("sheets.row.other.hint")) {
                    hint in
                    html.empty(
                        .input, .class("input"), .type("text"), .id("record\(row.id)"), .name("record"), .maxlength(20),
                        .autocomplete("off"), .dir("ltr"), .describedBy(hint))
                }
            }
            html.element(.p) {
                html.element(.button, .class("button"), .type("submit"), text: view.say("sheets.row.match"))
            }
        }
    }

    private func asideForm(_ view: View) {
        let html = view.html
        form(view, "aside") {
            view.field("why\(row.id)", view.say("sheets.row.reason")) { _ in
                html.empty(
                    .input, .class("input"), .type("text"), .id("why\(row.id)"), .name("why"),
                    .maxlength(Tracking.whyMax),
                    .autocomplete("off"), .dir("auto"))
            }
            html.element(.p) {
                html.element(.button, .class("button plain"), .type("submit"), text: view.say("sheets.row.setAside"))
            }
        }
    }

    // MARK: Cells left over

    private func settleForm(_ leftover: TrackingValues.Leftover, _ view: View) {
        let html = view.html
        form(view, "settle") {
            view.hiddenField("field", leftover.field.rawValue)
            html.element(
                .p,
                text: view.say(
                    "sheets.leftover.\(leftover.reason.rawValue)",
                    [
                        "field": .text(view.say("sheets.field.\(leftover.field.rawValue)")),
                        "value": .text(leftover.value), "plan": .text(shown(leftover.field, leftover.standing, view)),
                        "row": .text(shown(leftover.field, leftover.said, view)),
                    ]))
            entry(leftover, view)
            html.element(.p) {
                if leftover.reason != .broken, leftover.field != .supporting {
                    button("take", view.say("sheets.leftover.take"), view)
                }
                button("leave", view.say("sheets.leftover.leave"), view)
            }
        }
    }

    private func button(_ choice: String, _ text: String, _ view: View) {
        view.html.element(
            .button, .class(choice == "take" ? "button" : "button plain"), .type("submit"), .name("choice"),
            .value(choice),
            text: text)
    }

    /// A place for what a person reads in the cell.
    private func entry(_ leftover: TrackingValues.Leftover, _ view: View) {
        let id = "value\(row.id)-\(leftover.field.rawValue)"
        switch leftover.reason {
        case .unreadableDate:
            view.field(id, view.say("sheets.leftover.date")) { _ in
                view.html.empty(.input, .class("input"), .type("date"), .id(id), .name("value"))
            }
        case .unknownInstitution where leftover.field == .lead:
            view.institutionSelect(
                "value", view.say("sheets.field.lead"), queue.institutions, chosen: nil,
                nobody: view.say("sheets.words.later"))
        case .unknownStatus:
            let options = ImplementationStatus.allCases.map {
                ($0.rawValue, view.say("sheets.standing.\($0.rawValue)"))
            }
            view.select(
                "value", view.say("sheets.field.status"), [("", view.say("sheets.words.later"))] + options, chosen: "")
        case .unknownInstitution, .differs, .broken: break
        }
    }

    private func shown(_ field: TrackingField, _ value: String?, _ view: View) -> String {
        guard let value else { return "" }
        switch field {
        case .lead: return queue.institutions.first { String($0.id.value) == value }?.name ?? "#" + value
        case .status: return view.say("sheets.standing.\(value)")
        case .due, .starts: return CalendarDate(value).map { view.date($0) } ?? value
        default: return value
        }
    }
}
