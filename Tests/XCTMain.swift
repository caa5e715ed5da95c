import Testing

/// Where the test program begins. With a file of this name SwiftPM seeks no XCTest cases (there are none) in the index of the build,
/// so that a build without an index has tests all the same.
@main struct Tests {
    static func main() async { await Testing.__swiftPMEntryPoint() as Never }
}
