import ArgumentParser
import FoundationEssentials
import Reference

struct SynonymsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synonyms", abstract: "Checks a file of synonyms, or those that the search uses now.",
        discussion: """
            The format is that of docs/guide/synonyms.md. Without FILE: the groups shipped and those of the data folder's
            synonyms.txt. Exit code 3 where a line cannot be read; the others hold.
            """)

    @Argument(help: "A file to check before it goes into the data folder.", completion: .file())
    var file: String?

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        if let file, !FileManager.default.isReadableFile(atPath: file) {
            throw CommandFailure("\(file) cannot be read. Check the name and the rights.")
        }
        let settings = try await global.settings()
        let resources = try ResourceFolder.find(settings.resources)
        let facts = try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
        let list =
            file.map { facts.readSynonyms($0, named: $0) } ?? facts.addingSynonyms(from: settings.data).synonyms
        for fault in list.faults { Terminal.say(fault.description) }
        Terminal.say("\(list.groups.count) groups, \(list.groups.reduce(0) { $0 + $1.forms.count }) forms")
        if !list.faults.isEmpty { throw ExitCode(3) }
    }
}
