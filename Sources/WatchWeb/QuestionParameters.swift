import Domain
import Frame
import Locales
import Watches

extension Parameter {
    /// Those of the search page, as far as they say what is asked for.
    static let question: [Parameter] =
        [
            Parameter(
                name: "q", form: .text(charactersMax: SearchRequest.queryCharactersMax),
                summary: "Words, phrases in quotation marks, OR, -not, prefix*, parentheses, facet:value.")
        ] + Facet.allCases.map(facet) + [
            Parameter(name: "sort", form: .choice(SortOrder.allCases.map(\.rawValue)), summary: "Of no effect here."),
            Parameter(name: "exact", form: .choice(["yes"]), summary: "Searches the words as typed."),
        ]

    /// Those of a watch: what is followed, then those of the search page and of other lists, whatever they hold.
    static let watched: [Parameter] =
        [
            Parameter(
                name: WatchSubject.parameter, form: .choice(WatchSubject.allCases.map(\.rawValue)),
                summary: "What is followed; recommendations where nothing is said.")
        ]
        + question.map { parameter in
            parameter.name == Facet.kind.rawValue
                ? Parameter(name: parameter.name, form: .text(charactersMax: 200), summary: parameter.summary)
                : parameter
        }
        + ["recommendation", "issue", "assessor", "scheme"].map {
            Parameter(name: $0, form: .text(charactersMax: 40), summary: "Narrows what is assessed.")
        }

    private static func facet(_ facet: Facet) -> Parameter {
        let form: Form =
            switch facet {
            case .position: .choice(Position.allCases.map(\.rawValue))
            case .kind: .choice(RecommendationKind.allCases.map(\.rawValue))
            default: .text(charactersMax: 200)
            }
        return Parameter(
            name: facet.rawValue, form: form, valuesMax: 50,
            summary: "Records with this \(facet.rawValue); repeated values are alternatives.")
    }
}

extension Exchange {
    /// What the address asks the record.
    var question: WatchQuestion {
        WatchQuestion(query.items.filter { $0.name != WatchSubject.parameter }.map { ($0.name, $0.value) })
    }

    /// What the address asks to follow.
    var watched: WatchQuestion { WatchQuestion(query.items.map { ($0.name, $0.value) }) }
}

extension View {
    /// A question in the reader's words.
    func question(_ question: WatchQuestion) -> String {
        guard question.subject == .recommendations else {
            return question.line(exchange.words) { stateName($0) }
        }
        guard !question.isEmpty else { return say("watch.everything") }
        return question.items.compactMap { item in
            if item.name == "q" { return say("watch.words", ["words": .text(item.value)]) }
            return Facet(rawValue: item.name).map { "\(facetName($0)): \(valueName($0, item.value))" }
        }.joined(separator: " · ")
    }

    func items(_ question: WatchQuestion) -> [(String, String)] { question.items.map { ($0.name, $0.value) } }
}
