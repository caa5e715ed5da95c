import Domain
import Operations
import Store

/// What the record says of a thing that is assessed.
enum ThingRow {
    static func facts(
        _ thing: AssessedThing, _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> AssessedFacts? {
        switch thing {
        case .recommendation(let id): try recommendation(id, language, connection)
        case .issue(let id): try issue(id, language, connection)
        }
    }

    private static func recommendation(
        _ id: RecommendationID, _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> AssessedFacts? {
        guard let current = try CurrentRecord.id(of: id, connection),
            let record = try RecordLoader(connection).load([current], .whole).first
        else { return nil }
        func text(_ texts: [LanguageTag: String]) -> (String, LanguageTag)? {
            let tag = [language, .english].first { texts[$0] != nil } ?? texts.keys.min()
            return tag.flatMap { tag in texts[tag].map { ($0, tag) } }
        }
        let recommendation = record.recommendation
        let states = recommendation.states.isEmpty ? [record.document.state].compactMap(\.self) : recommendation.states
        let words = text(recommendation.texts)
        return AssessedFacts(
            thing: .recommendation(current), states: states, document: record.document.symbol?.printed ?? "",
            paragraph: recommendation.paragraph?.printed ?? "", title: words?.0 ?? "", language: words?.1,
            parts: recommendation.parts.map {
                AssessedFacts.Part(id: $0.id.value, label: $0.label, text: text($0.texts)?.0 ?? "")
            })
    }

    private static func issue(
        _ id: IssueID, _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> AssessedFacts? {
        guard let row = try IssueRow.standing(id, connection) else { return nil }
        let issue = IssueForms.issue(row)
        let tag = [language, .english].first { issue.names[$0] != nil } ?? issue.names.keys.min()
        return AssessedFacts(
            thing: .issue(row.id), states: [row.state], document: "", paragraph: "",
            title: issue.givenName ?? tag.flatMap { issue.names[$0] } ?? row.id.description,
            language: issue.givenName == nil ? tag : nil, parts: [])
    }
}
