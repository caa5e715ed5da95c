import Domain
package import People
import Store

extension Plans {
    /// Histories of what stands in the plan: a change goes back through `undo`, with its checks.
    package var historyOwners: [HistoryOwner] {
        [
            owner(Commitment.self) { $0.title },
            owner(PlannedRecommendation.self) { "\($0.recommendation)" },
            owner(Action.self) { $0.title },
            owner(Milestone.self) { $0.title },
        ]
    }

    private func owner<Object: PlanObject>(
        _ type: Object.Type, title: @escaping @Sendable (Object) -> String
    ) -> HistoryOwner {
        let fields = Set(PlanHistoryFields.names(of: Object.kind))
        return HistoryOwner(
            Object.kind,
            title: { id, workspace, limit, connection in
                try Object.find([id], workspace, reach: limit, connection).first.map(title)
            },
            restorable: fields, right: .editPlan
        ) { member, restoration in
            try await undo(restoration.change, why: restoration.why, by: member)
        }
    }
}

/// Fields that can be put back by their text form.
enum PlanHistoryFields {
    static func names(of kind: SubjectKind) -> [String] {
        switch kind {
        case .commitment: ["title", "priority", "lead", "supporting", "links", "due", "status", "plan"]
        case .plannedRecommendation: ["lead", "due", "status", "plan"]
        case .action:
            [
                "title", "description", "lead", "supporting", "status", "starts", "due", "currency", "cost",
                "budgetSource", "gap",
                "plan",
            ]
        case .milestone: ["title", "due", "done", "plan"]
        default: []
        }
    }
}
