import CLibPQ
import Dispatch
import Store
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Listens on a connection of its own and turns notices into hints. After every connection there is one hint, because what was
/// said before it began to listen was missed.
final class PostgresListener: Sendable {
    private static let waitMilliseconds: Int32 = 250
    private static let pauseMilliseconds: UInt32 = 500

    private let queue = DispatchQueue(label: "rapporteur.postgres.listen")
    private let address: String
    private let broadcast: HintBroadcast
    private let stopped = Mutex(false)

    init(address: String, broadcast: HintBroadcast) {
        self.address = address
        self.broadcast = broadcast
    }

    func start() {
        queue.async { [self] in
            while !isStopped {
                // A failure of any kind is answered alike: wait a little, connect again.
                try? listen()
                if !isStopped { usleep(Self.pauseMilliseconds * 1_000) }
            }
        }
    }

    func stop() { stopped.withLock { $0 = true } }

    private var isStopped: Bool { stopped.withLock { $0 } }

    private func listen() throws(StoreError) {
        let session = try PostgresSession(address: address, statementSeconds: 60)
        try session.run("LISTEN \(PostgresConnection.channel)")
        broadcast.give()
        var descriptor = pollfd(fd: PQsocket(session.handle), events: Int16(POLLIN), revents: 0)
        while !isStopped {
            guard poll(&descriptor, 1, Self.waitMilliseconds) > 0 else { continue }
            guard PQconsumeInput(session.handle) == 1 else { return }
            var heard = false
            while let notice = PQnotifies(session.handle) {
                heard = true
                PQfreemem(notice)
            }
            if heard { broadcast.give() }
        }
    }
}
