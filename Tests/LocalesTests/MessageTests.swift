import Locales
import Testing

@Suite("Messages")
struct MessageTests {
    @Test(
        "Arguments and plural forms are read",
        arguments: [
            ("plain", []), ("{a} of {b}", ["a", "b"]), ("{n, number}", ["n"]),
            ("{n, plural, =0 {none} one {# in {place}} other {# in {place}}}", ["n", "place"]),
        ])
    func arguments(notation: String, names: [String]) throws {
        let message = try #require(Message(notation))
        #expect(message.arguments == Set(names))
    }

    @Test(
        "Notation whose braces do not match is refused",
        arguments: [
            "{", "}", "{a", "a}", "{n, plural, one {x}", "{n, plural, one {x}}", "{n, date}",
            "{n, plural, several {x} other {y}}", "{}",
        ])
    func malformed(notation: String) {
        #expect(Message(notation) == nil)
    }

    @Test("Apostrophes are letters")
    func apostrophes() throws {
        let message = try #require(Message("l'État n'a pas {a}"))
        #expect(message.arguments == ["a"])
    }

    @Test("Whatever comes in, reading a message ends")
    func hostile() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("{}#,= pluralonethr'a0")
        for _ in 0..<2_000 {
            let notation = String(
                (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                })
            _ = Message(notation)
        }
    }
}
