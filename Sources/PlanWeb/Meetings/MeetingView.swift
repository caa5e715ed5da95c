import Clocks
import Domain
import FollowUpWeb
import Frame
import Locales
import Markup
import People
import Plans

/// One meeting: agenda, minutes and decisions, as it is printed; and the forms that write them.
struct MeetingView {
    let view: View
    let visit: Visit
    let record: MeetingRecord
    let proposals: [AgendaDraft]
    let institutions: [Institution]
    let commitments: [Commitment]
    let comments: CommentsPart

    static func answer(_ visit: Visit, _ plans: Plans, _ clocks: Clocks) async throws(WebError) -> Answer {
        let id: MeetingID = try visit.id()
        let record = try await visit.run { () throws(WorkspaceError) in
            try await plans.meetings.find(id, visit.member)
        }
        let institutions = try await visit.run { () throws(WorkspaceError) in
            try await Institutions(plans.store).all(visit.member)
        }
        let view = View(visit)
        var proposals: [AgendaDraft] = []
        var commitments: [Commitment] = []
        if visit.may(.manageMeetings) {
            proposals = try await AgendaProposals(visit, view).found(record, plans, clocks)
            commitments = try await visit.run { () throws(WorkspaceError) in
                try await plans.list(visit.member, limit: Plans.pageMax).items.map(\.commitment)
            }
        }
        let comments = try await visit.run { () throws(WorkspaceError) in
            try await CommentsPart(record.meeting.subject, plans, visit)
        }
        let page = MeetingView(
            view: view, visit: visit, record: record, proposals: proposals, institutions: institutions,
            commitments: commitments, comments: comments)
        var head = PageHead(title: record.meeting.title, place: .meetings)
        head.crumbs = [(view.address(visit.path("/meetings")), view.say("meeting.title"))]
        return await view.page(head) { page.write() }
    }

    private var html: HTMLWriter { view.html }
    private var meeting: Meeting { record.meeting }
    private var manages: Bool { visit.may(.manageMeetings) }
    func path(_ rest: String) -> String { view.address(visit.path("/meetings/\(meeting.id)\(rest)")) }

    private func write() {
        let status = view.say("meeting.status.\(meeting.status.rawValue)")
        let parts = [view.date(meeting.day), meeting.begins, meeting.room, status].filter { !$0.isEmpty }
        view.pageHead(kicker: parts.joined(separator: " · "), meeting.title)
        if view.exchange.query.first("said") == "done" { view.done(view.say("meeting.said")) }
        if !meeting.present.isEmpty { text("present", view.say("meeting.field.present"), meeting.present) }
        agenda()
        if !meeting.minutes.isEmpty { text("minutes", view.say("meeting.field.minutes"), meeting.minutes) }
        decisions(nil)
        if manages { MeetingForms(of: self).write() }
        html.element(.div, .class("no-print")) { comments.write(view) }
    }

    private func text(_ id: String, _ title: String, _ text: String) {
        view.section(id, title) { html.element(.p, .class("written"), .dir("auto"), text: text) }
    }

    private func agenda() {
        view.section("agenda", view.say("meeting.agenda.title")) {
            guard !record.items.isEmpty else {
                html.element(.p, text: view.say("meeting.agenda.empty"))
                return
            }
            html.element(.ol, .class("agenda")) {
                for item in record.items {
                    html.element(.li, .id("item-\(item.id)")) {
                        html.element(.h3, .dir("auto"), text: item.title)
                        if !item.note.isEmpty { html.element(.p, .class("hint"), .dir("auto"), text: item.note) }
                        about(item)
                        if !item.minutes.isEmpty {
                            html.element(.p, .class("written"), .dir("auto"), text: item.minutes)
                        }
                        decisions(item.id)
                        if manages { MeetingForms(of: self).item(item) }
                    }
                }
            }
        }
    }

    /// The way to what an item is about.
    private func about(_ item: AgendaItem) {
        guard let about = item.about else { return }
        let path: String? =
            switch about.kind {
            case .round: "/round/\(about.id)"
            case .action: "/plan/actions/\(about.id)"
            case .deadline: "/deadlines/\(about.id)"
            default: nil
            }
        guard let path else { return }
        html.element(.p, .class("no-print")) {
            view.link(view.address(visit.path(path)), view.say("meeting.agenda.open"))
        }
    }

    /// Of one item, or of none.
    private func decisions(_ item: AgendaItemID?) {
        let found = record.decisions.filter { $0.item == item }
        guard !found.isEmpty else { return }
        html.element(.div, .class("decisions")) {
            html.element(item == nil ? .h2 : .h4, text: view.say("meeting.decisions"))
            html.element(.ul) {
                for decision in found {
                    html.element(.li) {
                        html.element(.span, .class("written"), .dir("auto"), text: decision.text)
                        assignment(decision)
                        if manages { MeetingForms(of: self).undo(decision) }
                    }
                }
            }
        }
    }

    private func assignment(_ decision: Decision) {
        let name = institutions.first { $0.id == decision.institution }?.name
        guard name != nil || decision.due != nil || decision.commitment != nil else { return }
        html.element(.p, .class("hint")) {
            if let name {
                html.element(.span, .dir("auto"), text: name)
                html.text(" ")
            }
            if let due = decision.due {
                view.write("round.until", ["date": .text(view.date(due))])
                html.text(" ")
            }
            if let action = decision.action {
                view.link(view.address(visit.path("/plan/actions/\(action)")), view.say("meeting.madeAction"))
            } else if let commitment = decision.commitment {
                view.link(view.address(visit.path("/plan/commitments/\(commitment)")), view.say("meeting.inPlan"))
            }
        }
    }
}
