import ArgumentParser
import Domain
import Markup
import Operations
import People

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Checks the audit log, the change log and every reference; makes proofs.",
        discussion: """
            Exit code 1, and the place, where something is wrong. With --entry or --since a proof is printed instead, for somebody who
            trusts neither this machine nor this program: docs/guide/audit.md says how to check it.
            """)

    @Option(help: "Proves that the audit entry with this number is in the log under the newest signed head.")
    var entry: Int64?

    @Option(
        help: "Proves that the log was only added to since a date (2026-01-31), an instant or a number of entries.")
    var since: String?

    @Option(help: "With --since: up to this date, instant or number of entries; to now where not said.")
    var until: String?

    @Flag(help: "Prints the public key that heads are signed with here.")
    var key = false

    @Flag(help: "One JSON object.")
    var json = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard [entry != nil, since != nil, key].filter({ $0 }).count <= 1 else {
            throw ValidationError("Take one of --entry, --since and --key.")
        }
        for moment in [since, until].compactMap({ $0 }) where AuditTrail.Moment(moment) == nil {
            throw ValidationError("\(moment) is no date (2026-01-31), no instant and no number of entries.")
        }
        if until != nil, since == nil { throw ValidationError("--until goes with --since.") }
    }

    func run() async throws {
        let settings = try await global.settings()
        let record = try await global.open(settings)
        guard entry != nil || since != nil || key else { return try await check(record, settings) }
        do throws(WorkspaceError) {
            let trail = try AuditTrail.open(
                database: record.database, folder: record.folder, signingKey: settings.signingKey, clock: .system)
            if key { return Terminal.say(trail.publicKey) }
            if let entry {
                let proof = try await trail.proof(of: entry)
                print(proof.json, proof.lines)
            } else if let from = since.flatMap(AuditTrail.Moment.init) {
                let proof = try await trail.consistency(from: from, to: until.flatMap(AuditTrail.Moment.init))
                print(proof.json, proof.lines)
            }
        } catch { throw CommandFailure(sentence(error)) }
    }

    private func check(_ record: OpenRecord, _ settings: Settings) async throws {
        let report = try await Verification(
            database: record.database, folder: record.folder, signingKey: settings.signingKey)()
        if json {
            Terminal.json { writer in
                writer.member("ok", report.faults.isEmpty)
                writer.member("audit_entries", report.auditEntries)
                writer.member("signed_heads", report.signedHeads)
                writer.member("changes", report.changes)
                writer.member("documents", report.documents)
                writer.member("recommendations", report.recommendations)
                writer.array("faults", of: report.faults)
            }
        } else {
            Terminal.say("audit entries    \(ProgressLine.grouped(report.auditEntries))")
            Terminal.say("signed heads     \(ProgressLine.grouped(report.signedHeads))")
            Terminal.say("changes          \(ProgressLine.grouped(report.changes))")
            Terminal.say("documents        \(ProgressLine.grouped(report.documents))")
            Terminal.say("recommendations  \(ProgressLine.grouped(report.recommendations))")
            for fault in report.faults { Terminal.say("Wrong: \(fault)") }
            Terminal.say(report.faults.isEmpty ? "Everything is in order." : "\(report.faults.count) things are wrong.")
        }
        if !report.faults.isEmpty { throw ExitCode(1) }
    }

    private func print(_ object: [UInt8], _ lines: [String]) {
        guard json else { return lines.forEach { Terminal.say($0) } }
        Terminal.put(object + [0x0A])
    }

    private func sentence(_ error: WorkspaceError) -> String {
        switch error {
        case .notFound: "There is no audit entry with this number."
        case .invalid: "These two moments do not stand in this order in the log, or lie after its end."
        case .store(let reason): "The proof could not be made: \(reason)"
        case .forbidden, .stale: "The proof could not be made."
        }
    }
}
