package import Domain

/// Why a part is what it is: codes and numbers, which a page puts into words.
package struct MatchReason: Hashable, Sendable {
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// `count` of `of` the need asks for are in the help; `shared` names them.
        case shared
        /// Nothing is in common.
        case none
        /// The help takes any theme.
        case anyTheme = "any-theme"
        /// So many are in common, and `count` are near: another target of the same goal.
        case near
        /// Words of the need found in the help's text.
        case words
        /// The State, or a group it is in, comes first; `shared` names it.
        case first
        /// Priorities are stated, and the State is in none of them.
        case notFirst = "not-first"
        /// `count` records on the same themes; `shared` names the kinds.
        case records
        /// What is asked for is within what can be given.
        case covered
        /// `count` of `of`, in the smallest unit of the currency in `shared`.
        case partCovered = "part-covered"
        /// `count` of the `of` days asked for.
        case days
        /// The language liked best; `shared` names it.
        case firstLanguage = "first-language"
        /// Another of the need's languages.
        case otherLanguage = "other-language"
        /// The need does not say, so nothing is gained.
        case needSilent = "need-silent"
        /// The help does not say, so nothing is gained.
        case helpSilent = "help-silent"
        /// Amounts in two currencies are not compared.
        case otherCurrency = "other-currency"
    }

    package let code: Code
    /// Codes of themes, goals, kinds, groups, States, languages, a currency, or words as the need has them.
    package let shared: [String]
    package let count: Int64
    package let of: Int64

    package init(_ code: Code, shared: [String] = [], count: Int64 = 0, of: Int64 = 0) {
        self.code = code
        self.shared = shared
        self.count = count
        self.of = of
    }
}

/// One criterion of one match.
package struct MatchPart: Hashable, Sendable {
    package let criterion: MatchCriterion
    /// The published points of the criterion.
    package let weight: Int
    /// 0...100, shown as 0.00 to 1.00; nil: cannot be known, which gains nothing and is told.
    package let hundredths: Int?
    package let reason: MatchReason

    package init(_ criterion: MatchCriterion, weight: Int, hundredths: Int?, _ reason: MatchReason) {
        self.criterion = criterion
        self.weight = weight
        self.hundredths = hundredths.map { min(max($0, 0), 100) }
        self.reason = reason
    }

    /// Points gained, in hundredths of a point: exact.
    package var gained: Int { weight * (hundredths ?? 0) }
}

/// A need and a piece of help that meet every hard condition, and how well they fit.
package struct MatchScore: Hashable, Sendable {
    package let need: NeedID
    package let help: HelpID
    /// One for each criterion, in the order of `MatchCriterion`.
    package let parts: [MatchPart]
    /// Hard conditions of which one side says too little to check them: to be asked before anything is agreed.
    package let unchecked: [HardCondition]

    package init(need: NeedID, help: HelpID, parts: [MatchPart], unchecked: [HardCondition] = []) {
        self.need = need
        self.help = help
        self.parts = parts
        self.unchecked = unchecked
    }

    /// The sum of the shown parts times the shown weights, in hundredths of a point: exact.
    package var hundredths: Int { parts.reduce(0) { $0 + $1.gained } }

    /// What it could be if everything that is not known were perfect.
    package var hundredthsMax: Int {
        parts.reduce(0) { $0 + ($1.hundredths == nil ? $1.weight * 100 : $1.gained) }
    }

    /// Best first; of equal ones the one with the smaller id.
    package static func isBetter(_ left: Self, _ right: Self) -> Bool {
        (right.hundredths, left.help, left.need) < (left.hundredths, right.help, right.need)
    }
}
