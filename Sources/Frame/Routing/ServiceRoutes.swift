import Operations

/// For machines that watch over the program, and files that go with pages.
enum ServiceRoutes {
    static let all: [Route] = [
        service("health", "/health", "Whether the program runs.", "text/plain") { _ throws(WebError) in .text("ok\n") },
        service("ready", "/ready", "Whether the record answers.", "text/plain") { exchange throws(WebError) in
            guard exchange.site.library.isReady else { throw .unavailable }
            _ = try await exchange.site.overview()
            return .text("ready\n")
        },
        service("metrics", "/metrics", "Counts for Prometheus.", "text/plain") { exchange throws(WebError) in
            var gauges: [Gauge] = []
            if let overview = try? await exchange.site.overview() {
                gauges.append(Gauge("rapporteur_recommendations", "Recommendations in the record.", overview.total))
                gauges.append(Gauge("rapporteur_documents", "Documents in the record.", overview.documents))
            }
            let text = exchange.site.traffic.text(gauges: gauges + (await exchange.site.gauges()))
            return Answer(
                contentType: "text/plain; version=0.0.4; charset=utf-8", body: .bytes(Array(text.utf8)), caching: .never
            )
        },
        service("robots", "/robots.txt", "What crawlers may read.", "text/plain") { _ throws(WebError) in
            .text(
                "User-agent: *\nDisallow: /search\nDisallow: /tables\nDisallow: /export/\nDisallow: /api/\nDisallow: /desk\nDisallow: /suggestions\nDisallow: /sign-in\nDisallow: /workspaces\n",
                caching: .revalidated)
        },
        Route(
            name: "asset", pattern: "/assets/{name}", kind: .service,
            parameters: [Parameter(name: "name", place: .path, form: .text(charactersMax: 200), summary: "File")],
            summary: "Style sheet and pictures.", contentType: "*/*"
        ) { exchange throws(WebError) in
            guard let file = exchange.site.assets[exchange.value("name")] else { throw .notFound }
            return Answer(contentType: file.contentType, body: .bytes(file.bytes), caching: .forever)
        },
    ]

    private static func service(
        _ name: String, _ pattern: String, _ summary: String, _ contentType: String, handler: @escaping Route.Handler
    ) -> Route {
        Route(
            name: name, pattern: pattern, kind: .service, summary: summary, contentType: contentType, handler: handler)
    }
}
