import Foundation
import Testing

@Suite("Repository")
struct RepositoryTests {
    let checkout = Checkout()

    @Test("No path of one machine stands in the project")
    func noMachinePaths() throws {
        // Put together here, so that this file does not name them itself.
        let machine = ["work/main", "work/wt", "work/shared", "tmp/w/", "root/"].map { "/" + $0 }
        let readable = [
            ".swift", ".md", ".sh", ".py", ".yaml", ".yml", ".json", ".jsonl", ".service", ".txt", ".css", ".js",
        ]
        for file in checkout.files() where readable.contains(where: file.hasSuffix) || file.hasPrefix("bin/") {
            guard let text = try? checkout.text(file) else { continue }
            for path in machine { #expect(!text.contains(path), "\(file): \(path)") }
        }
    }

    @Test("What a build writes is not part of the project")
    func buildsAreIgnored() throws {
        let ignored = Set(try checkout.lines(".gitignore").map(\.text))
        #expect(ignored.isSuperset(of: ["Package.resolved", ".build/", ".venv/"]))
    }

    @Test("Every reference file names its source and its date")
    func referenceHasSources() throws {
        // A source that gives a year alone has no day to be named.
        let date = #""?date"?:\s*"?(19|20)\d\d(-[01]\d(-[0-3]\d)?)?"?"#
        for file in checkout.files(in: "Resources/reference") where !file.hasSuffix(".md") {
            let head = try checkout.text(file).prefix(4_000).lowercased()
            #expect(head.contains("\"source\":") || head.contains("# source:"), "\(file)")
            #expect(head.range(of: date, options: .regularExpression) != nil, "\(file)")
        }
    }

    @Test("Every script explains itself", arguments: ["bin", "packaging", ".ci"])
    func scriptsExplainThemselves(folder: String) throws {
        for file in checkout.files(in: folder) {
            let lines = try checkout.lines(file).map(\.text)
            guard lines[0].hasPrefix("#!"), lines[0].hasSuffix("bash"), lines.count > 2 else { continue }
            #expect(lines[1].hasPrefix("# "), "\(file) has no word about itself in its second line")
            #expect(lines.contains("set -euo pipefail"), "\(file)")
        }
    }
}
