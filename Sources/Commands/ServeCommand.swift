import ArgumentParser
import Operations

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the pages and the API until it is told to end.",
        discussion: """
            Pages under /, the API under /api/v1, /health and /ready for a proxy, /metrics for Prometheus.
            Files imported while it runs (rapporteur import, same --data) appear within a second.
            """)

    @Option(help: "Port to listen on (RAPPORTEUR_PORT; default 8080; 0 takes a free one).")
    var port: Int?

    @Option(help: "Address to listen on (RAPPORTEUR_HOST; default 127.0.0.1).")
    var host: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        var settings = try await global.settings()
        if let port { settings.port = port }
        if let host { settings.host = host }
        let record = try await global.open(settings, making: true)
        try await Self.serve(record, settings, global)
    }

    /// `key`: of an account that was made for this run; its address is shown.
    static func serve(
        _ record: OpenRecord, _ settings: Settings, _ global: GlobalOptions, key: String? = nil
    ) async throws {
        try await global.environment().serve(settings, record) { address in
            Terminal.say("Rapporteur answers on \(address)")
            if let key { Terminal.say("Sign in as coordinator: \(address)/sign-in?key=\(key)") }
        }
    }
}
