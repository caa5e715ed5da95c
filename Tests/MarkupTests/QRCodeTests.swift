import Markup
import Testing

@Suite("QR codes")
struct QRCodeTests {
    /// Read back from this picture with a camera's own library (zbar): the text came out as it went in.
    @Test("A text becomes the smallest code that holds it, with its three corners and its timing")
    func shape() throws {
        for (length, size) in [(1, 21), (14, 21), (15, 25), (106, 41), (107, 45), (213, 57)] {
            let code = try #require(QRCode(String(repeating: "a", count: length)))
            #expect(code.size == size)
            for (x, y) in [(0, 0), (size - 7, 0), (0, size - 7)] {
                let corner = (0..<7).map { code[x + $0, y] } + [code[x + 3, y + 3], !code[x + 1, y + 1]]
                #expect(corner.allSatisfy { $0 })
            }
            #expect((8..<(size - 8)).allSatisfy { code[$0, 6] == ($0 % 2 == 0) })
        }
        #expect(QRCode(String(repeating: "a", count: 214)) == nil)
    }

    @Test("The path draws every dark module, and nothing else")
    func path() throws {
        let code = try #require(QRCode("otpauth://totp/Rapporteur:ana@example.org"))
        var drawn = 0
        for part in code.path(offset: 4).split(separator: "M") {
            let width = part.split(separator: "h")[1].prefix { $0 != "v" }
            drawn += Int(width) ?? 0
        }
        var dark = 0
        for y in 0..<code.size { for x in 0..<code.size where code[x, y] { dark += 1 } }
        #expect(drawn == dark)
    }
}
