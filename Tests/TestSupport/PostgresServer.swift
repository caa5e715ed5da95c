import CLibPQ
import Foundation

/// The server tests may make databases on.
package struct PostgresServer: Sendable {
    package struct Failure: Error { package let message: String }

    private let url: String

    /// The server `RAPPORTEUR_TEST_POSTGRES` names; `bin/with-postgres` starts one.
    package static var given: PostgresServer? {
        guard let url = ProcessInfo.processInfo.environment["RAPPORTEUR_TEST_POSTGRES"], !url.isEmpty else {
            return nil
        }
        return PostgresServer(url: url)
    }

    package func address(of database: String) -> String {
        let halves = url.split(separator: "?", maxSplits: 1)
        let head = halves[0].split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return head + "/" + database + (halves.count > 1 ? "?" + halves[1] : "")
    }

    /// Runs one statement outside any transaction.
    package func run(_ sql: String) throws {
        let connection = PQconnectdb(url)
        defer { PQfinish(connection) }
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
            throw Failure(message: String(cString: PQerrorMessage(connection)))
        }
    }
}
