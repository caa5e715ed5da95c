package import Domain
import Store

/// What administrators decide for their workspace.
package struct WorkspaceSettings: Hashable, Sendable {
    /// Administrators get in with a second factor only.
    package var requiresSecondFactor: Bool

    package init(requiresSecondFactor: Bool = false) { self.requiresSecondFactor = requiresSecondFactor }
}

extension Workspaces {
    package func settings(_ member: Member) async throws(WorkspaceError) -> WorkspaceSettings {
        try member.require(.manageSettings)
        let id = member.workspace.id
        return try await store.read { try WorkspaceSettingRow.all(id, $0) }
    }

    /// Writes name, language, time zone and settings. Whoever asks for a second factor has one herself, so that nobody shuts herself out.
    package func change(
        name: String, language: LanguageTag, timeZone: String, _ settings: WorkspaceSettings,
        hasSecondFactor: Bool, by member: Member
    ) async throws(WorkspaceError) {
        try member.require(.manageSettings)
        guard (1...200).contains(name.count) else { throw .invalid("name", "workspace.nameLength") }
        guard TimeZoneName.isKnown(timeZone) else { throw .invalid("timeZone", "workspace.timeZoneUnknown") }
        try await store.change(member) { change in
            guard let old = try WorkspaceRow.find(id: change.workspace, change.connection) else {
                throw WorkspaceError.notFound
            }
            let known = try WorkspaceSettingRow.all(change.workspace, change.connection)
            if settings.requiresSecondFactor, !known.requiresSecondFactor, !hasSecondFactor {
                throw WorkspaceError.invalid("requiresSecondFactor", "people.secondFactorFirst")
            }
            var next = old
            next.name = name
            next.language = language
            next.timeZone = timeZone
            try WorkspaceRow.update(next, change.connection)
            try WorkspaceSettingRow.put(settings, change.workspace, change.connection)
            let subject = Subject(.workspace, change.workspace.value)
            change.field(subject, "name", from: old.name, to: name)
            change.field(subject, "language", from: old.language.rawValue, to: language.rawValue)
            change.field(subject, "timeZone", from: old.timeZone, to: timeZone)
            change.field(
                subject, "requiresSecondFactor", from: known.requiresSecondFactor ? "yes" : "no",
                to: settings.requiresSecondFactor ? "yes" : "no")
            change.did("workspace.change", subject)
        }
    }

    /// Whether a workspace keeps this member out until she has signed in with a second factor. Who signs in at a provider has the
    /// provider's.
    package func lacksSecondFactor(_ member: Member, _ person: SignedIn) async throws(WorkspaceError) -> Bool {
        guard member.role == .administrator, !person.hasSecondFactor, person.method != "outside" else { return false }
        let id = member.workspace.id
        return try await store.read { try WorkspaceSettingRow.all(id, $0).requiresSecondFactor }
    }
}

enum WorkspaceSettingRow {
    private static let secondFactor = "second-factor"

    static func all(_ workspace: WorkspaceID, _ connection: any ReadConnection) throws -> WorkspaceSettings {
        let values = try connection.all(
            "SELECT key, value FROM workspace_setting WHERE workspace_id = $1", [.int(workspace.value)]
        ) { (try $0.text(0), try $0.text(1)) }
        return WorkspaceSettings(requiresSecondFactor: values.contains { $0 == (secondFactor, "yes") })
    }

    static func put(
        _ settings: WorkspaceSettings, _ workspace: WorkspaceID, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO workspace_setting (workspace_id, key, value) VALUES ($1, $2, $3)
            ON CONFLICT (workspace_id, key) DO UPDATE SET value = excluded.value
            """,
            [.int(workspace.value), .text(secondFactor), .text(settings.requiresSecondFactor ? "yes" : "no")])
    }
}
