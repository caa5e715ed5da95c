import Domain
import FoundationEssentials
import Testing

@testable import Documents

@Suite(.enabled(if: SharedDocuments.folder != nil, "../shared/data is not there"))
struct SharedAddendumTests {
    @Test("An addendum gives 157 answers, 124 of them supported, and 44 claims")
    func addendum() async throws {
        let reading = try await SharedDocuments.read(SharedDocuments.path("slovenia-cycle-3/g2004192.pdf")).reading
        let facts = reading.facts
        print(facts)
        for f in reading.findings {
            print(
                f.paragraph?.printed ?? "-", f.position?.rawValue ?? "-", f.claim?.status.rawValue ?? "", "|",
                f.wording ?? "", "|", f.claim?.wording ?? "", "|", f.text.prefix(60), f.page ?? 0, f.lines ?? 0..<0,
                f.confidence, f.doubts.map(\.code))
        }
    }

    @Test("A thematic list gives the rows of the gold")
    func list() async throws {
        let file = SharedDocuments.files("slovenia-cycle-3", ending: ".docx")[0]
        let reading = try await SharedDocuments.read(file).reading
        print(reading.facts)
        for f in reading.findings.prefix(12) { print(f) }
        print(
            reading.findings.count,
            reading.findings.filter { !$0.doubts.isEmpty }.map { ($0.paragraph?.printed ?? "", $0.doubts) })
    }
}
