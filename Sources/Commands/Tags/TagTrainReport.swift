import Insight
import Markup

/// What a training tells: how good the model is, kind by kind, and what was left out.
struct TagTrainReport {
    let trained: TagTrained
    let path: String
    let rejected: [(line: Int, fault: TagLine.Fault)]
    let file: String?

    private static let rejectionsShown = 20
    private static let rareTagsShown = 12

    func print() {
        Self.remark(rejected, of: file)
        let group = ProgressLine.grouped
        Terminal.say(Terminal.bold(trained.model.version) + " in \(path), \(group(trained.bytes.count / 1_024)) KB")
        Terminal.say("trained on \(group(trained.model.texts)) texts; measured on texts held out:")
        for kind in trained.model.kinds {
            let quality = kind.quality
            let figures = [
                quality.accuracy.map { "accuracy \(Self.percent($0))" }, "micro-F1 \(Self.percent(quality.microF1))",
                "macro-F1 \(Self.percent(quality.macroF1))",
                "calibration error \(Self.percent(quality.calibrationError))",
            ]
            Terminal.say(
                "  \(kind.name): \(group(quality.tags)) tags on \(group(quality.texts)) texts; "
                    + figures.compactMap(\.self).joined(separator: ", "))
        }
        sayWhatIsLeftOut()
    }

    /// Says which lines of `file` could not be read, the first of them with their reasons.
    static func remark(_ rejected: [(line: Int, fault: TagLine.Fault)], of file: String?) {
        for (line, fault) in rejected.prefix(rejectionsShown) {
            Terminal.remark("\(file ?? ""), line \(line), \(fault.field): \(fault.reason)")
        }
        if rejected.count > rejectionsShown {
            Terminal.remark("and \(rejected.count - rejectionsShown) more rejected lines")
        }
    }

    private func sayWhatIsLeftOut() {
        guard !trained.rareTags.isEmpty else { return }
        var names = trained.rareTags.prefix(Self.rareTagsShown).map { "\($0.kind) \($0.code)" }
        let more = trained.rareTags.count - names.count
        if more > 0 { names.append("and \(ProgressLine.grouped(more)) more") }
        Terminal.say("left out, because too few texts have them: " + names.joined(separator: ", "))
    }

    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1_000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }

    func printJSON() {
        Terminal.json { writer in
            writer.member("version", trained.model.version)
            writer.member("file", path)
            writer.member("bytes", trained.bytes.count)
            writer.member("texts", trained.model.texts)
            writer.member("rare_tags", trained.rareTags.count)
            writer.object("kinds") {
                for kind in trained.model.kinds { writer.object(kind.name) { write(kind.quality, writer) } }
            }
            writer.member("rejected", rejected.count)
            writer.array("rejections") {
                for (line, fault) in rejected.prefix(Self.rejectionsShown) {
                    writer.object {
                        writer.member("line", line)
                        writer.member("field", fault.field)
                        writer.member("reason", fault.reason)
                    }
                }
            }
        }
    }

    private func write(_ quality: TagQuality, _ writer: JSONWriter) {
        writer.member("texts", quality.texts)
        writer.member("tags", quality.tags)
        if let accuracy = quality.accuracy { writer.member("accuracy", accuracy) }
        writer.member("micro_f1", quality.microF1)
        writer.member("macro_f1", quality.macroF1)
        writer.member("calibration_error", quality.calibrationError)
    }
}
