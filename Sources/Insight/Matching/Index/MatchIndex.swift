package import Domain

/// All help in memory, found by theme, goal and word. A value: whoever holds one asks it while another is built.
///
/// It knows profiles and no rights: every hit is read again from the store, with who asks, before it is shown.
package struct MatchIndex: Sendable {
    package let weights: MatchWeights
    private var profiles: [HelpProfile?] = []
    private var slots: [HelpSlot] = []
    private var numbers: [HelpID: Int] = [:]
    private var free: [Int] = []
    private var terms = TermTable()
    private var byTheme: [String: [Int32]] = [:]
    /// By the number of the goal (`16`), whatever the target.
    private var byGoal: [String: [Int32]] = [:]

    package init(weights: MatchWeights) { self.weights = weights }

    package var count: Int { numbers.count }

    /// In order.
    package var ids: [HelpID] { numbers.keys.sorted() }

    package subscript(id: HelpID) -> HelpProfile? { numbers[id].flatMap { profiles[$0] } }

    /// Adds help, or puts it in the place of what has the same id. Without its words, which are kept by number.
    package mutating func add(_ help: HelpProfile) {
        remove(help.id)
        let slot = free.popLast() ?? profiles.count
        if slot == profiles.count {
            profiles.append(nil)
            slots.append(HelpSlot(help))
        }
        slots[slot] = HelpSlot(help)
        numbers[help.id] = slot
        terms.add(help.terms, slot: slot)
        for theme in Set(help.themes) { byTheme[theme, default: []].append(Int32(slot)) }
        for goal in Set(help.goals.map { String(GoalFit.goal($0)) }) { byGoal[goal, default: []].append(Int32(slot)) }
        var kept = help
        kept.terms = ProfileTerms()
        profiles[slot] = kept
    }

    /// Nothing happens where there is none of that id.
    package mutating func remove(_ id: HelpID) {
        guard let slot = numbers.removeValue(forKey: id), let help = profiles[slot] else { return }
        for theme in Set(help.themes) { byTheme[theme]?.removeAll { $0 == Int32(slot) } }
        for goal in Set(help.goals.map { String(GoalFit.goal($0)) }) { byGoal[goal]?.removeAll { $0 == Int32(slot) } }
        terms.remove(slot: slot)
        profiles[slot] = nil
        slots[slot].isHeld = false
        free.append(slot)
    }

    /// The best matches of a need, best first; of equal ones the smaller id.
    package func matches(for need: NeedProfile, _ question: MatchQuestion) -> [MatchScore] {
        let reading = terms.question(need.terms)
        let scorer = MatchScorer(weights: weights)
        var best: [MatchScore] = []
        for candidate in candidates(need, reading, question, isExcludedKept: false) {
            if best.count == question.limit, let worst = best.last, candidate.bound < worst.hundredths { break }
            guard let help = profiles[candidate.slot], question.sources.contains(help.id.source) else { continue }
            let check = ConditionCheck(need, help, text: candidate.text, question)
            guard check.obstacles.isEmpty else { continue }
            let text = terms.fit(reading, slot: candidate.slot)
            let score = scorer.score(need, help, text: text, unchecked: check.unchecked)
            Self.insert(score, into: &best, limit: question.limit)
        }
        return best
    }

    /// What would match best but for a hard condition, with every reason; best first. Help that has nothing in common with the need
    /// is not among them.
    package func refusals(for need: NeedProfile, _ question: MatchQuestion) -> [MatchRefusal] {
        let reading = terms.question(need.terms)
        let scorer = MatchScorer(weights: weights)
        var best: [MatchScore] = []
        var obstacles: [HelpID: [MatchObstacle]] = [:]
        for candidate in candidates(need, reading, question, isExcludedKept: true) {
            if best.count == question.limit, let worst = best.last, candidate.bound < worst.hundredths { break }
            guard let help = profiles[candidate.slot], question.sources.contains(help.id.source) else { continue }
            let check = ConditionCheck(need, help, text: candidate.text, question)
            guard !check.obstacles.isEmpty, !check.obstacles.contains(where: { $0.condition == .subject }) else {
                continue
            }
            let text = terms.fit(reading, slot: candidate.slot)
            Self.insert(scorer.score(need, help, text: text, unchecked: []), into: &best, limit: question.limit)
            obstacles[help.id] = check.obstacles
        }
        return best.map { MatchRefusal(need: need.id, help: $0.help, obstacles: obstacles[$0.help] ?? []) }
    }

    /// One pair: its score, or why it is no match. Nil where there is no such help.
    package func pair(
        _ need: NeedProfile, _ id: HelpID, _ question: MatchQuestion
    ) -> (score: MatchScore, obstacles: [MatchObstacle])? {
        guard let slot = numbers[id], let help = profiles[slot] else { return nil }
        let text = terms.fit(terms.question(need.terms), slot: slot)
        let check = ConditionCheck(need, help, text: text.hundredths ?? 0, question)
        let score = MatchScorer(weights: weights).score(need, help, text: text, unchecked: check.unchecked)
        return (score, check.obstacles)
    }

    /// The needs that one piece of help fits best, best first. Each need's own rejections are given by `isRejected`.
    package func needs(
        for id: HelpID, among needs: [NeedProfile], _ question: MatchQuestion,
        isRejected: (NeedID) -> Bool = { _ in false }
    ) -> [MatchScore] {
        var best: [MatchScore] = []
        for need in needs where !isRejected(need.id) {
            guard let pair = pair(need, id, question), pair.obstacles.isEmpty else { continue }
            Self.insert(pair.score, into: &best, limit: question.limit)
        }
        return best
    }

    private static func insert(_ score: MatchScore, into best: inout [MatchScore], limit: Int) {
        if best.count == limit, let worst = best.last, !MatchScore.isBetter(score, worst) { return }
        let place = best.firstIndex { MatchScore.isBetter(score, $0) } ?? best.count
        best.insert(score, at: place)
        if best.count > limit { best.removeLast() }
    }
}

extension MatchIndex {
    struct Candidate {
        var bound: Int
        var slot: Int
        /// Of the words, in hundredths.
        var text: Int
    }

    /// Help with something in common with the need, by the most it can score, highest first.
    private func candidates(
        _ need: NeedProfile, _ reading: [TextQuestion], _ question: MatchQuestion, isExcludedKept: Bool
    ) -> [Candidate] {
        var themes = [UInt8](repeating: 0, count: slots.count)
        for theme in need.themes {
            for slot in byTheme[theme] ?? [] { themes[Int(slot)] &+= 1 }
        }
        var isGoalShared = [Bool](repeating: false, count: slots.count)
        for goal in Set(need.goals.map { String(GoalFit.goal($0)) }) {
            for slot in byGoal[goal] ?? [] { isGoalShared[Int(slot)] = true }
        }
        let shares = terms.shares(reading, slots: slots.count)
        let glance = NeedGlance(need, question, weights)
        // Bound and slot in one number, which sorts fast: the highest bound first, of equal ones the lower slot.
        var found: [UInt64] = []
        for (number, slot) in slots.enumerated() where slot.isHeld {
            let text = TermTable.hundredths(shares[number])
            let isSubject =
                themes[number] > 0 || isGoalShared[number] || slot.takesAnyTheme || text >= ConditionCheck.textLeast
            guard isSubject, isExcludedKept || !glance.excludes(slot) else { continue }
            let bound = glance.bound(
                slot, themes: Int(themes[number]), isGoalShared: isGoalShared[number], text: text)
            found.append(UInt64(bound) << 32 | UInt64(UInt32.max - UInt32(number)))
        }
        found.sort(by: >)
        return found.map { key in
            let slot = Int(UInt32.max - UInt32(truncatingIfNeeded: key))
            return Candidate(bound: Int(key >> 32), slot: slot, text: TermTable.hundredths(shares[slot]))
        }
    }
}
