package import Frame
package import Watches

/// Feeds of any question, mail alerts, pictures to embed: every address of this room.
package enum WatchRoutes {
    package static func all(_ watches: Watches) -> [Route] {
        [
            .page(
                "recommendations-feed", "/recommendations.atom", Parameter.question, contentType: "application/atom+xml"
            ) { exchange throws(WebError) in try await QuestionFeed.answer(exchange, watches) }
        ] + WatchPages.routes(watches) + OwnWatches.routes(watches) + EmbedRoutes.all + Citing.routes(watches)
    }

    package static let schemas: [Schema.Named] = []
}
