package import Domain

/// An issue as it is stored; names and reason are JSON.
package struct IssueRow: Sendable, Hashable {
    package var id: IssueID
    package var state: StateCode
    package var names: String
    package var givenName: String?
    package var reason: String
    package var representative: RecommendationID?
    package var version: Int
    /// A person made, split or merged it.
    package var isDecided: Bool
    package var mergedInto: IssueID?

    package init(
        id: IssueID, state: StateCode, names: String, givenName: String? = nil, reason: String,
        representative: RecommendationID? = nil, version: Int = 1, isDecided: Bool = false, mergedInto: IssueID? = nil
    ) {
        self.id = id
        self.state = state
        self.names = names
        self.givenName = givenName
        self.reason = reason
        self.representative = representative
        self.version = version
        self.isDecided = isDecided
        self.mergedInto = mergedInto
    }

    private static let select =
        "SELECT id, state, names, given_name, reason, representative, version, decided, merged_into FROM issue"

    /// By id; merged ones and those without members are among them.
    package static func all(of state: StateCode, _ connection: any ReadConnection) throws -> [IssueRow] {
        try connection.all(select + " WHERE state = $1 ORDER BY id", [.text(state.rawValue)]) { try Self($0) }
    }

    /// At most `SQLSet.sizeMax`, by id; missing ones are left out.
    package static func find(_ ids: [IssueID], _ connection: any ReadConnection) throws -> [IssueRow] {
        try connection.all(select + " WHERE id IN ({set}) ORDER BY id", set: ids.map { .int($0.value) }) {
            try Self($0)
        }
    }

    /// Where an issue went in the end; itself where it stands, nil where it is missing.
    package static func standing(_ id: IssueID, _ connection: any ReadConnection) throws -> IssueRow? {
        var seen: Set<IssueID> = []
        var next = id
        while seen.insert(next).inserted, let row = try find([next], connection).first {
            guard let into = row.mergedInto else { return row }
            next = into
        }
        return nil
    }

    private init(_ row: any Row) throws {
        id = IssueID(try row.int(0))
        state = StateCode(try row.text(1))
        names = try row.text(2)
        givenName = try row.textOrNil(3)
        reason = try row.text(4)
        representative = try row.intOrNil(5).map { RecommendationID($0) }
        version = Int(try row.int(6))
        isDecided = try row.int(7) == 1
        mergedInto = try row.intOrNil(8).map { IssueID($0) }
    }

    package func insert(at instant: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO issue (id, state, names, given_name, reason, representative, version, decided, merged_into, made)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .int(id.value), .text(state.rawValue), .text(names), .optional(givenName), .text(reason),
                .optional(representative?.value), .int(version), .flag(isDecided), .optional(mergedInto?.value),
                .text(instant),
            ])
    }

    /// Writes everything but the id and the State.
    package func update(_ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE issue SET names = $2, given_name = $3, reason = $4, representative = $5, version = $6, decided = $7,
                merged_into = $8 WHERE id = $1
            """,
            [
                .int(id.value), .text(names), .optional(givenName), .text(reason), .optional(representative?.value),
                .int(version), .flag(isDecided), .optional(mergedInto?.value),
            ])
    }
}
