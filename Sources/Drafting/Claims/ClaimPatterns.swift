import Domain
import Foundation

/// The words by which a language claims, read from `claims.json`.
package struct ClaimPatterns: Sendable {
    struct Words: Sendable {
        let implemented, absolute, adopted, done, supported, attribution, assessors, currency, percent: [ClaimPattern]
        let approximate, references: [ClaimPattern]
        let notImplemented, notAbsolute, notAdopted, notDone, notSupported: [ClaimPattern]
        /// January first; empty where dates are written in figures.
        let months: [[ClaimPattern]]
    }

    private let languages: [String: Words]

    /// Throws where the file cannot be read or misses a list.
    package init(directory: String) throws {
        let data = try Data(contentsOf: URL(filePath: directory + "/claims.json"))
        let file = try JSONDecoder().decode(File.self, from: data)
        languages = file.languages.reduce(into: [:]) { $0[$1.key] = $1.value.words(isSpaced: $1.key != "zh") }
    }

    /// Nil for a language whose claims are not known: nothing is flagged there but figures, dates and what has no source.
    func words(_ language: LanguageTag) -> Words? { languages[String(language.rawValue.prefix { $0 != "-" })] }

    private struct File: Decodable { let languages: [String: Lists] }

    private struct Lists: Decodable {
        let implemented, absolute, adopted, done, supported, attribution, assessors, currency, percent: [String]
        let approximate, references: [String]
        let notImplemented, notAbsolute, notAdopted, notDone, notSupported, months: [String]

        func words(isSpaced: Bool) -> Words {
            func patterns(_ texts: [String]) -> [ClaimPattern] { texts.map { ClaimPattern($0, isSpaced: isSpaced) } }
            return Words(
                implemented: patterns(implemented), absolute: patterns(absolute), adopted: patterns(adopted),
                done: patterns(done), supported: patterns(supported), attribution: patterns(attribution),
                assessors: patterns(assessors), currency: patterns(currency), percent: patterns(percent),
                approximate: patterns(approximate), references: patterns(references),
                notImplemented: patterns(notImplemented),
                notAbsolute: patterns(notAbsolute), notAdopted: patterns(notAdopted), notDone: patterns(notDone),
                notSupported: patterns(notSupported),
                months: months.map { patterns($0.split(separator: "|").map(String.init)) })
        }
    }
}

/// One pattern: words, of which one may end anyhow, with gaps of up to three words.
struct ClaimPattern: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case word(String), beginning(String), gap
    }

    let parts: [Part]
    private static let gapMax = 3

    init(_ text: String, isSpaced: Bool) {
        parts = text.split(separator: " ").flatMap { word -> [Part] in
            if word == "~" { return [.gap] }
            // Words are taken apart as those of a sentence are: an apostrophe or a sign ends one.
            let isOpen = word.hasSuffix("*")
            let words = ClaimText(isOpen ? String(word.dropLast()) : String(word), isSpaced: isSpaced).words
            return words.enumerated().map { place, word in
                isOpen && place == words.count - 1 ? .beginning(word) : .word(word)
            }
        }
    }

    /// Every place where it stands.
    func places(in text: ClaimText) -> [Range<Int>] {
        text.words.indices.compactMap { start in
            end(of: parts[...], in: text, at: start).map { start..<$0 }
        }
    }

    private func end(of parts: ArraySlice<Part>, in text: ClaimText, at place: Int) -> Int? {
        guard let part = parts.first else { return place }
        let rest = parts.dropFirst()
        if part == .gap {
            for skipped in 0...Self.gapMax {
                guard place + skipped <= text.words.count else { return nil }
                if let end = end(of: rest, in: text, at: place + skipped) { return end }
            }
            return nil
        }
        guard text.words.indices.contains(place), text.matches(part, at: place) else { return nil }
        return end(of: rest, in: text, at: place + 1)
    }
}
