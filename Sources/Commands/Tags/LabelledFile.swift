import Foundation
import Insight

/// The labelled texts of a file, and the lines that are none.
struct LabelledFile {
    private(set) var examples: [TagExample] = []
    /// Kinds of which every text has one tag.
    private(set) var singleKinds: Set<String> = ["action"]
    private(set) var rejected: [(line: Int, fault: TagLine.Fault)] = []
    /// Lines that were read, empty ones left out.
    private(set) var lines = 0

    init(_ path: String) throws {
        guard var input = InputLines(path) else {
            throw CommandFailure("\(path) cannot be read. Check the name and the rights.")
        }
        var kinds: Set<String> = []
        var listKinds: Set<String> = []
        var number = 0
        while let lines = input.next() {
            for line in lines {
                number += 1
                if let line, line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
                self.lines += 1
                do throws(TagLine.Fault) {
                    let read = try TagLine.read(line)
                    kinds.formUnion(read.labels.keys)
                    listKinds.formUnion(read.listKinds)
                    try add(read)
                } catch {
                    rejected.append((number, error))
                }
            }
        }
        singleKinds.formUnion(kinds.subtracting(listKinds))
    }

    private mutating func add(_ line: TagLine) throws(TagLine.Fault) {
        guard !line.labels.isEmpty else {
            throw TagLine.Fault(field: "labels", reason: "missing: the tags of the text by kind")
        }
        guard line.text.contains(where: { !$0.isWhitespace }) else {
            throw TagLine.Fault(field: "text", reason: "empty")
        }
        examples.append(
            TagExample(
                text: TagExample.cut(line.text), language: line.language, labels: line.labels,
                group: line.group.map(TagExample.group), source: line.source ?? ""))
    }
}
