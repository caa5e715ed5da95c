import Domain

/// What a yardstick says of one State, in the open: each step with the facts it rests on.
package struct YardstickReading: Sendable {
    package enum Outcome: String, Sendable {
        case taken, missed
        /// No fact says either. That is no data, and not a step that was missed.
        case unknown
    }

    package struct Step: Sendable {
        package var step: Yardstick.Step
        package var outcome: Outcome
        /// What the outcome rests on; empty where it cannot be computed.
        package var facts: [StateFact]
    }

    package struct Row: Sendable {
        /// Nil where the State is looked at as it stands.
        package var cycle: Int?
        package var steps: [Step]
    }

    package var yardstick: Yardstick
    package var rows: [Row]
}

extension CooperationRecord {
    /// Reads these facts by a yardstick. A step with facts on both sides follows the latest of them.
    package func reading(_ yardstick: Yardstick) -> YardstickReading {
        switch yardstick.unit {
        case .state:
            let steps = yardstick.steps.map { step($0, among: facts) }
            return YardstickReading(yardstick: yardstick, rows: [YardstickReading.Row(cycle: nil, steps: steps)])
        case .cycle:
            let cycles = Set(facts.filter { $0.kind.isOfCycle }.compactMap(\.content.cycle) + positions.map(\.cycle))
            let rows = cycles.sorted().map { cycle in
                YardstickReading.Row(
                    cycle: cycle,
                    steps: yardstick.steps.map { step($0, among: facts.filter { $0.content.cycle == cycle }) })
            }
            return YardstickReading(yardstick: yardstick, rows: rows)
        }
    }

    private func step(_ step: Yardstick.Step, among facts: [StateFact]) -> YardstickReading.Step {
        let (taken, missed) = (step.taken.map(\.kind), step.missed.map(\.kind))
        // Facts are by day: the last one decides.
        guard let last = facts.last(where: { (taken + missed).contains($0.kind) }) else {
            return YardstickReading.Step(step: step, outcome: .unknown, facts: [])
        }
        let isGraded = step.grades.map { $0.contains(last.content.grade ?? "") } ?? true
        let isTaken = taken.contains(last.kind) && !last.content.isNone && isGraded
        return YardstickReading.Step(step: step, outcome: isTaken ? .taken : .missed, facts: [last])
    }
}
