package import Domain
package import People
import Plans
import Store

/// Comments on any object, and who is spoken to in them.
package struct Comments: Sendable {
    package let store: WorkspaceStore

    package init(_ store: WorkspaceStore) { self.store = store }

    /// What was said of an object, as far as this member may see it; `notFound` where the object itself is out of reach.
    package func all(of subject: Subject, _ member: Member) async throws(WorkspaceError) -> [Comment] {
        try await store.read { connection in
            let owners = try Self.reached(subject, member, connection)
            return try CommentRow.all(
                of: subject, member.workspace.id, isInternalSeen: Self.seesInternal(member, owners), connection)
        }
    }

    /// Names to speak to, by name.
    package func names(_ member: Member) async throws(WorkspaceError) -> [String] {
        try member.require(.comment)
        let at = store.clock.instant
        return try await store.read { try CommentRow.people(member.workspace.id, at: at, $0).map(\.name) }
    }

    /// Where this member was spoken to, newest first, at most 100.
    package func mentions(_ member: Member, onlyUnseen: Bool = false) async throws(WorkspaceError) -> [Mention] {
        try await store.read {
            try CommentRow.mentions(
                member.account, member.workspace.id, isInternalSeen: member.may(.seeInternal), onlyUnseen: onlyUnseen,
                $0)
        }
    }

    /// Marks all of them as seen.
    package func see(_ member: Member) async throws(WorkspaceError) {
        try await store.change(member) { change in
            try CommentRow.see(member.account, change.workspace, at: change.at, change.connection)
        }
    }

    /// Says something. Members whose names stand behind an `@` find it on the workspace's page and get a letter, once; `unreached`
    /// are those who may not see the comment and therefore get none.
    ///
    /// Who may not see what is internal speaks to all.
    package func add(
        _ said: String, isInternal: Bool, to subject: Subject, by member: Member
    ) async throws(WorkspaceError) -> (comment: Comment, unreached: [String]) {
        try member.require(.comment)
        try Self.check(said)
        let id = CommentID(try await store.take(.comment).lowerBound)
        return try await store.change(member) { change in
            let owners = try Self.reached(subject, member, change.connection)
            let comment = Comment(
                id: id, workspace: change.workspace, subject: subject, said: said,
                isInternal: isInternal && Self.seesInternal(member, owners), authorID: member.account,
                author: member.name, institution: member.institution, made: change.at)
            try CommentRow.insert(comment, change.connection)
            change.field(comment.own, "said", from: nil, to: said)
            change.did("comment.add", comment.own, detail: "{\"on\":\"\(subject)\"}")
            return (comment, try Self.speak(comment, owners, &change))
        }
    }

    /// Changes one's own comment; earlier wordings stay in its history.
    package func edit(
        _ id: CommentID, _ said: String, version: Int, by member: Member
    ) async throws(WorkspaceError) -> Comment {
        try member.require(.comment)
        try Self.check(said)
        return try await store.change(member) { change in
            let (old, owners) = try Self.found(id, member, change.connection)
            guard old.authorID == member.account, old.author == member.name else { throw WorkspaceError.forbidden }
            var comment = old
            comment.said = said
            comment.edited = change.at
            guard try CommentRow.update(comment, from: version, change.connection) else {
                throw WorkspaceError.stale(old.own, version: old.version)
            }
            change.field(old.own, "said", from: old.said, to: said)
            change.did("comment.edit", old.own)
            _ = try Self.speak(comment, owners, &change)
            comment.version = version + 1
            return comment
        }
    }

    /// Takes a comment away: its author may, and the mechanism. That there was one, and who took it away, stays.
    package func remove(_ id: CommentID, version: Int, by member: Member) async throws(WorkspaceError) -> Comment {
        try member.require(.comment)
        return try await store.change(member) { change in
            let (old, _) = try Self.found(id, member, change.connection)
            let isOwn = old.authorID == member.account && old.author == member.name
            guard isOwn || member.may(.clear) else { throw WorkspaceError.forbidden }
            var comment = old
            comment.said = ""
            comment.removed = change.at
            comment.removedBy = member.name
            guard try CommentRow.update(comment, from: version, change.connection) else {
                throw WorkspaceError.stale(old.own, version: old.version)
            }
            change.field(old.own, "said", from: old.said, to: nil)
            change.did("comment.remove", old.own)
            return comment
        }
    }

    /// One comment that stands and that this member may see.
    package func find(_ id: CommentID, _ member: Member) async throws(WorkspaceError) -> Comment {
        try await store.read { try Self.found(id, member, $0).0 }
    }

    private static func found(
        _ id: CommentID, _ member: Member, _ connection: any ReadConnection
    ) throws -> (Comment, [InstitutionID]) {
        guard let comment = try CommentRow.find(id, member.workspace.id, connection), !comment.isRemoved else {
            throw WorkspaceError.notFound
        }
        let owners = try reached(comment.subject, member, connection)
        guard !comment.isInternal || seesInternal(member, owners) else { throw WorkspaceError.notFound }
        return (comment, owners)
    }

    private static func check(_ said: String) throws(WorkspaceError) {
        guard !said.allSatisfy(\.isWhitespace) else { throw .invalid("said", "comment.saidNeeded") }
        guard said.count <= Comment.textCharactersMax else { throw .invalid("said", "comment.saidLength") }
    }
}

extension Comments {
    /// The institutions of an object that this member sees; `notFound` where it is out of reach.
    static func reached(
        _ subject: Subject, _ member: Member, _ connection: any ReadConnection
    ) throws -> [InstitutionID] {
        guard let owners = try SubjectOwners.of(subject, member.workspace.id, connection) else {
            throw WorkspaceError.notFound
        }
        let isConfidential = try SubjectOwners.isConfidential(subject, member.workspace.id, connection)
        guard sees(subject, owners, isConfidential, member) else { throw WorkspaceError.notFound }
        guard try member.may(.seeInternal) || isPublished(subject, member, connection) else {
            throw WorkspaceError.notFound
        }
        return owners
    }

    /// Whether the object itself may be seen, by the right of its kind.
    private static func sees(
        _ subject: Subject, _ owners: [InstitutionID], _ isConfidential: Bool, _ member: Member
    ) -> Bool {
        if isConfidential, !member.role.isGovernment { return false }
        return switch member.reach(SubjectOwners.sight(subject.kind)) {
        case .none: false
        case .own: member.institution.map { owners.contains($0) } ?? false
        case .all: true
        }
    }

    /// Reports and evidence are there for others only where they count.
    private static func isPublished(
        _ subject: Subject, _ member: Member, _ connection: any ReadConnection
    ) throws -> Bool {
        let setting = try ProgressSettingRow.find(member.workspace.id, connection)
        switch subject.kind {
        case .progress:
            return try ProgressReportRow.find(
                ProgressReportID(subject.id), ProgressScope(member, setting), connection) != nil
        case .evidence:
            return try EvidenceRow.find(EvidenceID(subject.id), EvidenceScope(member, setting), connection) != nil
        default: return true
        }
    }

    static func seesInternal(_ member: Member, _ owners: [InstitutionID]) -> Bool {
        switch member.reach(.seeInternal) {
        case .none: false
        case .own: member.institution.map { owners.contains($0) } ?? false
        case .all: true
        }
    }

    /// Tells those who are spoken to; gives back the names of those who may not see the comment.
    private static func speak(
        _ comment: Comment, _ owners: [InstitutionID], _ change: inout WorkspaceChange
    ) throws -> [String] {
        guard comment.said.contains("@") else { return [] }
        let people = try CommentRow.people(change.workspace, at: change.at, change.connection)
        let isConfidential = try SubjectOwners.isConfidential(
            comment.subject, change.workspace, change.connection)
        let names = Mentions.names(in: comment.said, among: people.map(\.name))
        let meant = people.filter { names.contains($0.name) && $0.account != comment.authorID }
        let reached = meant.filter { person in
            let member = Member(
                workspace: change.member.workspace, account: person.account, name: person.name, role: person.role,
                institution: person.institution)
            return sees(comment.subject, owners, isConfidential, member)
                && (!comment.isInternal || seesInternal(member, owners))
        }
        let told = try CommentRow.mention(reached.map(\.account), in: comment.id, change.workspace, change.connection)
        let title = try SubjectTitles.read([comment.subject], change.workspace, change.connection)[comment.subject]
        for person in reached where told.contains(person.account) {
            letter(to: person, comment, title ?? comment.subject.description, &change)
        }
        return meant.filter { !reached.contains($0) }.map(\.name)
    }

    private static func letter(
        to person: Colleague, _ comment: Comment, _ title: String, _ change: inout WorkspaceChange
    ) {
        guard let email = person.email else { return }
        let workspace = change.member.workspace
        change.mail(
            OutboxMessage(
                kind: "mention", address: email, language: person.language ?? workspace.language,
                arguments: [
                    "name": person.name, "who": comment.author, "title": title, "workspace": workspace.name,
                    "path": "/workspaces/\(workspace.slug)/comments?on=\(comment.subject)#comment-\(comment.id)",
                ], account: person.account, workspace: workspace.id))
    }
}

extension Plans {
    package var comments: Comments { Comments(store) }
}
