import Domain

/// What a consultation's notice said between two changes, while everybody could read it.
package struct ConsultationVersion: Hashable, Sendable {
    /// From 1, in the order of time since it was published.
    package var number: Int
    /// Fixed-width UTC instants.
    package var from: String
    /// Nil for what it says now.
    package var until: String?
    package var content: ConsultationContent
    /// Why it was cancelled, where it was by then.
    package var cancelledWhy: String?
}

/// Fields of a consultation's notice, by their names in history.
enum ConsultationField: String, CaseIterable {
    case kind, language, title, text, contact, opens, closes, answerBy, outsiders, topics

    /// Each as history keeps it.
    static func texts(of content: ConsultationContent) -> [ConsultationField: String] {
        [
            .kind: content.kind.rawValue, .language: content.language.rawValue, .title: content.title,
            .text: content.about, .contact: content.contact, .opens: content.opens?.description ?? "",
            .closes: content.closes?.description ?? "", .answerBy: content.answerBy?.description ?? "",
            .outsiders: content.takesOutsiders ? "yes" : "no",
            .topics: content.topics.map { "\($0.kind.rawValue):\($0.value)" }.sorted().joined(separator: ", "),
        ]
    }

    /// Puts back what history kept.
    func put(_ text: String, into content: inout ConsultationContent) {
        switch self {
        case .kind: content.kind = Consultation.Kind(rawValue: text) ?? content.kind
        case .language: content.language = LanguageTag(text)
        case .title: content.title = text
        case .text: content.about = text
        case .contact: content.contact = text
        case .opens: content.opens = CalendarDate(text)
        case .closes: content.closes = CalendarDate(text)
        case .answerBy: content.answerBy = CalendarDate(text)
        case .outsiders: content.takesOutsiders = text == "yes"
        case .topics:
            content.topics = text.split(separator: ",").compactMap { part in
                let halves = part.drop(while: \.isWhitespace).split(separator: ":", maxSplits: 1)
                guard halves.count == 2, let kind = ConsultationTopic.Kind(rawValue: String(halves[0])) else {
                    return nil
                }
                return ConsultationTopic(kind, String(halves[1]))
            }
        }
    }
}
