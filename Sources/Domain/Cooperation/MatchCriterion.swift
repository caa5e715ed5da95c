/// What a match is scored by.
package enum MatchCriterion: String, Hashable, Sendable, CaseIterable {
    case themes, goals, kinds, text, priority, record, money, time, language
}
