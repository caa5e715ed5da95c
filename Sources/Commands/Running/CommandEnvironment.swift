package import Archives
package import Operations
package import Store

/// What the executable gives to the commands: the parts that only it knows how to make.
package struct CommandEnvironment: Sendable {
    /// Environment and `rapporteur.yaml`, before flags.
    package var settings: @Sendable () async throws -> Settings
    /// The store that the settings name, as it is: nothing is brought up to date.
    package var database: @Sendable (Settings) throws -> any Database
    /// Opens the record that the settings name. The second value is the folder of the resources.
    package var open: @Sendable (Settings, String) async throws -> OpenRecord
    /// Runs pages, API and the feed until the process is told to end.
    package var serve:
        @Sendable (Settings, OpenRecord, _ onRunning: @escaping @Sendable (String) async -> Void) async throws
            -> Void

    /// Reads an archive into the store that the settings name, which is not opened otherwise.
    package var archive: @Sendable (Settings) throws -> ArchiveImport

    package init(
        settings: @escaping @Sendable () async throws -> Settings,
        database: @escaping @Sendable (Settings) throws -> any Database,
        open: @escaping @Sendable (Settings, String) async throws -> OpenRecord,
        serve:
            @escaping @Sendable (Settings, OpenRecord, _ onRunning: @escaping @Sendable (String) async -> Void)
            async throws
            -> Void,
        archive: @escaping @Sendable (Settings) throws -> ArchiveImport
    ) {
        self.settings = settings
        self.database = database
        self.open = open
        self.serve = serve
        self.archive = archive
    }

    /// The environment of the command that runs. Set by the executable around it.
    @TaskLocal package static var current: CommandEnvironment?
}
