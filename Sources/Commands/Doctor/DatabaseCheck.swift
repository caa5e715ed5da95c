import Domain
import Mail
import Store

/// Whether the database answers, is whole, and has the schema this program reads.
struct DatabaseCheck {
    private let settings: Settings
    private let isThere: Bool
    private let open: () throws -> any Database

    init(_ settings: Settings, isThere: Bool, open: @escaping () throws -> any Database) {
        self.settings = settings
        self.isThere = isThere
        self.open = open
    }

    /// Beside what was found, when the store was last written to.
    func symptoms() async -> ([Symptom], String?) {
        guard isThere else {
            return (
                [
                    Symptom(
                        .database, .notice, "There is no record yet.",
                        remedy: "Begin with `rapporteur import`, or start the server.")
                ], nil
            )
        }
        do {
            let database = try open()
            let condition = try await database.read { [kind = database.kind] in try StoreConditionRow.read(kind, $0) }
            let outbox = condition.schema == Migrations.all.count ? try await outbox(database) : []
            await database.close()
            return (symptoms(database.kind, condition) + outbox, condition.lastAudit)
        } catch {
            let remedy =
                settings.database == nil
                ? "Check who owns the file; `docs/operations/backup.md` says how a damaged one is replaced."
                : "Check that PostgreSQL runs and takes this user at this address (`psql` with the same address)."
            return ([Symptom(.database, .wrong, "The database does not answer: \(error)", remedy: remedy)], nil)
        }
    }

    private func symptoms(_ kind: DatabaseKind, _ condition: StoreConditionRow) -> [Symptom] {
        var symptoms = [Self.schema(condition.schema, program: Migrations.all.count)]
        switch kind {
        case .sqlite:
            symptoms.append(
                condition.faults.isEmpty
                    ? Symptom(.database, .fine, "SQLite finds its file whole.")
                    : Symptom(
                        .database, .wrong,
                        "SQLite finds its file damaged: \(condition.faults.prefix(5).joined(separator: "; "))",
                        remedy:
                            "Stop the server, keep the file, and restore the last backup (docs/operations/backup.md)."
                    ))
        case .postgres: symptoms += condition.server.map(Self.server) ?? []
        }
        return symptoms
    }

    static func schema(_ store: Int, program: Int) -> Symptom {
        if store > program {
            return Symptom(
                .database, .wrong, "The record has schema \(store); this program knows \(program).",
                remedy: "A newer program wrote it: install that one.")
        }
        if store < program {
            return Symptom(
                .database, .notice,
                "The record has schema \(store); this program makes it \(program) at the next start.",
                remedy: "Make a backup first.")
        }
        return Symptom(.database, .fine, "The record has the schema of this program, \(store).")
    }

    static func server(_ server: StoreConditionRow.Server) -> [Symptom] {
        var symptoms: [Symptom] = []
        let version = server.version / 10_000
        symptoms.append(
            version >= 15
                ? Symptom(.database, .fine, "PostgreSQL \(version) answers.")
                : Symptom(
                    .database, .wrong, "PostgreSQL is version \(version).", remedy: "The program needs 15 or newer."))
        if server.encoding != "UTF8" {
            symptoms.append(
                Symptom(
                    .database, .wrong, "The database is encoded as \(server.encoding).",
                    remedy: "Make it anew: createdb --encoding UTF8 --template template0"))
        }
        if server.isStandby {
            symptoms.append(
                Symptom(
                    .database, .wrong, "The address leads to a standby, which takes no changes.",
                    remedy: "Let database name the primary; a list of hosts with target_session_attrs=read-write does.")
            )
        }
        return symptoms + ClockCheck.apart(milliseconds: server.milliseconds)
    }

    private func outbox(_ database: any Database) async throws -> [Symptom] {
        let outbox = Outbox(database: database, clock: .system)
        let (waiting, failed) = (try await outbox.count(.waiting), try await outbox.count(.failed))
        var symptoms: [Symptom] = []
        if failed > 0 {
            symptoms.append(
                Symptom(
                    .mail, .notice, "\(failed) messages were given up.",
                    remedy: "`rapporteur mail list --status failed` says why; `rapporteur mail retry` tries again."))
        }
        if waiting > 0 { symptoms.append(Symptom(.mail, .fine, "\(waiting) messages wait in the outbox.")) }
        return symptoms
    }
}
