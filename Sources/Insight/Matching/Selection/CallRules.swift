package import Domain

/// An application as a selection reads it.
package struct CallApplication: Hashable, Sendable {
    package var id: ApplicationID
    package var state: StateCode
    /// Regional group and memberships of the State.
    package var groups: [String]
    package var kinds: [HelpKind]
    /// What is applied for, in the smallest unit of the call's currency.
    package var amount: Int64
    /// 0...100 by the code of the criterion, as people gave them.
    package var marks: [String: Int]

    package init(
        id: ApplicationID, state: StateCode, groups: [String] = [], kinds: [HelpKind] = [], amount: Int64,
        marks: [String: Int]
    ) {
        self.id = id
        self.state = state
        self.groups = groups
        self.kinds = kinds
        self.amount = max(0, amount)
        self.marks = marks.mapValues { min(max($0, 0), 100) }
    }
}

/// What a fund says it selects by.
package struct CallCriterion: Hashable, Sendable {
    package let code: String
    /// 0...1000 points.
    package let weight: Int

    package init(code: String, weight: Int) {
        self.code = code
        self.weight = min(max(weight, 0), 1_000)
    }
}

/// What limits a selection.
package enum CallLimit: Hashable, Sendable {
    /// The money there is.
    case ceiling
    /// How many are selected in all.
    case count
    case state(StateCode)
    case kind(HelpKind)
    /// A regional group or a membership.
    case group(String)
}

/// The rules of a call: its criteria and its limits. A limit that is nil or not named does not bind.
package struct CallRules: Hashable, Sendable {
    package var criteria: [CallCriterion]
    /// In the smallest unit of the call's currency.
    package var ceiling: Int64?
    package var countMax: Int?
    package var perStateMax: Int?
    package var perKind: [HelpKind: Int]
    package var perGroup: [String: Int]

    package init(
        criteria: [CallCriterion], ceiling: Int64? = nil, countMax: Int? = nil, perStateMax: Int? = nil,
        perKind: [HelpKind: Int] = [:], perGroup: [String: Int] = [:]
    ) {
        self.criteria = criteria
        self.ceiling = ceiling
        self.countMax = countMax
        self.perStateMax = perStateMax
        self.perKind = perKind
        self.perGroup = perGroup
    }

    /// The sum of marks times weights, in hundredths of a point: exact.
    package func points(_ application: CallApplication) -> Int64 {
        criteria.reduce(0) { $0 + Int64($1.weight) * Int64(application.marks[$1.code] ?? 0) }
    }
}
