import Hummingbird
package import Locales
package import Logging
package import Operations
package import People
package import Reference
import ServiceLifecycle

/// The pages and the API, listening until the service group ends it.
package struct WebServer: Service {
    package struct Configuration: Sendable {
        package var host: String
        package var port: Int
        /// Where readers reach this server, without a slash at the end; nil where addresses in answers stay relative.
        package var publicAddress: String?

        package init(host: String = "127.0.0.1", port: Int = 8_080, publicAddress: String? = nil) {
            self.host = host
            self.port = port
            self.publicAddress = publicAddress
        }
    }

    private let responder: Responder
    private let configuration: Configuration
    private let logger: Logger
    private let onRunning: @Sendable (Int) async -> Void

    /// `routes` and `schemas` are those of all rooms that have pages. `assetsDirectory` holds the style sheet's parts and
    /// pictures; `onRunning` is told the port once the server answers.
    package init(
        library: Library, accounts: Accounts, desk: Desk, issues: Issues, locales: Locales, reference: ReferenceFacts,
        assetsDirectory: String, workspaces: Workspaces, authenticating: @escaping Authenticating = { _ in nil },
        outside: OutsideSignIn? = nil, recordMentions: RecordMentions? = nil,
        recordAsides: [RecordAsides] = [], deskAsides: [DeskAsides] = [],
        gauges: @escaping Gauges = { [] },
        configuration: Configuration,
        logger: Logger, tags: Tags? = nil, routes: [Route], schemas: [Schema.Named], signIn: @escaping SignInPage,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws(AssetError) {
        let site = Site(
            library: library, accounts: accounts, desk: desk, issues: issues, locales: locales, names: Names(reference),
            assets: try Assets.load(from: assetsDirectory), workspaces: workspaces,
            publicAddress: configuration.publicAddress, tags: tags, authenticating: authenticating, outside: outside,
            recordMentions: recordMentions, recordAsides: recordAsides, deskAsides: deskAsides,
            gauges: gauges)
        responder = Responder(site: site, routes: routes, schemas: schemas, signIn: signIn)
        self.configuration = configuration
        self.logger = logger
        self.onRunning = onRunning
    }

    package func run() async throws {
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 131_072, maxHeaderListSize: 131_072, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(configuration.host, port: configuration.port)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? configuration.port) },
            logger: logger)
        try await application.run()
    }
}

extension WebServer: CustomStringConvertible {
    /// For the log of services: its name alone.
    package var description: String { "WebServer" }
}
