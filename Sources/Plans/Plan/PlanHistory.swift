package import Domain
import People
import Store

/// One step of work on the plan, as a list of steps shows it.
package struct PlanStep: Hashable, Sendable {
    package var batch: FieldChangeID
    package var by: String
    /// Fixed-width UTC instant.
    package var at: String
    package var why: String?
    /// How many objects of each kind it changed.
    package var objects: [SubjectKind: Int]
    /// Names of the fields it changed, in order.
    package var fields: [String]
    /// It takes another step back.
    package var isReversal: Bool
    /// Something of it was taken back since.
    package var isReversed: Bool
}

extension Plans {
    package static let stepsMax = 50

    /// What was done to the plan, newest first; `before` is the last step of the page before.
    package func steps(
        before: FieldChangeID? = nil, _ member: Member
    ) async throws(WorkspaceError) -> [PlanStep] {
        try member.require(.seeHistory)
        _ = try member.limit(.editPlan)
        return try await store.read { try PlanSteps.read(before: before, member.workspace.id, $0) }
    }
}

enum PlanSteps {
    private static let kinds = Plans.undoKinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")

    /// The first change of a step has the step's own id.
    static func read(
        before: FieldChangeID?, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PlanStep] {
        var steps = try connection.all(
            """
            SELECT id, changed_by, at, why, reverses FROM field_change
            WHERE workspace_id = $1 AND id = batch AND id < $2 AND kind IN (\(kinds)) ORDER BY id DESC
            LIMIT \(Plans.stepsMax)
            """, [.int(workspace.value), .int(before?.value ?? .max)]
        ) { row in
            PlanStep(
                batch: FieldChangeID(try row.int(0)), by: try row.text(1), at: try row.text(2),
                why: try row.textOrNil(3), objects: [:], fields: [], isReversal: !row.isNull(4), isReversed: false)
        }
        let places = Dictionary(
            steps.enumerated().map { ($1.batch.value, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = steps.map { SQLValue.int($0.batch.value) }
        try connection.query(
            """
            SELECT batch, kind, COUNT(DISTINCT subject_id) FROM field_change
            WHERE workspace_id = $1 AND batch IN ({set}) GROUP BY batch, kind ORDER BY batch, kind
            """, [.int(workspace.value)], set: ids
        ) { row in
            guard let place = places[try row.int(0)] else { return }
            steps[place].objects[try row.value(1, SubjectKind.init(rawValue:))] = Int(try row.int(2))
        }
        try connection.query(
            """
            SELECT DISTINCT batch, field FROM field_change
            WHERE workspace_id = $1 AND batch IN ({set}) ORDER BY batch, field
            """, [.int(workspace.value)], set: ids
        ) { row in
            if let place = places[try row.int(0)] { steps[place].fields.append(try row.text(1)) }
        }
        try connection.query(
            """
            SELECT DISTINCT o.batch FROM field_change r JOIN field_change o ON o.id = r.reverses
            WHERE o.workspace_id = $1 AND o.batch IN ({set})
            """, [.int(workspace.value)], set: ids
        ) { row in
            if let place = places[try row.int(0)] { steps[place].isReversed = true }
        }
        return steps
    }
}
