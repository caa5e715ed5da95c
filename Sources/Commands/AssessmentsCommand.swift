import ArgumentParser
package import Assessments
import Domain
import Foundation
import Operations
import People
import Store

struct AssessmentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessments", abstract: "Gives published assessments to other installations, and takes theirs.",
        subcommands: [Export.self, Receive.self, Sources.self])

    /// The room, with the installation's signing key.
    static func open(_ global: GlobalOptions) async throws -> (Assessments, Workspaces, PackageSigner) {
        let settings = try await global.settings()
        let record = try await global.open(settings)
        let store = WorkspaceStore(database: record.database, clock: .system)
        let signer = try PackageSigner.configured(settings, record.folder)
        return (
            Assessments(store: store, library: record.library, reference: record.reference, signer: signer),
            Workspaces(store), signer
        )
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes everything published here, or by one workspace, as a signed package.",
            discussion: "JSON lines. Others take it when they have compared the fingerprint that is printed here.")

        @Option(help: "The file; replaced where it is there.", completion: .file())
        var out: String

        @Option(help: "Short name of the one workspace whose assessments are meant.")
        var workspace: String?

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let (assessments, workspaces, signer) = try await AssessmentsCommand.open(global)
            var found: Workspace?
            if let workspace {
                found = try await workspaces.all().first { $0.slug == workspace }
                guard found != nil else { throw CommandFailure("There is no workspace \(workspace).") }
            }
            do throws(PackageFault) {
                let bytes = try await assessments.package(of: found, signer)
                guard FileManager.default.createFile(atPath: out, contents: Data(bytes)) else {
                    throw PackageFault.store("\(out) cannot be written: no right or no space.")
                }
                Terminal.say("Written to \(out). Fingerprint of the key:")
                Terminal.say(try signer.fingerprint())
            } catch { throw CommandFailure(error.sentence) }
        }
    }

    struct Receive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a signed package of another installation.",
            discussion:
                "The first one, and one signed with a new key, asks for the fingerprint as they publish it elsewhere.")

        @Argument(help: "The package.", completion: .file())
        var file: String

        @Option(help: "The key's fingerprint, from where the installation publishes it, not from the file.")
        var fingerprint = ""

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let (assessments, _, _) = try await AssessmentsCommand.open(global)
            guard let data = FileManager.default.contents(atPath: file) else {
                throw CommandFailure("\(file) cannot be read: no such file, or no right to read it.")
            }
            do throws(PackageFault) {
                let received = try await assessments.receive(
                    Array(data), typed: fingerprint, by: UserCommand.caller)
                Terminal.say(
                    "\(received.name), package \(received.sequence): \(received.taken) assessments, "
                        + "\(received.vanished) gone, \(received.unplaced) without a place in this record")
            } catch { throw CommandFailure(error.sentence) }
        }
    }

    struct Sources: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Installations whose packages were taken.")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let (assessments, _, _) = try await AssessmentsCommand.open(global)
            for source in try await assessments.sources() {
                Terminal.say(Terminal.bold(source.name) + "  package \(source.sequence), received \(source.received)")
                Terminal.say("  " + (KeyFingerprint.of(source.publicKey) ?? ""))
                if let why = source.droppedWhy { Terminal.say("  not shown: \(why)") }
            }
        }
    }
}

extension PackageSigner {
    /// How this installation signs: with its one signing key, and in the name of its operator where one is declared.
    package static func configured(_ settings: Settings, _ folder: String) throws -> PackageSigner {
        let declared = try settings.declaredOperator
        var address = settings.publicAddress ?? ""
        while address.hasSuffix("/") { address.removeLast() }
        return PackageSigner(
            keyPath: settings.signingKey ?? folder + "/" + HeadKeys.fileName,
            name: declared?.name ?? (address.isEmpty ? "Rapporteur" : address), operatorKind: declared?.kind,
            address: address)
    }
}

extension PackageFault {
    /// What is wrong and what to do, for the terminal.
    fileprivate var sentence: String {
        switch self {
        case .keyUnusable(let reason): "The key cannot be used: \(reason)"
        case .empty: "Nothing was published here yet."
        case .tooLarge(let most): "The package is too large: at most \(most >> 20) MiB."
        case .unreadable(let line, let reason): "Line \(line) cannot be read: \(reason)."
        case .wrongSignature: "The signature does not fit: something was changed after signing, or the file is cut off."
        case .keyUnconfirmed(let name, let fingerprint):
            "Nobody here has compared the key of \(name). Its fingerprint is \(fingerprint). Compare it with what they "
                + "publish elsewhere and give that with --fingerprint."
        case .keyChanged(let name, let fingerprint, let confirmed):
            "\(name) signed with another key: \(fingerprint), before \(confirmed). Ask them, then give the new "
                + "fingerprint with --fingerprint."
        case .otherFingerprint(let fingerprint):
            "What was given is not the fingerprint of this package's key, \(fingerprint). Do not take it."
        case .older(let sequence, let known): "This is package \(sequence); \(known) was taken already."
        case .rewritten(let sequence): "Another package with the number \(sequence) was taken before. Ask them."
        case .own: "This is our own package."
        case .otherScope: "All of that installation and one workspace of it are not taken side by side."
        case .dropped: "Nothing of this installation is shown here any more; it was dropped at the desk."
        case .store(let reason): reason
        }
    }
}
