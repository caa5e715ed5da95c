package import Domain
import People
import Store

extension Agreements {
    /// Begins an agreement, as a draft that nobody else reads. From an introduction only where it was accepted: the two are parties.
    package func begin(
        _ terms: AgreementTerms, from introduction: IntroductionID? = nil, by member: Member
    ) async throws(WorkspaceError) -> AgreementID {
        try member.require(.makeAgreements)
        let id = AgreementID(try await store.take(.agreement).lowerBound)
        return try await store.change(member) { change in
            var terms = terms
            if let introduction {
                let one = try Introductions.own(introduction, change)
                guard one.status == .accepted else {
                    throw WorkspaceError.invalid("parties", "agreement.allowed.notAccepted")
                }
                terms.parties.append(one.other(of: change.workspace))
            }
            let checked = try terms.checked(writer: change.workspace, change.connection)
                .numbered(after: 0, known: [])
            let agreement = Agreement(
                id: id, workspace: change.workspace, introduction: introduction, status: .draft, made: change.at,
                closedWhy: "", version: 1)
            try AgreementRow.insert(agreement, change.connection)
            try Self.insert(1, checked, "", of: agreement, &change)
            change.field(agreement.subject, "title", from: nil, to: checked.title)
            change.did("agreement.add", agreement.subject)
            return id
        }
    }

    /// Writes the own draft anew.
    package func save(
        _ id: AgreementID, number: Int, version: Int, _ terms: AgreementTerms, why: String = "", by member: Member
    ) async throws(WorkspaceError) {
        let why = try AgreementLimits.text(why, "changeNote")
        try await change(id, version: version, by: member) { agreement, change in
            guard let old = try VersionRow.one(id, number, change.connection), old.status == .draft,
                old.workspace == change.workspace
            else { throw WorkspaceError.stale(agreement.subject, version: agreement.version) }
            let last = try TermsRow.lines(id, change.connection).max() ?? 0
            let current = try agreement.current.flatMap { try VersionRow.one(id, $0, change.connection) }
            var next = old
            next.terms = try terms.checked(writer: change.workspace, change.connection)
                .apart(from: current?.terms).numbered(after: last, known: old.terms.lines)
            next.changeNote = why
            guard try VersionRow.rewrite(next, change.connection) else {
                throw WorkspaceError.stale(agreement.subject, version: agreement.version)
            }
            change.field(agreement.subject, "title", from: old.terms.title, to: next.terms.title)
            change.did("agreement.edit", agreement.subject, detail: "{\"number\":\(number)}")
        }
    }

    /// Begins a new version, as a draft of this workspace: from the one in force, for one of its parties; while none was in force, from the
    /// last that the workspace reads.
    package func redraft(
        _ id: AgreementID, version: Int, by member: Member
    ) async throws(WorkspaceError) -> Int {
        try await change(id, version: version, by: member) { agreement, change in
            guard [.draft, .proposed, .inForce].contains(agreement.status) else {
                throw WorkspaceError.invalid("number", "agreement.allowed.over")
            }
            let last = try VersionRow.last(id, change.connection)
            guard last.open == nil else { throw WorkspaceError.invalid("number", "agreement.allowed.open") }
            let known = try VersionRow.all(id, change.workspace, change.connection)
            let base = agreement.current == nil ? known.first : known.first { $0.number == agreement.current }
            guard let base,
                base.parties.contains(where: { $0.workspace == change.workspace })
            else { throw WorkspaceError.notFound }
            try Self.insert(last.number + 1, base.terms, "", of: agreement, &change)
            change.did("agreement.redraft", agreement.subject, detail: "{\"number\":\(last.number + 1)}")
            return last.number + 1
        }
    }

    /// Reads an agreement as a party, lets `body` change it, and keeps it with its next version; history and audit stand with all
    /// parties where `body` shares them.
    @discardableResult
    func change<T: Sendable>(
        _ id: AgreementID, version: Int, right: Right = .makeAgreements, by member: Member,
        _ body: @Sendable @escaping (inout Agreement, inout WorkspaceChange) throws -> T
    ) async throws(WorkspaceError) -> T {
        try member.require(right)
        return try await store.change(member) { change in
            guard let old = try AgreementRow.find(id, change.workspace, nil, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard old.version == version else { throw WorkspaceError.stale(old.subject, version: old.version) }
            var agreement = old
            let value = try body(&agreement, &change)
            try AgreementRow.update(agreement, version: version, change.connection)
            change.field(agreement.subject, "status", from: old.status.rawValue, to: agreement.status.rawValue)
            return value
        }
    }

    private static func insert(
        _ number: Int, _ terms: AgreementTerms, _ note: String, of agreement: Agreement, _ change: inout WorkspaceChange
    ) throws {
        let version = AgreementVersion(
            agreement: agreement.id, number: number, workspace: change.workspace, status: .draft, terms: terms,
            changeNote: note, made: change.at, parties: [])
        try VersionRow.insert(version, author: change.member.name, change.connection)
    }
}
