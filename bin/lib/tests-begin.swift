import Testing

/// Where the test program begins in a build without an index. There are no tests of XCTest.
@main struct Tests {
    static func main() async { await Testing.__swiftPMEntryPoint() as Never }
}
