import Domain
import Insight
import Store

/// A decision while it is written: what it changes, with what was there before. One State's issues are locked meanwhile.
struct DecisionDraft {
    let issues: Issues
    let state: StateCode
    let at: String
    let connection: any WriteConnection
    private var rows: [IssueID: IssueRow] = [:]
    private(set) var detail = DecisionDetail()

    /// Locks the State of an issue and reads the issue as it stands then.
    init(
        _ issues: Issues, on issue: IssueID, at: String, _ connection: any WriteConnection
    ) throws {
        guard let row = try IssueRow.find([issue], connection).first else { throw IssueError.notFound }
        _ = try IssueStateRow.lock(row.state, connection)
        self.issues = issues
        state = row.state
        self.at = at
        self.connection = connection
    }

    /// An issue that stands, of this State.
    mutating func issue(_ id: IssueID) throws -> IssueRow {
        if let row = rows[id] { return row }
        guard let row = try IssueRow.find([id], connection).first, row.state == state else { throw IssueError.notFound }
        if row.mergedInto != nil {
            guard let end = try IssueRow.standing(id, connection) else { throw IssueError.notFound }
            throw IssueError.merged(into: end.id)
        }
        rows[id] = row
        return row
    }

    mutating func issue(_ id: IssueID, version: Int) throws -> IssueRow {
        let row = try issue(id)
        guard row.version == version else { throw IssueError.stale(version: row.version) }
        return row
    }

    /// An issue as it stands, merged or not.
    mutating func take(_ row: IssueRow) { if rows[row.id] == nil { rows[row.id] = row } }

    /// The members of an issue that still count, by recommendation.
    func members(of issue: IssueID) throws -> [IssueMemberRow] {
        let facts = Set(try IssueFactRow.all(of: state, in: issue, connection).map(\.recommendation))
        return try IssueMemberRow.all(in: issue, connection).filter { facts.contains($0.recommendation) }
    }

    /// A member of this issue.
    func member(_ recommendation: RecommendationID, of issue: IssueID) throws -> IssueMemberRow {
        guard
            let member = try IssueMemberRow.all(of: recommendation, connection).first(where: {
                $0.state == state && $0.issue == issue
            })
        else { throw IssueError.invalid(field: "recommendation", allowed: "one that is in this issue") }
        return member
    }

    /// A new issue; its name and reason are worded when the decision is finished.
    mutating func make(_ id: IssueID, name: String?) throws {
        let row = IssueRow(
            id: id, state: state, names: "{}", givenName: name, reason: IssueForms.text(IssueReason()), version: 0,
            isDecided: true)
        try row.insert(at: at, connection)
        rows[id] = row
    }

    mutating func place(_ member: IssueMemberRow, in issue: IssueID, pinned: Bool, placed: Bool = true) throws {
        var moved = member
        moved.issue = issue
        moved.isPinned = pinned
        moved.isPlaced = placed
        moved.since = member.issue == issue ? member.since : at
        try moved.update(connection)
        note(member, moved)
    }

    mutating func note(_ before: IssueMemberRow, _ after: IssueMemberRow) {
        detail.members.append(
            .init(
                recommendation: before.recommendation.value,
                place: .init(before: .init(before), after: .init(after))))
    }

    /// Changes fields of an issue that was asked for.
    mutating func change(
        _ id: IssueID, name: String?? = .none, isDecided: Bool? = nil, mergedInto: IssueID?? = .none
    ) {
        guard var row = rows[id] else { return }
        var change = DecisionDetail.IssueChange(id: id.value)
        if let name, name != row.givenName {
            change.name = .init(before: row.givenName, after: name)
            row.givenName = name
        }
        if let isDecided, isDecided != row.isDecided {
            change.isDecided = .init(before: row.isDecided, after: isDecided)
            row.isDecided = isDecided
        }
        if let mergedInto, mergedInto != row.mergedInto {
            change.mergedInto = .init(before: row.mergedInto?.value, after: mergedInto?.value)
            row.mergedInto = mergedInto
        }
        rows[id] = row
        detail.issues.append(change)
    }

    mutating func settle(_ proposal: ProposedMove, _ status: ProposedMove.Status, by caller: Caller) throws {
        let isOpen = status == .open
        try IssueProposalRow.settle(
            proposal.id, status, at: isOpen ? nil : at, by: isOpen ? nil : caller.name, connection)
        detail.proposal = .init(
            id: proposal.id.value, status: .init(before: proposal.status.rawValue, after: status.rawValue))
    }

    /// Counts versions on, words anew what has other members now, and withdraws proposals that a decision has answered.
    mutating func finish() throws {
        let moved = detail.members.filter { $0.place.before.issue != $0.place.after.issue }
        let touched = Set(moved.flatMap { [$0.place.before.issue, $0.place.after.issue] }.map { IssueID($0) })
        for id in touched where rows[id] == nil { rows[id] = try IssueRow.find([id], connection).first }
        for id in rows.keys.sorted() {
            guard var row = rows[id] else { continue }
            row.version += 1
            if touched.contains(id) { try describe(&row) }
            rows[id] = row
            try row.update(connection)
        }
        let recommendations = detail.members.map { RecommendationID($0.recommendation) }
        for start in stride(from: 0, to: recommendations.count, by: SQLSet.sizeMax) {
            let set = Array(recommendations[start..<min(recommendations.count, start + SQLSet.sizeMax)])
            try IssueProposalRow.withdraw(set, in: state, connection)
        }
        let decided = rows.values.filter(\.isDecided).map(\.id)
        try IssueProposalRow.withdraw(from: decided, arriving: false, connection)
        try IssueProposalRow.withdraw(
            from: rows.values.filter { $0.mergedInto != nil }.map(\.id), arriving: true, connection)
    }

    /// Members whose texts a reworded issue is described from.
    private static let describedMax = 300

    /// The finder's words for what the issue holds now. Who is in it does not change.
    private func describe(_ row: inout IssueRow) throws {
        let members = try members(of: row.id).prefix(Self.describedMax)
        let records = try RecordLoader(connection).load(members.map(\.recommendation)).map { issues.record($0) }
        guard !records.isEmpty else { return }
        let standing = IssueStanding(issues: [row.id: records.map(\.id)], decided: [row.id])
        guard let found = IssueFinder.find(records, standing: standing).issues.first(where: { $0.id == row.id }) else {
            return
        }
        row.names = IssueForms.names(found.names)
        row.reason = IssueForms.text(found.reason)
        row.representative = found.representative
        let groups = Dictionary(members.map { ($0.recommendation, $0.group) }, uniquingKeysWith: { first, _ in first })
        for member in found.members where groups[member.recommendation].map({ $0 != member.group }) ?? false {
            try IssueMemberRow.regroup(state, member.recommendation, member.group, connection)
        }
    }
}
