import Foundation
import Ingest
import Markup
import Testing

@testable import Programmes

/// Where files of real publishers lie beside the checkout, if they do.
enum RealFiles {
    static let folder =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/data/iati/activities").path(percentEncoded: false)
    static let areThere = FileManager.default.fileExists(atPath: folder)
}

@Suite("Real files of activities", .enabled(if: RealFiles.areThere))
struct SharedDataTests {
    @Test(
        "Every activity comes in",
        arguments: [
            ("example_203_file.xml", 13), ("example_203_references.xml", 577),
            ("example_activity_203_purchase_of_equity.xml", 2),
        ])
    func everything(_ name: String, _ count: Int) throws {
        let file = try ActivityFile(FileSupply(path: RealFiles.folder + "/" + name), try Shared.codes.get())
        var read: [ReadActivity] = []
        while let some = try file.next() { read += some }
        #expect(read.count == count)
        #expect(read.compactMap(\.refusal) == [])
        #expect(AidFileKind.of(RealFiles.folder + "/" + name) == .activities)
    }

    @Test("A file of organisations is known as one")
    func organisations() {
        #expect(AidFileKind.of(RealFiles.folder + "/example_organisation_203.xml") == .organisations)
    }
}
