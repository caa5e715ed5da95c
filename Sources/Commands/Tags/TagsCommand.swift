import ArgumentParser

struct TagsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags", abstract: "Learns from tagged texts which tags a text has, and suggests them.",
        discussion: """
            A model tells themes, persons affected, goals and targets, the kind of action, or whatever kinds of tags it was
            trained on; each with a probability, and with the words that speak for it. What it says is a suggestion.
            """,
        subcommands: [TagTrainCommand.self, TagPredictCommand.self])
}
