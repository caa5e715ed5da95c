import Testing
import XCTest

/// Where the test program begins. With a file of this name SwiftPM seeks no XCTest cases (there are none) in the index of the build,
/// so that a build without an index has tests all the same.
@main struct Tests {
    static func main() async {
        // SwiftPM starts the program once for each library of tests.
        guard CommandLine.arguments.contains("swift-testing") else { XCTMain([]) }
        await Testing.__swiftPMEntryPoint() as Never
    }
}
