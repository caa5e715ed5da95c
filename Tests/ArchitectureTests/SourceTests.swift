import Foundation
import Testing

@Suite("Sources")
struct SourceTests {
    let checkout = Checkout()

    @Test("No file is longer than 400 lines without saying why")
    func filesAreShort() throws {
        for file in checkout.files(in: "Sources", named: ".swift") + checkout.files(in: "Tests", named: ".swift") {
            let text = try checkout.text(file)
            let lines = text.components(separatedBy: "\n").count - 1
            #expect(lines <= 400 || text.contains("// length:"), "\(file): \(lines) lines")
        }
    }

    @Test("No file or type is a place for what has no place")
    func namesSayWhatTheyHold() throws {
        for file in checkout.files(in: "Sources", named: ".swift") {
            let nameless = file.range(
                of: #"(Utils?|Utilities|Helpers?|\+\w+)(/|\.swift$)"#, options: .regularExpression)
            #expect(nameless == nil, "\(file)")
            let types = try checkout.text(file).groups(
                #"(?:struct|class|enum|actor|protocol)\s+(\w*(?:Utils?|Utilities|Helpers?))\b"#)
            #expect(types == [], "\(file)")
        }
    }

    @Test("Nothing is tried with force")
    func noForcedTry() throws {
        for (file, line) in try code(in: "Sources") {
            #expect(!line.text.contains("try!"), "\(file):\(line.number)")
        }
    }

    @Test(
        "What switches a check off says why beside it",
        arguments: ["fatalError(", "@unchecked Sendable", "nonisolated(unsafe)"])
    func escapesAreExplained(escape: String) throws {
        for file in checkout.files(in: "Sources", named: ".swift") {
            let lines = try checkout.lines(file)
            for (index, line) in lines.enumerated() where line.text.withoutComment.contains(escape) {
                let reasons = lines[max(0, index - 3)...index]
                #expect(reasons.contains { $0.text.contains("//") }, "\(file):\(line.number) \(escape)")
            }
        }
    }

    @Test("SQL keeps to what both databases share", arguments: [#"\bI?LIKE\b"#, #"\blower\("#, #"\bnow\("#])
    func sqlStaysInTheSubset(banned: String) throws {
        for (file, line) in try code(in: "Sources/Store") {
            let strings = line.text.groups(#""([^"]*)""#) + (line.text.contains("\"") ? [] : [line.text])
            for sql in strings {
                #expect(sql.range(of: banned, options: .regularExpression) == nil, "\(file):\(line.number)")
            }
        }
    }

    /// Every line of code below `folder`, comments removed.
    private func code(in folder: String) throws -> [(file: String, line: (number: Int, text: String))] {
        try checkout.files(in: folder, named: ".swift").flatMap { file in
            try checkout.lines(file).map { (file, ($0.number, $0.text.withoutComment)) }
        }
    }
}
