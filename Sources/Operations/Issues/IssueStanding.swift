import Domain
import Insight
import Store

/// A State's issues and recommendations as one moment saw them.
struct StandingIssues: Sendable {
    var version: Int
    /// Those that stand, with members or without.
    var issues: [IssueID: IssueRow]
    var members: [RecommendationID: IssueMemberRow]
    var records: [IssueRecord]
    var declined: Set<IssueMove>

    /// What the finder is told.
    var standing: IssueStanding {
        var standing = IssueStanding(declined: declined)
        let present = Set(records.map(\.id))
        for member in members.values where present.contains(member.recommendation) && issues[member.issue] != nil {
            standing.issues[member.issue, default: []].append(member.recommendation)
            if member.isPinned { standing.pinned.insert(member.recommendation) }
        }
        for id in standing.issues.keys { standing.issues[id]?.sort() }
        standing.decided = Set(issues.values.filter(\.isDecided).map(\.id))
        return standing
    }

    static func read(
        _ state: StateCode, _ issues: Issues, _ connection: any ReadConnection
    ) throws -> StandingIssues {
        let rows = try IssueRow.all(of: state, connection)
        let merged = Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in row.mergedInto.map { (row.id, $0) } })
        let declined = try IssueProposalRow.all(of: state, connection).filter { $0.status == .declined }
            .map { IssueMove($0.recommendation, to: Self.end(of: $0.to, merged)) }
        let members = try IssueMemberRow.all(of: state, connection)
        let stored = try RecordLoader(connection).load(try IssueMemberRow.wanted(by: state, connection))
        return StandingIssues(
            version: try IssueStateRow.version(state, connection),
            issues: Dictionary(uniqueKeysWithValues: rows.filter { $0.mergedInto == nil }.map { ($0.id, $0) }),
            members: Dictionary(uniqueKeysWithValues: members.map { ($0.recommendation, $0) }),
            records: stored.map { issues.record($0) }, declined: Set(declined))
    }

    private static func end(of id: IssueID, _ merged: [IssueID: IssueID]) -> IssueID {
        var id = id
        for _ in 0..<merged.count {
            guard let next = merged[id] else { break }
            id = next
        }
        return id
    }
}

extension Issues {
    /// What the finder is told of one recommendation.
    func record(_ stored: StoredRecord) -> IssueRecord {
        let recommendation = stored.recommendation
        var codes: [TagKind: [String]] = [:]
        for tag in recommendation.tags where codes[tag.kind]?.contains(tag.code) != true {
            codes[tag.kind, default: []].append(tag.code)
        }
        let texts =
            recommendation.texts.isEmpty
            ? recommendation.parts.reduce(into: [:]) { texts, part in
                texts.merge(part.texts) { $0 + " " + $1 }
            } : recommendation.texts
        let published = recommendation.published ?? stored.document.published
        return IssueRecord(
            id: recommendation.id, texts: texts, themes: codes[.theme] ?? [], persons: codes[.person] ?? [],
            sdgs: codes[.sdg] ?? [], action: recommendation.action, mechanism: stored.document.mechanism,
            document: stored.document.id, cycle: recommendation.cycle ?? stored.document.cycle,
            year: year(
                published, stored.document.mechanism, session: recommendation.session ?? stored.document.session))
    }
}
