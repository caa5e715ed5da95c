import Frame
import Practices

/// What everybody reads of practices.
enum LibraryRoutes {
    static func all(_ practices: Practices) -> [Route] {
        [
            .page("practices", "/practices", PracticeAsked.filters + [PracticeAsked.after]) {
                exchange throws(WebError) in try await PracticeLibraryView.answer(exchange, practices)
            },
            .page(
                "practice-shelf", "/practices/shelves/{shelf}",
                [PracticeAsked.shelf] + PracticeAsked.narrowing + [PracticeAsked.after]
            ) { exchange throws(WebError) in try await PracticeLibraryView.answer(exchange, practices) },
            .page("practices-csv", "/practices.csv", PracticeAsked.filters, contentType: "text/csv") {
                exchange throws(WebError) in try await PracticeCSV.answer(exchange, practices)
            },
            .page("practice", "/practices/{id}", [.id, PracticeAsked.version]) { exchange throws(WebError) in
                try await PracticePageView.answer(exchange, practices)
            },
            .api(
                "getPractices", "/practices", PracticeAsked.filters + [PracticeAsked.after, PracticeAsked.limit],
                "Published practices with all their language versions, the latest first.", "Practices"
            ) { exchange throws(WebError) in try await PracticeJSON.list(exchange, practices) },
            .api(
                "getPractice", "/practices/{id}", [.id], "A published practice, and by whom it was adopted.", "Practice"
            ) {
                exchange throws(WebError) in try await PracticeJSON.one(exchange, practices)
            },
        ]
    }
}
