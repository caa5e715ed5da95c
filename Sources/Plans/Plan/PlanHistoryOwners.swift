import Domain
package import People
import Store

extension Plans {
    /// Histories of what stands in the plan: a change goes back through `undo`, with its checks.
    package var historyOwners: [HistoryOwner] {
        [
            owner(Commitment.self) { one, _ in one.title },
            owner(PlannedRecommendation.self) { one, connection in
                let id = one.recommendation
                return try RecommendationWords.of([id], .english, connection)[id] ?? "#\(id)"
            },
            owner(Action.self) { one, _ in one.title },
            owner(Milestone.self) { one, _ in one.title },
            HistoryOwner(
                .law,
                title: { id, workspace, limit, connection in
                    try LawRow.find(LawID(id), workspace, limit: limit, connection)?.title
                }, sight: .seePlan),
            HistoryOwner(
                .meeting,
                title: { id, workspace, limit, connection in
                    guard limit == nil else { return nil }
                    return try MeetingRow.find(MeetingID(id), workspace, connection)?.title
                }, sight: .seeMeetings),
            Self.unnamed(.meetingItem, .seeMeetings), Self.unnamed(.decision, .seeMeetings),
            Self.unnamed(.letter, .seeMeetings), Self.unnamed(.letterTemplate, .seeMeetings),
        ]
    }

    /// Of objects that go by their kind and number, and are nobody's own.
    private static func unnamed(_ kind: SubjectKind, _ sight: Right) -> HistoryOwner {
        HistoryOwner(kind, title: { _, _, limit, _ in limit == nil ? "" : nil }, sight: sight)
    }

    private func owner<Object: PlanObject>(
        _ type: Object.Type, title: @escaping @Sendable (Object, any ReadConnection) throws -> String
    ) -> HistoryOwner {
        let fields = Set(PlanHistoryFields.names(of: Object.kind))
        return HistoryOwner(
            Object.kind,
            title: { id, workspace, limit, connection in
                guard let found = try Object.find([id], workspace, reach: limit, connection).first else { return nil }
                return try title(found, connection)
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
