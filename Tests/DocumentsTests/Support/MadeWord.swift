import Programs
import Testing

@testable import Documents

/// Documents of word processors, written by pandoc from Markdown.
enum MadeWord {
    static func file(_ format: String, _ markdown: String) async throws -> MadeFile {
        let source = try MadeFile(markdown, name: "source.md")
        let made = try MadeFile([], name: "made")
        _ = try await ProgramRunner().run(
            .pandoc, ["-s", "--metadata", "title=-", "-f", "markdown", "-t", format, "-o", made.path, source.path])
        return made
    }

    static func lines(_ file: MadeFile) async throws -> [String] {
        try await TextOpening(programs: ProgramRunner()).open(file.path, recognises: false).lines.map(\.text)
            .filter { !$0.isEmpty }
    }
}
