/// One step of the schema, numbered from 1 without gaps. Append-only: a step that was released never changes.
package struct Migration: Sendable {
    package let number: Int
    /// In small letters, for logs and for comparing with what a store says of itself.
    package let name: String
    /// One statement each, with the placeholders of `DatabaseKind.expand`.
    package let statements: [String]
    /// What no statement can say, in the same transaction, after the statements.
    package let fill: (@Sendable (any WriteConnection) throws -> Void)?

    package init(
        _ number: Int, _ name: String, _ statements: [String],
        fill: (@Sendable (any WriteConnection) throws -> Void)? = nil
    ) {
        self.number = number
        self.name = name
        self.statements = statements
        self.fill = fill
    }
}

package enum Migrations {
    /// Every step this program knows, in order.
    package static let all: [Migration] = [
        .foundation, .record, .accounts, .desk, .documents, .issues, .tags, .workspaces, .people, .audit, .mail, .plan,
        .round,
        .progress, .workbooks, .clocks, .cooperation, .programmes, .matching,
        .agreements, .practices, .screening, .assessments, .cooperationRecords, .submissions, .consultations,
        .publicFace, .watches, .drafting, .admissions, .membershipRequests, .suspensions,
    ]
}
