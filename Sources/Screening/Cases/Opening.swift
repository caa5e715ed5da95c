package import Domain
import People
import Store

extension Screenings {
    /// Begins the screening of a programme or agreement; where the workspace takes part in one already, that one is given back.
    ///
    /// The sides of an agreement share one: those of a mere proposal are asked to take part. A programme of somebody else is screened as the workspace's own view, which nobody else sees
    /// before the workspace asks others to take part.
    package func open(_ subject: ScreenedSubject, by member: Member) async throws(WorkspaceError) -> ScreeningID {
        try member.require(.screenCooperation)
        let id = ScreeningID(try await store.take(.screening).lowerBound)
        return try await store.change(member) { change in
            guard try SubjectRow.isOpen(subject, to: change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            if let known = try CaseRow.of(subject, change.workspace, change.connection).first { return known.id }
            if let standing = try CaseRow.standing(subject, change.workspace, change.connection) {
                try Self.join(standing, &change)
                return standing.id
            }
            guard try CaseRow.count(change.workspace, change.connection) < ScreeningLimits.perWorkspaceMax else {
                throw WorkspaceError.invalid("subject", "screening.invalid.many")
            }
            let screening = ScreeningCase(
                id: id, workspace: change.workspace, subject: subject, made: change.at, madeBy: change.member.name,
                isWithdrawn: false, version: 1)
            try CaseRow.insert(screening, change.connection)
            var sides = [change.workspace]
            if subject.kind == .agreement {
                sides += try SubjectRow.sides(of: subject.id, seenBy: change.workspace, change.connection)
                    .filter { $0 != change.workspace }
            }
            let isAgreed = try SubjectRow.isAgreed(subject, change.connection)
            for side in sides {
                let takesPart = isAgreed || side == change.workspace
                try PartyRow.insert(
                    side, takesPart ? .takesPart : .asked, in: id, by: change.member.name, at: change.at,
                    change.connection)
            }
            change.did("screening.open", screening.subjectOfHistory)
            return id
        }
    }

    /// The workspace takes part from now on in what it may open and what is begun already.
    private static func join(_ screening: ScreeningCase, _ change: inout WorkspaceChange) throws {
        let (id, subject) = (screening.id, screening.subjectOfHistory)
        let known = try PartyRow.find(id, change.workspace, change.connection)
        if let known {
            guard
                try PartyRow.answer(
                    id, change.workspace, .takesPart, version: known.version, by: change.member.name, at: change.at,
                    change.connection)
            else { throw WorkspaceError.stale(subject, version: known.version + 1) }
        } else {
            try PartyRow.insert(
                change.workspace, .takesPart, in: id, by: change.member.name, at: change.at, change.connection)
        }
        try change.shareWithSides(subject, of: id)
        change.field(
            subject, "standing", from: known?.standing.rawValue, to: PartyStanding.takesPart.rawValue)
        change.did("screening.join", subject)
    }

    /// Asks another workspace to take part. It sees what is screened and by whom, and answers of others once it takes part.
    package func ask(
        _ other: WorkspaceID, into id: ScreeningID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.screenCooperation)
        try await store.change(member) { change in
            guard let screening = try CaseRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let isThere = try change.connection.count(
                "SELECT COUNT(*) FROM workspace WHERE id = $1 AND closed = 0", [.int(other.value)])
            guard isThere > 0 else { throw WorkspaceError.invalid("workspace", "screening.invalid.workspace") }
            let parties = try PartyRow.all([id], seenBy: change.workspace, change.connection)[id] ?? []
            guard parties.count < ScreeningLimits.partiesMax else {
                throw WorkspaceError.invalid("workspace", "screening.invalid.parties")
            }
            switch parties.first(where: { $0.workspace == other }) {
            case nil:
                try PartyRow.insert(
                    other, .asked, in: id, by: change.member.name, at: change.at, change.connection)
            case let party? where party.standing == .declined:
                guard
                    try PartyRow.answer(
                        id, other, .asked, version: party.version, by: change.member.name, at: change.at,
                        change.connection)
                else { throw WorkspaceError.stale(screening.subjectOfHistory, version: screening.version) }
            default: throw WorkspaceError.invalid("workspace", "screening.invalid.asked")
            }
            try change.shareWithSides(screening.subjectOfHistory, of: id)
            change.field(screening.subjectOfHistory, "party", from: nil, to: "\(other)")
            change.did("screening.ask", screening.subjectOfHistory, detail: "{\"workspace\":\(other)}")
        }
    }

    /// Whether the workspace takes part in what it was asked to. Whoever takes part may leave; what it handed in stays.
    package func answer(
        _ id: ScreeningID, takesPart: Bool, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.screenCooperation)
        let subject = Subject(.screening, id.value)
        try await store.change(member) { change in
            guard let party = try PartyRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            guard party.version == version else { throw WorkspaceError.stale(subject, version: party.version) }
            guard party.standing == .asked || (party.standing == .takesPart && !takesPart) else {
                throw WorkspaceError.invalid("standing", "screening.invalid.answered")
            }
            let standing: PartyStanding = takesPart ? .takesPart : .declined
            guard
                try PartyRow.answer(
                    id, change.workspace, standing, version: version, by: change.member.name, at: change.at,
                    change.connection)
            else { throw WorkspaceError.stale(subject, version: version + 1) }
            try change.shareWithSides(subject, of: id)
            change.field(subject, "standing", from: party.standing.rawValue, to: standing.rawValue)
            change.did(takesPart ? "screening.join" : "screening.decline", subject)
        }
    }

    /// Takes a screening away that was begun by mistake. Refused once anybody handed in an answer: what was said stays.
    package func withdraw(
        _ id: ScreeningID, version: Int, because reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.screenCooperation)
        let reason = try ScreeningLimits.text(
            reason, "reason", most: ScreeningLimits.reasonCharactersMax, isNeeded: true)
        try await store.change(member) { change in
            guard let screening = try CaseRow.find(id, change.workspace, change.connection),
                screening.workspace == change.workspace
            else { throw WorkspaceError.notFound }
            guard try !AnswerRow.isAny(of: id, change.connection) else {
                throw WorkspaceError.invalid("reason", "screening.invalid.answersStay")
            }
            guard try CaseRow.withdraw(id, change.workspace, version: version, change.connection) else {
                throw WorkspaceError.stale(screening.subjectOfHistory, version: screening.version)
            }
            try change.shareWithSides(screening.subjectOfHistory, of: id)
            change.field(screening.subjectOfHistory, "status", from: "kept", to: "withdrawn", why: reason)
            change.did("screening.withdraw", screening.subjectOfHistory)
        }
    }

    /// Workspaces that can be asked to take part, by name.
    package func candidates(_ id: ScreeningID, _ member: Member) async throws(WorkspaceError) -> [(
        workspace: WorkspaceID, name: String
    )] {
        try member.require(.screenCooperation)
        let own = member.workspace.id
        return try await store.read { connection in
            guard try CaseRow.find(id, own, connection) != nil else { throw WorkspaceError.notFound }
            return try connection.all(
                """
                SELECT w.id, w.name FROM workspace w WHERE w.closed = 0 AND w.id <> $1 AND NOT EXISTS (
                    SELECT 1 FROM screening_party p WHERE p.screening_id = $2 AND p.workspace_id = w.id
                        AND p.standing <> 'declined')
                ORDER BY w.name, w.id LIMIT 1000
                """, [.int(own.value), .int(id.value)]
            ) { (WorkspaceID(try $0.int(0)), try $0.text(1)) }
        }
    }
}

extension WorkspaceChange {
    /// Lets what this change says of an object stand with all sides of the screening, those that were asked included: there without the
    /// name of a person.
    mutating func shareWithSides(_ subject: Subject, of id: ScreeningID) throws {
        share(subject, with: try PartyRow.told(id, by: workspace, connection))
    }
}
