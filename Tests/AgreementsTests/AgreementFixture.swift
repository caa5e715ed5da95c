import Clocks
import Cooperation
import Domain
import Foundation
import Insight
import Operations
import People
import PlanSupport
import Plans
import Programmes
import Reference
import Store
import TestSupport

@testable import Agreements

/// A State's mechanism, two partners and a third party on one database, and a need that is published.
struct AgreementFixture {
    static let start: Int64 = 1_770_000_000_000

    let time: MovableTime
    let store: WorkspaceStore
    let needs: Needs
    let offers: Offers
    let clocks: Clocks
    let introductions: Introductions
    let aldora: Member
    let lanterns: Member
    let harbour: Member
    let stranger: Member
    let need: Need

    init(_ database: any Database) async throws {
        let reference = try await Self.reference.value
        time = MovableTime(Self.start)
        store = WorkspaceStore(database: database, clock: time.clock)
        needs = Needs(store, reference)
        offers = Offers(store, reference)
        clocks = Clocks(store: store, reference: reference)
        introductions = Introductions(store, clocks)
        let workspaces = Workspaces(store)
        func partner(_ slug: String) async throws -> Member {
            Member.keeper(
                "cli:\(slug)",
                of: try await workspaces.addPartner(
                    slug: slug, name: slug, actor: .foundation, state: nil, region: nil, language: .english,
                    timeZone: "UTC", by: .commandLine("tests")))
        }
        aldora = Member.keeper(
            "cli:aldora",
            of: try await workspaces.add(
                slug: "aldora", name: "aldora", state: StateCode("XAA"), language: .english, timeZone: "UTC",
                by: .commandLine("tests")))
        lanterns = try await partner("lanterns")
        harbour = try await partner("harbour")
        stranger = try await partner("stranger")
        need = try await Self.need(needs, aldora)
    }

    static let reference = Task {
        let resources =
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Resources"
        return try ReferenceFacts.load(from: resources + "/reference", extra: resources + "/demo")
    }

    private static func need(_ needs: Needs, _ aldora: Member) async throws -> Need {
        var draft = NeedDraft()
        draft.title = "Train judges in the districts"
        draft.kinds = [.training]
        draft.asked = "Two courses a year for the registrars of all nine district courts"
        let need = try await needs.add(draft, by: aldora)
        _ = try await needs.record(
            ConsentDraft(
                authority: .foreignMinister, office: "Ministry of Foreign Affairs", date: try day("2026-01-10"),
                instrument: "Note verbale 4/2026", level: .open), for: need.id, by: aldora)
        try await needs.publish(need.id, version: need.version, Publication(level: .open), by: aldora)
        return try await needs.find(need.id, aldora).need
    }

    static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(text) else { throw WorkspaceError.invalid("day", text) }
        return day
    }

    /// Today, moved by whole days.
    func day(_ offset: Int) throws -> CalendarDate {
        guard let today = CalendarDate(store.clock.instant) else { throw WorkspaceError.notFound }
        return CalendarDate(dayNumber: today.dayNumber + offset)
    }

    /// Asked by the partner about the State's need.
    func asked(_ text: String = "We trained registrars elsewhere.") async throws -> IntroductionID {
        try await introductions.ask(IntroductionAsk(need: need.id), text: text, by: lanterns)
    }

    func alerts(_ member: Member, _ kind: AlertKind) async throws -> Int {
        try await clocks.refreshAlerts(member.workspace)
        return try await clocks.alerts(AlertFilter(kind: kind), before: nil, member).alerts.count
    }
}

/// A clock that a test moves.
final class MovableTime: Sendable {
    private let held: Held

    init(_ start: Int64) { held = Held(start) }

    var clock: Clock { Clock { [held] in held.now } }
    func move(days: Int64) { held.add(days * 86_400_000) }
    func move(hours: Int64) { held.add(hours * 3_600_000) }

    private final class Held: @unchecked Sendable {
        private let lock = NSLock()
        private var value: Int64

        init(_ value: Int64) { self.value = value }

        var now: Int64 { lock.withLock { value } }
        func add(_ more: Int64) { lock.withLock { value += more } }
    }
}
