import Domain
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
            print(
                file.split(separator: "/").last ?? "", facts.kind, facts.symbol?.printed ?? "-",
                facts.state?.rawValue ?? "-", facts.session ?? 0, facts.cycle ?? 0, facts.published?.description ?? "-",
                facts.language.rawValue, facts.parent?.printed ?? "-", facts.title ?? "-",
                facts.doubts.map { "\($0.code) \($0.detail ?? "")" })
        }
    }
}
