import Foundation
import Glibc

/// `rapporteur serve` on a data folder, on a free port of the loopback interface.
struct Server {
    let child: Child
    let client: Loopback
    /// From start to the first 200 of `/ready`.
    let readySeconds: Double

    init(data: String, limitSeconds: Double = 120) throws {
        let port = try Loopback.freePort()
        let began = ContinuousClock.now
        child = try Child(
            [Programs.rapporteur, "serve", "--port", String(port), "--data", data], output: "/dev/null")
        client = Loopback(port: port)
        while client.get("/ready")?.status != 200 {
            let waited = began.duration(to: .now) / .seconds(1)
            guard kill(child.pid, 0) == 0, waited < limitSeconds else {
                kill(child.pid, SIGKILL)
                _ = child.wait()
                throw ServingError.ended
            }
            usleep(2_000)
        }
        readySeconds = began.duration(to: .now) / .seconds(1)
    }

    /// Asks the server to end and waits for it.
    func stop() {
        kill(child.pid, SIGTERM)
        _ = child.wait()
    }
}

/// Where the programs lie that the suites start.
enum Programs {
    /// Beside this one: both are built into the same folder.
    static var rapporteur: String {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return own.deletingLastPathComponent().appending(path: "rapporteur").path
    }

    /// The peer that is handed around for everybody, when it lies beside the checkout; else our own.
    static func peer(shared: String, own: String) -> String {
        let common = "../shared/tools/" + shared
        return FileManager.default.fileExists(atPath: common) ? common : "bin/peers/" + own
    }
}
