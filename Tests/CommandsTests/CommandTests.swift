import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite struct CommandTests {
    @Test("Every command explains itself and takes --help")
    func help() {
        for command in RapporteurCommand.configuration.subcommands {
            #expect(!command.configuration.abstract.isEmpty, "\(command)")
            #expect(command.helpMessage().contains("USAGE"))
        }
    }

    @Test(
        "Wrong usage is told before anything is opened",
        arguments: [
            ["import"], ["import", "--as", "no-such-format", "f"], ["import", "--name", "n", "a", "b"],
            ["search", "--limit", "x"], ["similar"], ["similar", "x", "--limit", "y"],
            ["user", "add"], ["user", "add", "x", "--role", "king"], ["user", "disable"],
            ["import", "--kind", "novel", "f"], ["extract", "--kind", "novel", "f"],
            ["relevance", "a", "b", "--language", "en", "--k", "0"], ["imports", "undo"], ["export"], ["nothing"],
        ])
    func usage(arguments: [String]) {
        #expect(throws: (any Error).self) { try RapporteurCommand.parseAsRoot(arguments) }
    }

    @Test("The page of the configuration names every key, its variable and its default")
    func configurationPage() {
        let page = ConfigurationCommand.markdown
        for key in SettingKey.allCases {
            #expect(page.contains("| `\(key.name)` | `\(key.variable)` | \(key.defaultValue) |"))
        }
    }

    @Test("docs/configuration.md is what the program prints")
    func configurationDocument() throws {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        let document = try String(contentsOfFile: root + "/docs/configuration.md", encoding: .utf8)
        #expect(document == ConfigurationCommand.markdown + "\n")
    }

    @Test("Progress shows a bar, the rate and what remains; without a length only rows and rate")
    func progress() {
        let line = ProgressLine.line(rows: 50_000, bytesRead: 25, bytesTotal: 100, seconds: 10)
        #expect(
            line.contains("25 %") && line.contains("50,000 rows") && line.contains("5,000 a second")
                && line.contains("30 s left"))
        #expect(ProgressLine.line(rows: 7, bytesRead: 0, bytesTotal: nil, seconds: 0) == "7 rows, 0 a second")
        #expect(ProgressLine.duration(125) == "2 min 5 s")
    }

    @Test("Texts are wrapped at words")
    func wrapping() {
        #expect(Terminal.wrap("one two three four", width: 12, indent: "  ") == "  one two\n  three four")
    }
}
