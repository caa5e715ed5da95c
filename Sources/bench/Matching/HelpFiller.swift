import Domain
import Insight

/// Invented offers, programmes and needs: uneven over themes, languages and conditions, with texts of a long tail of words.
struct HelpFiller {
    private static let themes = (1...80).map { "theme-\($0)" }
    private static let groups = ["africa", "asia-pacific", "eastern-europe", "latin-america", "western-europe"]
    private static let memberships = ["ldc", "lldc", "sids", "oif", "commonwealth"]
    private static let currencies = ["XAA", "XBB", "XCC"].compactMap { CurrencyCode($0) }
    static let today = CalendarDate(dayNumber: 21_915)

    private var random: SeededGenerator
    private let reader = ProfileReader()
    private let words: [String]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        let starts = ["ma", "re", "to", "li", "su", "ka", "vo", "ne", "pri", "cha"]
        let ends = ["lan", "rit", "dom", "sek", "vun", "par", "tis", "gol", "mer", "nad"]
        words = (0..<8_000).map { starts[$0 % 10] + starts[$0 / 10 % 10] + ends[$0 / 100 % 10] + ends[$0 / 1_000] }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Small places are much likelier than large ones.
    private mutating func skewed(_ count: Int) -> Int {
        let share = Double(number(0...999_999)) / 1_000_000
        return Int(share * share * share * Double(count))
    }

    private mutating func some<Value: Hashable>(_ values: [Value], _ counts: ClosedRange<Int>) -> [Value] {
        var found: Set<Int> = []
        for _ in 0..<number(counts) { found.insert(skewed(values.count)) }
        return found.sorted().map { values[$0] }
    }

    private mutating func terms(_ count: Int) -> ProfileTerms {
        reader.terms([.english: (0..<count).map { _ in words[skewed(words.count)] }.joined(separator: " ")])
    }

    private mutating func goals(_ counts: ClosedRange<Int>) -> [String] {
        (0..<number(counts)).map { _ in "\(number(1...17)).\(number(1...9))" }
    }

    private mutating func window(days: ClosedRange<Int>) -> DayWindow {
        let from = Self.today.dayNumber + number(-300...300)
        return DayWindow(from: from, until: from + number(days))
    }

    private mutating func money() -> Money? {
        number(0...3) == 0
            ? nil
            : Money(minor: Int64(number(5...900)) * 100_000, currency: Self.currencies[skewed(Self.currencies.count)])
    }

    private mutating func forWhom() -> Eligibility {
        switch number(0...3) {
        case 0: Eligibility(groups: some(Self.groups, 1...2))
        case 1: Eligibility(groups: some(Self.memberships, 1...2))
        default: Eligibility()
        }
    }

    mutating func help(_ id: HelpID) -> HelpProfile {
        HelpProfile(
            id: id, workspace: id.source == .offer ? WorkspaceID(Int64(number(1_000...1_400))) : nil,
            eligible: forWhom(), priority: forWhom(), themes: some(Self.themes, 1...5),
            takesAnyTheme: number(0...40) == 0, goals: goals(0...4), kinds: some(HelpKind.allCases, 1...3),
            languages: some(LanguageTag.official, 1...3), window: window(days: 100...1_500),
            capacityLeft: id.source == .offer ? number(0...5) : nil, ceiling: money(),
            conditions: number(0...3) == 0 ? some(Condition.allCases, 1...2) : [],
            evidence: number(0...2) == 0
                ? [HelpEvidence(.result, theme: Self.themes[skewed(80)], count: number(1...9))] : [], terms: terms(60))
    }

    mutating func need(_ id: Int) -> NeedProfile {
        NeedProfile(
            id: NeedID(Int64(id)), workspace: WorkspaceID(Int64(number(1...190))), state: StateCode("XAA"),
            groups: some(Self.groups, 1...1) + some(Self.memberships, 0...2), themes: some(Self.themes, 1...4),
            goals: goals(1...2), kinds: some(HelpKind.allCases, 1...3), languages: some(LanguageTag.official, 1...2),
            window: window(days: 200...700), money: money(), isDivisible: number(0...1) == 0,
            refused: some(Condition.allCases, 0...2), level: .open, terms: terms(120))
    }
}
