import Testing

@testable import Frame

@Suite("Addresses to return to")
struct LocalPathTests {
    @Test(
        "After signing in one is led to pages of this site only",
        arguments: [
            "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)",
            "/a\r\nSet-Cookie: x=y",
            "", "desk",
        ])
    func foreignReturn(back: String) {
        #expect(LocalPath.checked(back) == nil)
    }

    @Test("A path with parameters is one of this site's")
    func localReturn() { #expect(LocalPath.checked("/desk/3/items/9?show=all") == "/desk/3/items/9?show=all") }
}
