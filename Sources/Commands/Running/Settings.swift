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

    package static let smtpURL = SettingKey(
        name: "smtp-url", defaultValue: "none: messages wait in the outbox",
        meaning: "Mail server: `smtp://host:587`, `smtps://host:465`.")
    package static let smtpFrom = SettingKey(
        name: "smtp-from", defaultValue: "none",
        meaning: "Who messages are from: `upr@example.org` or `Mechanism of Aldora <upr@example.org>`.")
    package static let smtpUser = SettingKey(
        name: "smtp-user", defaultValue: "none", meaning: "Name to sign in with at the mail server.")
    package static let smtpPassword = SettingKey(
        name: "smtp-password", defaultValue: "none",
        meaning: "Password at the mail server; better in the environment than in a file.")
    package static let smtpStartTLS = SettingKey(
        name: "smtp-starttls", defaultValue: "required, but off for a mail server on this machine",
        meaning: "`required` sends nothing over a line that is not encrypted; `off` for a relay in the same network.")
    package static let smtpCertificates = SettingKey(
        name: "smtp-certificates", defaultValue: "the system's",
        meaning: "File of certificates (PEM) that the mail server's is checked with.")

    package static let dataLicence = SettingKey(
        name: "data-licence", defaultValue: "none named",
        meaning:
            "The licence that open data is given under, as people and programs read it: `CC BY 4.0, https://creativecommons.org/licenses/by/4.0/`."
    )

    package static let oidcIssuer = SettingKey(
        name: "oidc-issuer", defaultValue: "none",
        meaning:
            "A provider of OpenID Connect where people may sign in, `https://login.example.org`, exactly as it names itself. Needs "
            + "`public-address` and the two keys that follow.")
    package static let oidcClientID = SettingKey(
        name: "oidc-client-id", defaultValue: "none", meaning: "What the provider calls this program.")
    package static let oidcClientSecret = SettingKey(
        name: "oidc-client-secret", defaultValue: "none",
        meaning: "The secret that the provider gave this program. Better in the environment than in a file.")
    package static let oidcName = SettingKey(
        name: "oidc-name", defaultValue: "OpenID Connect", meaning: "The provider as people know it, for the button.")

    package static let `operator` = SettingKey(
        name: "operator", defaultValue: "not declared: protected submissions are off",
        meaning:
            "Who runs this installation and so could see what passes through it: `government`, `national-institution`, `un` or "
            + "`civil-society`. Shown where people are asked to trust it. Under a government protected submissions are off."
    )
    package static let operatorName = SettingKey(
        name: "operator-name", defaultValue: "none", meaning: "The operator as people know it. Needed with `operator`.")
    package static let independentAddress = SettingKey(
        name: "independent-address", defaultValue: "none",
        meaning:
            "An installation that is independent of government, `https://example.org`: where this one takes no protected submissions, "
            + "its page points there.")
    package static let signingKey = SettingKey(
        name: "signing-key", defaultValue: "`audit.key` in the data folder",
        meaning:
            "File of the key that signs heads of the audit log and vouches for recipients' keys, outside of the data folder and of "
            + "backups. Made if missing.")
    package static let witness = SettingKey(
        name: "witness", defaultValue: "none",
        meaning:
            "E-mail address of somebody outside who keeps the heads of the audit log: the newest is sent there once a day, so that a "
            + "log that was written anew is found out.")
    package static let memoryFolder = SettingKey(
        name: "memory-folder", defaultValue: "/dev/shm",
        meaning: "Folder on a file system in memory (tmpfs), where files of protected submissions are cleaned.")

    package static let allCases = [
        data, database, host, port, publicAddress, resources, logLevel, dataLicence, oidcIssuer, oidcClientID,
        oidcClientSecret,
        oidcName,
        smtpURL, smtpFrom, smtpUser, smtpPassword, smtpStartTLS, smtpCertificates,
        .operator, operatorName, independentAddress, signingKey, witness, memoryFolder,
    ]

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
    package var smtp = SMTP()
    /// What open data may be used for; nil where the operator says nothing.
    package var dataLicence: String?

    /// Every key that begins with `smtp-`.
    package struct SMTP: Sendable {
        package var url: String?
        package var from: String?
        package var user: String?
        package var password: String?
        package var starttls: String?
        package var certificates: String?

        package init() {}
    }
    /// Nil where nobody signs in elsewhere.
    package var oidcIssuer: String?
    package var oidcClientID: String?
    package var oidcClientSecret: String?
    package var oidcName = "OpenID Connect"
    /// As they stand in the configuration; `declaredOperator` reads them.
    package var operatorKind: String?
    package var operatorName: String?
    package var independentAddress: String?
    /// Nil for the one in the data folder.
    package var signingKey: String?
    package var witness: String?
    package var memoryFolder = "/dev/shm"

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
