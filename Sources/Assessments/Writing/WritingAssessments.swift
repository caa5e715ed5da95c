package import Domain
import FollowUp
import People
import Plans
import Store

/// A page of what a voice has written, newest first.
package struct OwnAssessmentPage: Hashable, Sendable {
    package var voice: AssessmentVoice
    /// As many as there are, on all pages.
    package var total: Int
    package var assessments: [OwnAssessment]
    package var next: AssessmentID?
    /// Whether nothing is published before somebody else in the voice has read it.
    package var needsSecond: Bool
    package var settingVersion: Int
}

/// What a form offers for a thing.
package struct AssessmentOffer: Hashable, Sendable {
    package var voice: AssessmentVoice
    package var facts: AssessedFacts
    package var schemes: [OwnScheme]
    /// Of the workspace, public and cleared: addresses are keys.
    package var evidence: [EvidenceLink]
}

extension Assessments {
    /// What the member's voice has written: drafts, what is published, what was taken back.
    package func own(
        _ member: Member, after: AssessmentID? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> OwnAssessmentPage {
        let limit = min(max(1, limit), Self.pageMax)
        return try await store.read { connection in
            let voice = try VoiceRow.find(member, connection)
            let workspace = member.workspace.id
            let found = try SaidRow.all(voice, workspace, after: after, limit: limit + 1, connection)
            let shown = Array(found.prefix(limit))
            let setting = try VoiceRow.needsSecond(voice, workspace, connection)
            return OwnAssessmentPage(
                voice: voice, total: try SaidRow.count(voice, workspace, connection), assessments: shown,
                next: found.count > limit ? shown.last?.id : nil, needsSecond: setting.needs,
                settingVersion: setting.version)
        }
    }

    /// `notFound` where it is not there or of another voice: the same to whoever asks.
    package func own(_ id: AssessmentID, _ member: Member) async throws(WorkspaceError) -> OwnAssessment {
        try await store.read { connection in
            let voice = try VoiceRow.find(member, connection)
            guard let own = try SaidRow.find(id, voice, member.workspace.id, connection) else {
                throw WorkspaceError.notFound
            }
            return own
        }
    }

    /// What can be said of a thing, in whose name.
    package func offer(
        _ thing: AssessedThing, _ language: LanguageTag, _ member: Member
    ) async throws(WorkspaceError) -> AssessmentOffer {
        try await store.read { connection in
            let voice = try VoiceRow.find(member, connection)
            guard let facts = try ThingRow.facts(thing, language, connection), Self.isWithin(facts, member) else {
                throw WorkspaceError.notFound
            }
            return AssessmentOffer(
                voice: voice, facts: facts,
                schemes: try SchemeRow.own(voice, member.workspace.id, connection).filter { !$0.isClosed },
                evidence: try PublicEvidence.all(of: member.workspace.id, connection).map {
                    EvidenceLink(kind: .evidence, title: $0.title, address: $0.key)
                })
        }
    }

    /// In a State's mechanism whoever takes part speaks of that State; partners speak of any.
    private static func isWithin(_ facts: AssessedFacts, _ member: Member) -> Bool {
        member.workspace.mechanismState.map { facts.states.contains($0) } ?? true
    }

    /// Writes a draft. Nobody but the voice reads it, and no log says that it is there.
    package func write(_ draft: AssessmentDraft, by member: Member) async throws(WorkspaceError) -> OwnAssessment {
        let draft = try checked(draft, member)
        let id = AssessmentID(try await store.take(.assessment).lowerBound)
        return try await store.change(member) { change in
            var own = try Self.made(id, draft, change)
            guard try SaidRow.count(own.voice, change.workspace, change.connection) < AssessmentRules.ownMax else {
                throw WorkspaceError.invalid("assessment", "assess.many")
            }
            own.made = change.at
            try SaidRow.insert(own, change.connection)
            return own
        }
    }

    /// Makes a draft say this. What was published stays as it is: write a new one.
    package func edit(
        _ id: AssessmentID, version: Int, _ draft: AssessmentDraft, by member: Member
    ) async throws(WorkspaceError) {
        let draft = try checked(draft, member)
        try await store.change(member) { change in
            let own = try Self.made(id, draft, change)
            guard try SaidRow.update(own, version: version, change.connection) else {
                throw try Self.refusal(id, own.voice, change)
            }
        }
    }

    /// Throws a draft away.
    package func discard(_ id: AssessmentID, version: Int, by member: Member) async throws(WorkspaceError) {
        try await step(id, member) { own, change in
            try SaidRow.discard(own, version: version, change.connection)
        }
    }

    func checked(_ draft: AssessmentDraft, _ member: Member) throws(WorkspaceError) -> AssessmentDraft {
        try AssessmentRules.day(draft.day, today: member.workspace.day(at: store.clock.milliseconds()))
        var draft = draft
        draft.reasons = try AssessmentRules.reasons(draft.reasons)
        draft.evidence = try AssessmentRules.evidence(draft.evidence)
        return draft
    }

    /// The draft with what the record says of its thing.
    static func made(
        _ id: AssessmentID, _ draft: AssessmentDraft, _ change: WorkspaceChange
    ) throws -> OwnAssessment {
        let voice = try VoiceRow.find(change.member, change.connection)
        guard let facts = try ThingRow.facts(draft.thing, .english, change.connection),
            isWithin(facts, change.member)
        else { throw WorkspaceError.invalid("thing", "assess.thingUnknown") }
        var draft = draft
        draft.thing = facts.thing
        let part = facts.parts.first { $0.id == draft.part }
        guard draft.part == 0 || part != nil else { throw WorkspaceError.invalid("part", "assess.partUnknown") }
        let scheme = try SchemeRow.chosen(
            draft.scheme, value: draft.value, voice, change.workspace, change.connection)
        let keys = draft.evidence.filter { $0.kind == .evidence }.map(\.address)
        let known = Set(try PublicEvidence.all(of: change.workspace, change.connection).map(\.key))
        guard keys.allSatisfy(known.contains) else {
            throw WorkspaceError.invalid("evidence", "assess.evidenceUnknown")
        }
        if let statement = draft.statement {
            guard voice.assessor == .state, voice.institution == nil,
                try StatementSourceRow.find(statement, change.workspace, change.connection) != nil
            else { throw WorkspaceError.invalid("statement", "assess.statementUnknown") }
        }
        return OwnAssessment(
            id: id, workspace: change.workspace, voice: voice, draft: draft, edition: scheme.edition,
            content: scheme.content, state: change.member.workspace.mechanismState ?? facts.states.first,
            document: facts.document, paragraph: facts.paragraph, partLabel: part?.label ?? "",
            title: facts.thing.kind == .issue ? facts.title : "", status: .draft, author: change.member.name,
            authorID: change.member.account, made: change.at, version: 1)
    }

    /// One step of the voice's own assessment; the step says whether it was taken.
    func step(
        _ id: AssessmentID, _ member: Member,
        _ act: @Sendable @escaping (OwnAssessment, inout WorkspaceChange) throws -> Bool
    ) async throws(WorkspaceError) {
        try await store.change(member) { change in
            let voice = try VoiceRow.find(member, change.connection)
            guard var own = try SaidRow.find(id, voice, change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            // What is published from now on is published under the name of today.
            if own.status == .draft { own.voice = voice }
            guard try act(own, &change) else { throw try Self.refusal(id, voice, change) }
        }
    }

    private static func refusal(
        _ id: AssessmentID, _ voice: AssessmentVoice, _ change: WorkspaceChange
    ) throws -> WorkspaceError {
        guard let now = try SaidRow.find(id, voice, change.workspace, change.connection) else { return .notFound }
        return .stale(now.subject, version: now.version)
    }
}
