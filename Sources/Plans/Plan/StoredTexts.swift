package import Domain
import FoundationEssentials

/// Texts and States as they stand in a column.
package enum StoredTexts {
    package static func json(_ texts: [LanguageTag: String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let plain = Dictionary(texts.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
        return (try? encoder.encode(plain)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    package static func texts(_ json: String) -> [LanguageTag: String] {
        let plain = (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:]
        return Dictionary(plain.map { (LanguageTag($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    package static func list(_ states: [StateCode]) -> String { states.map(\.rawValue).joined(separator: "\n") }

    package static func states(_ text: String) -> [StateCode] {
        text.split(separator: "\n").map { StateCode(String($0)) }
    }
}
