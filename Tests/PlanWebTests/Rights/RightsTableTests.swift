import Domain
import Foundation
import SiteSupport
import Testing

@testable import Frame

@Suite("The table of rights")
struct RightsTableTests {
    @Test("docs/rights.md has a row for every address, with its right and how far each role reaches, and no row more")
    func table() async throws {
        let routes = try await WorkspaceSite.shared.value.responder.table.routes
        let text = try String(contentsOfFile: RightsDocument.path, encoding: .utf8)
        let written = RightsDocument.written(text, routes)
        if ProcessInfo.processInfo.environment["RAPPORTEUR_WRITE_RIGHTS"] == "1" {
            try written.write(toFile: RightsDocument.path, atomically: true, encoding: .utf8)
            return
        }
        let (have, want) = (Set(text.split(separator: "\n")), Set(written.split(separator: "\n")))
        let missing = written.split(separator: "\n").filter { !have.contains($0) }
        let extra = text.split(separator: "\n").filter { !want.contains($0) }
        #expect(missing == [], "Add to docs/rights.md (or run the tests with RAPPORTEUR_WRITE_RIGHTS=1)")
        #expect(extra == [], "Remove from docs/rights.md")
        #expect(text == written)
    }

    @Test("Every address of a workspace asks for a right, and no other address does")
    func everyRouteHasARight() async throws {
        for route in try await WorkspaceSite.shared.value.responder.table.routes {
            #expect((route.right != nil) == RightsDocument.isOfWorkspace(route), "\(route.name)")
            if RightsDocument.isOfWorkspace(route) {
                #expect(route.kind == .api || route.kind == .desk, "\(route.name)")
            }
        }
    }

    @Test("Every right has words, and is given to the administrator, who reads no protected submission")
    func words() {
        for right in Right.allCases {
            #expect(!RightWords.of(right).isEmpty, "Say in RightWords what \(right.rawValue) gives")
            let reach: Reach =
                switch right {
                case .answerSubmissions: .none
                case .confirmColleagues: .own
                default: .all
                }
            #expect(WorkspaceRole.administrator.reach(right) == reach)
        }
    }
}
