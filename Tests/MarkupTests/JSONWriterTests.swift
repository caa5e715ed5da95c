import Markup
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
    private func written(_ write: (JSONWriter) -> Void) -> String {
        let json = JSONWriter()
        write(json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test("Objects and arrays nest with commas where they belong")
    func nesting() {
        let text = written { json in
            json.object {
                json.member("a", 1)
                json.array("b") {
                    json.value("x")
                    json.object { json.member("c", nil as String?) }
                    json.array {}
                }
                json.member("d", true)
                json.array("e", of: ["p", "q"])
            }
        }
        #expect(text == #"{"a":1,"b":["x",{"c":null},[]],"d":true,"e":["p","q"]}"#)
    }

    @Test("Quotation marks, backslashes and control characters are escaped; the rest stays")
    func escaping() {
        let text = written { json in json.object { json.member("k", "a\"b\\c\n\r\t\u{1}é中") } }
        #expect(text == #"{"k":"a\"b\\c\n\r\t\u0001é中"}"#)
    }

    @Test("JSON lines stand alone")
    func lines() {
        let text = written { json in
            for number in 1...2 {
                json.object { json.member("n", number) }
                json.newline()
            }
        }
        #expect(text == "{\"n\":1}\n{\"n\":2}\n")
    }
}
