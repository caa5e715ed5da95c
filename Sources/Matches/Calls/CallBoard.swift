package import Cooperation
package import Domain
package import Insight
import Reference

/// Why an application cannot be selected, whatever its marks.
package enum SelectionObstacle: String, Hashable, Sendable, CaseIterable {
    /// There is a limit of money, for all or for one application, and it does not say how much it asks for.
    case noAmount = "no-amount"
    /// It asks in another currency than one of the limits is in.
    case otherCurrency = "other-currency"
    /// It asks for more than the call gives one application.
    case aboveCeiling = "above-ceiling"
    case ineligible
    /// The call asks for the consent of the State, and none stands.
    case noConsent = "no-consent"
}

/// Everything that a fund needs to select among the applications to one call: its rules, people's marks, and what the method proposes.
package struct CallBoard: Sendable {
    package struct Entry: Sendable {
        package var application: Application
        package var applicant: CooperationActor?
        /// Whom it counts for where there is a limit for each State; nil: whoever applies is of none.
        package var state: StateCode?
        package var groups: [String]
        /// Nil: not known to the fund.
        package var kinds: [HelpKind]?
        /// By the place of the criterion.
        package var marks: [Int: ApplicationMark]
        package var obstacles: [SelectionObstacle]
    }

    package var call: FundCall
    package var fund: Fund
    package var rules: SelectionRules
    /// What is handed in, the latest first, at most `Applications.listMax`.
    package var entries: [Entry]

    /// There may be earlier applications than those.
    package var isCut: Bool { entries.count >= Applications.listMax }

    /// The money there is: what the rules say, else what the call says; nil: no limit is said.
    package var money: Money? { rules.money ?? call.budget }

    /// Criteria that nobody marked the application by.
    package func missing(_ entry: Entry) -> [SelectionRules.Criterion] {
        rules.criteria.filter { entry.marks[$0.place] == nil }
    }

    /// Hundredths of a point: exact.
    package func points(_ entry: Entry) -> Int64 {
        rules.criteria.reduce(0) { $0 + Int64($1.weight) * Int64(entry.marks[$1.place]?.mark ?? 0) }
    }

    /// What it could have if everything that is not marked got full marks.
    package func pointsMax(_ entry: Entry) -> Int64 {
        rules.criteria.reduce(0) { $0 + Int64($1.weight) * Int64(entry.marks[$1.place]?.mark ?? 100) }
    }

    /// What the method is given: everything that nothing stands in the way of.
    package var candidates: [CallApplication] {
        entries.filter(\.obstacles.isEmpty).map { entry in
            // Whoever is of no State counts for itself alone.
            let own = StateCode("~\(entry.application.workspace)")
            let marks = entry.marks.map { (String($0.key), $0.value.mark) }
            return CallApplication(
                id: entry.application.id, state: entry.state ?? own, groups: entry.groups, kinds: entry.kinds ?? [],
                amount: entry.application.amount?.minor ?? 0,
                marks: Dictionary(marks, uniquingKeysWith: { first, _ in first }))
        }
    }

    package var callRules: CallRules { rules.rules(money) }

    /// The selection and what the rules do to it. Takes its time: never within a reading of the store.
    @concurrent
    package func proposal() async -> CallProposal {
        let (candidates, rules) = (candidates, callRules)
        let best = CallSelection.best(candidates, rules)
        return CallProposal(
            best: best, greedy: CallSelection.greedy(candidates, rules),
            greedyByMoney: CallSelection.greedyByMoney(candidates, rules),
            effects: CallEffect.all(candidates, rules, from: best))
    }
}

/// What the method proposes for a call: people decide.
package struct CallProposal: Sendable {
    package var best: CallSelection
    /// From the top of the list, as long as there is room.
    package var greedy: CallSelection
    /// The most points for each unit of money first.
    package var greedyByMoney: CallSelection
    package var effects: [CallEffect]
}

/// One application with the fund's marks.
package struct MarkingSheet: Sendable {
    package var application: Application
    package var applicant: CooperationActor?
    package var call: FundCall
    package var rules: SelectionRules
    package var marks: [Int: ApplicationMark]
    /// Of its marks; 0: nobody marked it yet.
    package var version: Int
}
