import Cooperation
import Domain
import Frame
import Insight
import Locales
import Matches

/// Limits, effects and obstacles of a selection as words.
struct SelectionWords {
    let view: View
    let board: CallBoard

    /// For what is said where there are more applications than are read.
    static let most: KeyValuePairs<String, Argument> = ["count": .number(Applications.listMax)]

    /// `30.00`, from hundredths of a point.
    func points(_ hundredths: Int64) -> String {
        let text = view.decimal(hundredths: Int(clamping: abs(hundredths)))
        return hundredths < 0 ? "\u{2212}" + text : text
    }

    func money(_ minor: Int64) -> String {
        guard let currency = (board.money ?? board.call.ceiling)?.currency else {
            return view.say("cooperation.notKnown")
        }
        return view.amount(minor, currency)
    }

    func limit(_ limit: CallLimit) -> String {
        switch limit {
        case .ceiling: view.say("match.limit.money")
        case .count: view.say("match.limit.count")
        case .state(let state): view.say("match.limit.state", ["name": .text(self.state(state))])
        case .kind(let kind): view.say("match.limit.kind", ["name": .text(view.say("helpKind.\(kind.rawValue)"))])
        case .group(let group): view.say("match.limit.group", ["name": .text(view.name(.group, group))])
        }
    }

    /// Whoever is of no State is counted by itself, under the name of its workspace.
    private func state(_ code: StateCode) -> String {
        guard code.rawValue.hasPrefix("~") else { return view.stateName(code) }
        let own = board.entries.first { "~\($0.application.workspace)" == code.rawValue }
        return own?.applicant?.name ?? view.say("cooperation.notKnown")
    }

    func used(_ use: CallSelection.Use) -> (used: String, most: String) {
        if case .ceiling = use.limit { return (money(use.used), money(use.max)) }
        return (view.number(Int(clamping: use.used)), view.number(Int(clamping: use.max)))
    }

    func change(_ change: CallEffect.Change) -> String {
        switch change {
        case .without(let code):
            let label = board.rules.criteria.first { String($0.place) == code }?.label ?? code
            return view.say("match.effect.without", ["name": .text(label)])
        case .moreMoney(let by): return view.say("match.effect.money", ["amount": .text(money(by))])
        case .oneMoreInAll: return view.say("match.effect.count")
        case .oneMoreForEachState: return view.say("match.effect.state")
        case .oneMoreOfKind(let kind):
            return view.say("match.effect.kind", ["name": .text(view.say("helpKind.\(kind.rawValue)"))])
        case .oneMoreOfGroup(let group):
            return view.say("match.effect.group", ["name": .text(view.name(.group, group))])
        }
    }

    func titles(_ ids: [ApplicationID]) -> String {
        let byID = Dictionary(
            board.entries.map { ($0.application.id, $0.application.title) }, uniquingKeysWith: { first, _ in first })
        return ids.isEmpty ? view.say("match.effect.nobody") : view.listed(ids.compactMap { byID[$0] })
    }
}

/// Applications in the order they are shown: what is proposed first, in its order, then the rest by points.
struct SelectionOrder {
    struct Line {
        var entry: CallBoard.Entry
        /// Of the proposal; nil: not in it.
        var place: Int?
        var isInGreedy: Bool
    }

    let lines: [Line]

    init(_ board: CallBoard, _ proposal: CallProposal) {
        let places = Dictionary(
            proposal.best.chosen.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        let greedy = Set(proposal.greedy.chosen)
        lines = board.entries.sorted { left, right in
            let (one, other) = (places[left.application.id] ?? .max, places[right.application.id] ?? .max)
            if one != other { return one < other }
            return (board.points(right), left.application.id) < (board.points(left), right.application.id)
        }.map { entry in
            Line(
                entry: entry, place: places[entry.application.id], isInGreedy: greedy.contains(entry.application.id))
        }
    }
}
