import Domain
import Insight

/// Finds the issues that a programme serves, each with its reason.
struct LinkFinding {
    /// Links of one origin that a programme gets to issues of one State: more would say nothing.
    static let linksMax = 12
    /// Below, words in common mean little.
    static let similarityMin = 0.2
    static let wordsMin = 2
    private static let textCharactersMax = 1_500

    let codes: AidCodes
    let comparer: TextComparer

    func links(_ id: ProgrammeID, _ activity: Activity, _ issues: StateIssues, at instant: String) -> [IssueLink] {
        let found = bySector(activity, issues) + byGoal(activity, issues) + byText(activity, issues)
        return found.map { found in
            IssueLink(
                programme: id, issue: found.issue, origin: found.origin, strength: found.strength,
                reason: found.reason, by: "rapporteur", at: instant)
        }
    }

    private struct Found {
        var issue: IssueID
        var origin: IssueLink.Origin
        var strength: Int
        var reason: LinkReason
    }

    private func best(_ found: [Found]) -> [Found] {
        Array(found.sorted { ($0.strength, $1.issue) > ($1.strength, $0.issue) }.prefix(Self.linksMax))
    }

    /// An issue whose first theme a purpose code stands for weighs more than one that has it among others.
    private func bySector(_ activity: Activity, _ issues: StateIssues) -> [Found] {
        let sectors = activity.purposeCodes.compactMap { code in
            codes.themes(ofSector: code).map { (code: code, themes: $0.themes) }
        }
        guard !sectors.isEmpty else { return [] }
        return best(
            issues.entries.compactMap { entry in
                let own = entry.issue.reason.themes
                let fitting = sectors.map { sector in
                    (code: sector.code, shared: own.filter(sector.themes.contains))
                }.filter { !$0.shared.isEmpty }
                guard
                    let fit = fitting.max(by: { one, other in
                        let left = one.shared.first == own.first
                        let right = other.shared.first == own.first
                        return left == right ? one.code > other.code : right
                    })
                else { return nil }
                return Found(
                    issue: entry.issue.id, origin: .sector, strength: fit.shared.first == own.first ? 70 : 45,
                    reason: LinkReason(sector: fit.code, themes: fit.shared))
            })
    }

    /// Targets alone: a goal such as health is too wide to say that a programme serves an issue.
    private func byGoal(_ activity: Activity, _ issues: StateIssues) -> [Found] {
        let targets = Set(activity.goals.filter { $0.contains(".") })
        guard !targets.isEmpty else { return [] }
        return best(
            issues.entries.compactMap { entry in
                guard let target = entry.targets.intersection(targets).min() else { return nil }
                return Found(
                    issue: entry.issue.id, origin: .goal, strength: 60, reason: LinkReason(target: target))
            })
    }

    /// The closest recommendation of each issue.
    private func byText(_ activity: Activity, _ issues: StateIssues) -> [Found] {
        var found: [IssueID: Found] = [:]
        for (language, text) in texts(activity) {
            let insight = InsightText(id: 0, language: language.rawValue, text: text)
            let own = comparer.prepare(insight)
            for other in issues.texts where other.language == language {
                let similarity = comparer.similarity(own, other.prepared)
                let strength = min(100, Int((similarity * 100).rounded()))
                guard similarity >= Self.similarityMin, strength > found[other.issue]?.strength ?? 0 else { continue }
                let words = comparer.sharedWords(of: other.text, with: own, limit: 6)
                guard words.count >= Self.wordsMin else { continue }
                found[other.issue] = Found(
                    issue: other.issue, origin: .text, strength: strength,
                    reason: LinkReason(words: words, recommendation: other.recommendation.value))
            }
        }
        return best(Array(found.values))
    }

    /// Title and description in each language that says which it is.
    private func texts(_ activity: Activity) -> [(LanguageTag, String)] {
        var texts: [LanguageTag: String] = [:]
        for narrative in activity.titles + activity.descriptions.flatMap(\.texts) {
            guard let language = narrative.language else { continue }
            let held = texts[language].map { $0 + ". " } ?? ""
            texts[language] = String((held + narrative.text).prefix(Self.textCharactersMax))
        }
        return texts.sorted { $0.key < $1.key }
    }
}
