/// The code of a State or of another reviewed entity.
///
/// UN members and observers carry their ISO 3166-1 alpha-3 code (`SVN`). Invented States of the demonstration carry codes
/// that ISO leaves to users (`XAA` to `XZZ`). Any other entity keeps the name its document uses, behind a tilde (`~Hong Kong, China`).
package struct StateCode: Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package static func entity(named name: String) -> StateCode { StateCode("~" + name) }

    /// The document's own name, when this is no UN member or observer.
    package var entityName: String? { rawValue.hasPrefix("~") ? String(rawValue.dropFirst()) : nil }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The code of a mechanism, in small letters: `upr`, `cerd`, `sp-torture`, `ilo-ceacr`, `regional-achpr`, or one a workspace made (`own-...`).
package struct MechanismCode: Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package static let upr = MechanismCode("upr")
    /// The invented review of the demonstration.
    package static let demonstrationReview = MechanismCode("demo-upr")
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

package enum MechanismKind: String, Sendable, CaseIterable {
    case upr, treatyBody, specialProcedure, advisoryCommittee, inquiry, ilo, regional, own
}

/// A BCP 47 language tag. Six are the United Nations' own; a workspace may add its national language.
package struct LanguageTag: Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package static let arabic = LanguageTag("ar")
    package static let chinese = LanguageTag("zh")
    package static let english = LanguageTag("en")
    package static let french = LanguageTag("fr")
    package static let russian = LanguageTag("ru")
    package static let spanish = LanguageTag("es")
    /// The order of the UN's own lists in English.
    package static let official: [LanguageTag] = [.arabic, .chinese, .english, .french, .russian, .spanish]
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A document's symbol (`A/HRC/43/15`, `CRC/C/PER/CO/6-7`, `DEMO/HRC/43/15`).
package struct DocumentSymbol: Hashable, Sendable {
    /// As printed, white space folded.
    package let printed: String
    /// For comparing: capitals, without spaces.
    package let key: String

    /// Nil where nothing but white space is left.
    package init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return nil }
        printed = words.joined(separator: " ")
        key = words.joined().uppercased()
    }

    /// Invented documents of the demonstration.
    package var isDemonstration: Bool { key.hasPrefix("DEMO/") }
}

/// A paragraph's number as printed (`121.14`, `77.5.2`, `18`, `21(b)`), with a key that sorts as people count.
package struct ParagraphNumber: Hashable, Comparable, Sendable {
    package let printed: String
    /// Digits widened to six places, so that `121.2` sorts before `121.14`.
    package let sortKey: String

    package init?(_ text: String) {
        let trimmed = text.filter { !$0.isWhitespace }
        guard !trimmed.isEmpty, trimmed.count <= 40 else { return nil }
        printed = trimmed
        var key = ""
        var digits = ""
        for character in trimmed.lowercased() + "\u{0}" {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            if !digits.isEmpty {
                key += String(repeating: "0", count: max(0, 6 - digits.count)) + digits
                digits = ""
            }
            if character != "\u{0}" { key.append(character) }
        }
        sortKey = key
    }

    package static func < (left: Self, right: Self) -> Bool { left.sortKey < right.sortKey }
}

extension ParagraphNumber {
    /// Order within a document as one number: the first three numbers of the paragraph.
    package var place: UInt32 {
        var fields: [UInt32] = []
        for character in sortKey {
            guard let digit = character.wholeNumberValue else {
                if fields.last != nil { fields.append(0) }
                continue
            }
            if fields.isEmpty { fields.append(0) }
            let last = fields.count - 1
            fields[last] = min(fields[last] &* 10 &+ UInt32(digit), 0xFFFF)
        }
        let first = min(fields.first ?? 0, 0xFFF)
        let second = min(fields.dropFirst().first ?? 0, 0xFFF)
        let third = min(fields.dropFirst(2).first ?? 0, 0xFF)
        return first << 20 | second << 8 | third
    }
}
