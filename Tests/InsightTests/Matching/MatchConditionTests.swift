import Domain
import Testing

@testable import Insight

@Suite struct MatchConditionTests {
    static let need = NeedProfile(
        id: NeedID(1), workspace: WorkspaceID(1), state: StateCode("XAA"), groups: ["africa", "ldc"],
        themes: ["torture"], goals: ["16.3"], kinds: [.training], languages: [.french, .english],
        window: DayWindow(CalendarDate("2030-01"), CalendarDate("2030-12")), refused: [.austerity], level: .open)
    static let help = HelpProfile(
        id: .offer(OfferID(7)), workspace: WorkspaceID(2), eligible: Eligibility(groups: ["ldc"]), themes: ["torture"],
        kinds: [.training], languages: [.french], window: DayWindow(CalendarDate("2030"), nil), capacityLeft: 2)
    static let question = MatchQuestion(view: .others, today: MatchFixtures.today)

    static func obstacles(
        _ need: NeedProfile = need, _ help: HelpProfile = help, _ question: MatchQuestion = question
    ) -> [MatchObstacle] {
        ConditionCheck(need, help, text: 0, question).obstacles
    }

    @Test("Help that meets every condition has nothing in its way")
    func allMet() {
        #expect(Self.obstacles().isEmpty)
        #expect(ConditionCheck(Self.need, Self.help, text: 0, Self.question).unchecked.isEmpty)
    }

    @Test("Each condition that fails is told, with what stands in the way")
    func eachAlone() {
        func help(_ change: (inout HelpProfile) -> Void) -> HelpProfile {
            var help = Self.help
            change(&help)
            return help
        }
        let cases: [(HelpProfile, MatchObstacle)] = [
            (help { $0.workspace = WorkspaceID(1) }, MatchObstacle(.ownHelp, codes: ["XAA"])),
            (help { $0.eligible.groups = ["sids"] }, MatchObstacle(.eligibility, codes: ["sids"])),
            (help { $0.themes = ["housing"] }, MatchObstacle(.subject, need: 20, help: 0)),
            (help { $0.languages = [.spanish] }, MatchObstacle(.language, codes: ["es"])),
            (
                help { $0.window = DayWindow(CalendarDate("2031-02"), nil) },
                MatchObstacle(
                    .window, need: CalendarDate("2030-12-31").map { Int64($0.dayNumber) },
                    help: CalendarDate("2031-02-01").map { Int64($0.dayNumber) })
            ),
            (
                help { $0.closes = CalendarDate("2030-02-28")?.dayNumber },
                MatchObstacle(.closed, help: CalendarDate("2030-02-28").map { Int64($0.dayNumber) })
            ),
            (help { $0.conditions = [.visibility, .austerity] }, MatchObstacle(.refused, codes: ["austerity"])),
            (help { $0.capacityLeft = 0 }, MatchObstacle(.capacity, help: 0)),
        ]
        for (help, obstacle) in cases { #expect(Self.obstacles(Self.need, help) == [obstacle]) }
    }

    @Test("Help that ended before today is no match, even for a need that began earlier")
    func ended() {
        var help = Self.help
        help.window = DayWindow(CalendarDate("2029"), CalendarDate("2030-02"))
        #expect(Self.obstacles(Self.need, help).map(\.condition) == [.window])
    }

    @Test("A ceiling excludes only what cannot be split, and never compares two currencies")
    func ceiling() throws {
        let (own, other) = (MatchFixtures.currencies[0], MatchFixtures.currencies[1])
        var (need, help) = (Self.need, Self.help)
        need.money = Money(minor: 500_000, currency: own)
        help.ceiling = Money(minor: 400_000, currency: own)
        #expect(Self.obstacles(need, help).isEmpty)
        need.isDivisible = false
        #expect(
            Self.obstacles(need, help) == [MatchObstacle(.ceiling, codes: [own.rawValue], need: 500_000, help: 400_000)]
        )
        help.ceiling = Money(minor: 400_000, currency: other)
        let check = ConditionCheck(need, help, text: 0, Self.question)
        #expect(check.obstacles.isEmpty && check.unchecked == [.ceiling])
    }

    @Test("A need is matched only with those who may read it; its own State sees what consent is missing")
    func consent() {
        var need = Self.need
        for (level, isMet) in [(PublicationLevel.draft, false), (.named, false), (.partners, true), (.open, true)] {
            need.level = level
            #expect(Self.obstacles(need).isEmpty == isMet)
        }
        need.level = .named
        need.named = [WorkspaceID(2)]
        #expect(Self.obstacles(need).isEmpty)
        need.level = .draft
        let own = MatchQuestion(view: .ownNeed, today: MatchFixtures.today)
        let check = ConditionCheck(need, Self.help, text: 0, own)
        #expect(check.obstacles.isEmpty && check.unchecked == [.consent])
    }

    @Test("What one side does not say is neither met nor failed, but to be asked")
    func unchecked() {
        var help = Self.help
        help.languages = []
        help.window = DayWindow()
        help.capacityLeft = nil
        let check = ConditionCheck(Self.need, help, text: 0, Self.question)
        #expect(check.obstacles.isEmpty)
        #expect(check.unchecked == [.language, .window, .capacity])
    }

    @Test("Ids of help are written and read, and nothing else is read")
    func ids() {
        for id in [HelpID.offer(OfferID(12)), .call(FundCallID(3)), .programme(9), .peer(StateCode("XAB"))] {
            #expect(HelpID(id.description) == id)
        }
        for text in ["", "offer", "offer-", "offer-0", "offer-01", "offer--1", "peer-", "gift-3", "offer-9x"] {
            #expect(HelpID(text) == nil)
        }
    }
}
