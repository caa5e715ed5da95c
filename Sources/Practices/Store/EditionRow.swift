import Domain
import Store

/// Practices and their editions, as their own workspace has them.
enum PracticeRow {
    private static let columns = """
        p.id, p.workspace_id, p.latest_edition, p.published_edition, p.published, p.withdrawn, p.withdrawn_why, p.made,
        p.version
        """

    static func own(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [Practice] {
        try connection.all(
            "SELECT \(columns) FROM practice p WHERE p.workspace_id = $1 ORDER BY p.id DESC",
            [.int(workspace.value)], read)
    }

    static func find(
        _ id: PracticeID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> Practice? {
        try connection.first(
            "SELECT \(columns) FROM practice p WHERE p.id = $1 AND p.workspace_id = $2",
            [.int(id.value), .int(workspace.value)], read)
    }

    static func insert(_ practice: Practice, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO practice (id, workspace_id, latest_edition, made, version) VALUES ($1, $2, $3, $4, $5)
            """,
            [
                .int(practice.id.value), .int(practice.workspace.value), .int(practice.latest.value),
                .text(practice.made), .int(practice.version),
            ])
    }

    /// Counts the version up and holds the row to the end of the transaction. Throws `stale` where the version is another.
    static func step(_ practice: Practice, version: Int, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            "UPDATE practice SET version = version + 1 WHERE id = $1 AND workspace_id = $2 AND version = $3",
            [.int(practice.id.value), .int(practice.workspace.value), .int(version)])
        if changed == 0 { throw WorkspaceError.stale(practice.subject, version: practice.version) }
    }

    /// A newer edition is the one that is worked on.
    static func begin(_ edition: PracticeEdition, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE practice SET latest_edition = $3 WHERE id = $1 AND workspace_id = $2",
            [.int(edition.practice.value), .int(edition.workspace.value), .int(edition.id.value)])
    }

    /// Others read this edition from now on, with State and region as far as it shows them.
    static func publish(_ edition: PracticeEdition, at: String, _ connection: any WriteConnection) throws {
        let content = edition.content
        try connection.execute(
            """
            UPDATE practice SET published_edition = $3, published = $4, state = $5, region = $6, withdrawn = NULL,
                withdrawn_why = NULL
            WHERE id = $1 AND workspace_id = $2
            """,
            [
                .int(edition.practice.value), .int(edition.workspace.value), .int(edition.id.value), .text(at),
                .optional(content.isPlaceWithheld ? nil : content.state?.rawValue), .optional(content.region),
            ])
    }

    /// Nobody else reads it any more.
    static func withdraw(
        _ practice: Practice, why: String, at: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE practice SET published_edition = NULL, published = NULL, state = NULL, region = NULL, withdrawn = $3,
                withdrawn_why = $4
            WHERE id = $1 AND workspace_id = $2
            """, [.int(practice.id.value), .int(practice.workspace.value), .text(at), .text(why)])
    }

    private static func read(_ row: any Row) throws -> Practice {
        Practice(
            id: PracticeID(try row.int(0)), workspace: WorkspaceID(try row.int(1)),
            latest: PracticeEditionID(try row.int(2)),
            publishedEdition: try row.intOrNil(3).map { PracticeEditionID($0) }, published: try row.textOrNil(4),
            withdrawn: try row.textOrNil(5), withdrawnWhy: try row.textOrNil(6), made: try row.text(7),
            version: Int(try row.int(8)))
    }
}

/// Editions with all they say.
enum EditionRow {
    static let columns = """
        e.id, e.practice_id, e.workspace_id, e.number, e.status, e.shelf, e.state, e.region, e.place_withheld, e.anonymous,
        e.starts, e.ends, e.cost, e.currency, e.office, e.email, e.contact_withheld, e.source_kind, e.source_id, e.made,
        e.handed_in, e.decided
        """

    /// Of one practice, the latest first.
    static func all(
        of practice: PracticeID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PracticeEdition] {
        try filled(
            connection.all(
                """
                SELECT \(columns) FROM practice_edition e WHERE e.practice_id = $1 AND e.workspace_id = $2
                ORDER BY e.number DESC LIMIT \(PracticeLimits.editionsMax)
                """, [.int(practice.value), .int(workspace.value)], read), connection)
    }

    static func find(
        _ id: PracticeEditionID, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> PracticeEdition? {
        try filled(
            connection.all(
                "SELECT \(columns) FROM practice_edition e WHERE e.id = $1 AND e.workspace_id = $2",
                [.int(id.value), .int(workspace.value)], read), connection
        ).first
    }

    /// The latest editions of a workspace's practices.
    static func latest(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> [PracticeEdition] {
        try filled(
            connection.all(
                """
                SELECT \(columns) FROM practice_edition e JOIN practice p ON p.latest_edition = e.id
                WHERE p.workspace_id = $1 AND e.workspace_id = $1 ORDER BY p.id DESC
                """, [.int(workspace.value)], read), connection)
    }

    /// Of this workspace, written up from an agreement or a programme.
    static func written(
        from source: PracticeSource, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> [PracticeEdition] {
        try filled(
            connection.all(
                """
                SELECT \(columns) FROM practice_edition e JOIN practice p ON p.latest_edition = e.id
                WHERE e.source_kind = $2 AND e.source_id = $3 AND p.workspace_id = $1 AND e.workspace_id = $1
                ORDER BY p.id DESC
                """, [.int(workspace.value), .text(source.kind.rawValue), .int(source.id)], read), connection)
    }

    static func insert(_ edition: PracticeEdition, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO practice_edition (id, practice_id, workspace_id, number, status, shelf, state, region,
                place_withheld, anonymous, starts, ends, cost, currency, office, email, contact_withheld, source_kind,
                source_id, made)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            """,
            [
                .int(edition.id.value), .int(edition.practice.value), .int(edition.workspace.value),
                .int(edition.number), .text(edition.status.rawValue),
            ] + values(edition.content) + [.text(edition.made)])
        try PracticeParts.write(edition, connection)
    }

    /// Makes a draft say this. An edition that is no draft stays as it is.
    static func update(_ edition: PracticeEdition, _ connection: any WriteConnection) throws {
        let changed = try connection.execute(
            """
            UPDATE practice_edition SET shelf = $3, state = $4, region = $5, place_withheld = $6, anonymous = $7,
                starts = $8, ends = $9, cost = $10, currency = $11, office = $12, email = $13, contact_withheld = $14,
                source_kind = $15, source_id = $16
            WHERE id = $1 AND workspace_id = $2 AND status = 'draft'
            """, [.int(edition.id.value), .int(edition.workspace.value)] + values(edition.content))
        if changed == 0 { throw WorkspaceError.invalid("status", "practice.notDraft") }
        try PracticeParts.clear(edition, connection)
        try PracticeParts.write(edition, connection)
    }

    private static func values(_ content: PracticeContent) -> [SQLValue] {
        [
            .text(content.shelf.rawValue), .optional(content.state?.rawValue), .optional(content.region),
            .flag(content.isPlaceWithheld), .flag(content.isAnonymous), .optional(content.from?.description),
            .optional(content.until?.description), .optional(content.cost?.minor),
            .optional(content.cost?.currency.rawValue), .text(content.contact.office), .text(content.contact.email),
            .flag(content.isContactWithheld), .optional(content.source?.kind.rawValue), .optional(content.source?.id),
        ]
    }

    /// `handedIn` and `decided` are set where they are given.
    static func setStatus(
        _ id: PracticeEditionID, _ author: WorkspaceID, _ status: PracticeStatus, handedIn: String? = nil,
        decided: String? = nil, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE practice_edition SET status = $3, handed_in = COALESCE($4, handed_in), decided = COALESCE($5, decided)
            WHERE id = $1 AND workspace_id = $2
            """,
            [
                .int(id.value), .int(author.value), .text(status.rawValue), .optional(handedIn), .optional(decided),
            ])
    }

    static func filled(
        _ editions: [PracticeEdition], _ connection: any ReadConnection
    ) throws -> [PracticeEdition] {
        var editions = editions
        let parts = try PracticeParts(editions.map(\.id), connection)
        for place in editions.indices { parts.fill(&editions[place].content, of: editions[place].id) }
        return editions
    }

    static func read(_ row: any Row) throws -> PracticeEdition {
        var content = PracticeContent()
        content.shelf = try row.value(5, PracticeShelf.init(rawValue:))
        content.state = try row.textOrNil(6).map { StateCode($0) }
        content.region = try row.textOrNil(7)
        content.isPlaceWithheld = try row.int(8) == 1
        content.isAnonymous = try row.int(9) == 1
        content.from = try row.textOrNil(10).flatMap { CalendarDate($0) }
        content.until = try row.textOrNil(11).flatMap { CalendarDate($0) }
        if let minor = try row.intOrNil(12), let currency = try row.textOrNil(13).flatMap({ CurrencyCode($0) }) {
            content.cost = Money(minor: minor, currency: currency)
        }
        content.contact = PracticeContact(office: try row.text(14), email: try row.text(15))
        content.isContactWithheld = try row.int(16) == 1
        if let kind = try row.textOrNil(17).flatMap({ PracticeSource.Kind(rawValue: $0) }),
            let id = try row.intOrNil(18)
        {
            content.source = PracticeSource(kind, id)
        }
        return PracticeEdition(
            id: PracticeEditionID(try row.int(0)), practice: PracticeID(try row.int(1)),
            workspace: WorkspaceID(try row.int(2)), number: Int(try row.int(3)),
            status: try row.value(4, PracticeStatus.init(rawValue:)), content: content, made: try row.text(19),
            handedIn: try row.textOrNil(20), decided: try row.textOrNil(21))
    }
}
