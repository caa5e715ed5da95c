package import Domain
import People
import Store

extension Screenings {
    /// The sheet that somebody answers on at a moment: the workspace's own, or her own where she was asked to contribute.
    package func sheet(_ id: MomentID, _ member: Member) async throws(WorkspaceError) -> AnswerSheet {
        try member.require(.answerScreening)
        let questions = questions
        return try await store.read { connection in
            let (moment, contributor) = try Self.seat(id, member, connection)
            guard let edition = questions.edition(moment.edition),
                let screening = try CaseRow.find(moment.screening, member.workspace.id, connection)
            else { throw WorkspaceError.notFound }
            var sheet = AnswerSheet(
                screening: screening,
                title: try SubjectRow.title(screening.subject, in: screening.id, connection),
                moment: moment, edition: edition, contributor: contributor, drafts: [:], given: [:], versions: [:])
            let place = Self.place(moment, contributor, member.workspace.id)
            if let held = try SheetRow.find(place, connection) {
                sheet.drafts = try SheetRow.drafts(held.id, place.workspace, connection)
                sheet.given = Dictionary(
                    grouping: try AnswerRow.of(sheet: held.id, place.workspace, connection), by: \.question)
                sheet.versions = try SheetRow.versions(held.id, place.workspace, connection)
                sheet.handedIn = held.handedIn
            }
            return sheet
        }
    }

    /// Keeps what one section says so far. Nobody else reads it before it is handed in. A question that is left as it was handed in
    /// is no draft.
    package func save(
        _ drafts: [AnswerDraft], in section: String, version: Int, of id: MomentID, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.answerScreening)
        let questions = questions
        let drafts = try drafts.map { draft throws(WorkspaceError) in try Self.checked(draft) }
        try await store.change(member) { change in
            let (moment, contributor) = try Self.seat(id, change.member, change.connection)
            guard let asked = questions.edition(moment.edition)?.section(section) else { throw WorkspaceError.notFound }
            for draft in drafts {
                guard let question = asked.questions.first(where: { $0.key == draft.question }) else {
                    throw WorkspaceError.invalid("answer.\(draft.question)", "screening.invalid.question")
                }
                if let reply = draft.reply, !question.replies.contains(reply) {
                    throw WorkspaceError.invalid("answer.\(draft.question)", "screening.invalid.reply")
                }
            }
            let place = Self.place(moment, contributor, change.workspace)
            let sheet = try SheetRow.make(place, change.connection)
            guard
                try SheetRow.advance(section, version: version, of: sheet, change.workspace, change.connection)
            else {
                let now = try SheetRow.versions(sheet, change.workspace, change.connection)[section] ?? 0
                throw WorkspaceError.stale(moment.subject, version: now)
            }
            let given = Dictionary(
                grouping: try AnswerRow.of(sheet: sheet, change.workspace, change.connection), by: \.question)
            for draft in drafts {
                let last = given[draft.question]?.last
                if last != nil, draft.reply == nil {
                    throw WorkspaceError.invalid("answer.\(draft.question)", "screening.invalid.takenBack")
                }
                try SheetRow.write(
                    draft, isKept: !draft.isEmpty && last.map { draft.says($0) } != true, on: sheet,
                    change.workspace, change.connection)
            }
            change.did("screening-moment.save", moment.subject)
        }
    }

    /// Hands in everything that is written: from then on it stays, and the other sides read it. Gives back how many answers these were.
    @discardableResult
    package func handIn(_ id: MomentID, by member: Member) async throws(WorkspaceError) -> Int {
        try member.require(.answerScreening)
        let questions = questions
        return try await store.change(member) { change in
            let (moment, contributor) = try Self.seat(id, change.member, change.connection)
            guard let edition = questions.edition(moment.edition) else { throw WorkspaceError.notFound }
            let place = Self.place(moment, contributor, change.workspace)
            let sheet = try SheetRow.make(place, change.connection)
            let written = try SheetRow.drafts(sheet, change.workspace, change.connection)
            let drafts = edition.questions.compactMap { written[$0.key] }
            let troubles = drafts.compactMap { draft -> WorkspaceError.Trouble? in
                guard let reply = draft.reply else {
                    return .init("answer.\(draft.question)", "screening.invalid.noReply")
                }
                return reply != .notKnown && draft.reason.isEmpty
                    ? .init("reason.\(draft.question)", "screening.invalid.noReason") : nil
            }
            guard troubles.isEmpty else { throw WorkspaceError.invalid(troubles) }
            guard !drafts.isEmpty else { throw WorkspaceError.invalid("answer", "screening.invalid.nothing") }
            try AnswerRow.insert(
                drafts, on: sheet, place, by: change.member.name, at: change.at, change.connection)
            try SheetRow.handIn(sheet, change.workspace, by: change.member.name, at: change.at, change.connection)
            try change.shareWithSides(moment.subject, of: moment.screening)
            change.did("screening-moment.handIn", moment.subject, detail: "{\"answers\":\(drafts.count)}")
            return drafts.count
        }
    }

    /// Where somebody answers: for the workspace, or for herself where she was asked; nowhere otherwise.
    private static func seat(
        _ id: MomentID, _ member: Member, _ connection: any ReadConnection
    ) throws -> (ScreeningMoment, ScreeningContributor?) {
        guard let moment = try MomentRow.find(id, member.workspace.id, connection) else {
            throw WorkspaceError.notFound
        }
        if member.may(.screenCooperation) { return (moment, nil) }
        let own = try ContributorRow.find(moment.screening, member.account, member.workspace.id, connection)
        guard let own else { throw WorkspaceError.notFound }
        return (moment, own)
    }

    private static func place(
        _ moment: ScreeningMoment, _ contributor: ScreeningContributor?, _ workspace: WorkspaceID
    ) -> SheetPlace {
        SheetPlace(
            moment: moment.id, screening: moment.screening, workspace: workspace, account: contributor?.account)
    }

    private static func checked(_ draft: AnswerDraft) throws(WorkspaceError) -> AnswerDraft {
        var draft = draft
        let key = draft.question
        draft.reason = try ScreeningLimits.text(
            draft.reason, "reason.\(key)", most: ScreeningLimits.reasonCharactersMax)
        draft.evidence = try ScreeningLimits.text(
            draft.evidence, "evidence.\(key)", most: ScreeningLimits.evidenceCharactersMax)
        draft.link = try ScreeningLimits.text(draft.link, "link.\(key)", most: ScreeningLimits.linkCharactersMax)
        let isAddress = draft.link.hasPrefix("https://") && !draft.link.contains(where: \.isWhitespace)
        guard draft.link.isEmpty || isAddress else { throw .invalid("link.\(key)", "screening.invalid.link") }
        return draft
    }
}
