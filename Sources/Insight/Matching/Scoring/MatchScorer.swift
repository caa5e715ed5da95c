import Domain

/// Scores one pair by the published weights. Hard conditions are checked elsewhere.
struct MatchScorer {
    let weights: MatchWeights

    func score(_ need: NeedProfile, _ help: HelpProfile, text: TextFit, unchecked: [HardCondition]) -> MatchScore {
        MatchScore(
            need: need.id, help: help.id,
            parts: MatchCriterion.allCases.map { criterion in
                switch criterion {
                case .themes: themes(need, help)
                case .goals: goals(need, help)
                case .kinds: kinds(need, help)
                case .text: textPart(need, text)
                case .priority: priority(need, help)
                case .record: record(need, help)
                case .money: money(need, help)
                case .time: time(need, help)
                case .language: language(need, help)
                }
            }, unchecked: unchecked)
    }

    private func part(_ criterion: MatchCriterion, _ hundredths: Int?, _ reason: MatchReason) -> MatchPart {
        MatchPart(criterion, weight: weights[criterion], hundredths: hundredths, reason)
    }

    private func unknown(_ criterion: MatchCriterion, _ code: MatchReason.Code) -> MatchPart {
        part(criterion, nil, MatchReason(code))
    }

    private func themes(_ need: NeedProfile, _ help: HelpProfile) -> MatchPart {
        if need.themes.isEmpty { return unknown(.themes, .needSilent) }
        let both = need.themes.filter(help.themes.contains)
        let share = Share.hundredths(both.count, of: need.themes.count)
        if help.takesAnyTheme, share < MatchScale.anyTheme {
            return part(.themes, MatchScale.anyTheme, MatchReason(.anyTheme))
        }
        if help.themes.isEmpty { return unknown(.themes, .helpSilent) }
        return part(.themes, share, shared(both, of: need.themes.count))
    }

    private func shared(_ codes: [String], of total: Int) -> MatchReason {
        codes.isEmpty
            ? MatchReason(.none, of: Int64(total))
            : MatchReason(.shared, shared: codes, count: Int64(codes.count), of: Int64(total))
    }

    private func goals(_ need: NeedProfile, _ help: HelpProfile) -> MatchPart {
        if need.goals.isEmpty { return unknown(.goals, .needSilent) }
        if help.goals.isEmpty { return unknown(.goals, .helpSilent) }
        let fit = GoalFit(need.goals, help.goals)
        // Another target of the same goal counts half.
        let value = Share.hundredths(2 * fit.exact.count + fit.near.count, of: 2 * need.goals.count)
        let reason =
            fit.near.isEmpty
            ? shared(fit.exact, of: need.goals.count)
            : MatchReason(
                .near, shared: fit.exact + fit.near, count: Int64(fit.near.count), of: Int64(need.goals.count))
        return part(.goals, value, reason)
    }

    private func kinds(_ need: NeedProfile, _ help: HelpProfile) -> MatchPart {
        if need.kinds.isEmpty { return unknown(.kinds, .needSilent) }
        if help.kinds.isEmpty { return unknown(.kinds, .helpSilent) }
        let both = need.kinds.filter(help.kinds.contains).map(\.rawValue)
        return part(
            .kinds, Share.hundredths(both.count, of: need.kinds.count), shared(both, of: need.kinds.count))
    }

    private func textPart(_ need: NeedProfile, _ text: TextFit) -> MatchPart {
        guard let value = text.hundredths else {
            return unknown(.text, need.terms.isEmpty ? .needSilent : .helpSilent)
        }
        return part(.text, value, MatchReason(text.words.isEmpty ? .none : .words, shared: text.words))
    }

    private func priority(_ need: NeedProfile, _ help: HelpProfile) -> MatchPart {
        if help.priority.isForAll { return unknown(.priority, .helpSilent) }
        if help.priority.states.contains(need.state) {
            return part(.priority, 100, MatchReason(.first, shared: [need.state.rawValue]))
        }
        let groups = need.groups.filter(help.priority.groups.contains)
        return groups.isEmpty
            ? part(.priority, 0, MatchReason(.notFirst)) : part(.priority, 100, MatchReason(.first, shared: groups))
    }

    private func record(_ need: NeedProfile, _ help: HelpProfile) -> MatchPart {
        if help.evidence.isEmpty { return unknown(.record, .helpSilent) }
        let telling = help.evidence.filter { $0.count > 0 && ($0.theme.map(need.themes.contains) ?? true) }
        let count = telling.reduce(0) { $0 + min($1.count, 1_000_000) }
        if count == 0 { return part(.record, 0, MatchReason(.none)) }
        let kinds = HelpEvidence.Kind.allCases.filter { kind in telling.contains { $0.kind == kind } }
        return part(
            .record, MatchScale.record(count),
            MatchReason(.records, shared: kinds.map(\.rawValue), count: Int64(count)))
    }

    private func money(_ need: NeedProfile, _ help: HelpProfile) -> MatchPart {
        let fit = MoneyFit(need.money, help.ceiling)
        guard let value = fit.hundredths, let asked = need.money, let ceiling = help.ceiling else {
            return unknown(.money, fit.reason)
        }
        let reason = MatchReason(
            fit.reason, shared: [asked.currency.rawValue], count: max(0, ceiling.minor), of: asked.minor)
        return part(.money, value, reason)
    }

    private func time(_ need: NeedProfile, _ help: HelpProfile) -> MatchPart {
        let fit = TimeFit(need.window, help.window)
        return part(.time, fit.hundredths, MatchReason(fit.reason, count: Int64(fit.days), of: Int64(fit.of)))
    }

    private func language(_ need: NeedProfile, _ help: HelpProfile) -> MatchPart {
        if need.languages.isEmpty { return unknown(.language, .needSilent) }
        if help.languages.isEmpty { return unknown(.language, .helpSilent) }
        guard let found = LanguageFit.first(need.languages, help.languages) else {
            return part(.language, 0, MatchReason(.none))
        }
        let isFirst = found.place == 0
        return part(
            .language, isFirst ? 100 : 50,
            MatchReason(isFirst ? .firstLanguage : .otherLanguage, shared: [found.tag.rawValue]))
    }
}
