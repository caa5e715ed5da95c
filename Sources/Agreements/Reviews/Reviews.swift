package import Cooperation
package import Domain
import People
package import Programmes
import Store

/// An agreement's reviews as one respondent sees them: who answered what, side by side over time, and what was computed.
package struct ReviewBook: Sendable {
    package var agreement: Agreement
    package var version: AgreementVersion
    package var actors: [WorkspaceID: CooperationActor]
    package var institutions: [InstitutionID: String]
    package var sayings: AgreementSayings
    /// Who the reader answers for; nil: reads and does not answer.
    package var respondent: Respondent?
    package var today: CalendarDate
    package var predictability: [Predictability]
    package var responses: [ResponseTimes]
    /// The linked programme's disbursements and planned ones by now, by currency; nil: none is linked, or the reader may not see it.
    package var programme: ProgrammePace?
    package var direction: FlowDirection

    /// The agreement's review days, and days on which somebody answered under an earlier version.
    package var days: [CalendarDate] {
        Set(version.terms.reviewDays + sayings.answers.map(\.day)).sorted()
    }
}

/// What a programme says it disbursed, beside what it had planned to by now.
package struct ProgrammePace: Hashable, Sendable {
    package var programme: ProgrammeID
    package var title: String
    /// By currency.
    package var planned: [String: Amount]
    package var disbursed: [String: Amount]
}

extension Agreements {
    /// Agreements that the reader's institution is asked to answer about.
    package func invitations(_ member: Member) async throws(WorkspaceError) -> [AgreementRecord] {
        try member.require(.comment)
        guard let institution = member.institution else { return [] }
        let workspace = member.workspace.id
        return try await store.read { connection in
            let all = try AgreementRow.invited(institution, workspace, connection)
            return try Self.records(all, connection) { agreement in
                try agreement.current.flatMap { try VersionRow.one(agreement.id, $0, connection) }
            }
        }
    }

    /// The reviews of an agreement: for its parties' people, and for whoever belongs to an institution that was invited; nobody else
    /// learns that there is one.
    package func reviews(of id: AgreementID, _ member: Member) async throws(WorkspaceError) -> ReviewBook {
        let limit = member.may(.seeCooperation) ? try member.limit(.seeCooperation) : nil
        let (workspace, today, reference) = (member.workspace.id, today(member), reference)
        let (milliseconds, isParty) = (store.clock.milliseconds(), member.may(.seeCooperation))
        var book = try await store.read { connection in
            let respondent = try Self.respondent(id, member, connection)
            var found = isParty ? try AgreementRow.find(id, workspace, limit, connection) : nil
            if found == nil, respondent?.institution != nil, let institution = member.institution {
                found = try AgreementRow.invited(institution, workspace, connection).first { $0.id == id }
            }
            guard let agreement = found, let current = agreement.current,
                let version = try VersionRow.one(id, current, connection)
            else { throw WorkspaceError.notFound }
            guard version.parties.contains(where: { $0.workspace == workspace }) else { throw WorkspaceError.notFound }
            let sayings = try SayingRow.all(id, connection)
            let people = version.parties.map(\.workspace) + sayings.answers.map(\.respondent.workspace)
            let actors = try ActorRow.find(people, connection)
            return ReviewBook(
                agreement: agreement, version: version, actors: actors,
                institutions: try InvitedRow.names(sayings.answers.compactMap(\.respondent.institution), connection),
                sayings: sayings, respondent: respondent, today: today,
                predictability: Predictability.of(version, sayings, today: today),
                responses: try Self.responses(agreement, now: milliseconds, connection), programme: nil,
                direction: FlowDirection.of(version.terms, states: actors.compactMapValues(\.state), reference))
        }
        if let programme = book.agreement.programme { book.programme = try await pace(programme, member, today) }
        return book
    }

    /// Answers questions at a review, all or none. What was answered before stays.
    package func answer(
        _ drafts: [ReviewDraft], on day: CalendarDate, in id: AgreementID, by member: Member
    ) async throws(WorkspaceError) {
        if day > today(member) { throw .invalid("day", "agreement.allowed.future") }
        guard !drafts.isEmpty else { throw .invalid("value", "agreement.allowed.needed") }
        var checked: [ReviewDraft] = []
        for draft in drafts { checked.append(try draft.checked()) }
        let answers = checked
        try await store.change(member) { change in
            guard let respondent = try Self.respondent(id, member, change.connection),
                let version = try Self.current(id, change.connection)
            else { throw WorkspaceError.notFound }
            guard version.terms.reviewDays.contains(day) else {
                throw WorkspaceError.invalid("day", "agreement.allowed.reviewDay")
            }
            if try SayingRow.count(id, change.workspace, change.connection) >= Self.sayingsMax {
                throw WorkspaceError.invalid("reason", "agreement.allowed.lines")
            }
            let subject = Subject(.agreement, id.value)
            change.share(subject, with: version.parties.map(\.workspace))
            let ids = try IDAllocator.take("agreement_answer", answers.count, change.connection)
            for (number, draft) in zip(ids, answers) {
                let answer = ReviewAnswer(
                    id: number, day: day, respondent: respondent, indicator: draft.indicator, value: draft.value,
                    reason: draft.reason, evidence: draft.evidence, made: change.at)
                try SayingRow.insert(answer, id, by: change.member.name, change.connection)
                change.field(
                    subject, "review", from: nil,
                    to: "\(day): \(draft.indicator.rawValue), \(draft.value.rawValue), \(change.member.workspace.name)")
            }
            change.did("agreement.review", subject, detail: "{\"day\":\"\(day)\",\"answers\":\(answers.count)}")
        }
    }

    private static func current(
        _ id: AgreementID, _ connection: any ReadConnection
    ) throws -> AgreementVersion? {
        let current = try connection.first(
            "SELECT current FROM agreement WHERE id = $1 AND current IS NOT NULL", [.int(id.value)]
        ) { Int(try $0.int(0)) }
        return try current.flatMap { try VersionRow.one(id, $0, connection) }
    }

    /// For whom a member answers: the party itself where the role screens cooperation, else the own institution where it was invited.
    private static func respondent(
        _ id: AgreementID, _ member: Member, _ connection: any ReadConnection
    ) throws -> Respondent? {
        let workspace = member.workspace.id
        guard let version = try current(id, connection),
            version.parties.contains(where: { $0.workspace == workspace })
        else { return nil }
        if member.reach(.screenCooperation) == .all { return Respondent(workspace: workspace) }
        guard member.may(.comment), let institution = member.institution else { return nil }
        let invited = try InvitedRow.all(id, workspace, connection).contains { $0.id == institution }
        return invited ? Respondent(workspace: workspace, institution: institution) : nil
    }

    /// Of an agreement that began with an introduction: the request, its answer, what was written since, and proposals with the other
    /// side's word on them.
    private static func responses(
        _ agreement: Agreement, now: Int64, _ connection: any ReadConnection
    ) throws -> [ResponseTimes] {
        guard let introduction = agreement.introduction else { return [] }
        let row = try connection.first(
            "SELECT workspace_id, partner_id, asked, answered, status FROM introduction WHERE id = $1",
            [.int(introduction.value)]
        ) { row in
            (
                asker: WorkspaceID(try row.int(0)), asked: WorkspaceID(try row.int(1)), at: try row.text(2),
                answered: try row.textOrNil(3)
            )
        }
        guard let row else { return [] }
        var said = [(row.asker, row.at)]
        if let answered = row.answered { said.append((row.asked, answered)) }
        said += try ThreadRow.messages(introduction, connection).map { ($0.workspace, $0.made) }
        for version in try VersionRow.all(agreement.id, row.asker, connection) {
            if let proposed = version.proposed { said.append((version.workspace, proposed)) }
            said += version.parties.compactMap { party in
                (party.accepted ?? party.refused).map { (party.workspace, $0) }
            }
        }
        // Of agreements of three, what is said between others is no answer of these two.
        said.removeAll { $0.0 != row.asker && $0.0 != row.asked }
        let times = said.compactMap { one in Instants.milliseconds(one.1).map { (workspace: one.0, at: $0) } }
            .sorted { $0.at < $1.at }
        return ResponseTimes.of(
            times, [row.asker, row.asked], now: now,
            isOver: agreement.status == .ended || agreement.status == .terminated)
    }

    private func pace(
        _ programme: ProgrammeID, _ member: Member, _ today: CalendarDate
    ) async throws(WorkspaceError) -> ProgrammePace? {
        guard let title = try await title(of: programme, member) else { return nil }
        var whole: ProgrammeWhole?
        for view in [ProgrammeView.workspace(member), .everybody] where whole == nil {
            if case .workspace = view, !member.may(.seeCooperation) { continue }
            do throws(WorkspaceError) { whole = try await programmes.find(programme, view) } catch .notFound {}
        }
        guard let whole else { return nil }
        var pace = ProgrammePace(programme: programme, title: title, planned: [:], disbursed: [:])
        for entry in whole.activity.money where (entry.day <= today) {
            switch entry.kind {
            case .plannedDisbursement: pace.planned[entry.currency, default: .zero] += entry.amount
            case .disbursement: pace.disbursed[entry.currency, default: .zero] += entry.amount
            default: break
            }
        }
        return pace
    }
}
