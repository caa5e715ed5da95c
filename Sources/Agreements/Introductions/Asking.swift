package import Domain
import People
import Store

extension Introductions {
    /// Asks to be introduced, about what the asker may see now, and tells the other side's coordinators.
    package func ask(
        _ ask: IntroductionAsk, text: String, by member: Member
    ) async throws(WorkspaceError) -> IntroductionID {
        try member.require(.decideMatches)
        let text = try AgreementLimits.text(text, "text", isNeeded: true)
        let id = IntroductionID(try await store.take(.introduction).lowerBound)
        return try await store.change(member) { change in
            let subject = try IntroductionSubject(ask, change.workspace, change.connection)
            guard let partner = try subject.partner() else {
                throw WorkspaceError.invalid("need", "introduction.allowed.noWorkspace")
            }
            if try IntroductionRow.waiting(ask, change.workspace, partner, change.connection) != nil {
                throw WorkspaceError.invalid("text", "introduction.allowed.waits")
            }
            if try IntroductionRow.countWaiting(change.workspace, change.connection) >= AgreementLimits.waitingMax {
                throw WorkspaceError.invalid("text", "introduction.allowed.many")
            }
            let introduction = Introduction(
                id: id, asker: change.workspace, asked: partner, about: ask, needOwner: subject.needOwner, text: text,
                status: .asked, made: change.at, madeBy: change.member.name, answered: nil, answeredBy: nil,
                reason: "", version: 1)
            try IntroductionRow.insert(introduction, change.connection)
            change.share(introduction.subject, with: [partner])
            change.field(introduction.subject, "status", from: nil, to: IntroductionStatus.asked.rawValue)
            change.did("introduction.ask", introduction.subject)
            try CoordinatorRow.tell(partner, "introductionAsked", path: "/introductions/\(id)", &change)
            return id
        }
    }

    /// Says yes.
    package func accept(_ id: IntroductionID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await answer(id, .accepted, "", version: version, by: member)
    }

    /// Says no, with a reason.
    package func decline(
        _ id: IntroductionID, version: Int, reason: String, by member: Member
    ) async throws(WorkspaceError) {
        let reason = try AgreementLimits.text(reason, "reason", isNeeded: true)
        try await answer(id, .declined, reason, version: version, by: member)
    }

    /// Takes a request back that was not answered.
    package func withdraw(
        _ id: IntroductionID, version: Int, reason: String, by member: Member
    ) async throws(WorkspaceError) {
        let reason = try AgreementLimits.text(reason, "reason")
        try await answer(id, .withdrawn, reason, version: version, by: member)
    }

    private func answer(
        _ id: IntroductionID, _ status: IntroductionStatus, _ reason: String, version: Int, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.decideMatches)
        let both = try await store.change(member) { change in
            let one = try Self.own(id, change)
            let mayAnswer = status == .withdrawn ? one.asker == change.workspace : one.asked == change.workspace
            guard mayAnswer else { throw WorkspaceError.forbidden }
            guard one.status == .asked else { throw WorkspaceError.stale(one.subject, version: one.version) }
            guard
                try IntroductionRow.answer(
                    id, status, reason: reason, by: change.member.name, at: change.at, version: version,
                    change.workspace, change.connection)
            else { throw WorkspaceError.stale(one.subject, version: one.version) }
            let other = one.other(of: change.workspace)
            change.share(one.subject, with: [other])
            change.field(one.subject, "status", from: one.status.rawValue, to: status.rawValue)
            change.did("introduction.\(status.rawValue)", one.subject)
            try CoordinatorRow.tell(other, "introductionAnswered", path: "/introductions/\(id)", &change)
            return [one.asker, one.asked]
        }
        try await refresh(both)
    }

    static func own(_ id: IntroductionID, _ change: WorkspaceChange) throws -> Introduction {
        guard let seen = try IntroductionRow.find(id, change.workspace, nil, change.connection) else {
            throw WorkspaceError.notFound
        }
        return seen.introduction
    }
}
