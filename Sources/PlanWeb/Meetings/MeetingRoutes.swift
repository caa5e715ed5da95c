import Clocks
import Domain
import Frame
import Plans

/// Committee meetings, and letters to institutions.
enum MeetingRoutes {
    static func all(_ plans: Plans, _ clocks: Clocks) -> [Route] {
        [
            .workspace("meetings", "/meetings", right: .seeMeetings) { visit throws(WebError) in
                try await MeetingList.answer(visit, plans)
            },
            .workspaceForm("meeting-add", "/meetings", right: .manageMeetings) { visit, form throws(WebError) in
                try await MeetingActions(visit, form, plans).add()
            },
            .workspace("meeting", "/meetings/{id}", [.id], right: .seeMeetings) { visit throws(WebError) in
                try await MeetingView.answer(visit, plans, clocks)
            },
            .workspaceForm("meeting-edit", "/meetings/{id}/edit", [.id], right: .manageMeetings) {
                visit, form throws(WebError) in try await MeetingActions(visit, form, plans).edit()
            },
            .workspaceForm("meeting-agenda", "/meetings/{id}/agenda", [.id], right: .manageMeetings) {
                visit, form throws(WebError) in try await MeetingActions(visit, form, plans).agenda()
            },
            .workspaceForm("meeting-item", "/meetings/{id}/item", [.id], right: .manageMeetings) {
                visit, form throws(WebError) in try await MeetingActions(visit, form, plans).item()
            },
            .workspaceForm("meeting-decide", "/meetings/{id}/decide", [.id], right: .manageMeetings) {
                visit, form throws(WebError) in try await MeetingActions(visit, form, plans).decide()
            },
            .workspaceForm("meeting-undecide", "/meetings/{id}/undecide", [.id], right: .manageMeetings) {
                visit, form throws(WebError) in try await MeetingActions(visit, form, plans).undecide()
            },
        ] + LetterPages.all(plans)
    }

    /// The API's schemas of this part.
    static let schemas: [Schema.Named] = []
}
