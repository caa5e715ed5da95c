package import Domain
import People
import Secrets
import Store

extension Assessments {
    /// Says that somebody other than its author in the same voice has read a draft.
    package func check(_ id: AssessmentID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await step(id, member) { own, change in
            guard own.authorID != member.account else {
                throw WorkspaceError.invalid("checked", "assess.checkedByAuthor")
            }
            return try SaidRow.check(own, version: version, by: member.name, at: change.at, change.connection)
        }
    }

    /// Publishes a draft: from now on everybody reads it. Nobody's clearance is asked; a second pair of eyes only where the voice itself
    /// wants one. What the voice said of the same thing in the same scheme at an earlier day stays as what it said then.
    package func publish(_ id: AssessmentID, version: Int, by member: Member) async throws(WorkspaceError) {
        let fresh = String(Token.make().prefix(22))
        try await step(id, member) { own, change in try Self.publish(own, version: version, fresh: fresh, &change) }
    }

    static func publish(
        _ own: OwnAssessment, version: Int, fresh: String, _ change: inout WorkspaceChange
    ) throws -> Bool {
        guard own.status == .draft else { return false }
        guard !own.draft.reasons.isEmpty else { throw WorkspaceError.invalid("reason", "assess.reasonNeeded") }
        if own.checkedBy == nil, try VoiceRow.needsSecond(own.voice, change.workspace, change.connection).needs {
            throw WorkspaceError.invalid("checked", "assess.checkNeeded")
        }
        guard try SaidRow.publish(own, version: version, at: change.at, change.connection) else { return false }
        if let earlier = try SaidRow.current(own, change.connection) {
            let isNewer = earlier.day <= own.draft.day.description
            try SaidRow.supersede(
                isNewer ? earlier.id : own.id, by: isNewer ? own.id : earlier.id, own, at: change.at,
                change.connection)
        }
        try IdentityRow.step(at: change.at, fresh: fresh, change.connection)
        change.field(own.subject, "status", from: "draft", to: "published")
        change.did("assessment.publish", own.subject)
        return true
    }

    /// Takes back what the voice published. Its words go; that it was there, when it was taken back, and the reason stay for everybody.
    package func takeBack(
        _ id: AssessmentID, version: Int, why: String, by member: Member
    ) async throws(WorkspaceError) {
        let why = try AssessmentRules.why(why, "why")
        let fresh = String(Token.make().prefix(22))
        try await step(id, member) { own, change in
            guard own.removed == nil else { throw WorkspaceError.invalid("why", "assess.removedAlready") }
            guard try SaidRow.takeBack(own, version: version, why: why, at: change.at, change.connection) else {
                return false
            }
            try IdentityRow.step(at: change.at, fresh: fresh, change.connection)
            change.field(own.subject, "status", from: own.status.rawValue, to: "taken-back")
            change.did("assessment.takeBack", own.subject)
            return true
        }
    }

    /// Whether nothing of the voice is published before somebody else in it has read it.
    package func set(needsSecond: Bool, version: Int, by member: Member) async throws(WorkspaceError) {
        try await store.change(member) { change in
            let voice = try VoiceRow.find(member, change.connection)
            guard
                try VoiceRow.put(
                    needsSecond: needsSecond, from: version, voice, change.workspace, change.connection)
            else { throw WorkspaceError.invalid("needsSecond", "assess.settingChanged") }
        }
    }
}
