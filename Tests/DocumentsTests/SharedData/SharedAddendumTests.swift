import Domain
import FoundationEssentials
import Reference
import Testing

@testable import Documents

@Suite(.enabled(if: SharedDocuments.folder != nil, "../shared/data is not there"))
struct SharedAddendumTests {
    private struct Row: Decodable {
        let para, source, position: String
        let themes, persons, sdgs: [String]

        private enum CodingKeys: String, CodingKey {
            case para, position, themes, persons, sdgs
            case source = "source_of_position"
        }
    }

    @Test("An addendum gives 157 answers, 124 of them supported, and 44 claims")
    func addendum() async throws {
        let reading = try await SharedDocuments.read(SharedDocuments.path("slovenia-cycle-3/g2004192.pdf")).reading
        let findings = reading.findings
        #expect(reading.facts.kind == .addendum && reading.facts.parent?.printed == "A/HRC/43/15")
        #expect(reading.facts.state == StateCode("SVN") && reading.facts.published == CalendarDate("2020-02-19"))
        #expect(Set(findings.compactMap { $0.paragraph?.printed }) == Set((1...157).map { "122.\($0)" }))
        #expect(findings.count == 157 && findings.count { $0.position == .supported } == 124)
        #expect(findings.count { $0.position == .noted } == 33 && !findings.contains(where: \.isDoubtful))
        let claims = findings.compactMap(\.claim)
        #expect(claims.count == 44 && findings.allSatisfy { $0.claim == nil || $0.position == .supported })
        let reasons = findings.count { $0.reason != nil }
        #expect(reasons == 77)
        print(
            "claims:", claims.count { $0.status == .implemented }, claims.count { $0.status == .inProgress },
            claims.count { $0.status == .partly }, "unclear:", findings.count { !$0.doubts.isEmpty })
    }

    @Test("A thematic list gives the rows of the gold")
    func list() async throws {
        let file = SharedDocuments.files("slovenia-cycle-3", ending: ".docx")[0]
        let reading = try await SharedDocuments.read(file).reading
        #expect(reading.facts.kind == .thematicList && reading.facts.state == StateCode("SVN"))
        #expect(reading.facts.session == 34 && reading.facts.parent?.printed == "A/HRC/43/15")
        let gold = try SharedDocuments.lines("slovenia-cycle-3/thematic-list.gold.jsonl").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
        #expect(gold.count == 215 && reading.findings.map { $0.paragraph?.printed } == gold.map(\.para))
        let facts = Facts.shared
        for (finding, row) in zip(reading.findings, gold) {
            func codes(_ kind: TagKind) -> Set<String> { Set(finding.tags.filter { $0.kind == kind }.map(\.code)) }
            #expect(finding.position?.rawValue == row.position.lowercased())
            #expect(finding.positionDocument == row.source)
            #expect(
                codes(.theme)
                    == Set(row.themes.flatMap { facts.theme(labelled: $0).isEmpty ? [$0] : facts.theme(labelled: $0) }))
            #expect(
                codes(.person)
                    == Set(
                        row.persons.flatMap { facts.person(labelled: $0).isEmpty ? [$0] : facts.person(labelled: $0) }))
            #expect(codes(.sdg) == Set(row.sdgs.compactMap { facts.sdg(labelled: $0) }))
            #expect(!finding.states.isEmpty && finding.unknownNames.isEmpty, "\(finding.text)")
        }
        print("doubts:", reading.findings.flatMap(\.doubts).map { "\($0.code) \($0.detail ?? "")" })
    }
}
