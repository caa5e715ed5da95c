import Foundation
import Testing

@testable import Frame
@testable import Web

@Suite("Pages as they were")
struct GoldenTests {
    /// Pages whose words do not depend on the records. `RAPPORTEUR_WRITE_GOLDEN=1` writes them anew; read the difference before it is committed.
    @Test(
        "A page is what it was when somebody last looked at it",
        arguments: [
            ("about-en", "/about?lang=en"), ("not-found-ar", "/nowhere?lang=ar"),
            ("invalid-fr", "/search?sort=best&lang=fr"),
            ("no-results-es", "/search?q=xylophonist&lang=es"),
        ])
    func golden(name: String, address: String) async throws {
        let site = try await TestSite.shared.value
        let styleSheet = site.responder.site.assets.styleSheet
        let text = try await site.get(address).text.replacingOccurrences(of: styleSheet, with: "/assets/style.css")
            .replacingOccurrences(of: site.responder.site.assets.icon, with: "/assets/icon.svg")
            .replacingOccurrences(of: "><", with: ">\n<")
        let path = TestSite.root + "/Tests/WebTests/Golden/\(name).html"
        if ProcessInfo.processInfo.environment["RAPPORTEUR_WRITE_GOLDEN"] != nil {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(text == (try? String(contentsOfFile: path, encoding: .utf8)))
    }
}
