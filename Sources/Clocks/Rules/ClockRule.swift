package import Domain
package import Reference

/// A rule as it holds in one workspace.
package struct ClockRule: Hashable, Sendable {
    /// A shipped rule's code, or `own-<id>`.
    package var code: String
    /// What the catalogue calls it; nil for the workspace's own.
    package var name: String?
    /// What the workspace calls it; nil: as shipped.
    package var title: String?
    package var event: ClockEventKind
    package var mechanism: MechanismCode?
    package var kind: DeadlineKind
    package var offset: ClockOffset
    package var force: DeadlineForce
    package var source: String
    package var until: ClockEventKind?
    package var isDisabled = false

    package init(_ facts: ClockRuleFacts) {
        code = facts.code
        name = facts.name
        event = facts.event
        mechanism = facts.mechanism
        kind = facts.kind
        offset = facts.offset
        force = facts.force
        source = facts.source
        until = facts.until
    }

    package init(
        code: String, title: String, event: ClockEventKind, mechanism: MechanismCode?, kind: DeadlineKind,
        offset: ClockOffset, force: DeadlineForce, source: String
    ) {
        self.code = code
        self.title = title
        self.event = event
        self.mechanism = mechanism
        self.kind = kind
        self.offset = offset
        self.force = force
        self.source = source
    }
}

/// What a workspace changed in a shipped rule, or added: who, when, why.
package struct RuleChange: Hashable, Sendable {
    package var id: Int64
    package var rule: ClockRule
    package var why: String
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
    package var version: Int

    package init(id: Int64, rule: ClockRule, why: String, by: String, at: String, version: Int) {
        self.id = id
        self.rule = rule
        self.why = why
        self.by = by
        self.at = at
        self.version = version
    }
}

/// The shipped rules, and what the workspace makes of them. Both stay visible.
package struct RuleBook: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        /// Nil for the workspace's own.
        package var shipped: ClockRule?
        package var change: RuleChange?
        /// What holds.
        package var rule: ClockRule
    }

    package let entries: [Entry]

    package init(shipped: [ClockRuleFacts], changes: [RuleChange]) {
        var byCode: [String: RuleChange] = [:]
        for change in changes { byCode[change.rule.code] = change }
        var entries: [Entry] = []
        for facts in shipped {
            let rule = ClockRule(facts)
            guard let change = byCode.removeValue(forKey: facts.code) else {
                entries.append(Entry(shipped: rule, change: nil, rule: rule))
                continue
            }
            // What a shipped rule is about stays; when, how strictly, why and whether it holds is the workspace's.
            var own = rule
            own.title = change.rule.title
            own.offset = change.rule.offset
            own.force = change.rule.force
            own.source = change.rule.source
            own.isDisabled = change.rule.isDisabled
            entries.append(Entry(shipped: rule, change: change, rule: own))
        }
        for change in byCode.values.sorted(by: { $0.id < $1.id }) {
            entries.append(Entry(shipped: nil, change: change, rule: change.rule))
        }
        self.entries = entries
    }

    /// Those that hold.
    package var rules: [ClockRule] { entries.map(\.rule).filter { !$0.isDisabled } }

    package func entry(_ code: String) -> Entry? { entries.first { $0.rule.code == code } }
}
