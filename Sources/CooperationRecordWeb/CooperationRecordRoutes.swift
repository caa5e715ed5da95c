package import CooperationRecords
import CooperationWeb
package import Frame

/// Pages and API of cooperation records: every address of this room.
package enum CooperationRecordRoutes {
    package static func all(_ cooperationRecords: StateCooperation) -> [Route] {
        open(cooperationRecords) + KeepingRoutes.all(cooperationRecords)
    }

    package static let schemas: [Schema.Named] = CooperationRecordJSON.schemas

    private static func open(_ records: StateCooperation) -> [Route] {
        [
            .page(
                "state-cooperation", "/states/{code}/cooperation",
                [.code("State"), Cite.parameter] + CooperationAsked.view(records.yardsticks)
            ) { exchange throws(WebError) in try await CooperationView.answer(exchange, records) },
            .page(
                "state-cooperation-csv", "/states/{code}/cooperation.csv", [.code("State")], contentType: "text/csv"
            ) { exchange throws(WebError) in try await CooperationFiles.table(exchange, records) },
            .page(
                "state-cooperation-feed", "/states/{code}/cooperation.atom", [.code("State")] + CooperationAsked.feed,
                contentType: Feed.contentType
            ) { exchange throws(WebError) in try await CooperationFiles.feed(exchange, records) },
            .page(
                "cooperation-facts-feed", "/cooperation-facts.atom",
                [Parameter(name: "state", form: .text(charactersMax: 200), summary: "A State's code.")]
                    + CooperationAsked.feed, contentType: Feed.contentType
            ) { exchange throws(WebError) in try await CooperationFiles.feedOfAll(exchange, records) },
            .page("cooperation-fact", "/cooperation-facts/{id}", [.id, Cite.parameter]) { exchange throws(WebError) in
                try await FactPageView.answer(exchange, records)
            },
            .api(
                "getStateCooperation", "/states/{code}/cooperation", [.code("State")],
                "Published facts of how a State cooperates with the mechanisms, and what was said before.",
                "CooperationRecord"
            ) { exchange throws(WebError) in try await CooperationRecordJSON.one(exchange, records) },
            .api(
                "getYardsticks", "/yardsticks", [],
                "Published rules by which a reader may look at a State's cooperation, none of them applied by default.",
                "Yardsticks"
            ) { exchange throws(WebError) in CooperationRecordJSON.yardsticks(records.yardsticks) },
            .api(
                "getYardstickReading", "/states/{code}/yardsticks/{yardstick}",
                [
                    .code("State"),
                    Parameter(
                        name: "yardstick", place: .path, form: .choice(records.yardsticks.all.map(\.code)),
                        summary: "The yardstick's code."),
                ],
                "Each step of one yardstick with the facts it rests on; unknown where no fact says either.",
                "YardstickReading"
            ) { exchange throws(WebError) in try await CooperationRecordJSON.reading(exchange, records) },
        ]
    }
}
