import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
    let checkout = Checkout()

    var pages: [String] { checkout.files(named: ".md") }

    @Test("Every link inside the documentation leads somewhere")
    func linksResolve() throws {
        for page in pages {
            for link in try prose(page).groups(#"\]\(([^)\s]+)\)"#)
            where !link.contains("://") && !link.hasPrefix("mailto:") {
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? page : resolve(parts[0], from: page)
                #expect(checkout.exists(target), "\(page): \(link)")
                if parts.count == 2, target.hasSuffix(".md"), checkout.exists(target) {
                    #expect(try anchors(target).contains(parts[1]), "\(page): \(link)")
                }
            }
        }
    }

    @Test("Every script the documentation names exists and can be run")
    func scriptsExist() throws {
        for page in pages {
            for script in Set(
                try checkout.text(page).groups(#"(?:^|[\s`(])((?:bin|packaging|\.ci)/[a-z][a-z-]*)\b(?![/.])"#))
            {
                let isExecutable = FileManager.default.isExecutableFile(atPath: checkout.root.path + "/" + script)
                #expect(isExecutable, "\(page): \(script)")
            }
        }
    }

    @Test("Every command the documentation names exists")
    func commandsExist() throws {
        let sources =
            try checkout.files(in: "Sources/Commands", named: ".swift").map(checkout.text)
            + checkout.files(in: "Sources/rapporteur", named: ".swift").map(checkout.text)
        let named = sources.flatMap { $0.groups(#"commandName:\s*"([a-z-]+)""#) }
        let types = sources.flatMap { $0.groups(#"struct (\w+?)(?:Command)?: (?:Async)?ParsableCommand"#) }
        let commands = Set(named + types.map { $0.lowercased() })
        guard !commands.isEmpty else { return }
        for page in pages where page != "CHANGELOG.md" {
            for command in Set(try checkout.text(page).groups(#"(?:^|`|\$ )(?:\S*/)?rapporteur ([a-z]+)\b"#)) {
                #expect(commands.contains(command) || command == "help", "\(page): rapporteur \(command)")
            }
        }
    }

    @Test("The map of the house names every room")
    func architectureNamesEveryRoom() throws {
        let map = try checkout.text("ARCHITECTURE.md")
        for room in House.rooms { #expect(map.contains("`\(room.name)`"), "\(room.name)") }
    }

    @Test("Every decision has a number of its own and is listed")
    func decisionsAreListed() throws {
        let names = checkout.files(in: "docs/decisions", named: ".md").map { ($0 as NSString).lastPathComponent }
        let decisions = names.filter { $0.first?.isNumber == true }
        let index = try checkout.text("docs/README.md")
        #expect(Set(decisions.map { $0.prefix(4) }).count == decisions.count)
        for name in decisions { #expect(index.contains(name), "\(name) is not in docs/README.md") }
    }

    /// The page without what stands in code fences.
    private func prose(_ page: String) throws -> String {
        let parts = try checkout.text(page).components(separatedBy: "```")
        return parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    }

    private func resolve(_ link: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
            if part == ".." { parts = parts.dropLast() } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }

    /// Headings as GitHub and its relatives name them in links.
    private func anchors(_ page: String) throws -> Set<String> {
        Set(
            try prose(page).groups(#"^#{1,6}\s+(.+)$"#).map { heading in
                String(
                    heading.lowercased().replacingOccurrences(of: " ", with: "-")
                        .filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
            })
    }
}
