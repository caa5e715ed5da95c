import Domain

/// Checks the hard conditions of one pair, all of them.
struct ConditionCheck {
    /// The least part of text that is something in common by itself, in hundredths.
    static let textLeast = 20

    let question: MatchQuestion
    private(set) var obstacles: [MatchObstacle] = []
    private(set) var unchecked: [HardCondition] = []

    /// `text`: the part the text gains, in hundredths.
    init(_ need: NeedProfile, _ help: HelpProfile, text: Int, _ question: MatchQuestion) {
        self.question = question
        consent(need, help)
        own(need, help)
        eligibility(need, help)
        subject(need, help, text)
        language(need, help)
        time(need, help)
        let refused = need.refused.filter(help.conditions.contains)
        if !refused.isEmpty { fail(.refused, codes: refused.map(\.rawValue)) }
        capacity(help)
        ceiling(need, help)
        if question.rejected.contains(help.id) { fail(.rejected) }
    }

    private mutating func fail(_ condition: HardCondition, codes: [String] = [], need: Int64? = nil, help: Int64? = nil)
    {
        obstacles.append(MatchObstacle(condition, codes: codes, need: need, help: help))
    }

    private mutating func consent(_ need: NeedProfile, _ help: HelpProfile) {
        guard !need.isRead(by: help.workspace) else { return }
        switch question.view {
        case .ownNeed: unchecked.append(.consent)
        case .others: fail(.consent, codes: [need.level.rawValue])
        }
    }

    private mutating func own(_ need: NeedProfile, _ help: HelpProfile) {
        if help.workspace == need.workspace || help.state == need.state { fail(.ownHelp, codes: [need.state.rawValue]) }
    }

    private mutating func eligibility(_ need: NeedProfile, _ help: HelpProfile) {
        guard !help.eligible.takes(need.state, groups: need.groups) else { return }
        fail(.eligibility, codes: help.eligible.states.map(\.rawValue).sorted() + help.eligible.groups.sorted())
    }

    private mutating func subject(_ need: NeedProfile, _ help: HelpProfile, _ text: Int) {
        let isShared =
            help.takesAnyTheme || text >= Self.textLeast || need.themes.contains(where: help.themes.contains)
            || GoalFit(need.goals, help.goals).isShared
        if !isShared { fail(.subject, need: Int64(Self.textLeast), help: Int64(text)) }
    }

    private mutating func language(_ need: NeedProfile, _ help: HelpProfile) {
        guard !need.languages.isEmpty, !help.languages.isEmpty else { return unchecked.append(.language) }
        if LanguageFit.first(need.languages, help.languages) == nil {
            fail(.language, codes: help.languages.map(\.rawValue))
        }
    }

    private mutating func time(_ need: NeedProfile, _ help: HelpProfile) {
        let today = question.today.dayNumber
        let coming = need.window.overlap(DayWindow(from: today))
        if coming?.overlap(help.window) == nil {
            let isOver = help.window.until.map { $0 < max(today, need.window.from ?? today) } ?? false
            fail(
                .window, need: (isOver ? need.window.from : need.window.until).map(Int64.init),
                help: (isOver ? help.window.until : help.window.from).map(Int64.init))
        } else if need.window.isOpen || help.window.isOpen {
            unchecked.append(.window)
        }
        if let closes = help.closes, closes < today { fail(.closed, help: Int64(closes)) }
    }

    private mutating func capacity(_ help: HelpProfile) {
        if let left = help.capacityLeft {
            if left <= 0 { fail(.capacity, help: Int64(left)) }
        } else if help.id.source == .offer {
            unchecked.append(.capacity)
        }
    }

    private mutating func ceiling(_ need: NeedProfile, _ help: HelpProfile) {
        guard !need.isDivisible, let money = need.money else { return }
        guard let ceiling = help.ceiling, ceiling.currency == money.currency else { return unchecked.append(.ceiling) }
        if ceiling.minor < money.minor {
            fail(.ceiling, codes: [money.currency.rawValue], need: money.minor, help: ceiling.minor)
        }
    }
}
