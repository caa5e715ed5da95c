/// What stands of a coordinator's choices: a stage for each field, and exceptions for single items.
package struct PublicChoices: Hashable, Sendable {
    /// For one item: a stage in place of its part's, and an instant before which it is not shown.
    package struct Exception: Hashable, Sendable {
        /// Nil: the part's default.
        package var stage: PublicStage?
        /// Fixed-width UTC instant; nil: none.
        package var embargo: String?

        package init(stage: PublicStage? = nil, embargo: String? = nil) {
            self.stage = stage
            self.embargo = embargo
        }

        var isEmpty: Bool { stage == nil && embargo == nil }
    }

    package var stages: [PublicField: PublicStage]
    package var exceptions: [PublicKey: Exception]

    package init(stages: [PublicField: PublicStage] = [:], exceptions: [PublicKey: Exception] = [:]) {
        self.stages = stages
        self.exceptions = exceptions
    }

    /// The stage that was chosen; nothing is let out that nobody chose.
    package func stage(_ field: PublicField) -> PublicStage { stages[field] ?? .draft }

    /// The fields of which readers at a stage see something, where items of `seen` are shown to them: what is let out as far, where
    /// what it stands under is seen as well.
    func shown(_ audience: PublicStage, with seen: Set<PublicField>) -> Set<PublicField> {
        func isShown(_ field: PublicField) -> Bool {
            if seen.contains(field) { return true }
            guard stage(field) >= audience else { return false }
            return field.under.isEmpty || field.under.contains(where: isShown)
        }
        return Set(PublicField.allCases.filter(isShown))
    }

    /// How far this one item is let out now, whatever it belongs to.
    func stage(_ key: PublicKey, at now: String) -> PublicStage {
        let exception = exceptions[key]
        let chosen = exception?.stage ?? stage(key.kind.field)
        guard let embargo = exception?.embargo, embargo > now else { return chosen }
        return min(chosen, .institution)
    }

    /// When the next embargo ends after now.
    func nextRelease(after now: String) -> String? {
        exceptions.values.compactMap(\.embargo).filter { $0 > now }.min()
    }
}
