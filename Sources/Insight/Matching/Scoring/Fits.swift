import Domain

/// How far a list of goals and targets meets another.
struct GoalFit {
    /// The need's goals that the help has, as they are.
    private(set) var exact: [String] = []
    /// The need's goals of which the help has another target, the goal itself, or only a target.
    private(set) var near: [String] = []

    init(_ need: [String], _ help: [String]) {
        for code in need {
            if help.contains(code) {
                exact.append(code)
            } else if help.contains(where: { Self.goal($0) == Self.goal(code) }) {
                near.append(code)
            }
        }
    }

    var isShared: Bool { !exact.isEmpty || !near.isEmpty }

    /// `16` of `16.3`.
    static func goal(_ code: String) -> Substring { code.prefix { $0 != "." } }
}

enum LanguageFit {
    /// The place and tag of the first of the need's languages that the help has; `fr` and `fr-CA` are one.
    static func first(_ need: [LanguageTag], _ help: [LanguageTag]) -> (place: Int, tag: LanguageTag)? {
        for (place, tag) in need.enumerated() where help.contains(where: { primary($0) == primary(tag) }) {
            return (place, tag)
        }
        return nil
    }

    static func primary(_ tag: LanguageTag) -> String { tag.rawValue.prefix { $0 != "-" }.lowercased() }
}

/// What the help's text has of the need's words.
struct TextFit: Hashable {
    /// 0...100; nil: one of the two has no words.
    var hundredths: Int?
    /// The weightiest words found, as the need writes them.
    var words: [String] = []

    static let wordsShownMax = 6
}

/// How much of what is asked for a ceiling covers.
struct MoneyFit {
    /// Rounded down; nil where it cannot be said.
    var hundredths: Int?
    var reason: MatchReason.Code

    init(_ asked: Money?, _ ceiling: Money?) {
        guard let asked, asked.minor > 0 else {
            reason = .needSilent
            return
        }
        guard let ceiling else {
            reason = .helpSilent
            return
        }
        guard ceiling.currency == asked.currency else {
            reason = .otherCurrency
            return
        }
        hundredths = Self.share(ceiling.minor, of: asked.minor)
        reason = ceiling.minor >= asked.minor ? .covered : .partCovered
    }

    /// Hundredths of `asked`, which is above 0, rounded down; 100 at most.
    static func share(_ ceiling: Int64, of asked: Int64) -> Int {
        if ceiling >= asked { return 100 }
        let product = max(0, ceiling).multipliedFullWidth(by: 100)
        return Int(asked.dividingFullWidth(product).quotient)
    }
}

/// How many of the days asked for help can be given.
struct TimeFit {
    /// Rounded down; nil where it cannot be said.
    var hundredths: Int?
    var days = 0
    var of = 0
    var reason: MatchReason.Code

    init(_ need: DayWindow, _ help: DayWindow) {
        guard let asked = need.days else {
            reason = .needSilent
            return
        }
        if help.isOpen {
            reason = .helpSilent
            return
        }
        reason = .days
        days = need.overlap(help)?.days ?? 0
        of = asked
        hundredths = 100 * days / asked
    }
}

enum Share {
    /// Hundredths of a share, rounded half up; 0 of nothing.
    static func hundredths(_ count: Int, of total: Int) -> Int {
        total > 0 ? (200 * count + total) / (2 * total) : 0
    }
}

/// Fixed points of the scale, published on the page of the method.
enum MatchScale {
    /// What help that takes any theme gains for it, in hundredths.
    static let anyTheme = 50

    /// One record gains a third, two the half, eight four fifths: the first ones say most.
    static func record(_ count: Int) -> Int { Share.hundredths(count, of: count + 2) }
}
