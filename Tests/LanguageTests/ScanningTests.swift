import Language
import Testing

@Suite("Scanning") struct ScanningTests {
    private func tokens(_ text: String) -> [String] {
        var text = text
        var scanner = TokenScanner()
        return text.withUTF8 { bytes in
            scanner.spans(of: bytes).map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        }
    }

    @Test(
        "Words of many scripts are found",
        arguments: [
            ("Follow-up, A/HRC/43/15.", ["Follow", "up", "A", "HRC", "43", "15"]),
            ("women’s rights", ["women", "s", "rights"]),
            ("l’égalité réelle", ["l", "égalité", "réelle"]),
            ("права человека", ["права", "человека"]),
            ("حقوق الإنسان", ["حقوق", "الإنسان"]),
            ("妇女 and 儿童", ["妇", "女", "and", "儿", "童"]),
            ("abcé défg", ["abcé", "défg"]),
            ("e\u{301}tude", ["e\u{301}tude"]),
            ("\u{FEFF}Aldora", ["Aldora"]),
            ("a\u{200B}b", ["a", "b"]),
            ("", []), ("— … !", []),
        ])
    func words(_ text: String, _ expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test("Scripts without spaces are divided by ICU")
    func dictionaries() {
        #expect(tokens("สิทธิมนุษยชน").count > 1)
        #expect(tokens("ひらがなとカタカナ").count > 1)
    }

    @Test("Many tokens come through in order")
    func manyTokens() {
        let words = (0..<5_000).map { "w\($0)" }
        #expect(tokens(words.joined(separator: " ")) == words)
        #expect(tokens(String(repeating: "สิทธิ", count: 2_000)).joined() == String(repeating: "สิทธิ", count: 2_000))
    }

    @Test("Malformed bytes divide words and do no harm")
    func malformed() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xE4, 0xB8, 0x20, 0x63, 0xF0]
        var scanner = TokenScanner()
        let found = bytes.withUnsafeBufferPointer { bytes in
            scanner.spans(of: bytes).map { Array(bytes[$0.start..<$0.end]) }
        }
        #expect(found == [[0x61], [0x62], [0x63]])
    }
}
