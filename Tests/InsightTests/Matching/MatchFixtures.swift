import Domain

@testable import Insight

/// Needs and help of invented States and partners, by chance but the same everywhere.
struct MatchFixtures {
    var chance: SplitMix

    static let today = CalendarDate(year: 2030, month: 3, day: 1) ?? CalendarDate(dayNumber: 21_974)
    static let weights = MatchWeights([
        .themes: 24, .goals: 8, .kinds: 20, .text: 14, .priority: 8, .record: 10, .money: 6, .time: 5, .language: 5,
    ])
    static let states = ["XAA", "XAB", "XAC", "XAD", "XAE", "XAF"].map { StateCode($0) }
    static let groups = ["africa", "asia-pacific", "ldc", "sids", "lldc"]
    static let themes = ["torture", "education", "health", "housing", "police", "children"]
    static let goals = ["16", "16.3", "16.1", "4", "4.1", "3.8"]
    static let languages = ["en", "fr", "es", "fr-CA"].map { LanguageTag($0) }
    static let currencies = ["XAA", "XBB"].compactMap { CurrencyCode($0) }
    static let words = [
        "prison", "officers", "training", "schools", "teachers", "clinics", "register", "statistics", "judges", "law",
        "monitoring", "shelters", "island", "budget", "nurses", "complaints",
    ]

    init(seed: UInt64) { chance = SplitMix(state: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(chance.next() % UInt64(range.count))
    }

    mutating func isHit(in times: Int) -> Bool { chance.next() % UInt64(times) == 0 }

    mutating func some<Value: Hashable>(_ values: [Value], most: Int) -> [Value] {
        var found: [Value] = []
        for _ in 0..<number(0...most) {
            let value = values[number(0...values.count - 1)]
            if !found.contains(value) { found.append(value) }
        }
        return found
    }

    mutating func window() -> DayWindow {
        let from = Self.today.dayNumber + number(-400...400)
        return DayWindow(from: isHit(in: 4) ? nil : from, until: isHit(in: 4) ? nil : from + number(0...500))
    }

    mutating func money() -> Money? {
        isHit(in: 4) ? nil : Money(minor: Int64(number(1...50)) * 10_000, currency: Self.currencies[number(0...1)])
    }

    /// Texts read once: reading is tested elsewhere, and takes time.
    private static let texts: [ProfileTerms] = {
        var fixtures = MatchFixtures(seed: 3)
        return (0..<60).map { place in place % 6 == 0 ? ProfileTerms() : fixtures.freshTerms() }
    }()

    mutating func terms() -> ProfileTerms { Self.texts[number(0...Self.texts.count - 1)] }

    private mutating func freshTerms() -> ProfileTerms {
        ProfileTerms([
            .english: (0..<number(1...6)).map { _ in Self.words[number(0...15)] }.joined(separator: " ")
        ])
    }

    mutating func eligibility(open: Int) -> Eligibility {
        isHit(in: open)
            ? Eligibility(states: some(Self.states, most: 3), groups: some(Self.groups, most: 2)) : Eligibility()
    }

    mutating func need(_ id: Int64) -> NeedProfile {
        let place = number(0...Self.states.count - 1)
        return NeedProfile(
            id: NeedID(id), workspace: WorkspaceID(Int64(place + 1)), state: Self.states[place],
            groups: some(Self.groups, most: 2), themes: some(Self.themes, most: 3), goals: some(Self.goals, most: 2),
            kinds: some(HelpKind.allCases, most: 3), languages: some(Self.languages, most: 2), window: window(),
            money: money(), isDivisible: isHit(in: 2), refused: some(Condition.allCases, most: 2),
            level: PublicationLevel.allCases[number(0...3)], named: some((1...9).map { WorkspaceID($0) }, most: 3),
            terms: terms())
    }

    mutating func help(_ id: Int64) -> HelpProfile {
        let id: HelpID =
            switch number(0...3) {
            case 0: .offer(OfferID(id))
            case 1: .call(FundCallID(id))
            case 2: .programme(id)
            default: .peer(Self.states[number(0...Self.states.count - 1)])
            }
        return HelpProfile(
            id: id, workspace: isHit(in: 3) ? nil : WorkspaceID(Int64(number(1...9))),
            state: id.source == .peer ? StateCode(id.code) : nil, eligible: eligibility(open: 3),
            priority: eligibility(open: 3), themes: some(Self.themes, most: 3), takesAnyTheme: isHit(in: 8),
            goals: some(Self.goals, most: 2), kinds: some(HelpKind.allCases, most: 4),
            languages: some(Self.languages, most: 3), window: window(),
            closes: isHit(in: 3) ? Self.today.dayNumber + number(-50...200) : nil,
            capacityLeft: isHit(in: 2) ? number(0...3) : nil, ceiling: money(),
            conditions: some(Condition.allCases, most: 1),
            evidence: isHit(in: 2)
                ? [HelpEvidence(.assessed, theme: Self.themes[number(0...5)], count: number(0...6))] : [],
            terms: terms())
    }

    mutating func question(limit: Int) -> MatchQuestion {
        MatchQuestion(
            view: isHit(in: 2) ? .ownNeed : .others, today: Self.today,
            rejected: Set((0..<3).map { _ in HelpID.offer(OfferID(Int64(number(1...40)))) }), limit: limit)
    }
}
