package import Domain
import People
import Store

extension Screenings {
    /// Sets a time at which all sides answer, with the newest questions.
    package func add(
        _ kind: MomentKind, on day: CalendarDate?, note: String, to id: ScreeningID, by member: Member
    ) async throws(WorkspaceError) -> MomentID {
        try member.require(.screenCooperation)
        let day = try ScreeningLimits.day(day, "day")
        let note = try ScreeningLimits.text(note, "note", most: ScreeningLimits.titleCharactersMax)
        let number = MomentID(try await store.take(.screeningMoment).lowerBound)
        let edition = questions.newest.code
        return try await store.change(member) { change in
            guard try CaseRow.find(id, change.workspace, change.connection) != nil else {
                throw WorkspaceError.notFound
            }
            let held = try MomentRow.all([id], change.workspace, change.connection)
            guard held.count < ScreeningLimits.momentsMax else {
                throw WorkspaceError.invalid("kind", "screening.invalid.moments")
            }
            if kind != .further, held.contains(where: { $0.kind == kind }) {
                throw WorkspaceError.invalid("kind", "screening.invalid.momentThere")
            }
            let moment = ScreeningMoment(
                id: number, screening: id, workspace: change.workspace, kind: kind, day: day, edition: edition,
                note: note, version: 1)
            try MomentRow.insert(moment, by: change.member.name, at: change.at, change.connection)
            try change.shareWithSides(moment.subject, of: id)
            change.field(moment.subject, "day", from: nil, to: day.description)
            change.did("screening-moment.add", moment.subject)
            return number
        }
    }

    /// Moves a moment that the workspace set.
    package func edit(
        _ id: MomentID, version: Int, day: CalendarDate?, note: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.screenCooperation)
        let day = try ScreeningLimits.day(day, "day")
        let note = try ScreeningLimits.text(note, "note", most: ScreeningLimits.titleCharactersMax)
        try await store.change(member) { change in
            let old = try Self.own(id, version: version, change)
            var moment = old
            moment.day = day
            moment.note = note
            guard try MomentRow.update(moment, change.connection) else {
                throw WorkspaceError.stale(old.subject, version: version + 1)
            }
            try change.shareWithSides(old.subject, of: old.screening)
            change.field(old.subject, "day", from: old.day.description, to: day.description)
            change.field(old.subject, "note", from: old.note, to: note)
            change.did("screening-moment.edit", old.subject)
        }
    }

    /// Takes away a moment at which nobody handed anything in.
    package func withdraw(
        _ id: MomentID, version: Int, because reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.screenCooperation)
        let reason = try ScreeningLimits.text(
            reason, "reason", most: ScreeningLimits.reasonCharactersMax, isNeeded: true)
        try await store.change(member) { change in
            let moment = try Self.own(id, version: version, change)
            guard try !AnswerRow.isAny(at: id, change.connection), try !RiskRow.isAny(at: id, change.connection) else {
                throw WorkspaceError.invalid("reason", "screening.invalid.answersStay")
            }
            guard try MomentRow.withdraw(moment, change.connection) else {
                throw WorkspaceError.stale(moment.subject, version: version + 1)
            }
            try change.shareWithSides(moment.subject, of: moment.screening)
            change.field(moment.subject, "status", from: "kept", to: "withdrawn", why: reason)
            change.did("screening-moment.withdraw", moment.subject)
        }
    }

    private static func own(_ id: MomentID, version: Int, _ change: WorkspaceChange) throws -> ScreeningMoment {
        guard let moment = try MomentRow.find(id, change.workspace, change.connection),
            moment.workspace == change.workspace
        else { throw WorkspaceError.notFound }
        guard moment.version == version else { throw WorkspaceError.stale(moment.subject, version: moment.version) }
        return moment
    }
}
