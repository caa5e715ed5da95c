import Assessments
import Clocks
import Consultations
import CooperationRecords
import Domain
import Foundation
import Locales
import Operations
import People
import PlanSupport
import Plans
import Practices
import Reference
import Store
import Synchronization
import TestSupport

@testable import Watches

/// A record of two invented States, and time that passes when a test says so.
enum WatchFixture {
    typealias Letter = (kind: String, address: String, arguments: String)

    final class Time: Sendable {
        let now = Mutex<Int64>(1_770_000_000_000)
        func pass(hours: Int64) { now.withLock { $0 += hours * 3_600_000 } }
        var clock: Clock { Clock { self.now.withLock { $0 } } }
    }

    private static let resources =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/Resources"
    private static let locales = Task { try Locales.load(from: resources + "/locales") }

    static func each(_ body: (any Database, OpenRecord, Watches, Time) async throws -> Void) async throws {
        try await withEachDatabase { database in
            try await withFolder { folder in
                let time = Time()
                let reference = try await PlanFixture.reference.value
                let record = try await OpenRecord.open(
                    database: database, folder: folder, reference: reference, clock: time.clock,
                    randomHex: "0123456789abcdef0123456789abcdef")
                try await database.change(at: time.clock.instant) { connection, log in
                    try PlanRecordRows.write([2], loose: 1, connection)
                    for id in 1...3 { log.changed(.recommendation, Int64(id)) }
                }
                _ = try await record.feed.catchUp()
                let store = WorkspaceStore(database: database, clock: time.clock)
                let plans = Plans(store: store, library: record.library, issues: record.issues, folder: folder)
                let watches = Watches(
                    store: store, library: record.library, reference: record.reference,
                    locales: try await locales.value, folder: folder,
                    assessments: Assessments(store: store, library: record.library, reference: reference),
                    facts: StateCooperation(
                        store: store, library: record.library, reference: reference,
                        yardsticks: try Yardsticks(directory: resources + "/reference")),
                    consultations: Consultations(
                        store: store, plans: plans, practices: Practices(store: store, reference: reference),
                        clocks: Clocks(store: store, reference: reference)))
                try await body(database, record, watches, time)
            }
        }
    }

    static func letters(_ database: any Database) async throws -> [Letter] {
        try await database.read { connection in
            try connection.all("SELECT kind, address, arguments FROM outbox ORDER BY id") {
                (try $0.text(0), try $0.text(1), try $0.text(2))
            }
        }
    }

    /// Somebody with an address.
    static func account(_ database: any Database) async throws -> AccountID {
        try await database.write {
            try $0.execute(
                """
                INSERT INTO account (id, name, role, email, email_key, disabled, created)
                VALUES (7, 'ana', 'none', 'ana@example.org', 'ana@example.org', 0, '')
                """)
        }
        return AccountID(7)
    }
}
