import ArgumentParser

struct SearchSuite: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "search")
}
