import Domain
import Reference
import Testing

@testable import Documents

@Suite(.enabled(if: SharedDocuments.folder != nil, "../shared/data is not there"))
struct SharedFactsTests {
    @Test("The first page of every report tells State, session, symbol, date and language")
    func reports() async throws {
        let files =
            SharedDocuments.files("working-group-reports", ending: ".pdf")
            + SharedDocuments.files("working-group-reports/first-cycle", ending: ".pdf")
        #expect(files.count == 70)
        for file in files {
            let facts = try await SharedDocuments.read(file).reading.facts
            let name = file.split(separator: "/").last.map(String.init) ?? ""
            let year = name.filter(\.isNumber)
            #expect(facts.kind == .reviewReport && facts.doubts.isEmpty, "\(name) \(facts)")
            #expect(facts.symbol?.printed.hasPrefix("A/HRC/") == true && facts.language == .english, "\(name)")
            // A file is named after State and year of the review; the report may be distributed in January.
            let published = facts.published?.year ?? 0
            #expect(["\(published)", "\(published - 1)"].contains(year), "\(name) \(facts)")
            let began = facts.session.flatMap { Facts.shared.session($0)?.began?.year }
            #expect(began.map { "\($0)" == year || "\($0 + 1)" == year } ?? true, "\(name) \(facts)")
            let state = facts.state.map { Facts.shared.name(of: $0, in: .english) } ?? ""
            let letters = state.lowercased().filter { $0.isASCII && $0.isLetter }
            let stem = String(name.prefix { $0.isLetter }.prefix(5))
            #expect(letters.contains(stem) || state.contains("Ivoire"), "\(name) \(state)")
            #expect(
                facts.title == "Report of the Working Group on the Universal Periodic Review: " + state
                    || facts.title?.contains(": ") == true, "\(facts.title ?? "")")
        }
    }
}
