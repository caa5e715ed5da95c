import Cooperation
import Domain
import Insight
import People
import Store
import TestSupport
import Testing

@testable import Matches

@Suite("The index of help")
struct ShelfTests {
    /// What a shelf that was never asked before builds is what one that follows every change has.
    private func agrees(_ fixture: MatchFixture) async throws -> Bool {
        let (reference, today) = (fixture.reference, fixture.matches.today)
        let shelf = fixture.matches.shelf
        return try await fixture.store.read { connection in
            let followed = try shelf.stand(reference, today: today, connection)
            let built = try MatchShelf().stand(reference, today: today, connection)
            return followed.index.ids == built.index.ids && followed.counts == built.counts
                && followed.evidence == built.evidence
                && built.index.ids.allSatisfy { id in
                    let (one, other) = (followed.index[id], built.index[id])
                    return one?.evidence == other?.evidence && one?.themes == other?.themes
                        && one?.capacityLeft == other?.capacityLeft
                }
        }
    }

    @Test("Follows offers, funds and calls as they are made, changed, paused and closed")
    func follows() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let need = try await fixture.published()
            let none = try await fixture.help(for: need.id)
            #expect(none.isEmpty)
            var draft = MatchFixture.offer()
            let offer = try await fixture.cooperation.offers.add(draft, by: fixture.lanterns)
            var fund = FundDraft()
            fund.name = "Clinics"
            fund.level = .open
            let made = try await fixture.cooperation.funds.add(fund, by: fixture.harbour)
            var call = FundCallDraft()
            call.title = "Midwives"
            call.themes = [MatchFixture.theme]
            call.kinds = [.training]
            let opened = try await fixture.cooperation.funds.add(call, to: made.id, by: fixture.harbour)
            let both = try await fixture.help(for: need.id)
            #expect(Set(both) == [.offer(offer.id), .call(opened.id)])
            let opening = try await agrees(fixture)
            #expect(opening)
            draft.status = .paused
            try await fixture.cooperation.offers.edit(offer.id, version: 1, draft, by: fixture.lanterns)
            let paused = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
            #expect(paused.matches.map(\.card.id) == [.call(opened.id)])
            #expect(paused.refusals.first?.obstacles.map(\.condition) == [.capacity])
            fund.isClosed = true
            try await fixture.cooperation.funds.edit(made.id, version: 1, fund, by: fixture.harbour)
            draft.status = .closed
            try await fixture.cooperation.offers.edit(offer.id, version: 2, draft, by: fixture.lanterns)
            let closed = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
            #expect(closed.matches.isEmpty && closed.refusals.isEmpty && closed.compared.isEmpty)
            let closing = try await agrees(fixture)
            #expect(closing)
        }
    }

    @Test("A State is a peer where others found something carried out, and not by its own word")
    func peers() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let need = try await fixture.published(MatchFixture.need(), by: fixture.belmar)
            func peers() async throws -> [NeedShortlist.Match] {
                try await fixture.matches.shortlist(
                    for: need.id, fixture.belmar, ShortlistQuestion(sources: [.peer])
                ).matches
            }
            let before = try await peers()
            #expect(before.isEmpty)
            try await fixture.assess(.state, "XAA", "implemented")
            try await fixture.assess(.nhri, "Institution of Aldora", "inProgress")
            let claimed = try await peers()
            #expect(claimed.isEmpty)
            try await fixture.assess(.committee, "A committee", "B")
            let assessed = try await peers()
            let found = try #require(assessed.first)
            #expect(found.card.state == StateCode("XAA"))
            let record = try #require(found.score.parts.first { $0.criterion == .record })
            #expect(record.reason.count == 1 && record.reason.shared == ["assessed"])
            // Both are in one group, which counts in the place of a priority.
            #expect(found.score.parts.first { $0.criterion == .priority }?.reason.shared == ["demo-coast"])
            let agreed = try await agrees(fixture)
            #expect(agreed)
            let own = try await fixture.published()
            let themselves = try await fixture.matches.shortlist(
                for: own.id, fixture.aldora, ShortlistQuestion(sources: [.peer]))
            #expect(themselves.matches.isEmpty)
        }
    }

    @Test("A practice that is published speaks for its State and for who wrote it, unless they stay unnamed")
    func practices() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let need = try await fixture.published()
            let offer = try await fixture.cooperation.offers.add(MatchFixture.offer(), by: fixture.lanterns)
            let owner = fixture.lanterns.workspace.id
            func write(_ id: Int64, anonymous: Int, state: String?) async throws {
                try await database.change(at: fixture.store.clock.instant) { connection, log in
                    try EvidenceRows.published(id, owner, anonymous: anonymous, state: state, connection)
                    log.changed(ChangedEntity("practice"), id)
                }
            }
            func record(_ help: HelpID) async throws -> MatchReason? {
                let list = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
                let match = list.matches.first { $0.card.id == help }
                return match?.score.parts.first { $0.criterion == .record }?.reason
            }
            try await write(1, anonymous: 1, state: nil)
            let unnamed = try await record(.offer(offer.id))
            #expect(unnamed?.code == .helpSilent)
            try await write(2, anonymous: 0, state: "XAB")
            let named = try await record(.offer(offer.id))
            #expect(named?.count == 1 && named?.shared == ["practice"])
            let peer = try await record(.peer(StateCode("XAB")))
            #expect(peer?.count == 1)
            let agreed = try await agrees(fixture)
            #expect(agreed)
            // Nobody reads practices of a workspace that is closed.
            try await database.change(at: fixture.store.clock.instant) { connection, log in
                try connection.execute("UPDATE workspace SET closed = 1 WHERE id = $1", [.int(owner.value)])
                log.changed(ChangedEntity("workspace"), owner.value)
            }
            let closed = try await record(.peer(StateCode("XAB")))
            #expect(closed == nil)
        }
    }

    @Test(
        "An agreement that ended as agreed and that all let everybody read speaks for who gave, and takes from this year's capacity"
    )
    func agreements() async throws {
        try await withEachDatabase { database in
            let fixture = try await MatchFixture(database)
            let need = try await fixture.published()
            var draft = MatchFixture.offer()
            draft.capacityPerYear = 1
            let offer = try await fixture.cooperation.offers.add(draft, by: fixture.lanterns)
            let other = try await fixture.cooperation.offers.add(MatchFixture.offer("More"), by: fixture.lanterns)
            let parties = [fixture.aldora, fixture.lanterns].map(\.workspace.id)
            func write(_ id: Int64, isPublic: Bool, _ status: String) async throws {
                try await database.change(at: fixture.store.clock.instant) { connection, log in
                    try EvidenceRows.agreement(
                        id, parties, need.id, offer.id, isPublic: isPublic, status, connection)
                    log.changed(ChangedEntity("agreement"), id)
                }
            }
            func record() async throws -> MatchReason? {
                let list = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
                let match = list.matches.first { $0.card.id == .offer(other.id) }
                return match?.score.parts.first { $0.criterion == .record }?.reason
            }
            try await write(1, isPublic: false, "ended")
            let closed = try await record()
            #expect(closed?.code == .helpSilent)
            let full = try await fixture.matches.shortlist(for: need.id, fixture.aldora)
            #expect(full.refusals.first?.card.id == .offer(offer.id))
            #expect(full.refusals.first?.obstacles.map(\.condition) == [.capacity])
            try await write(2, isPublic: true, "terminated")
            let broken = try await record()
            #expect(broken?.code == .helpSilent)
            try await write(3, isPublic: true, "ended")
            let open = try await record()
            #expect(open?.count == 1 && open?.shared == ["agreement"])
            let agreed = try await agrees(fixture)
            #expect(agreed)
            // Nobody outside reads the need any more, and nothing is told of what came of it.
            try await fixture.cooperation.needs.withdrawConsent(need.id, why: "Met", by: fixture.aldora)
            let gone = try await record()
            #expect(gone?.code == .helpSilent)
        }
    }
}

/// Agreements and practices as rows.
private enum EvidenceRows {
    static func agreement(
        _ id: Int64, _ parties: [WorkspaceID], _ need: NeedID, _ offer: OfferID, isPublic: Bool, _ status: String,
        _ connection: any WriteConnection
    ) throws {
        let owner = SQLValue.int(parties[0].value)
        try connection.execute(
            """
            INSERT INTO introduction (id, workspace_id, partner_id, need_id, need_workspace_id, offer_id, body, status, asked,
                asked_by, answered, reason, version)
            VALUES ($1, $2, $3, $4, $2, $5, '', 'accepted', '2026-01-01', 'x', '2026-01-02', '', 1)
            """, [.int(id), owner, .int(parties[1].value), .int(need.value), .int(offer.value)])
        try connection.execute(
            """
            INSERT INTO agreement (id, workspace_id, introduction_id, status, current, made, in_force, closed_why, version)
            VALUES ($1, $2, $1, $3, 1, '2026-01-03', '2026-01-04T00:00:00.000Z', '', 1)
            """, [.int(id), owner, .text(status)])
        try connection.execute(
            """
            INSERT INTO agreement_version (agreement_id, number, workspace_id, status, title, purpose, language, exit_note,
                notice_days, change_note, author, made)
            VALUES ($1, 1, $2, 'in-force', 'x', '', 'en', '', 0, '', 'x', '2026-01-03')
            """, [.int(id), owner])
        for party in parties {
            try connection.execute(
                """
                INSERT INTO agreement_party (agreement_id, number, workspace_id, accepted, public, reason)
                VALUES ($1, 1, $2, '2026-01-04', $3, '')
                """, [.int(id), .int(party.value), .flag(isPublic)])
        }
    }

    static func published(
        _ id: Int64, _ workspace: WorkspaceID, anonymous: Int, state: String?, _ connection: any WriteConnection
    ) throws {
        let ids: [SQLValue] = [.int(id), .int(workspace.value)]
        try connection.execute(
            """
            INSERT INTO practice (id, workspace_id, latest_edition, published_edition, state, published, made, version)
            VALUES ($1, $2, $1, $1, $3, '2026-01-01', '2026-01-01', 1)
            """, ids + [.optional(state)])
        try connection.execute(
            """
            INSERT INTO practice_edition (id, practice_id, workspace_id, number, status, shelf, state, place_withheld,
                anonymous, office, email, contact_withheld, made)
            VALUES ($1, $1, $2, 1, 'published', 'health', $3, 0, $4, '', '', 0, '2026-01-01')
            """, ids + [.optional(state), .int(anonymous)])
        try connection.execute(
            "INSERT INTO practice_value (edition_id, workspace_id, kind, value) VALUES ($1, $2, 'theme', $3)",
            ids + [.text(MatchFixture.theme)])
    }
}
