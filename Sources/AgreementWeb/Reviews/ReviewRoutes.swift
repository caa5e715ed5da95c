import Agreements
import Domain
import Frame

/// Reviews of how agreements go: for the parties, and for institutions that were invited to answer.
enum ReviewRoutes {
    static let day = Parameter(
        name: "day", place: .path,
        form: .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") { $0.utf8.count == 10 && CalendarDate($0)?.day != nil },
        summary: "The review's day.")

    static func all(_ agreements: Agreements) -> [Route] {
        [
            .workspace("reviews", "/agreements/reviews", right: .comment) { visit throws(WebError) in
                try await ReviewListView.answer(visit, agreements)
            },
            .workspace("review", "/agreements/{id}/reviews", [.id], right: .comment) { visit throws(WebError) in
                try await ReviewView.answer(visit, agreements)
            },
            .workspaceForm("review-answer", "/agreements/{id}/reviews/{day}", [.id, day], right: .comment) {
                visit, form throws(WebError) in try await ReviewView.save(visit, form, agreements)
            },
        ]
    }
}
