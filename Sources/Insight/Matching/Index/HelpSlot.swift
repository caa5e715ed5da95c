import Domain

/// What can be said of help at a glance: enough to pass over most of it, and never too much of it.
struct HelpSlot: Sendable {
    var isHeld = true
    var kinds: UInt16
    var conditions: UInt16
    var takesAnyTheme: Bool
    /// For whom it is, and whom it puts first, as marks of codes; 0 for all.
    var eligible: UInt64
    var priority: UInt64
    /// 0: not said.
    var languages: UInt64
    var records: Int
    /// In the smallest unit of the currency, whose letters are packed; 0: not known.
    var ceiling: Int64
    var currency: UInt32
    var window: DayWindow
    var closes: Int
    var isUsedUp: Bool

    init(_ help: HelpProfile) {
        kinds = Self.mask(help.kinds)
        conditions = Self.mask(help.conditions)
        takesAnyTheme = help.takesAnyTheme
        eligible = Self.mark(help.eligible)
        priority = Self.mark(help.priority)
        languages = Self.marks(help.languages.map(LanguageFit.primary))
        records = help.evidence.reduce(0) { $0 + min($1.count, 1_000_000) }
        ceiling = help.ceiling?.minor ?? 0
        currency = Self.packed(help.ceiling?.currency)
        window = help.window
        closes = help.closes ?? .max
        isUsedUp = help.capacityLeft.map { $0 <= 0 } ?? false
    }

    /// One of 64 bits for each code: two sets without a common bit have no code in common. Two codes may share a bit.
    static func marks(_ codes: [String]) -> UInt64 {
        codes.reduce(0) { marks, code in
            // FNV-1a: the same everywhere, every time.
            let hash = code.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            return marks | 1 << (hash >> 58)
        }
    }

    static func packed(_ currency: CurrencyCode?) -> UInt32 {
        (currency?.rawValue.utf8 ?? "".utf8).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func mark(_ eligible: Eligibility) -> UInt64 {
        marks(eligible.states.map(\.rawValue)) | marks(eligible.groups)
    }

    static func mask(_ kinds: [HelpKind]) -> UInt16 {
        kinds.reduce(0) { mask, kind in
            mask | (HelpKind.allCases.firstIndex(of: kind).map { 1 << UInt16($0) } ?? 0)
        }
    }

    static func mask(_ conditions: [Condition]) -> UInt16 {
        conditions.reduce(0) { mask, condition in
            mask | (Condition.allCases.firstIndex(of: condition).map { 1 << UInt16($0) } ?? 0)
        }
    }
}

/// What of a need is asked of every slot.
struct NeedGlance {
    private let themeCount: Int
    private let kindCount: Int
    private let window: DayWindow
    private let asked: Int64
    private let currency: UInt32
    private let kinds: UInt16
    private let refused: UInt16
    private let whom: UInt64
    private let languages: UInt64
    private let firstLanguage: UInt64
    private let coming: DayWindow?
    private let today: Int
    private let points: [Int]

    init(_ need: NeedProfile, _ question: MatchQuestion, _ weights: MatchWeights) {
        themeCount = need.themes.count
        kindCount = need.kinds.count
        window = need.window
        asked = need.money?.minor ?? 0
        currency = HelpSlot.packed(need.money?.currency)
        kinds = HelpSlot.mask(need.kinds)
        refused = HelpSlot.mask(need.refused)
        whom = HelpSlot.marks([need.state.rawValue] + need.groups)
        languages = HelpSlot.marks(need.languages.map(LanguageFit.primary))
        firstLanguage = HelpSlot.marks(need.languages.prefix(1).map(LanguageFit.primary))
        today = question.today.dayNumber
        coming = need.window.overlap(DayWindow(from: today))
        points = MatchCriterion.allCases.map { weights[$0] }
    }

    /// Whether a hard condition surely fails.
    func excludes(_ slot: HelpSlot) -> Bool {
        if slot.isUsedUp || slot.conditions & refused != 0 || slot.closes < today { return true }
        if slot.eligible != 0 && slot.eligible & whom == 0 { return true }
        if languages != 0 && slot.languages != 0 && slot.languages & languages == 0 { return true }
        return coming?.overlap(slot.window) == nil
    }

    /// No match of the slot scores more, in hundredths of a point.
    func bound(_ slot: HelpSlot, themes: Int, isGoalShared: Bool, text: Int) -> Int {
        let theme = Share.hundredths(themes, of: themeCount)
        var sum = points[0] * (slot.takesAnyTheme && themeCount > 0 ? max(MatchScale.anyTheme, theme) : theme)
        if isGoalShared { sum += points[1] * 100 }
        sum += points[2] * Share.hundredths((slot.kinds & kinds).nonzeroBitCount, of: kindCount)
        sum += points[3] * text
        if slot.priority & whom != 0 { sum += points[4] * 100 }
        sum += points[5] * MatchScale.record(slot.records)
        if asked > 0 && slot.currency == currency { sum += points[6] * MoneyFit.share(slot.ceiling, of: asked) }
        sum += points[7] * (TimeFit(window, slot.window).hundredths ?? 0)
        if slot.languages & firstLanguage != 0 { return sum + points[8] * 100 }
        return slot.languages & languages != 0 ? sum + points[8] * 50 : sum
    }
}
