import Domain
import Frame
import Locales
import Markup
import Plans

/// Forms of a meeting's page. They are not printed.
struct MeetingForms {
    private let view: View
    private let page: MeetingView

    init(of page: MeetingView) {
        self.page = page
        view = page.view
    }

    private var html: HTMLWriter { view.html }
    private var meeting: Meeting { page.record.meeting }
    private var language: String { page.visit.workspace.language.rawValue }

    func write() {
        html.element(.div, .class("no-print")) {
            view.section("change", view.say("meeting.change.title")) {
                if !page.proposals.isEmpty { proposals() }
                view.fold(view.say("meeting.agenda.own")) {
                    view.workForm(page.path("/agenda")) {
                        view.textField("title", view.say("field.title"), "", most: Meetings.titleCharactersMax)
                        view.textField("note", view.say("field.note"), "", most: 2_000)
                        html.element(.p) { view.submitButton(view.say("meeting.agenda.button")) }
                    }
                }
                view.fold(view.say("meeting.decide.title")) { decide() }
                view.fold(view.say("meeting.edit.title")) { edit() }
            }
        }
    }

    /// What is due, to be ticked; title and note stay as they are read here.
    private func proposals() {
        view.fold(
            view.say("meeting.agenda.proposed", ["count": .number(page.proposals.count)]),
            isOpen: page.record.items.isEmpty
        ) {
            view.workForm(page.path("/agenda")) {
                for (place, draft) in page.proposals.enumerated() {
                    html.element(.div, .class("tickable")) {
                        html.empty(
                            .input, .type("checkbox"), .id("p\(place)"), .name("pick"), .value(String(place)),
                            .checked(place < 12))
                        html.element(.label, .for("p\(place)"), .dir("auto"), text: "\(draft.title) – \(draft.note)")
                    }
                    view.hiddenField("title-\(place)", draft.title)
                    view.hiddenField("note-\(place)", draft.note)
                    view.hiddenField("about-\(place)", draft.about?.description ?? "")
                }
                html.element(.p) { view.submitButton(view.say("meeting.agenda.take")) }
            }
        }
    }

    private func decide() {
        view.workForm(page.path("/decide")) {
            view.textArea("text", view.say("meeting.field.decision"), "", language: language, rows: 2)
            view.select(
                "item", view.say("meeting.field.item"),
                [("", view.say("meeting.noItem"))] + page.record.items.map { ($0.id.description, $0.title) }, chosen: ""
            )
            view.select(
                "institution", view.say("field.institution"),
                [("", view.say("workspace.noValue"))]
                    + page.institutions.filter { !$0.isClosed }.map { ($0.id.description, $0.name) }, chosen: "")
            view.dayField("due", view.say("field.due"), "")
            view.select(
                "commitment", view.say("meeting.field.commitment"),
                [("", view.say("workspace.noValue"))]
                    + page.commitments.filter { !$0.isWithdrawn }.map {
                        ($0.id.description, $0.title.count > 90 ? String($0.title.prefix(89)) + "…" : $0.title)
                    }, chosen: "")
            view.select(
                "work", view.say("meeting.field.work"),
                DecisionDraft.Work.allCases.map { ($0.rawValue, view.say("meeting.work.\($0.rawValue)")) },
                chosen: DecisionDraft.Work.nothing.rawValue)
            html.element(.p) { view.submitButton(view.say("meeting.decide.button")) }
        }
    }

    private func edit() {
        view.workForm(page.path("/edit"), version: meeting.version) {
            view.textField("title", view.say("field.title"), meeting.title, most: Meetings.titleCharactersMax)
            view.dayField("day", view.say("meeting.field.day"), meeting.day.description)
            view.textField("begins", view.say("meeting.field.begins"), meeting.begins, most: 40)
            view.textField("room", view.say("meeting.field.room"), meeting.room, most: 300)
            view.select(
                "status", view.say("field.status"),
                MeetingStatus.allCases.map { ($0.rawValue, view.say("meeting.status.\($0.rawValue)")) },
                chosen: meeting.status.rawValue)
            view.textArea("present", view.say("meeting.field.present"), meeting.present, language: language, rows: 3)
            view.textArea("minutes", view.say("meeting.field.minutes"), meeting.minutes, language: language, rows: 6)
            html.element(.p) { view.submitButton(view.say("round.save")) }
        }
    }

    /// Place, words and minutes of one item.
    func item(_ item: AgendaItem) {
        html.element(.div, .class("no-print")) {
            view.fold(view.say("meeting.item.edit")) {
                view.workForm(page.path("/item"), version: item.version) {
                    view.hiddenField("item", item.id.description)
                    field("title", view.say("field.title"), item.title, item)
                    field("note", view.say("field.note"), item.note, item)
                    field("place", view.say("meeting.field.place"), String(item.place), item)
                    view.field("minutes-\(item.id)", view.say("meeting.field.minutes")) { hint in
                        html.element(
                            .textarea, .class("input words"), .id("minutes-\(item.id)"), .name("minutes"),
                            .custom("rows", 4), .lang(language), .dir("auto"), .describedBy(hint)
                        ) { html.text(item.minutes) }
                    }
                    html.element(.p, .class("actions")) {
                        view.submitButton(view.say("round.save"))
                        view.submitButton(view.say("meeting.item.remove"), name: "do", value: "remove", isPlain: true)
                    }
                }
            }
        }
    }

    private func field(_ name: String, _ label: String, _ value: String, _ item: AgendaItem) {
        let id = "\(name)-\(item.id)"
        view.field(id, label) { hint in
            html.empty(
                .input, .class("input"), .type("text"), .id(id), .name(name), .value(value), .maxlength(2_000),
                .dir("auto"), .describedBy(hint))
        }
    }

    func undo(_ decision: Decision) {
        html.element(.div, .class("no-print")) {
            view.fold(view.say("meeting.undecide.title")) {
                view.workForm(page.path("/undecide"), version: decision.version) {
                    view.hiddenField("decision", decision.id.description)
                    view.field("reason-\(decision.id)", view.say("round.field.why")) { hint in
                        html.empty(
                            .input, .class("input"), .type("text"), .id("reason-\(decision.id)"), .name("reason"),
                            .maxlength(500), .dir("auto"), .describedBy(hint))
                    }
                    html.element(.p) { view.submitButton(view.say("meeting.undecide.button"), isPlain: true) }
                }
            }
        }
    }
}
