import Clocks
package import Cooperation
package import Domain
import People
import Store

/// Everything of one agreement that a party may see.
package struct AgreementPage: Sendable {
    package var agreement: Agreement
    /// The version in force, else the one that is open, else the last.
    package var shown: AgreementVersion
    /// A draft of the reader's, or a proposal, beside the one shown.
    package var open: AgreementVersion?
    /// The latest first.
    package var versions: [AgreementVersion]
    package var actors: [WorkspaceID: CooperationActor]
    package var sayings: AgreementSayings
    /// The reader's own actions that carry it out, within the reader's institution where there is a limit.
    package var actions: [LinkedAction]
    /// The reader's own need that it began with.
    package var need: (id: NeedID, status: NeedStatus)?
    package var invited: [InvitedInstitution]
    package var today: CalendarDate
}

/// An action in the reader's plan that carries an agreement out.
package struct LinkedAction: Hashable, Sendable {
    package var id: Int64
    package var title: String
    package var status: String
}

/// Agreements that everybody may read.
package struct PublicAgreements: Sendable {
    package var total: Int
    package var records: [AgreementRecord]
    package var next: AgreementID?
}

extension Agreements {
    /// Those that the workspace is or was asked to be a party of, the latest first.
    package func all(_ member: Member) async throws(WorkspaceError) -> [AgreementRecord] {
        let limit = try member.limit(.seeCooperation)
        let workspace = member.workspace.id
        return try await store.read { connection in
            let all = try AgreementRow.all(workspace, limit, connection)
            return try Self.records(all, connection) { try Self.shown($0, workspace, connection) }
        }
    }

    /// One with its versions, words and links; `notFound` for whoever is no party.
    package func find(_ id: AgreementID, _ member: Member) async throws(WorkspaceError) -> AgreementPage {
        let limit = try member.limit(.seeCooperation)
        let workspace = member.workspace.id
        let today = today(member)
        return try await store.read { connection in
            guard let agreement = try AgreementRow.find(id, workspace, limit, connection) else {
                throw WorkspaceError.notFound
            }
            let versions = try VersionRow.all(id, workspace, connection)
            guard let shown = Self.shown(agreement, versions) else { throw WorkspaceError.notFound }
            let people = versions.flatMap { $0.parties.map(\.workspace) } + [agreement.workspace]
            return AgreementPage(
                agreement: agreement, shown: shown,
                open: versions.first { [.draft, .proposed].contains($0.status) && $0.number != shown.number },
                versions: versions, actors: try ActorRow.find(people, connection),
                // Of what is in force its parties alone read; whoever was asked or has left does not.
                sayings: versions.contains { $0.number == agreement.current }
                    ? try SayingRow.all(id, connection) : AgreementSayings(),
                actions: try LinkRow.actions(id, workspace, limit, connection),
                need: try LinkRow.need(agreement, workspace, connection),
                invited: try InvitedRow.all(id, workspace, connection), today: today)
        }
    }

    /// What everybody may read, the latest first.
    package func published(
        after: AgreementID? = nil, limit: Int = 50
    ) async throws(WorkspaceError) -> PublicAgreements {
        let limit = min(max(1, limit), 200)
        return try await store.read { connection in
            let found = try AgreementRow.published(after: after, limit: limit + 1, connection)
            let shown = Array(found.prefix(limit))
            return PublicAgreements(
                total: try AgreementRow.countPublished(connection),
                records: try Self.records(shown, connection) { agreement in
                    try agreement.current.flatMap { try VersionRow.one(agreement.id, $0, connection) }
                },
                next: found.count > limit ? shown.last?.id : nil)
        }
    }

    /// One that everybody may read, with what its parties say of it.
    package func published(
        _ id: AgreementID
    ) async throws(WorkspaceError) -> (record: AgreementRecord, sayings: AgreementSayings) {
        let found = try await store.read { connection -> (AgreementRecord, AgreementSayings)? in
            guard let agreement = try AgreementRow.published(id, connection),
                let record = try Self.records(
                    [agreement], connection,
                    { try $0.current.flatMap { try VersionRow.one(id, $0, connection) } }
                ).first
            else { return nil }
            return (record, try SayingRow.all(id, connection))
        }
        guard let found else { throw .notFound }
        return (found.0, found.1)
    }

    /// Workspaces that can be a party beside the own, by name.
    package func possibleParties(_ member: Member) async throws(WorkspaceError) -> [(id: WorkspaceID, name: String)] {
        try member.require(.makeAgreements)
        let own = member.workspace.id
        return try await store.read { connection in
            try connection.all(
                "SELECT id, name FROM workspace WHERE closed = 0 AND id <> $1 ORDER BY name, id LIMIT 500",
                [.int(own.value)]
            ) { (WorkspaceID(try $0.int(0)), try $0.text(1)) }
        }
    }

    func today(_ member: Member) -> CalendarDate {
        clocks.today(in: member.workspace).date ?? CalendarDate(dayNumber: 0)
    }

    static func records(
        _ agreements: [Agreement], _ connection: any ReadConnection,
        _ version: (Agreement) throws -> AgreementVersion?
    ) throws -> [AgreementRecord] {
        let pairs = try agreements.compactMap { agreement in try version(agreement).map { (agreement, $0) } }
        let actors = try ActorRow.find(pairs.flatMap { $0.1.parties.map(\.workspace) }, connection)
        return pairs.map { AgreementRecord(agreement: $0.0, shown: $0.1, actors: actors) }
    }

    private static func shown(
        _ agreement: Agreement, _ workspace: WorkspaceID, _ connection: any ReadConnection
    ) throws -> AgreementVersion? {
        shown(agreement, try VersionRow.all(agreement.id, workspace, connection))
    }

    /// A party that left reads the last version it was a party of.
    private static func shown(_ agreement: Agreement, _ versions: [AgreementVersion]) -> AgreementVersion? {
        versions.first { $0.number == agreement.current }
            ?? versions.first { [.draft, .proposed].contains($0.status) } ?? versions.first
    }
}
