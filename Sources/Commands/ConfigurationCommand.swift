import ArgumentParser

/// Prints the configuration's keys; `docs/configuration.md` is this command's output.
struct ConfigurationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "configuration", abstract: "Prints every key of the configuration, as Markdown.")

    func run() async throws { Terminal.say(Self.markdown) }

    package static var markdown: String {
        var lines = [
            "# Configuration", "",
            "Flags win over variables of the environment, those over `rapporteur.yaml` in the working folder (or the file that",
            "`RAPPORTEUR_CONFIG` names), those over the default. This page is the output of `rapporteur configuration`.",
            "",
            "| key in the file | variable | default | meaning |", "|---|---|---|---|",
        ]
        for key in SettingKey.allCases {
            lines.append("| `\(key.name)` | `\(key.variable)` | \(key.defaultValue) | \(key.meaning) |")
        }
        return lines.joined(separator: "\n")
    }
}
