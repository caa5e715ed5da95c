import ArgumentParser
import FoundationEssentials
import Operations

/// Flags that every command understands.
struct GlobalOptions: ParsableArguments {
    @Option(help: "Folder of the record (RAPPORTEUR_DATA; default ./data).")
    var data: String?

    @Option(help: "postgres://user@host/name instead of SQLite (RAPPORTEUR_DATABASE).")
    var database: String?

    @Option(help: ArgumentHelp("Folder of reference facts, catalogues and assets.", visibility: .hidden))
    var resources: String?

    /// Flags over environment over file.
    func settings() async throws -> Settings {
        var settings = try await environment().settings()
        if let data { settings.data = data }
        if let database { settings.database = database }
        if let resources { settings.resources = resources }
        return settings
    }

    func environment() throws -> CommandEnvironment {
        guard let environment = CommandEnvironment.current else {
            throw CommandFailure("the program was started without its parts")
        }
        return environment
    }

    /// Opens the record. Only commands that bring something in make one where there is none.
    func open(_ settings: Settings, making: Bool = false) async throws -> OpenRecord {
        guard
            making || settings.database != nil
                || FileManager.default.fileExists(atPath: settings.data + "/rapporteur.sqlite")
        else {
            throw CommandFailure(
                "There is no record in \(settings.data). Name its folder with --data, or begin with `rapporteur import`."
            )
        }
        try Self.makeFolder(settings.data)
        return try await environment().open(settings, try ResourceFolder.find(settings.resources))
    }
}

extension GlobalOptions {
    /// The data folder, where it is missing.
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw CommandFailure("The data folder \(path) cannot be made. Choose another with --data.") }
    }
}

/// A failure a person reads on the terminal: what happened and what to do.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Where the program's resources are: the folder asked for, else beside the program, installed, or in the checkout.
package enum ResourceFolder {
    package static func find(_ asked: String?) throws -> String {
        if let asked {
            guard isThere(asked) else { throw CommandFailure("There are no resources in \(asked). Check --resources.") }
            return asked
        }
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        var folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var places = ["/usr/share/rapporteur"]
        while !folder.isEmpty {
            places.append(folder.joined(separator: "/") + "/Resources")
            folder = folder.dropLast()
        }
        places.append("Resources")
        // Beside the program first: a checkout's own resources fit its own program.
        guard let place = (places.dropFirst() + places.prefix(1)).first(where: isThere) else {
            throw CommandFailure("The program's resources were not found. Name their folder with --resources.")
        }
        return place
    }

    private static func isThere(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/reference/states.json")
    }
}
