/// One key of the configuration: the one place where its name, default and meaning stand.
package struct SettingKey: Sendable, CaseIterable {
    /// As in `rapporteur.yaml` and, with two dashes, on the command line. In the environment `RAPPORTEUR_` and capitals.
    package let name: String
    package let defaultValue: String
    package let meaning: String

    package static let data = SettingKey(
        name: "data", defaultValue: "./data",
        meaning:
            "Folder of the record: the SQLite file and the index. With PostgreSQL the index alone. Made if missing.")
    package static let database = SettingKey(
        name: "database", defaultValue: "SQLite in the data folder",
        meaning: "`postgres://user@host/name` puts the record on PostgreSQL.")
    package static let host = SettingKey(
        name: "host", defaultValue: "127.0.0.1",
        meaning:
            "Address to listen on. The program speaks plain HTTP: leave it on loopback and put a proxy with TLS before it."
    )
    package static let port = SettingKey(
        name: "port", defaultValue: "8080", meaning: "Port to listen on; 0 takes a free one.")
    package static let publicAddress = SettingKey(
        name: "public-address", defaultValue: "none",
        meaning:
            "Where readers reach the server, `https://example.org`, without a slash at the end; for addresses in answers."
    )
    package static let resources = SettingKey(
        name: "resources", defaultValue: "found beside the program, in `/usr/share/rapporteur`, or in the checkout",
        meaning: "Folder of the reference facts, catalogues and assets.")
    package static let logLevel = SettingKey(
        name: "log-level", defaultValue: "info", meaning: "`trace debug info notice warning error critical`.")

    package static let allCases = [data, database, host, port, publicAddress, resources, logLevel]

    package var variable: String { "RAPPORTEUR_" + name.uppercased().replacing("-", with: "_") }
}

/// The configuration, read once at the start.
package struct Settings: Sendable {
    package var data: String
    /// Nil for SQLite.
    package var database: String?
    package var host: String
    package var port: Int
    package var publicAddress: String?
    package var resources: String?
    package var logLevel: String

    package init(
        data: String = "./data", database: String? = nil, host: String = "127.0.0.1", port: Int = 8_080,
        publicAddress: String? = nil, resources: String? = nil, logLevel: String = "info"
    ) {
        self.data = data
        self.database = database
        self.host = host
        self.port = port
        self.publicAddress = publicAddress
        self.resources = resources
        self.logLevel = logLevel
    }
}
