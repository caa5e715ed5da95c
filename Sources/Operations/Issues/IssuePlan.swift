import Domain
import Insight
import Store

/// What a run changes: newcomers, new issues, proposals. Nothing that stands is moved, whatever the finder says.
struct IssuePlan: Sendable {
    struct Form: Sendable {
        var names: String
        var reason: String
        var representative: RecommendationID?
    }

    struct Group: Sendable, Hashable {
        var recommendation: RecommendationID
        var number: Int
    }

    struct Grown: Sendable {
        var row: IssueRow
        var form: Form
        var joined: [Group]
    }

    struct Made: Sendable {
        var form: Form
        var members: [Group]
    }

    let state: StateCode
    let records: Int
    private(set) var grown: [Grown] = []
    private(set) var made: [Made] = []
    private(set) var regrouped: [Group] = []
    private(set) var proposals: [IssueProposal] = []

    init(_ before: StandingIssues, _ state: StateCode, _ found: [FoundIssue], _ proposed: [IssueProposal]) {
        self.state = state
        records = before.records.count
        var placed = Set(before.members.keys)
        for issue in found {
            let form = Form(
                names: IssueForms.names(issue.names), reason: IssueForms.text(issue.reason),
                representative: issue.representative)
            let members = issue.members.map { Group(recommendation: $0.recommendation, number: $0.group) }
            let new = members.filter { placed.insert($0.recommendation).inserted }
            if let id = issue.id, let row = before.issues[id] {
                regrouped += members.filter { member in
                    before.members[member.recommendation].map { $0.issue == id && $0.group != member.number } ?? false
                }
                if !new.isEmpty { grown.append(Grown(row: row, form: form, joined: new)) }
            } else if !new.isEmpty {
                made.append(Made(form: form, members: new))
            }
        }
        proposals = proposed.filter { Self.isFit($0, before) }
    }

    private static func isFit(_ proposal: IssueProposal, _ before: StandingIssues) -> Bool {
        guard let member = before.members[proposal.move.recommendation] else { return false }
        return !member.isPinned && member.issue == proposal.from && proposal.move.to != proposal.from
            && before.issues[proposal.from]?.isDecided == false && before.issues[proposal.move.to] != nil
            && !before.declined.contains(proposal.move)
    }

    /// Writes it; the State is locked, and is as it was when this was planned.
    func write(
        issues: Range<Int64>, proposals: Range<Int64>, at: String, _ connection: any WriteConnection
    ) throws -> IssueRefresh {
        var done = IssueRefresh(state: state)
        done.records = records
        done.removed = try IssueMemberRow.removeStale(of: state, connection).count
        let new = grown.flatMap(\.joined) + made.flatMap(\.members)
        let present = try present(new.map(\.recommendation), connection)
        try writeMade(issues, present, at: at, &done, connection)
        for issue in grown { try write(issue, present, at: at, &done, connection) }
        for group in regrouped { try IssueMemberRow.regroup(state, group.recommendation, group.number, connection) }
        let moves = zip(proposals, self.proposals).map { id, proposal in
            ProposedMove(
                id: ProposedMoveID(id), recommendation: proposal.move.recommendation, from: proposal.from,
                to: proposal.move.to, strength: min(1, max(0, proposal.strength)), words: proposal.words)
        }
        try IssueProposalRow.replace(of: state, with: moves, connection)
        done.proposals = moves.count
        try IssueStateRow.setComputed(state, at: at, connection)
        return done
    }

    private func writeMade(
        _ ids: Range<Int64>, _ present: Set<RecommendationID>, at: String, _ done: inout IssueRefresh,
        _ connection: any WriteConnection
    ) throws {
        var members: [IssueMemberRow] = []
        for (id, issue) in zip(ids, made) {
            let new = issue.members.filter { present.contains($0.recommendation) }
            guard !new.isEmpty else { continue }
            try IssueRow(
                id: IssueID(id), state: state, names: issue.form.names, reason: issue.form.reason,
                representative: issue.form.representative.flatMap { present.contains($0) ? $0 : nil }
            ).insert(at: at, connection)
            members += rows(new, IssueID(id), at)
            done.made += 1
        }
        try IssueMemberRow.insert(members, connection)
    }

    private func write(
        _ issue: Grown, _ present: Set<RecommendationID>, at: String, _ done: inout IssueRefresh,
        _ connection: any WriteConnection
    ) throws {
        let new = issue.joined.filter { present.contains($0.recommendation) }
        guard !new.isEmpty else { return }
        let joined = try IssueMemberRow.insert(rows(new, issue.row.id, at), connection)
        guard joined > 0 else { return }
        done.joined += joined
        var row = issue.row
        row.names = issue.form.names
        row.reason = issue.form.reason
        if let best = issue.form.representative,
            try IssueMemberRow.present([best], in: state, connection).contains(best)
        {
            row.representative = best
        }
        row.version += 1
        try row.update(connection)
    }

    private func rows(_ members: [Group], _ issue: IssueID, _ at: String) -> [IssueMemberRow] {
        members.map {
            IssueMemberRow(
                state: state, recommendation: $0.recommendation, issue: issue, group: $0.number, since: at)
        }
    }

    private func present(
        _ ids: [RecommendationID], _ connection: any ReadConnection
    ) throws -> Set<RecommendationID> {
        var present: Set<RecommendationID> = []
        var rest = ids[...]
        while !rest.isEmpty {
            let set = Array(rest.prefix(SQLSet.sizeMax))
            rest = rest.dropFirst(set.count)
            present.formUnion(try IssueMemberRow.present(set, in: state, connection))
        }
        return present
    }
}
