import Assessments
import CooperationRecords
package import Domain
package import Locales

extension WatchQuestion {
    /// In one line: what is followed, then what it was narrowed by. Of a question to the record the typed words stand in quotation marks.
    package func line(_ words: Catalogue, state: (StateCode) -> String) -> String {
        guard subject != .recommendations else {
            return items.compactMap { item in
                if item.name == "q" { return "\u{201C}\(item.value)\u{201D}" }
                return Facet(rawValue: item.name).map { facet in
                    facet == .state || facet == .recommending ? state(StateCode(item.value)) : item.value
                }
            }.joined(separator: " · ")
        }
        return ([words.text("watch.of.\(subject.rawValue)")] + items.map { Self.narrowing($0, words, state) })
            .joined(separator: " · ")
    }

    private static func narrowing(_ item: Item, _ words: Catalogue, _ state: (StateCode) -> String) -> String {
        switch item.name {
        case "state": state(StateCode(item.value))
        case "recommendation": words.text("watch.on.recommendation", ["number": .text(item.value)])
        case "issue": words.text("watch.on.issue", ["number": .text(item.value)])
        case "assessor": words.text("assessor.\(item.value)")
        case "kind": words.text("stateFact.kind.\(item.value)")
        case "scheme" where SchemeCode(item.value).standard != nil: words.text("scheme.\(item.value)")
        default: item.value
        }
    }
}
