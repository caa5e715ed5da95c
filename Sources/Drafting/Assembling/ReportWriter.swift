package import Domain
package import Locales
package import Reference
import Reports

/// Makes sentences in the report's language out of standard phrases and facts, each with what it stands on.
package struct ReportWriter: Sendable {
    package let language: LanguageTag
    package let catalogue: Catalogue
    package let reference: ReferenceFacts
    package let outlines: Outlines

    package init(language: LanguageTag, catalogue: Catalogue, reference: ReferenceFacts, outlines: Outlines) {
        self.language = language
        self.catalogue = catalogue
        self.reference = reference
        self.outlines = outlines
    }

    package func words(_ key: String, _ arguments: KeyValuePairs<String, Argument> = [:]) -> String {
        catalogue.text(key, arguments)
    }

    /// A sentence of a standard phrase.
    package func sentence(
        _ key: String, _ phrase: String, _ arguments: KeyValuePairs<String, Argument> = [:],
        _ sources: [SentenceSource], footnotes: [String] = []
    ) -> ReportSentence {
        ReportSentence(
            Self.onePoint(catalogue.text(phrase, arguments)), origin: .drafted, key: key, sources: sources,
            footnotes: footnotes)
    }

    /// An abbreviation or a title that ends with a point ends its sentence, too.
    package static func onePoint(_ text: String) -> String {
        text.hasSuffix("..") && !text.hasSuffix("...") ? String(text.dropLast()) : text
    }

    /// How an entry of a list that runs on within a paragraph ends.
    package enum ItemEnd: String {
        case more, last
        /// Words of its own follow.
        case quoted
    }

    /// An entry of a list that runs on within a paragraph.
    package func item(
        _ key: String, _ text: String, _ end: ItemEnd, _ sources: [SentenceSource], footnotes: [String] = []
    ) -> ReportSentence {
        sentence(key, "report.say.item.\(end.rawValue)", ["text": .text(text)], sources, footnotes: footnotes)
    }

    /// Words of somebody else, as they stand; marked where they are not in the report's language.
    package func quote(
        _ key: String, _ text: String, _ sources: [SentenceSource], language: LanguageTag? = nil
    ) -> ReportSentence {
        ReportSentence(
            catalogue.text("report.say.quote", ["text": .text(Self.closed(text))]), origin: .drafted, key: key,
            sources: sources, language: language == self.language ? nil : language, isQuote: true)
    }

    /// Written out as documents of the United Nations have it.
    package func date(_ date: CalendarDate) -> String { PaperDates(catalogue).text(date) }

    /// A year, month or day written out; other names of periods as they stand.
    package func period(_ text: String) -> String { CalendarDate(text).map { date($0) } ?? text }

    /// A figure with its unit, as the language writes both.
    package func measured(_ value: String, unit: String) -> String {
        let isPlain = value.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        let hasComma = [LanguageTag.french, .spanish, .russian].contains(language)
        let written = Argument.text(isPlain && hasComma ? value.replacing(".", with: ",") : value)
        if unit == "%" { return words("report.say.percent", ["value": written]) }
        return unit.isEmpty ? value : words("report.say.measured", ["value": written, "unit": .text(unit)])
    }

    /// An amount in whole units with its currency's code, smaller units after a point where there are any; never
    /// apart at the end of a line.
    package func amount(_ minor: Int64, _ currency: CurrencyCode) -> String {
        let unit = (0..<currency.digits).reduce(Int64(1)) { product, _ in product * 10 }
        let rest = String(minor % unit + unit).dropFirst()
        let whole = catalogue.number(Int(minor / unit))
        return "\(currency.rawValue)\u{A0}\(whole)" + (minor % unit == 0 ? "" : ".\(rest)")
    }

    /// A text in the report's language, else in English, else in the first there is, with the language it is in.
    package func text(_ texts: [LanguageTag: String]) -> (text: String, language: LanguageTag)? {
        if let own = texts[language] { return (own, language) }
        if let english = texts[.english] { return (english, .english) }
        return texts.min { $0.key.rawValue < $1.key.rawValue }.map { ($0.value, $0.key) }
    }

    package func stateName(_ state: StateCode) -> String { reference.name(of: state, in: language) }

    /// Names in a row, as the language joins them.
    package func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return catalogue.text(
            "report.say.and",
            [
                "first": .text(items.dropLast().joined(separator: catalogue.text("report.say.comma"))),
                "last": .text(last),
            ])
    }

    /// The words of a title within a sentence that ends by itself.
    package static func closed(_ text: String) -> String {
        var text = Substring(text)
        while let last = text.last, last.isWhitespace || last == "." || last == "。" || last == ";" { text.removeLast() }
        return String(text)
    }
}
