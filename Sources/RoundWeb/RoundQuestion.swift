import Domain
import Frame
import Plans
import Rounds

/// Which paragraphs of a round are shown.
struct RoundQuestion {
    static let pageMax = 50
    static let parameters: [Parameter] = [
        Parameter(name: "standing", form: .choice([""] + RoundStanding.allCases.map(\.rawValue)), summary: ""),
        Parameter(name: "institution", form: .text(charactersMax: 20), summary: ""),
        Parameter(name: "theme", form: .text(charactersMax: 200), summary: ""),
        Parameter(name: "issue", form: .text(charactersMax: 20), summary: ""),
        Parameter(name: "q", form: .text(charactersMax: 200), summary: ""),
        Parameter(name: "from", form: .integer(0...Rounds.paragraphsMax), summary: ""),
    ]

    var standing: RoundStanding?
    var institution: InstitutionID?
    var theme: String?
    var issue: IssueID?
    var words = ""
    var from = 0

    init(_ query: Query) {
        standing = query.first("standing").flatMap { RoundStanding(rawValue: $0) }
        institution = query.first("institution").flatMap { InstitutionID($0) }
        theme = query.first("theme").flatMap { $0.isEmpty ? nil : $0 }
        issue = query.first("issue").flatMap { IssueID($0) }
        words = query.first("q") ?? ""
        from = query.first("from").flatMap { Int($0) } ?? 0
    }

    var items: [(String, String)] {
        var items: [(String, String)] = []
        if let standing { items.append(("standing", standing.rawValue)) }
        if let institution { items.append(("institution", institution.description)) }
        if let theme { items.append(("theme", theme)) }
        if let issue { items.append(("issue", issue.description)) }
        if !words.isEmpty { items.append(("q", words)) }
        if from > 0 { items.append(("from", String(from))) }
        return items
    }

    func with(_ change: (inout RoundQuestion) -> Void) -> RoundQuestion {
        var copy = self
        copy.from = 0
        change(&copy)
        return copy
    }

    var isNarrow: Bool { standing != nil || institution != nil || theme != nil || issue != nil || !words.isEmpty }

    func matches(_ line: RoundLine) -> Bool {
        if let standing, line.standing != standing { return false }
        if let institution, !line.proposals.contains(where: { $0.institution == institution }) { return false }
        if let theme, !line.themes.contains(theme) { return false }
        if let issue, line.issue != issue { return false }
        guard !words.isEmpty else { return true }
        let wanted = words.lowercased()
        return line.paragraph.name.lowercased().hasPrefix(wanted)
            || line.paragraph.texts.values.contains { $0.lowercased().contains(wanted) }
    }
}
