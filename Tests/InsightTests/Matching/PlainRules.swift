import Domain

@testable import Insight

/// The hard conditions again, in the words of the guide and written in another way: day by day, code by code.
enum PlainRules {
    static func broken(
        _ need: NeedProfile, _ help: HelpProfile, _ question: MatchQuestion, text: Int
    ) -> Set<HardCondition> {
        var broken: Set<HardCondition> = []
        func rule(_ condition: HardCondition, _ holds: Bool) { if !holds { broken.insert(condition) } }
        rule(.consent, isSeen(need, help, question))
        rule(.ownHelp, help.workspace?.value != need.workspace.value && help.state?.rawValue != need.state.rawValue)
        let forWhom = help.eligible.states.map(\.rawValue) + help.eligible.groups
        rule(.eligibility, forWhom.isEmpty || !Set(forWhom).isDisjoint(with: [need.state.rawValue] + need.groups))
        let numbers = Set(need.goals.map { $0.split(separator: ".")[0] })
        rule(
            .subject,
            help.takesAnyTheme || text >= 20 || !Set(need.themes).isDisjoint(with: help.themes)
                || !numbers.isDisjoint(with: help.goals.map { $0.split(separator: ".")[0] }))
        let spoken = Set(help.languages.map { $0.rawValue.prefix(2) })
        let wanted = Set(need.languages.map { $0.rawValue.prefix(2) })
        rule(.language, spoken.isEmpty || wanted.isEmpty || spoken.intersection(wanted).count > 0)
        rule(.window, hasCommonDay(need, help, question))
        rule(.closed, !(help.closes.map { $0 < question.today.dayNumber } ?? false))
        rule(.refused, Set(help.conditions.map(\.rawValue)).intersection(need.refused.map(\.rawValue)).isEmpty)
        rule(.capacity, help.capacityLeft != 0)
        if !need.isDivisible, let cost = need.money, let most = help.ceiling, cost.currency == most.currency {
            rule(.ceiling, cost.minor <= most.minor)
        }
        rule(.rejected, !question.rejected.contains { $0.description == help.id.description })
        return broken
    }

    private static func isSeen(_ need: NeedProfile, _ help: HelpProfile, _ question: MatchQuestion) -> Bool {
        if case .ownNeed = question.view { return true }
        return switch (need.level, help.workspace) {
        case (.open, _): true
        case (.partners, .some): true
        case (.named, .some(let workspace)): need.named.filter { $0 == workspace }.count > 0
        default: false
        }
    }

    /// Looks at each day from today to ten years on.
    private static func hasCommonDay(_ need: NeedProfile, _ help: HelpProfile, _ question: MatchQuestion) -> Bool {
        let bounds = [need.window, help.window]
        var day = question.today.dayNumber
        let last = day + 3_650
        while day <= last {
            if bounds.allSatisfy({ ($0.from ?? day) <= day && day <= ($0.until ?? day) }) { return true }
            // Nothing changes before the next end of a window.
            day = bounds.compactMap { window in window.from.flatMap { $0 > day ? $0 : nil } }.min() ?? last + 1
        }
        return false
    }
}
