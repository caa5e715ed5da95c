import Domain

/// The language a text's script gives away, for sources that do not say which of their languages a text is in.
enum ScriptGuess {
    private static let bytesLooked = 400

    /// Arabic, Chinese or Russian where most letters are of that script; else nil.
    static func language(of text: UnsafeBufferPointer<UInt8>) -> LanguageTag? {
        var latin = 0
        var cyrillic = 0
        var arabic = 0
        var chinese = 0
        for byte in text.prefix(bytesLooked) {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0xC3...0xC5: latin += 1
            case 0xD0, 0xD1: cyrillic += 1
            case 0xD8...0xDB: arabic += 1
            case 0xE4...0xE9: chinese += 1
            default: break
            }
        }
        if cyrillic > latin + arabic + chinese { return .russian }
        if arabic > latin + cyrillic + chinese { return .arabic }
        return chinese > latin + cyrillic + arabic ? .chinese : nil
    }
}
