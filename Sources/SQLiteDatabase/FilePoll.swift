import GRDB
import Store

/// Asks the file, on a connection of its own, whether anybody has written to it. Other processes give no other sign.
struct FilePoll {
    let path: String
    let milliseconds: Int

    func start(_ broadcast: HintBroadcast) -> Task<Void, Never> {
        Task.detached { [self] in
            var connection: DatabaseQueue?
            var last: Int64?
            while !Task.isCancelled {
                do {
                    let current = try connection ?? open()
                    connection = current
                    let version = try await current.unsafeRead { try Int64.fetchOne($0, sql: "PRAGMA data_version") }
                    if version != last { broadcast.give() }
                    last = version
                } catch {
                    // A file that cannot be asked may have changed: say so, and ask again on a new connection.
                    connection = nil
                    broadcast.give()
                }
                guard (try? await Task.sleep(for: .milliseconds(milliseconds))) != nil else { return }
            }
        }
    }

    private func open() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(1)
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
