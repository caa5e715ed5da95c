import Domain
import Frame
import Markup
import Plans

/// Meetings of the committee, the latest first.
enum MeetingList {
    static func answer(_ visit: Visit, _ plans: Plans) async throws(WebError) -> Answer {
        let meetings = try await visit.run { () throws(WorkspaceError) in try await plans.meetings.all(visit.member) }
        let view = View(visit)
        let html = view.html
        return await view.page(PageHead(title: view.say("meeting.title"), place: .meetings)) {
            view.pageHead(kicker: visit.workspace.name, view.say("meeting.title"), lead: view.say("meeting.lead"))
            html.element(.p) { view.link(view.address(visit.path("/letters")), view.say("letter.title")) }
            if meetings.isEmpty {
                view.empty(view.say("meeting.none.title")) { html.element(.p, text: view.say("meeting.none.text")) }
            } else {
                table(meetings, view, visit)
            }
            if visit.may(.manageMeetings) { form(view, visit, isOpen: meetings.isEmpty) }
        }
    }

    private static func table(_ meetings: [Meeting], _ view: View, _ visit: Visit) {
        view.table(view.say("meeting.title")) {
            view.headRow(
                ["meeting.field.day", "meeting.column.meeting", "field.status"].map { (view.say($0), false) })
            view.html.element(.tbody) {
                for meeting in meetings {
                    view.html.element(.tr) {
                        view.html.element(.td) {
                            view.html.element(
                                .time, .datetime(meeting.day.description), text: view.date(meeting.day))
                        }
                        view.html.element(.th, .scope("row")) {
                            view.html.element(
                                .a, .href(view.address(visit.path("/meetings/\(meeting.id)"))), .dir("auto"),
                                text: meeting.title)
                        }
                        view.html.element(.td, text: view.say("meeting.status.\(meeting.status.rawValue)"))
                    }
                }
            }
        }
    }

    private static func form(_ view: View, _ visit: Visit, isOpen: Bool) {
        view.fold(view.say("meeting.add.title"), isOpen: isOpen) {
            view.workForm(view.address(visit.path("/meetings"))) {
                view.textField("title", view.say("field.title"), "", most: Meetings.titleCharactersMax)
                view.dayField("day", view.say("meeting.field.day"), "")
                view.textField("begins", view.say("meeting.field.begins"), "", most: 40)
                view.textField("room", view.say("meeting.field.room"), "", most: 300)
                view.html.element(.p) { view.submitButton(view.say("meeting.add.button")) }
            }
        }
    }
}
