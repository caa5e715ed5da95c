/// Codes on paper for the day the telephone is gone: ten, each good once. 49 bits each, in an alphabet without letters that look alike.
package enum RecoveryCodes {
    package static let count = 10
    private static let length = 10
    private static let letters = "abcdefghjkmnpqrstuvwxyz23456789"

    package static func make() -> [String] {
        var generator = SystemRandomNumberGenerator()
        var codes: Set<String> = []
        while codes.count < count {
            var code = ""
            for place in 0..<length {
                if place == length / 2 { code += "-" }
                code.append(letters.randomElement(using: &generator) ?? "a")
            }
            codes.insert(code)
        }
        return codes.sorted()
    }

    /// As typed: without blanks and hyphens, in small letters.
    package static func digest(_ code: String, account: Int64) -> String {
        let plain = code.lowercased().filter { $0.isLetter || $0.isNumber }
        return Token.digest("\(account)/\(plain)", purpose: "recovery")
    }
}
