package import Domain
import Operations
import Store

/// An issue of the record as a practice names it.
package struct NamedIssue: Hashable, Sendable {
    package var id: IssueID
    package var state: StateCode
    package var givenName: String?
    package var names: [LanguageTag: String]

    /// As a person gave it, else in that language, else in English, else in any.
    package func name(for language: LanguageTag) -> (text: String, language: LanguageTag?) {
        if let givenName { return (givenName, nil) }
        for tag in [language, .english] { if let name = names[tag] { return (name, tag) } }
        let first = names.min { $0.key < $1.key }
        return (first?.value ?? id.description, first?.key)
    }
}

/// A recommendation of the record as a practice names it.
package struct NamedRecommendation: Hashable, Sendable {
    package var id: RecommendationID
    /// Symbol and paragraph, as far as they are known.
    package var place: String
    package var text: String
    package var language: LanguageTag
}

/// What links to the record are called.
enum RecordNames {
    /// Those that are gone are left out; merged ones stand as what they went into.
    static func issues(_ ids: [IssueID], _ connection: any ReadConnection) throws -> [NamedIssue] {
        var seen: Set<IssueID> = []
        return try ids.prefix(PracticeLimits.linksMax).compactMap { id in
            guard let row = try IssueRow.standing(id, connection), seen.insert(row.id).inserted else { return nil }
            return named(row)
        }
    }

    static func named(_ row: IssueRow) -> NamedIssue {
        let issue = IssueForms.issue(row)
        return NamedIssue(id: issue.id, state: issue.state, givenName: issue.givenName, names: issue.names)
    }

    static func recommendations(
        _ ids: [RecommendationID], _ language: LanguageTag, _ connection: any ReadConnection
    ) throws -> [NamedRecommendation] {
        guard !ids.isEmpty else { return [] }
        return try RecordLoader(connection).load(Array(ids.prefix(PracticeLimits.linksMax))).map { record in
            let texts = record.recommendation.texts
            let chosen = [language, .english].first { texts[$0] != nil } ?? texts.keys.min() ?? language
            let place = [record.document.symbol?.printed, record.recommendation.paragraph?.printed]
            return NamedRecommendation(
                id: record.recommendation.id, place: place.compactMap(\.self).joined(separator: ", "),
                text: texts[chosen] ?? "", language: chosen)
        }
    }
}
