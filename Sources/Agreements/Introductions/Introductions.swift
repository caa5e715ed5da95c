package import Clocks
import Cooperation
package import Domain
package import People
import Store

/// Requests of one workspace to be introduced to another, and what both say to each other.
///
/// Only the two read them. What a request is about is named as far as the reader may see it at that moment.
package struct Introductions: Sendable {
    package let store: WorkspaceStore
    let clocks: Clocks

    package init(_ store: WorkspaceStore, _ clocks: Clocks) {
        self.store = store
        self.clocks = clocks
    }

    /// Sent and received, the latest first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [IntroductionRecord] {
        let limit = try member.limit(.seeCooperation)
        let (workspace, today) = (member.workspace.id, clocks.today(in: member.workspace).date)
        return try await store.read { connection in
            let seen = try IntroductionRow.all(workspace, limit, connection)
            let actors = try ActorRow.find(
                seen.flatMap { [$0.introduction.asker, $0.introduction.asked] }, connection)
            return try seen.map { try Self.record($0, workspace, actors, today, connection) }
        }
    }

    /// One with its thread; `notFound` for everybody else than the two.
    package func find(_ id: IntroductionID, _ member: Member) async throws(WorkspaceError) -> IntroductionPage {
        let limit = try member.limit(.seeCooperation)
        let (workspace, today) = (member.workspace.id, clocks.today(in: member.workspace).date)
        return try await store.read { connection in
            guard let seen = try IntroductionRow.find(id, workspace, limit, connection) else {
                throw WorkspaceError.notFound
            }
            let one = seen.introduction
            let actors = try ActorRow.find([one.asker, one.asked], connection)
            let echo = try Self.echo(seen, workspace, connection)
            let contacts = try ThreadRow.contacts(id, connection)
            let other = one.other(of: workspace)
            let isOpen = one.status == .accepted && contacts[workspace] != nil
            return IntroductionPage(
                record: try Self.record(seen, workspace, actors, today, connection),
                messages: try ThreadRow.messages(id, connection).map { Self.message($0, workspace, echo) },
                ownContact: contacts[workspace], otherContact: isOpen ? contacts[other] : nil,
                isOtherContactGiven: contacts[other] != nil,
                agreements: try AgreementRow.made(from: id, workspace, connection))
        }
    }

    /// What asking would come to.
    package func outlook(
        _ ask: IntroductionAsk, _ member: Member
    ) async throws(WorkspaceError) -> IntroductionOutlook {
        try member.require(.decideMatches)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let subject = try IntroductionSubject(ask, workspace, connection)
            let partner = try subject.partner()
            var seen: Bool?
            if let need = ask.need, let partner {
                seen =
                    try connection.count(
                        """
                        SELECT COUNT(*) FROM need n
                        WHERE n.id = $2 AND (n.workspace_id = $1 OR (\(CooperationReader.need("$1"))))
                        """, [.int(partner.value), .int(need.value)]) > 0
            }
            return IntroductionOutlook(
                ask: ask, partner: try partner.flatMap { try ActorRow.find([$0], connection)[$0] },
                obstacle: partner == nil ? subject.obstacle : nil, contact: subject.contact, titles: subject.titles,
                isNeedSeenByOther: seen,
                waiting: try partner.flatMap { try IntroductionRow.waiting(ask, workspace, $0, connection) })
        }
    }

    static func record(
        _ seen: IntroductionRow.Seen, _ reader: WorkspaceID, _ actors: [WorkspaceID: CooperationActor],
        _ today: CalendarDate?, _ connection: any ReadConnection
    ) throws -> IntroductionRecord {
        var one = seen.introduction
        let age = age(one, today)
        let echo = try echo(seen, reader, connection)
        let isWithheld = echo?.isHeard(in: one.text) ?? false
        if isWithheld { one.text = "" }
        if echo?.isHeard(in: one.reason) == true { one.reason = "" }
        if reader != one.asker { one.madeBy = "" }
        if reader != one.asked { one.answeredBy = nil }
        return IntroductionRecord(
            introduction: one, actors: actors, titles: seen.titles, ageDays: age,
            isUnanswered: one.status == .asked && age >= IntroductionClock.unansweredDays,
            isNeedShown: seen.isNeedShown, isTextWithheld: isWithheld)
    }

    /// What may not be repeated to this reader: a need of the other side that is no longer shown.
    private static func echo(
        _ seen: IntroductionRow.Seen, _ reader: WorkspaceID, _ connection: any ReadConnection
    ) throws -> NeedEcho? {
        guard !seen.isNeedShown, let need = seen.introduction.about.need, let owner = seen.introduction.needOwner,
            owner != reader
        else { return nil }
        return try NeedEcho.of(need, owner, connection)
    }

    private static func message(
        _ row: ThreadRow.Message, _ reader: WorkspaceID, _ echo: NeedEcho?
    ) -> IntroductionMessage {
        let isWithheld = row.deleted == nil && (echo?.isHeard(in: row.text) ?? false)
        return IntroductionMessage(
            id: row.id, workspace: row.workspace, author: row.workspace == reader ? row.author : nil,
            text: isWithheld ? "" : row.text, made: row.made, deleted: row.deleted, isWithheld: isWithheld)
    }

    private static func age(_ one: Introduction, _ today: CalendarDate?) -> Int {
        guard let from = CalendarDate(one.made), let to = one.answered.flatMap({ CalendarDate($0) }) ?? today else {
            return 0
        }
        return max(0, to.dayNumber - from.dayNumber)
    }

    /// Lets alerts of both sides follow at once.
    func refresh(_ workspaces: [WorkspaceID]) async throws(WorkspaceError) {
        let all = try await Workspaces(store).all()
        for workspace in all where workspaces.contains(workspace.id) && !workspace.isClosed {
            try await clocks.refreshAlerts(workspace)
        }
    }
}

extension Introductions {
    /// After so many days without an answer a request is a finding, in both workspaces.
    package static let unansweredDays = IntroductionClock.unansweredDays
}
