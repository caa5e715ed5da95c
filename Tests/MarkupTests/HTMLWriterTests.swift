import Markup
import Testing

@Suite("HTML writer")
struct HTMLWriterTests {
    private func written(_ write: (HTMLWriter) -> Void) -> String {
        let html = HTMLWriter()
        write(html)
        return String(decoding: html.bytes, as: UTF8.self)
    }

    @Test("Elements nest and attributes are written in order")
    func nesting() {
        let text = written { html in
            html.element(.p, .class("note"), .id("a")) {
                html.text("One ")
                html.element(.strong, text: "two")
                html.empty(.br)
            }
        }
        #expect(text == #"<p class="note" id="a">One <strong>two</strong><br></p>"#)
    }

    @Test("Text and attribute values are escaped", arguments: ["<script>", "a & b", "\"x\"", "it's", "</p>", "\u{0}"])
    func escaping(value: String) {
        let text = written { $0.element(.p, .title(value), text: value) }
        let inside = text.dropFirst(3).dropLast(4)
        #expect(!inside.contains("<script"))
        #expect(text.filter { $0 == "<" }.count == 2)
        #expect(text.filter { $0 == "\"" }.count == 2)
        #expect(!text.utf8.contains(0))
    }

    @Test("Whatever comes in, no value opens a tag, ends an attribute or stands as a bare ampersand")
    func escapingProperty() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("<>&\"'abc é中ع\u{0}\n;#/=")
        for _ in 0..<2_000 {
            let value = String(
                (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                })
            let text = written { $0.element(.span, .title(value), text: value) }
            #expect(text.filter { $0 == "<" }.count == 2 && text.filter { $0 == ">" }.count == 2)
            #expect(unescaped(text).hasPrefix("<span title=\"" + value.replacing("\u{0}", with: "\u{FFFD}")))
        }
    }

    private func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    @Test(
        "An address whose scheme runs something is left out",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:x", "data:text/html,x",
            "vbscript:x",
        ])
    func hostileAddress(address: String) {
        #expect(written { $0.element(.a, .href(address), text: "x") } == "<a>x</a>")
    }

    @Test(
        "Usual addresses are kept",
        arguments: [
            "/search?q=a:b", "?q=state:XAA", "#top", "https://undocs.org/A/HRC/1", "mailto:a@example.org", "states",
        ])
    func usualAddress(address: String) {
        #expect(written { $0.element(.a, .href(address), text: "x") } == "<a href=\"\(address)\">x</a>")
    }

    @Test("Numbers are written in their shortest form")
    func numbers() {
        let text = written {
            $0.empty(.rect, .x(0), .y(0.5), .width(12.345), .height(-3), .rx(7.05))
        }
        #expect(text == #"<rect x="0" y="0.5" width="12.35" height="-3" rx="7.05"/>"#)
    }

    @Test("Absent attributes and flags that are off leave no trace")
    func absent() {
        let text = written { $0.empty(.input, .checked(false), .describedBy(nil), .class("")) }
        #expect(text == "<input>")
        #expect(written { $0.empty(.input, .checked(true)) } == "<input checked>")
    }
}
