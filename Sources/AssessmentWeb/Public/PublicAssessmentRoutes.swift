import Assessments
import CooperationWeb
import Frame

/// What everybody reads of assessments.
enum PublicAssessmentRoutes {
    /// `linesMax`: lines of one file.
    static func all(_ assessments: Assessments, linesMax: Int = AssessmentFiles.linesMax) -> [Route] {
        pages(assessments, PackageShelf(), linesMax) + programs(assessments)
    }

    private static func pages(_ assessments: Assessments, _ shelf: PackageShelf, _ linesMax: Int) -> [Route] {
        [
            .page("assessments", "/assessments", AssessmentAsked.filters + [AssessmentAsked.after]) {
                exchange throws(WebError) in try await AssessmentListView.answer(exchange, assessments)
            },
            .page("assessments-csv", "/assessments.csv", AssessmentAsked.filters, contentType: "text/csv") {
                exchange throws(WebError) in try await AssessmentFiles.csv(exchange, assessments, linesMax: linesMax)
            },
            .page("assessments-feed", "/assessments.atom", AssessmentAsked.feed, contentType: Feed.contentType) {
                exchange throws(WebError) in try await AssessmentFiles.feed(exchange, assessments)
            },
            .page("assessments-package", "/assessments/package") { exchange throws(WebError) in
                try await PackagePageView.answer(exchange, assessments)
            },
            .page(
                "assessments-package-file", "/assessments/package.jsonl",
                [
                    Parameter(
                        name: "workspace", form: .text(charactersMax: 40),
                        summary: "Short name of the one workspace whose assessments are meant.")
                ], contentType: "application/jsonl"
            ) { exchange throws(WebError) in try await AssessmentFiles.package(exchange, assessments, shelf) },
            .page("assessment", "/assessments/{id}", [.id, Cite.parameter]) { exchange throws(WebError) in
                try await AssessmentPageView.answer(exchange, assessments)
            },
        ]
    }

    private static func programs(_ assessments: Assessments) -> [Route] {
        [
            .api(
                "getAssessments", "/assessments",
                AssessmentAsked.filters + [AssessmentAsked.after, AssessmentAsked.limit],
                "Published assessments of every side, what was said last first.", "Assessments"
            ) { exchange throws(WebError) in try await AssessmentJSON.list(exchange, assessments) },
            .api(
                "getAssessment", "/assessments/{id}", [.id],
                "One assessment; of what was taken back or removed the marker alone.", "Assessment"
            ) { exchange throws(WebError) in try await AssessmentJSON.one(exchange, assessments) },
            .api(
                "getRecommendationAssessments", "/recommendations/{id}/assessments", [.id],
                "Everything that is said of how far a recommendation is carried out, oldest first.", "Assessments"
            ) { exchange throws(WebError) in
                try await AssessmentJSON.about(.recommendation, exchange, assessments)
            },
            .api(
                "getIssueAssessments", "/issues/{id}/assessments", [.id],
                "Everything that is said of how far an issue is dealt with, oldest first.", "Assessments"
            ) { exchange throws(WebError) in try await AssessmentJSON.about(.issue, exchange, assessments) },
        ]
    }
}
