import ArgumentParser
import Foundation
import Insight
import Markup
import Operations

struct TagTrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Trains a model on the record, or on labelled texts of a file.",
        discussion: """
            Without --labelled it learns from the public record, and a server on the same data folder suggests by the new model within seconds.
            With it, from a file of one JSON object a line:
              {"text": "...", "language": "en", "labels": {"action": 5, "theme": ["torture", "right-to-health"]}}
            A kind whose value is never a list is one of which a text has exactly one tag. A kind that a line leaves out is not
            known of that text. `action`, `issues`, `theme`, `person`, `sdg` and `target` may also stand beside the text.

            `group` (translations of one text share it) keeps lines on the same side of the inner test; `source` says whose list
            of tags the labels are from: what a list never uses is not held against its texts.

            How good the model is, is measured on texts held out, four times; printed, and kept in the model.
            """)

    @Option(help: "Labelled texts, one JSON object a line.", completion: .file())
    var labelled: String?

    @Option(
        help: "The file of the model; from the record by default tags.model in the data folder.", completion: .file())
    var model: String?

    @Option(help: "A name for the model; part of its version.")
    var name: String?

    @Option(
        help: ArgumentHelp(
            "Drop weights below this many 127ths of a tag's scale: a smaller file, a little less exact.",
            visibility: .hidden))
    var leastWeight = 1

    @Flag(help: "The report as one JSON object on standard output.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if labelled != nil, model == nil { throw ValidationError("--labelled needs --model: where the model goes.") }
        if let name, name.isEmpty || name.count > 60 { throw ValidationError("--name takes 1 to 60 characters.") }
        guard (1...127).contains(leastWeight) else { throw ValidationError("--least-weight takes 1 to 127.") }
    }

    func run() async throws {
        let line = ProgressLine()
        defer { line.clear() }
        line.say("reading")
        var options = TagTrainer.Options()
        options.leastWeight = leastWeight
        let examples: [TagExample]
        let path: String
        var rejected: [(line: Int, fault: TagLine.Fault)] = []
        if let labelled, let model {
            let file = try LabelledFile(labelled)
            (examples, rejected, path) = (file.examples, file.rejected, model)
            options.singleKinds = file.singleKinds
        } else {
            let record = try await global.open(try await global.settings())
            examples = try await TagLearning(database: record.database).examples()
            path = model ?? TagModelFiles.own(in: record.folder)
        }
        let trained: TagTrained
        do { trained = try train(examples, options, line) } catch {
            TagTrainReport.remark(rejected, of: labelled)
            throw error
        }
        do {
            try TagModelFiles.write(trained.bytes, to: path)
        } catch { throw CommandFailure("\(path) cannot be written: \(error.localizedDescription)") }
        line.clear()
        let report = TagTrainReport(trained: trained, path: path, rejected: rejected, file: labelled)
        json ? report.printJSON() : report.print()
        if !rejected.isEmpty { throw ExitCode(3) }
    }

    private func train(_ examples: [TagExample], _ options: TagTrainer.Options, _ line: ProgressLine) throws
        -> TagTrained
    {
        line.say("learning from \(ProgressLine.grouped(examples.count)) texts")
        do throws(TagTrainingError) {
            return try TagTrainer(options).train(
                examples, name: name ?? (labelled == nil ? "own" : "trained"), made: TagLearning.today()
            ) { done, all in line.say("learning: part \(done) of \(all)") }
        } catch {
            line.clear()
            let what =
                switch error {
                case .tooFewTexts(let found, let needed):
                    "\(found) labelled texts were found, and it takes \(needed) to learn from."
                case .noCommonTag(let needed):
                    "No tag is on \(needed) texts or more and missing on others, so there is nothing to learn."
                }
            let remedy =
                labelled == nil
                ? "Import records that carry tags (UHRI, UPR Info), or train on a file with --labelled. Until then the model that came with the program suggests."
                : "Add labelled texts to \(labelled ?? "the file")."
            throw CommandFailure(what + " " + remedy)
        }
    }
}
