import Testing

@testable import Ingest

struct TextCleaningTests {
    private func clean(_ text: String, _ controls: TextCleaning.Controls = .windows1252) -> String {
        var cleaning = TextCleaning(controls: controls)
        return cleaning.clean(text)
    }

    @Test("Plain text stays as it is, whatever its script")
    func plain() {
        for text in [
            "Adopt a water law.", "Принять закон о воде", "اعتماد قانون المياه", "通过水法", "Cafe\u{301} and caf\u{E9}",
            "a < b > c",
        ] {
            #expect(clean(text) == text)
        }
    }

    @Test("Spaces of every kind become one, and none stays at the ends")
    func spaces() {
        #expect(clean("  Adopt \u{A0}\u{A0} a\r\n\t water\u{3000}law\u{2028}now \n") == "Adopt a water law now")
    }

    @Test("Entities become their characters, named or numbered")
    func entities() {
        #expect(
            clean("children&rsquo;s&nbsp;&nbsp;rights &amp; duties&#59; &#x41;&#65;&eacute;&lrm;")
                == "children\u{2019}s rights & duties; AA\u{E9}")
        #expect(clean("R&D, A & B; &unknown; &#xFFFFFFFF; &#;") == "R&D, A & B; &unknown; \u{FFFD} &#;")
    }

    @Test("Tags go, words on both sides of a block stay apart, scripts go with what they hold")
    func tags() {
        #expect(clean("<p>Adopt</p><p>a <b>wat</b>er law</p><br/>now") == "Adopt a water law now")
        #expect(
            clean("Adopt<script>alert(\"x > y\")</script> it <!-- hidden --> <a href=\"x>y\">here</a>")
                == "Adopt it here")
        #expect(clean("&lt;b&gt;bold&lt;/b&gt; and &amp;lt;") == "bold and &lt;")
        #expect(clean("less < than, <insert year>, <p") == "less < than, <insert year>, <p")
    }

    @Test("Control characters, direction marks and zero-width characters go")
    func invisible() {
        #expect(clean("A\u{0}do\u{7}pt\u{200B} it\u{200F}\u{202A}\u{2066}\u{FEFF}\u{AD}\u{7F}") == "Adopt it")
        #expect(clean("اعتماد\u{200F} \u{61C}القانون") == "اعتماد القانون")
        #expect(clean("می\u{200C}خواهم a\u{200C}b") == "می\u{200C}خواهم ab")
    }

    @Test("Control characters of U+0080 to U+009F are bytes of the encoding they came from")
    func mistakenEncodings() {
        #expect(clean("Habr\u{8E} Guaran\u{92}", .macRoman) == "Habr\u{E9} Guaran\u{ED}")
        #expect(clean("State\u{92}s") == "State\u{2019}s")
    }

    @Test("Tags, comments and entities that never end take no longer than the text is long")
    func endless() {
        for piece in ["<script>", "<!--", "<p ", "<p \"", "&lt;", "&#", "<style><!--", "(((", "a) "] {
            let text = String(repeating: piece, count: 100_000)
            #expect(clean(text).utf8.count <= text.utf8.count)
        }
    }
}
