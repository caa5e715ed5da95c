package import Domain
import Store

/// Decisions of coordinators. Each names the version of the issue it was made on, is in the audit log, and can be taken back.
extension Issues {
    package static let nameLengthMax = 200

    /// Gives a name, or with nil goes back to the program's.
    @discardableResult
    package func rename(
        _ issue: IssueID, version: Int, to name: String?, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        let name = try Self.checked(name)
        return try await decide(.rename, on: issue, name: name, by: caller) { draft, _ in
            _ = try draft.issue(issue, version: version)
            draft.change(issue, name: .some(name))
            return nil
        }
    }

    /// Moves a recommendation out of this issue, and pins it where it goes.
    @discardableResult
    package func move(
        _ recommendation: RecommendationID, from issue: IssueID, version: Int, to target: IssueTarget,
        by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        var name: String?
        if case .new(let given) = target { name = try Self.checked(given) }
        return try await decide(.move, on: issue, name: name, by: caller) { [name] draft, new in
            _ = try draft.issue(issue, version: version)
            let member = try draft.member(recommendation, of: issue)
            let goal: IssueID
            switch target {
            case .existing(let id):
                goal = try draft.issue(id).id
                guard goal != issue else { throw IssueError.invalid(field: "to", allowed: "another issue") }
            case .new:
                goal = new
                try draft.make(new, name: name)
            }
            try draft.place(member, in: goal, pinned: true)
            return goal
        }
    }

    /// Makes a new issue of some of the members. At least one stays.
    @discardableResult
    package func split(
        _ issue: IssueID, version: Int, _ recommendations: [RecommendationID], name: String?, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        let name = try Self.checked(name)
        let chosen = Set(recommendations).sorted()
        guard (1...IssueDecision.recommendationsMax).contains(chosen.count) else {
            throw .invalid(field: "recommendations", allowed: "1...\(IssueDecision.recommendationsMax)")
        }
        return try await decide(.split, on: issue, name: name, by: caller) { draft, new in
            _ = try draft.issue(issue, version: version)
            let members = try draft.members(of: issue)
            guard members.count > chosen.count else {
                throw IssueError.invalid(field: "recommendations", allowed: "some of the issue's members, not all")
            }
            try draft.make(new, name: name)
            for recommendation in chosen {
                let member = try draft.member(recommendation, of: issue)
                try draft.place(member, in: new, pinned: member.isPinned)
            }
            draft.change(issue, isDecided: true)
            return new
        }
    }

    /// Moves every member into another issue of the same State; the address of the first leads there from now on.
    @discardableResult
    package func merge(
        _ issue: IssueID, version: Int, into target: IssueID, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        guard issue != target else { throw .invalid(field: "into", allowed: "another issue") }
        return try await decide(.merge, on: issue, by: caller) { draft, _ in
            _ = try draft.issue(issue, version: version)
            _ = try draft.issue(target)
            // Stale ones, too: nothing stays behind.
            for member in try IssueMemberRow.all(in: issue, draft.connection) {
                try draft.place(member, in: target, pinned: member.isPinned)
            }
            draft.change(issue, isDecided: true, mergedInto: .some(target))
            draft.change(target, isDecided: true)
            return target
        }
    }

    /// Says that a recommendation belongs where it is: it is not proposed elsewhere.
    @discardableResult
    package func pin(
        _ recommendation: RecommendationID, in issue: IssueID, version: Int, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        try await pin(recommendation, in: issue, version: version, pinned: true, by: caller)
    }

    @discardableResult
    package func unpin(
        _ recommendation: RecommendationID, in issue: IssueID, version: Int, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        try await pin(recommendation, in: issue, version: version, pinned: false, by: caller)
    }

    private func pin(
        _ recommendation: RecommendationID, in issue: IssueID, version: Int, pinned: Bool, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        try await decide(pinned ? .pin : .unpin, on: issue, by: caller) { draft, _ in
            _ = try draft.issue(issue, version: version)
            let member = try draft.member(recommendation, of: issue)
            guard member.isPinned != pinned else {
                throw IssueError.invalid(field: "recommendation", allowed: pinned ? "not pinned yet" : "pinned")
            }
            try draft.place(member, in: issue, pinned: pinned, placed: member.isPlaced)
            return nil
        }
    }

    /// Moves as proposed, and pins.
    @discardableResult
    package func accept(
        _ proposal: ProposedMoveID, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        try await decide(.accept, on: proposal, by: caller) { draft, move in
            _ = try draft.issue(move.from)
            let goal = try draft.issue(move.to).id
            let member = try draft.member(move.recommendation, of: move.from)
            try draft.settle(move, .accepted, by: caller)
            try draft.place(member, in: goal, pinned: true)
            return goal
        }
    }

    /// The move is not proposed again.
    @discardableResult
    package func decline(
        _ proposal: ProposedMoveID, by caller: Caller
    ) async throws(IssueError) -> IssueDecision {
        try await decide(.decline, on: proposal, by: caller) { draft, move in
            _ = try draft.issue(move.from)
            try draft.settle(move, .declined, by: caller)
            return move.to
        }
    }

    /// A name without space around it; nil for nothing.
    private static func checked(_ name: String?) throws(IssueError) -> String? {
        guard let name else { return nil }
        let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count <= nameLengthMax,
            !words.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .invalid(field: "name", allowed: "at most \(nameLengthMax) characters") }
        return words.isEmpty ? nil : words
    }
}
