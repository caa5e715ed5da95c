package import Domain
import People
import Store

extension Practices {
    /// Begins an emerging issue. It is a draft that nobody outside reads.
    package func add(_ content: EmergingContent, by member: Member) async throws(WorkspaceError) -> EmergingIssue {
        try member.require(.writePractices)
        let content = try checked(content, member.workspace)
        let id = EmergingIssueID(try await store.take(.emergingIssue).lowerBound)
        return try await store.change(member) { change in
            let made = try change.connection.count(
                "SELECT COUNT(*) FROM emerging_issue WHERE workspace_id = $1", [.int(change.workspace.value)])
            if made >= PracticeLimits.perWorkspaceMax { throw WorkspaceError.invalid("issue", "practice.many") }
            try Self.check(content.links, change.connection)
            let issue = EmergingIssue(
                id: id, workspace: change.workspace, status: .draft, round: 0, content: content, made: change.at,
                version: 1)
            try EmergingRow.insert(issue, change.connection)
            change.did("emerging-issue.add", issue.subject)
            return issue
        }
    }

    /// Changes what it says. What was published stays as it was reviewed: it is withdrawn before it is changed.
    package func edit(
        _ id: EmergingIssueID, version: Int, _ content: EmergingContent, by member: Member
    ) async throws(WorkspaceError) {
        let content = try checked(content, member.workspace)
        try await alter(id, version, from: [.draft, .returned, .withdrawn], "emerging-issue.edit", member) {
            issue, change in
            try Self.check(content.links.filter { !issue.content.links.contains($0) }, change.connection)
            for (before, after) in zip(issue.content.fields, content.fields) {
                change.field(issue.subject, before.name, from: before.value, to: after.value)
            }
            issue.content = content
            issue.status = .draft
        }
    }

    /// Hands it in: reviewers of other workspaces read it from now on.
    package func handIn(_ id: EmergingIssueID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await alter(id, version, from: [.draft], "emerging-issue.handIn", member) { issue, change in
            let content = issue.content
            if content.text.isEmpty { throw WorkspaceError.invalid("text", "practice.needed") }
            if content.gap.isEmpty { throw WorkspaceError.invalid("gap", "practice.needed") }
            if content.themes.isEmpty { throw WorkspaceError.invalid("themes", "practice.needed") }
            issue.status = .handedIn
            issue.round += 1
            issue.handedIn = change.at
        }
    }

    /// Takes it back from its reviewers, to go on writing.
    package func takeBack(_ id: EmergingIssueID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await alter(id, version, from: [.handedIn, .inReview], "emerging-issue.takeBack", member) { issue, _ in
            issue.status = .draft
        }
    }

    /// Takes it from all readers, at once, and says why.
    package func withdraw(
        _ id: EmergingIssueID, version: Int, why: String, by member: Member
    ) async throws(WorkspaceError) {
        let why = try PracticeLimits.reasons(why, "why")
        try await alter(id, version, from: [.published], "emerging-issue.withdraw", member, why: why) {
            issue, change in
            issue.status = .withdrawn
            issue.published = nil
            issue.withdrawn = change.at
            issue.withdrawnWhy = why
            try EmergingWordRow.clear(id, change.connection)
        }
    }

    private func alter(
        _ id: EmergingIssueID, _ version: Int, from: Set<PracticeStatus>, _ action: String, _ member: Member,
        why: String? = nil, _ act: @Sendable @escaping (inout EmergingIssue, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        try member.require(.writePractices)
        try await store.change(member) { change in
            let old = try Self.find(id, change)
            guard from.contains(old.status) else { throw WorkspaceError.invalid("status", "practice.notNow") }
            var issue = old
            try act(&issue, &change)
            change.field(
                issue.subject, "practiceStatus", from: old.status.rawValue, to: issue.status.rawValue, why: why)
            try EmergingRow.update(issue, version: version, change.connection)
            change.did(action, issue.subject)
        }
    }

    static func find(_ id: EmergingIssueID, _ change: WorkspaceChange) throws -> EmergingIssue {
        guard let issue = try EmergingRow.find(id, change.workspace, change.connection) else {
            throw WorkspaceError.notFound
        }
        return issue
    }

    private func checked(
        _ content: EmergingContent, _ workspace: Workspace
    ) throws(WorkspaceError) -> EmergingContent {
        var content = content
        content.title = try PracticeLimits.title(content.title)
        content.text = try PracticeLimits.text(content.text, "text")
        content.gap = try PracticeLimits.text(content.gap, "gap")
        content.language = try PracticeLimits.language(content.language, reference)
        content.region = try PracticeLimits.region(content.region, reference)
        content.themes = try PracticeLimits.themes(content.themes, reference)
        content.goals = try PracticeLimits.goals(content.goals, reference)
        content.persons = try PracticeLimits.persons(content.persons, reference)
        if content.isAnonymous, workspace.actor != .civilSociety {
            throw .invalid("anonymous", "practice.anonymousForCivilSociety")
        }
        guard content.links.count <= PracticeLimits.linksMax else { throw .invalid("links", "practice.many") }
        return content
    }

    private static func check(_ links: [EmergingLink], _ connection: any ReadConnection) throws {
        for link in links {
            let isThere =
                switch link.kind {
                case .recommendation: try PracticeLinkRow.isThere(.recommendation, link.id, connection)
                case .issue: try PracticeLinkRow.isThere(.issue, link.id, connection)
                case .practice: try OutsideRow.published(PracticeID(link.id), connection) != nil
                }
            if !isThere { throw WorkspaceError.invalid(link.kind.rawValue, "practice.linkUnknown") }
        }
    }
}

extension EmergingContent {
    /// Its fields for the history.
    var fields: [(name: String, value: String?)] {
        func some(_ text: String) -> String? { text.isEmpty ? nil : text }
        func list(_ codes: [String]) -> String? { some(codes.sorted().joined(separator: ",")) }
        return [
            ("title", some(title)), ("text", some(text)), ("gap", some(gap)), ("language", language.rawValue),
            ("region", region), ("anonymous", isAnonymous ? "yes" : nil), ("themes", list(themes)),
            ("goals", list(goals)), ("persons", list(persons)),
            ("links", list(links.map { "\($0.kind.rawValue)/\($0.id)" })),
        ]
    }
}
