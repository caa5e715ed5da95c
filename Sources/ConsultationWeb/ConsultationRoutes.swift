package import Consultations
import CooperationWeb
import Domain
package import Frame

/// Pages and API of consultations: every address of this room.
package enum ConsultationRoutes {
    package static func all(_ consultations: Consultations) -> [Route] {
        open(consultations) + sending(consultations) + HoldingRoutes.all(consultations)
    }

    package static let schemas: [Schema.Named] = ConsultationJSON.schemas

    private static let after = Parameter(
        name: "after", form: .number, summary: "The last number of the page before.")
    private static let state = Parameter(name: "state", form: .text(charactersMax: 100), summary: "A State's code.")
    private static let since = Parameter(
        name: "since", form: .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") { CalendarDate($0) != nil },
        summary: "Only what was published on this day or later.")
    private static let limit = Parameter(name: "limit", form: .integer(1...100), summary: "Most of them on a page.")

    private static func open(_ consultations: Consultations) -> [Route] {
        [
            .page("consultations", "/consultations", [state, after]) { exchange throws(WebError) in
                try await ConsultationListView.answer(exchange, consultations)
            },
            .page("consultations-feed", "/consultations.atom", [state, since], contentType: Feed.contentType) {
                exchange throws(WebError) in try await ConsultationFiles.feed(exchange, consultations)
            },
            .page("consultations-csv", "/consultations.csv", [state], contentType: "text/csv") {
                exchange throws(WebError) in try await ConsultationFiles.list(exchange, consultations)
            },
            .page("consultation", "/consultations/{id}", [.id, Cite.parameter]) { exchange throws(WebError) in
                try await ConsultationPageView.answer(exchange, consultations)
            },
            .page("consultation-versions", "/consultations/{id}/versions", [.id]) { exchange throws(WebError) in
                try await ConsultationVersionsView.list(exchange, consultations)
            },
            .page(
                "consultation-version", "/consultations/{id}/versions/{version}",
                [
                    .id,
                    Parameter(
                        name: "version", place: .path, form: .integer(1...9_999), summary: "The version's number."),
                    Cite.parameter,
                ]
            ) { exchange throws(WebError) in try await ConsultationVersionsView.one(exchange, consultations) },
            .page("consultation-agenda", "/consultations/{id}/agenda", [.id]) { exchange throws(WebError) in
                try await ConsultationPageView.agenda(exchange, consultations)
            },
            .page("consultation-summary", "/consultations/{id}/summary", [.id]) { exchange throws(WebError) in
                try await ConsultationPageView.summary(exchange, consultations)
            },
            .page(
                "consultation-contributions", "/consultations/{id}/contributions.csv", [.id], contentType: "text/csv"
            ) { exchange throws(WebError) in try await ConsultationFiles.contributions(exchange, consultations) },
            .api(
                "getConsultations", "/consultations", [state, after, limit],
                "Published consultations and seminars, the latest to open first.", "Consultations"
            ) { exchange throws(WebError) in try await ConsultationJSON.list(exchange, consultations) },
            .api(
                "getConsultation", "/consultations/{id}", [.id],
                "A published consultation with its agenda, what was contributed, answers and summary.", "Consultation"
            ) { exchange throws(WebError) in try await ConsultationJSON.one(exchange, consultations) },
        ]
    }

    /// Pages for people without an account. A receipt never stands in an address.
    private static func sending(_ consultations: Consultations) -> [Route] {
        [
            .page("consultation-contribute", "/consultations/{id}/contribute", [.id]) { exchange throws(WebError) in
                try await ContributeView.form(exchange, consultations)
            },
            stranger("consultation-send", "/consultations/{id}/contribute", [.id]) { exchange throws(WebError) in
                try await ContributeView.send(exchange, consultations)
            },
            .page("consultation-receipt", "/consultations/receipt") { exchange throws(WebError) in
                await ReceiptView.ask(exchange)
            },
            stranger("consultation-receipt-look", "/consultations/receipt") { exchange throws(WebError) in
                try await ReceiptView.look(exchange, consultations)
            },
            stranger("consultation-receipt-withdraw", "/consultations/receipt/withdraw") {
                exchange throws(WebError) in try await ReceiptView.withdraw(exchange, consultations)
            },
        ]
    }

    /// A form of somebody without an account, taken from this site's own pages alone.
    private static func stranger(
        _ name: String, _ pattern: String, _ parameters: [Parameter] = [], handler: @escaping Route.Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, method: .post, kind: .page, parameters: parameters, summary: "",
            contentType: "text/html"
        ) { exchange throws(WebError) in
            guard SameOrigin.holds(exchange.incoming, publicAddress: exchange.site.publicAddress) else {
                throw .foreignForm
            }
            var answer = try await handler(exchange)
            answer.guardForms()
            return answer
        }
    }
}
