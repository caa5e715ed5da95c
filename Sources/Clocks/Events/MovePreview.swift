package import Domain
import People
import Store

/// What would become of deadlines, before anything is written.
package struct MovePreview: Hashable, Sendable {
    package struct Move: Hashable, Sendable {
        package var deadline: Deadline
        package var from: CalendarDate
        package var to: CalendarDate
    }

    package var moves: [Move] = []
    package var new: [Deadline] = []
    package var withdrawn: [Deadline] = []
    /// They stay where a person or a document fixed them, though the rule would now give `to`.
    package var kept: [Move] = []

    package var isEmpty: Bool { moves.isEmpty && new.isEmpty && withdrawn.isEmpty }
}

/// What somebody thinks of changing.
package enum ClockProposal: Hashable, Sendable {
    case add(EventDraft)
    case move(event: Int64, to: CalendarDate)
    case withdraw(event: Int64)
    case rule(RuleChange)
    case days(WorkingDays)
}

extension Clocks {
    /// Which deadlines a change would move, from when to when. Nothing is written.
    package func preview(_ proposal: ClockProposal, _ member: Member) async throws(WorkspaceError) -> MovePreview {
        try member.require(.manageDeadlines)
        var added: ClockEvent?
        if case .add(let draft) = proposal { added = try await checked(draft) }
        let (new, reference, today) = (added, reference, today(in: member.workspace))
        return try await store.read { connection in
            var state = try ClockState.load(member.workspace, reference, today, connection)
            _ = state.takeRecord()
            // What the next look would change anyway is no consequence of the proposal.
            let before = state.differences()
            try state.apply(proposal, new)
            return Self.preview(state.differences(), before)
        }
    }

    private static func preview(
        _ after: ClockState.DeadlineChanges, _ before: ClockState.DeadlineChanges
    ) -> MovePreview {
        var preview = MovePreview()
        let already = Set(before.new.map(\.cause))
        preview.new = after.new.filter { !already.contains($0.cause) }
        let settled = Dictionary(before.changed.map { ($0.from.id, $0.to) }, uniquingKeysWith: { $1 })
        for (from, to) in after.changed where settled[from.id] != to {
            if to.status == .withdrawn {
                preview.withdrawn.append(from)
            } else if from.status == .withdrawn {
                preview.new.append(to)
            } else if from.due != to.due {
                preview.moves.append(.init(deadline: from, from: from.due, to: to.due))
            }
        }
        let keptBefore = Dictionary(before.kept.map { ($0.row.id, $0.computed) }, uniquingKeysWith: { $1 })
        for (row, computed) in after.kept where keptBefore[row.id] != computed {
            preview.kept.append(.init(deadline: row, from: row.due, to: computed))
        }
        preview.moves.sort { ($0.to, $0.deadline.id) < ($1.to, $1.deadline.id) }
        return preview
    }
}

extension ClockState {
    /// Puts a proposal in place, in memory.
    mutating func apply(_ proposal: ClockProposal, _ added: ClockEvent?) throws {
        switch proposal {
        case .add:
            if var event = added {
                event.cause = "own/new"
                events.append(event)
            }
        case .move(let id, let day):
            guard let index = events.firstIndex(where: { $0.id == id }) else { throw WorkspaceError.notFound }
            events[index].day = day
        case .withdraw(let id):
            guard events.contains(where: { $0.id == id }) else { throw WorkspaceError.notFound }
            events.removeAll { $0.id == id }
        case .rule(let rule):
            changes.removeAll { $0.rule.code == rule.rule.code }
            changes.append(rule)
        case .days(let days): self.days = days
        }
    }
}
