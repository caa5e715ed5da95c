import ArgumentParser
import Dispatch
import Insight
import Markup
import Operations
import Synchronization

struct TagPredictCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict", abstract: "Says of each text on standard input which tags it probably has.",
        discussion: """
            JSON lines in (`text`; `language` may stand beside it), JSON lines out, one for one: `labels` has the probability of
            each value by kind (those under one in a thousand are left out), `chosen` the values above the model's own thresholds.
            A line that cannot be read still gets its line, with `error` and what is probable of any text; exit code 3.
            """)

    @Option(
        help:
            "The file of a model; by default the record's own in the data folder, else the one that came with the program.",
        completion: .file())
    var model: String?

    @Option(
        help: ArgumentHelp("Also `why`: for each chosen value the words that speak most for it.", valueName: "words"))
    var why = 0

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (0...100).contains(why) else { throw ValidationError("--why takes 0 to 100.") }
    }

    func run() async throws {
        let model = try await open()
        guard var input = InputLines(nil) else { throw CommandFailure("Standard input cannot be read.") }
        var number = 0
        var hasFailed = false
        while let lines = input.next() {
            let answers = Self.answers(lines, model: model, why: why)
            Terminal.put(answers.flatMap(\.bytes))
            for (place, answer) in answers.enumerated() {
                guard let fault = answer.fault else { continue }
                hasFailed = true
                Terminal.remark("line \(number + place + 1), \(fault.field): \(fault.reason)")
            }
            number += lines.count
        }
        if hasFailed { throw ExitCode(3) }
    }

    private func open() async throws -> TagModel {
        let settings = try await global.settings()
        do throws(TagModelFiles.Failure) {
            if let model { return try TagModelFiles.open(model) }
            return try TagModelFiles.find(
                data: settings.data, resources: try? ResourceFolder.find(settings.resources)
            ).model
        } catch { throw CommandFailure(error.sentence) }
    }

    struct Answer: Sendable {
        var bytes: [UInt8]
        var fault: TagLine.Fault?
    }

    /// One answer a line, in their order, made on all cores.
    static func answers(_ lines: [[UInt8]?], model: TagModel, why: Int) -> [Answer] {
        let size = max(16, (lines.count + 7) / 8)
        let count = (lines.count + size - 1) / size
        let parts = Mutex([[Answer]](repeating: [], count: count))
        DispatchQueue.concurrentPerform(iterations: count) { part in
            let reader = TagReader(model)
            let answers = lines[part * size..<min(lines.count, (part + 1) * size)].map {
                answer($0, reader, model, why: why)
            }
            parts.withLock { $0[part] = answers }
        }
        return parts.withLock { $0.flatMap(\.self) }
    }

    private static func answer(_ line: [UInt8]?, _ reader: TagReader, _ model: TagModel, why: Int) -> Answer {
        var text = ""
        var found: TagLine.Fault?
        do throws(TagLine.Fault) { text = try TagLine.read(line).text } catch { found = error }
        let fault = found
        let suggestions = reader.suggest(text, least: 0.001)
        let writer = JSONWriter(reserving: 1_024)
        writer.object {
            writer.object("labels") {
                for kind in model.kinds {
                    writer.object(kind.name) {
                        for suggestion in suggestions where suggestion.kind == kind.name {
                            writer.member(suggestion.code, suggestion.probability)
                        }
                    }
                }
            }
            writer.object("chosen") {
                for kind in model.kinds {
                    let chosen = suggestions.filter { $0.kind == kind.name && $0.isChosen && fault == nil }
                    writer.array(kind.name, of: chosen.map(\.code))
                }
            }
            if why > 0, fault == nil { writeReasons(text, suggestions, reader, writer, why) }
            if let fault { writer.member("error", "\(fault.field): \(fault.reason)") }
        }
        writer.newline()
        return Answer(bytes: writer.bytes, fault: fault)
    }

    private static func writeReasons(
        _ text: String, _ suggestions: [TagSuggestion], _ reader: TagReader, _ writer: JSONWriter, _ most: Int
    ) {
        writer.object("why") {
            for (kind, chosen) in Dictionary(grouping: suggestions.filter(\.isChosen), by: \.kind).sorted(by: {
                $0.key < $1.key
            }) {
                writer.object(kind) {
                    for suggestion in chosen {
                        let words = reader.reasons(text, kind: kind, code: suggestion.code)?.words ?? []
                        writer.object(suggestion.code) {
                            for word in words.prefix(most) where word.weight > 0 {
                                writer.member(word.word, word.weight)
                            }
                        }
                    }
                }
            }
        }
    }
}
