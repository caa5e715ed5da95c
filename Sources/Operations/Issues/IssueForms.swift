package import Domain
import FoundationEssentials
package import Store

/// How issues stand in the store, and back.
package enum IssueForms {
    static func names(_ names: [LanguageTag: String]) -> String {
        text(Dictionary(uniqueKeysWithValues: names.map { ($0.key.rawValue, $0.value) }))
    }

    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    static func value<T: Decodable>(_ type: T.Type, _ text: String) -> T? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    package static func issue(_ row: IssueRow) -> Issue {
        let names = value([String: String].self, row.names) ?? [:]
        return Issue(
            id: row.id, state: row.state,
            names: Dictionary(uniqueKeysWithValues: names.map { (LanguageTag($0.key), $0.value) }),
            givenName: row.givenName, reason: value(IssueReason.self, row.reason) ?? IssueReason(),
            representative: row.representative, version: row.version,
            isDecided: row.isDecided || row.givenName != nil, mergedInto: row.mergedInto)
    }
}

/// What a decision changed, with what was there before: enough to take it back.
struct DecisionDetail: Codable, Sendable {
    struct Change<Value: Codable & Sendable & Equatable>: Codable, Sendable {
        var before: Value
        var after: Value

        var reversed: Self { Self(before: after, after: before) }
    }

    struct IssueChange: Codable, Sendable {
        var id: Int64
        var name: Change<String?>?
        var isDecided: Change<Bool>?
        var mergedInto: Change<Int64?>?
    }

    struct Place: Codable, Sendable, Equatable {
        var issue: Int64
        var isPinned: Bool
        var isPlaced: Bool

        init(_ member: IssueMemberRow) {
            issue = member.issue.value
            isPinned = member.isPinned
            isPlaced = member.isPlaced
        }
    }

    struct MemberChange: Codable, Sendable {
        var recommendation: Int64
        var place: Change<Place>
    }

    struct ProposalChange: Codable, Sendable {
        var id: Int64
        var status: Change<String>
    }

    var issues: [IssueChange] = []
    var members: [MemberChange] = []
    var proposal: ProposalChange?
}
