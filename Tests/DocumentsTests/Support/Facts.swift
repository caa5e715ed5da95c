import Foundation
import Reference

@testable import Documents

/// The shipped reference facts with the invented States of the demonstration.
enum Facts {
    static let shared: ReferenceFacts = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let resources = folder.path + "/Resources"
        guard let facts = try? ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo") else {
            preconditionFailure("the reference facts do not load")
        }
        return facts
    }()
}
