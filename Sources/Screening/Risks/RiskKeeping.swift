package import Domain
import People
import Store

extension Screenings {
    /// Makes a risk a follow-up item: what, who deals with it, by when.
    package func raise(_ draft: RiskDraft, at id: MomentID, by member: Member) async throws(WorkspaceError) -> RiskID {
        try member.require(.screenCooperation)
        let title = try ScreeningLimits.text(
            draft.title, "title", most: ScreeningLimits.reasonCharactersMax, isNeeded: true)
        let due = try draft.due.map { day throws(WorkspaceError) in try ScreeningLimits.day(day, "due") }
        let number = RiskID(try await store.take(.screeningRisk).lowerBound)
        let questions = questions
        return try await store.change(member) { change in
            guard let moment = try MomentRow.find(id, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            if let question = draft.question, questions.edition(moment.edition)?.question(question) == nil {
                throw WorkspaceError.invalid("question", "screening.invalid.question")
            }
            let held = try RiskRow.all([moment.screening], change.workspace, change.connection)
            guard held.count < ScreeningLimits.risksMax else {
                throw WorkspaceError.invalid("title", "screening.invalid.risks")
            }
            let risk = ScreeningRisk(
                id: number, screening: moment.screening, moment: id, owner: draft.owner ?? change.workspace,
                ownerName: "", raiser: change.workspace, raiserName: "", question: draft.question, title: title,
                institution: draft.institution, account: draft.account, due: due, status: .open, reason: "",
                raised: change.at, raisedBy: change.member.name, version: 1)
            try Self.checkOwner(risk, change)
            try RiskRow.insert(risk, at: change.at, change.connection)
            try RiskStateRow.insert(
                risk, by: change.workspace, change.member.name, at: change.at, change.connection)
            Self.keep(nil, risk, &change)
            change.did("screening-risk.add", risk.subject)
            return number
        }
    }

    /// Changes what it is, who deals with it and by when. Whoever raised it and whoever deals with it may.
    package func edit(
        _ id: RiskID, version: Int, _ draft: RiskDraft, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.screenCooperation)
        let title = try ScreeningLimits.text(
            draft.title, "title", most: ScreeningLimits.reasonCharactersMax, isNeeded: true)
        let due = try draft.due.map { day throws(WorkspaceError) in try ScreeningLimits.day(day, "due") }
        try await store.change(member) { change in
            let old = try Self.risk(id, version: version, limit: nil, change)
            var risk = old
            risk.title = title
            risk.due = due
            risk.owner = draft.owner ?? old.owner
            risk.institution = draft.institution
            risk.account = draft.account
            // Institutions and people are the owner's: whoever else edits leaves them as they are.
            if risk.owner != change.workspace {
                risk.institution = risk.owner == old.owner ? old.institution : nil
                risk.account = risk.owner == old.owner ? old.account : nil
            }
            try Self.checkOwner(risk, change)
            try Self.write(old, risk, &change)
            change.did("screening-risk.edit", risk.subject)
        }
    }

    /// Says how a risk stands. Closing asks for a reason. An institution's focal point does that for what her institution deals with.
    package func set(
        _ status: RiskStatus, of id: RiskID, version: Int, because reason: String, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.answerScreening)
        let limit = try member.limit(.seeCooperation)
        guard member.may(.screenCooperation) || limit != nil else { throw .forbidden }
        let reason = try ScreeningLimits.text(
            reason, "reason", most: ScreeningLimits.reasonCharactersMax, isNeeded: status == .closed)
        try await store.change(member) { change in
            let old = try Self.risk(id, version: version, limit: limit, change)
            var risk = old
            risk.status = status
            risk.reason = reason
            risk.closed = status == .closed ? (old.closed ?? change.at) : nil
            try Self.write(old, risk, &change)
            change.did("screening-risk.\(status.rawValue)", risk.subject)
        }
    }

    /// One that the workspace raised or deals with, in the version that was read.
    private static func risk(
        _ id: RiskID, version: Int, limit: InstitutionID?, _ change: WorkspaceChange
    ) throws -> ScreeningRisk {
        guard let risk = try RiskRow.find(id, change.workspace, limit: limit, change.connection) else {
            throw WorkspaceError.notFound
        }
        guard [risk.owner, risk.raiser].contains(change.workspace) else { throw WorkspaceError.forbidden }
        guard risk.version == version else { throw WorkspaceError.stale(risk.subject, version: risk.version) }
        return risk
    }

    private static func write(_ old: ScreeningRisk, _ risk: ScreeningRisk, _ change: inout WorkspaceChange) throws {
        guard try RiskRow.update(risk, at: change.at, change.connection) else {
            throw WorkspaceError.stale(old.subject, version: old.version + 1)
        }
        if (old.status, old.due, old.reason) != (risk.status, risk.due, risk.reason) {
            try RiskStateRow.insert(
                risk, by: change.workspace, change.member.name, at: change.at, change.connection)
        }
        keep(old, risk, &change)
    }

    private static func keep(_ old: ScreeningRisk?, _ new: ScreeningRisk, _ change: inout WorkspaceChange) {
        let subject = new.subject
        change.field(subject, "title", from: old?.title, to: new.title)
        change.field(subject, "owner", from: old.map { "\($0.owner)" }, to: "\(new.owner)")
        change.field(
            subject, "institution", from: old?.institution.map { "\($0)" }, to: new.institution.map { "\($0)" })
        change.field(subject, "account", from: old?.account.map { "\($0)" }, to: new.account.map { "\($0)" })
        change.field(subject, "due", from: old?.due?.description, to: new.due?.description)
        change.field(
            subject, "status", from: old?.status.rawValue, to: new.status.rawValue,
            why: new.reason.isEmpty ? nil : new.reason)
    }

    /// The owner takes part; institution and person are its own, and only it names them.
    private static func checkOwner(_ risk: ScreeningRisk, _ change: WorkspaceChange) throws {
        let connection = change.connection
        let parties = try PartyRow.all([risk.screening], seenBy: change.workspace, connection)[risk.screening] ?? []
        guard parties.contains(where: { $0.workspace == risk.owner && $0.standing == .takesPart }) else {
            throw WorkspaceError.invalid("owner", "screening.invalid.owner")
        }
        guard risk.owner == change.workspace else { return }
        if let institution = risk.institution,
            try InstitutionRow.find(institution, change.workspace, connection) == nil
        {
            throw WorkspaceError.invalid("institution", "screening.invalid.institution")
        }
        if let account = risk.account {
            let members = try ContributorRow.members(change.workspace, at: change.at, connection)
            guard members.contains(where: { $0.account == account }) else {
                throw WorkspaceError.invalid("account", "screening.invalid.person")
            }
        }
    }
}
