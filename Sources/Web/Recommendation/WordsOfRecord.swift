import Domain
import Frame
import Locales
import Markup
import Operations

/// The words themselves: the reader's language first, then every other, each with its language and direction; then the parts.
struct WordsOfRecord {
    let view: View
    let record: Recommendation
    let otherWordings: [OtherWording]

    private var html: HTMLWriter { view.html }

    func write() {
        let languages = ordered(Array(record.texts.keys))
        for (index, language) in languages.enumerated() {
            guard let text = record.texts[language] else { continue }
            html.element(.div, .class("version")) {
                if languages.count > 1 || language.rawValue != view.words.tag {
                    html.element(
                        index == 0 ? .p : .h3, .class("fine"), .lang(language.rawValue),
                        text: view.names.endonym(language.rawValue))
                }
                quote(text, language, "quote")
            }
            if index == 0, languages.count > 1 {
                html.element(.h2, .class("hidden"), text: view.say("record.otherLanguages"))
            }
        }
        if !otherWordings.isEmpty { wordings() }
        if record.parts.contains(where: says) { parts() }
    }

    private func quote(_ text: String, _ language: LanguageTag, _ name: String) {
        html.element(.blockquote, .class(name), .lang(language.rawValue), .dir("auto")) { html.text(text) }
    }

    private func ordered(_ languages: [LanguageTag]) -> [LanguageTag] {
        let order = view.exchange.site.locales.all.map(\.tag)
        func rank(_ tag: LanguageTag) -> Int {
            tag.rawValue == view.words.tag ? -1 : order.firstIndex(of: tag.rawValue) ?? order.count
        }
        return languages.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    private func wordings() {
        view.section("wordings", view.say("record.otherWordings"), view.say("record.otherWordingsText")) {
            for wording in otherWordings {
                html.element(.div, .class("version")) {
                    quote(wording.text, wording.language, "quote part")
                    html.element(.p, .class("fine")) {
                        view.write(
                            "record.tagOrigin", ["source": .text(view.valueName(.source, wording.source.rawValue))])
                    }
                }
            }
        }
    }

    /// Whether a part has words or States of its own; the label alone says nothing that the text does not.
    private func says(_ part: RecommendationPart) -> Bool { !part.texts.isEmpty || !part.recommending.isEmpty }

    private func parts() {
        view.section("parts", view.say("record.parts"), view.say("record.partsText")) {
            for part in record.parts where says(part) {
                html.element(.div, .class("version"), .id("part-\(part.kind.rawValue)-\(part.label)")) {
                    html.element(.h3) {
                        switch part.kind {
                        case .letter: view.write("part.letter", ["label": .text(part.label)])
                        case .variant: view.write("part.variant", ["label": .text(part.label)])
                        }
                    }
                    for language in ordered(Array(part.texts.keys)).prefix(1) {
                        if let text = part.texts[language] { quote(text, language, "quote part") }
                    }
                    if !part.recommending.isEmpty {
                        html.element(.p, .class("small")) {
                            view.write("part.from") { _ in view.stateLinks(part.recommending) }
                        }
                    }
                }
            }
        }
    }
}
