/// What is wrong with a catalogue beside the English one. Tests ask; so may a translator's tool.
package enum CatalogueProblem: Sendable, Hashable {
    case missing(language: String, key: String)
    case unknown(language: String, key: String)
    case empty(language: String, key: String)
    case arguments(language: String, key: String)
    /// A plural that does not give exactly the language's categories.
    case pluralForms(language: String, key: String)
}

extension Locales {
    /// Every difference between a catalogue and the English one that a reader would notice.
    package func problems() -> Set<CatalogueProblem> {
        var problems: Set<CatalogueProblem> = []
        for catalogue in all {
            for (key, message) in english.messages {
                guard let own = catalogue.messages[key] else {
                    problems.insert(.missing(language: catalogue.tag, key: key))
                    continue
                }
                if own.parts.isEmpty { problems.insert(.empty(language: catalogue.tag, key: key)) }
                if own.arguments != message.arguments {
                    problems.insert(.arguments(language: catalogue.tag, key: key))
                }
                if own.pluralForms.contains(where: { $0 != Set(catalogue.plural.categories) }) {
                    problems.insert(.pluralForms(language: catalogue.tag, key: key))
                }
            }
            for key in catalogue.messages.keys where english.messages[key] == nil {
                problems.insert(.unknown(language: catalogue.tag, key: key))
            }
        }
        return problems
    }

    /// The keys of every message.
    package var keys: Set<String> { Set(english.messages.keys) }
}
