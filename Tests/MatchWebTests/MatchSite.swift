import Cooperation
import Domain
import Foundation
import Insight
import Matches
import Operations
import People
import SiteSupport
import Store

/// A site on which Aldora asks for help, and Belmar and a foundation can give some: help of every kind.
struct MatchSite {
    static let shared = Task { try await MatchSite() }

    let site: WorkspaceSite
    let foundation: Member
    let theme = "right-to-health"
    /// Aldora's, published to everybody.
    let needs: [Need]
    let courses: Offer
    let tied: Offer
    let call: FundCall
    let closed: FundCall

    init() async throws {
        site = try await WorkspaceSite()
        let workspaces = site.workspaces
        foundation = Member.keeper(
            "cli:tests",
            of: try await workspaces.addPartner(
                slug: "lanterns", name: "Lanterns", actor: .foundation, state: nil, region: nil, language: .english,
                timeZone: "UTC", by: .commandLine("tests")))
        try await Self.practice(theme, site)
        let (cooperation, aldora) = (site.cooperation, site.home.keeper)
        var needs: [Need] = []
        for (title, kinds) in [
            ("Train midwives", [HelpKind.training]), ("Count clinics", [.dataStatistics, .equipment]),
            ("Learn from neighbours", [.peerExchange, .training]),
        ] {
            needs.append(try await Self.need(title, kinds, theme, cooperation, aldora))
        }
        self.needs = needs
        courses = try await cooperation.offers.add(Self.offer("Courses for midwives", theme), by: site.foreign.keeper)
        var draft = Self.offer("Courses with strings", theme)
        draft.conditions = [.austerity]
        tied = try await cooperation.offers.add(draft, by: foundation)
        var fund = FundDraft()
        fund.name = "Lantern Fund"
        fund.level = .open
        let made = try await cooperation.funds.add(fund, by: foundation)
        call = try await cooperation.funds.add(
            Self.call("Midwives everywhere", theme, "2026-12-31"), to: made.id, by: foundation)
        closed = try await cooperation.funds.add(
            Self.call("Midwives of last year", theme, "2025-12-31"), to: made.id, by: foundation)
    }

    private static func call(_ title: String, _ theme: String, _ closes: String) -> FundCallDraft {
        var draft = FundCallDraft()
        draft.title = title
        draft.themes = [theme]
        draft.kinds = [.training]
        draft.closes = CalendarDate(closes)
        draft.budget = usd(100_000)
        return draft
    }

    static func usd(_ amount: Int64) -> Money? {
        CurrencyCode("USD").map { Money(minor: amount * 100, currency: $0) }
    }

    static func need(
        _ title: String, _ kinds: [HelpKind], _ theme: String, _ cooperation: Cooperation, _ member: Member,
        hidden: Set<Publication.Part> = []
    ) async throws -> Need {
        var draft = NeedDraft()
        draft.title = title
        draft.kinds = kinds
        draft.asked = "Courses for midwives in clinics of the districts"
        draft.missing = "Trainers"
        draft.themes = [theme, "right-to-food"]
        draft.goals = ["3.1"]
        draft.languages = [.english, .french]
        draft.cost = usd(90_000)
        draft.from = CalendarDate("2026-06-01")
        draft.until = CalendarDate("2026-12-31")
        draft.refused = [.austerity]
        let need = try await cooperation.needs.add(draft, by: member)
        _ = try await cooperation.needs.record(
            ConsentDraft(
                authority: .foreignMinister, office: "Ministry of Foreign Affairs",
                date: CalendarDate("2026-01-10") ?? CalendarDate(dayNumber: 0), instrument: "Note verbale 4",
                level: .open), for: need.id, by: member)
        try await cooperation.needs.publish(
            need.id, version: need.version, Publication(level: .open, hidden: hidden), by: member)
        return try await cooperation.needs.find(need.id, member).need
    }

    static func offer(_ title: String, _ theme: String) -> OfferDraft {
        var draft = OfferDraft()
        draft.title = title
        draft.text = "Two weeks for midwives, on site"
        draft.kinds = [.training, .equipment]
        draft.themes = [theme]
        draft.goals = ["3.2"]
        draft.languages = [.french]
        draft.from = CalendarDate("2026-01-01")
        draft.until = CalendarDate("2026-09-30")
        draft.money = usd(60_000)
        draft.capacityPerYear = 4
        draft.level = .open
        return draft
    }

    /// A practice that was published of Belmar, by nobody who is named.
    private static func practice(_ theme: String, _ site: WorkspaceSite) async throws {
        let owner = SQLValue.int(site.foreign.workspace.id.value)
        try await site.record.database.change(at: "2026-01-01T00:00:00.000Z") { connection, log in
            try connection.execute(
                """
                INSERT INTO practice (id, workspace_id, latest_edition, published_edition, state, published, made, version)
                VALUES (1, $1, 1, 1, 'XAB', '2026-01-01', '2026-01-01', 1)
                """, [owner])
            try connection.execute(
                """
                INSERT INTO practice_edition (id, practice_id, workspace_id, number, status, shelf, state, place_withheld,
                    anonymous, office, email, contact_withheld, made)
                VALUES (1, 1, $1, 1, 'published', 'health', 'XAB', 0, 1, '', '', 0, '2026-01-01')
                """, [owner])
            try connection.execute(
                "INSERT INTO practice_value (edition_id, workspace_id, kind, value) VALUES (1, $1, 'theme', $2)",
                [owner, .text(theme)])
            log.changed(ChangedEntity("practice"), 1)
        }
    }
}

/// One match as a page says it, in its own text alone.
struct ShownMatch {
    /// In hundredths of a point.
    var score: Int
    var total: Int
    /// Points and part of each criterion, the part in hundredths; nil: not known.
    var parts: [(weight: Int, part: Int?, points: Int)]

    /// The matches of a page, in their order.
    static func all(_ page: String, score: Regex<(Substring, Substring, Substring)>) -> [ShownMatch] {
        page.components(separatedBy: "<li class=\"card\">").dropFirst().compactMap { card in
            guard let found = card.firstMatch(of: score), let sum = hundredths(found.1), let total = Int(found.2)
            else { return nil }
            let row =
                #/<tr><th scope="row">[^<]*</th><td class="n">([0-9]+)</td><td class="n">(.*?)</td><td class="n">([^<]*)</td>/#
            let parts = card.matches(of: row).map { row in
                (weight: Int(row.1) ?? -1, part: hundredths(row.2), points: hundredths(row.3) ?? -1)
            }
            return ShownMatch(score: sum, total: total, parts: parts)
        }
    }

    /// `61.50` or `61,50`; nil where it is a word.
    private static func hundredths(_ text: Substring) -> Int? {
        let digits = text.filter { $0.isNumber }
        let sign = text.dropLast(2).last
        return digits.count >= 3 && (sign == "." || sign == ",") ? Int(digits) : nil
    }
}
