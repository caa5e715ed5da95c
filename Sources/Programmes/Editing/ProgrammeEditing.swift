package import Domain
import Markup
import People
import Store

extension Programmes {
    package static let titleCharactersMax = 300
    package static let textCharactersMax = 20_000
    package static let linesMax = 200

    /// Makes a programme by hand.
    package func add(_ draft: ProgrammeDraft, by member: Member) async throws(WorkspaceError) -> ProgrammeID {
        try requireEditing(member)
        let draft = try checked(draft)
        let id = ProgrammeID(try await store.take(.programme).lowerBound)
        let codes = codes
        try await store.change(member) { change in
            try Self.checkFree(draft.identifier, except: nil, change)
            let activity = Activity.made(of: nil, draft, codes, at: change.at)
            let record = try Self.record(
                id, activity, draft.isPublic, .made, change.member.name, change, codes)
            try ProgrammeWriting.insert([record], change.connection)
            change.did("programme.add", Subject(.programme, id.value))
        }
        return id
    }

    /// Changes a programme the workspace keeps.
    package func edit(
        _ id: ProgrammeID, version: Int, _ draft: ProgrammeDraft, by member: Member
    ) async throws(WorkspaceError) {
        try requireEditing(member)
        let draft = try checked(draft)
        let codes = codes
        try await store.change(member) { change in
            let (programme, old) = try Self.own(id, change)
            try Self.checkFree(draft.identifier, except: id, change)
            Self.compare(
                ProgrammeDraft(old, codes, isPublic: programme.isPublic), draft, Subject(.programme, id.value), &change)
            let activity = Activity.made(of: old, draft, codes, at: change.at)
            let record = try Self.record(
                id, activity, draft.isPublic, programme.origin, programme.source, change, codes)
            try ProgrammeWriting.update(record, version: version, change.connection)
            change.did("programme.edit", Subject(.programme, id.value))
        }
    }

    /// Adds a budget, a planned disbursement or a transaction.
    package func add(
        _ money: MoneyDraft, to id: ProgrammeID, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try requireEditing(member)
        guard money.text.count <= Self.titleCharactersMax else { throw .invalid("text", "programme.textLength") }
        let element = try money.element(codes)
        try await rewrite(id, version: version, "programme.money", by: member) { activity, change in
            activity.element.children.append(element)
            change.field(
                Subject(.programme, id.value), "money", from: nil,
                to:
                    "\(money.kind.rawValue) \(money.day?.description ?? "") \(element.first("value")?.text ?? "") \(money.currency)"
            )
        }
    }

    /// Takes an entry out by its place among `money`, and keeps why.
    package func removeMoney(
        _ place: Int, of id: ProgrammeID, version: Int, because reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try requireEditing(member)
        let reason = try Self.reason(reason, isNeeded: true)
        try await rewrite(id, version: version, "programme.money", by: member) { activity, change in
            let places = activity.moneyPlaces
            guard places.indices.contains(place) else { throw WorkspaceError.notFound }
            let entry = activity.money[place]
            activity.element.children.remove(at: places[place])
            change.field(
                Subject(.programme, id.value), "money",
                from: "\(entry.kind.rawValue) \(entry.day) \(entry.amount.text) \(entry.currency)", to: nil, why: reason
            )
        }
    }

    /// Takes a programme out of all lists.
    package func withdraw(
        _ id: ProgrammeID, version: Int, because reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try requireEditing(member)
        let reason = try Self.reason(reason, isNeeded: true)
        try await store.change(member) { change in
            _ = try Self.own(id, change)
            let changed = try change.connection.execute(
                """
                UPDATE programme SET withdrawn = 1, changed = $4, version = version + 1
                WHERE id = $1 AND workspace_id = $2 AND version = $3
                """, [.int(id.value), .int(change.workspace.value), .int(version), .text(change.at)])
            guard changed > 0 else { throw WorkspaceError.stale(Subject(.programme, id.value), version: version + 1) }
            change.field(Subject(.programme, id.value), "status", from: "kept", to: "withdrawn", why: reason)
            change.did("programme.withdraw", Subject(.programme, id.value))
        }
    }

    private func rewrite(
        _ id: ProgrammeID, version: Int, _ action: String, by member: Member,
        _ body: @Sendable @escaping (inout Activity, inout WorkspaceChange) throws -> Void
    ) async throws(WorkspaceError) {
        let codes = codes
        try await store.change(member) { change in
            let (programme, old) = try Self.own(id, change)
            var activity = old
            try body(&activity, &change)
            activity.element["last-updated-datetime"] = String(change.at.prefix(19)) + "Z"
            let record = try Self.record(
                id, activity, programme.isPublic, programme.origin, programme.source, change, codes)
            try ProgrammeWriting.update(record, version: version, change.connection)
            change.did(action, Subject(.programme, id.value))
        }
    }

    private static func own(_ id: ProgrammeID, _ change: WorkspaceChange) throws -> (Programme, Activity) {
        let found = try change.connection.first(
            """
            SELECT \(ProgrammeRow.columns) FROM programme p WHERE p.id = $1 AND p.workspace_id = $2 AND p.withdrawn = 0
            """, [.int(id.value), .int(change.workspace.value)], ProgrammeRow.read)
        guard let programme = found, let body = try ProgrammeRow.body(id, change.connection),
            let activity = Activity(body: body)
        else { throw WorkspaceError.notFound }
        return (programme, activity)
    }

    private static func checkFree(_ identifier: String, except id: ProgrammeID?, _ change: WorkspaceChange) throws {
        guard let held = try ProgrammeRow.held([identifier], change.connection)[identifier], held.id != id else {
            return
        }
        throw WorkspaceError.invalid("identifier", "programme.identifierTaken")
    }

    /// Brings the activity into the standard's form and says so where it does not come to one.
    private static func record(
        _ id: ProgrammeID, _ activity: Activity, _ isPublic: Bool, _ origin: Programme.Origin, _ source: String,
        _ change: WorkspaceChange, _ codes: AidCodes
    ) throws -> ProgrammeRecord {
        var normalising = ActivityNormalising(ActivityNotes())
        guard let element = normalising.normalise(activity.element) else {
            throw WorkspaceError.invalid("title", "programme.incomplete")
        }
        return ProgrammeRecord(
            id: id, workspace: change.workspace, facts: ProgrammeFacts(Activity(element), codes),
            lacking: normalising.lacking, isPublic: isPublic, origin: origin, source: source, at: change.at)
    }

    private static func compare(
        _ old: ProgrammeDraft, _ new: ProgrammeDraft, _ subject: Subject, _ change: inout WorkspaceChange
    ) {
        func field(_ name: String, _ one: String, _ other: String) {
            change.field(subject, name, from: one.isEmpty ? nil : one, to: other.isEmpty ? nil : other)
        }
        field("identifier", old.identifier, new.identifier)
        field("title", old.title, new.title)
        field("description", old.description, new.description)
        field("activityStatus", old.status, new.status)
        field("modality", old.modality?.rawValue ?? "", new.modality?.rawValue ?? "")
        field("plannedStart", old.plannedStart?.description ?? "", new.plannedStart?.description ?? "")
        field("actualStart", old.actualStart?.description ?? "", new.actualStart?.description ?? "")
        field("plannedEnd", old.plannedEnd?.description ?? "", new.plannedEnd?.description ?? "")
        field("actualEnd", old.actualEnd?.description ?? "", new.actualEnd?.description ?? "")
        field("states", old.states.map(\.line).joined(separator: "; "), new.states.map(\.line).joined(separator: "; "))
        field(
            "sectors", old.sectors.map(\.line).joined(separator: "; "), new.sectors.map(\.line).joined(separator: "; "))
        field("goals", old.goals.joined(separator: ", "), new.goals.joined(separator: ", "))
        field(
            "partners", old.partners.map(\.line).joined(separator: "\n"),
            new.partners.map(\.line).joined(separator: "\n"))
        field("published", old.isPublic ? "yes" : "no", new.isPublic ? "yes" : "no")
    }
}

extension Activity {
    /// Where each of `money` stands among the children.
    var moneyPlaces: [Int] {
        ["budget", "planned-disbursement", "transaction"].flatMap { name in
            element.children.indices.filter { element.children[$0].name == name }
        }
    }
}
