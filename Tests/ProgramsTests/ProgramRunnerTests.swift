import Foundation
import Programs
import Testing

@Suite("Outside programs")
struct ProgramRunnerTests {
    let runner = ProgramRunner()
    let shell = OutsideProgram(name: "sh", package: "dash")

    @Test("What a program writes comes back")
    func output() async throws {
        let echo = OutsideProgram(name: "printf", package: "coreutils")
        #expect(try await runner.run(echo, ["%s", "two words"]) == Array("two words".utf8))
    }

    @Test("A program reads the bytes it is given, and none otherwise")
    func input() async throws {
        let cat = OutsideProgram(name: "cat", package: "coreutils")
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(try await runner.run(cat, [], input: bytes) == bytes)
        #expect(try await runner.run(cat, []) == [])
        // Not read to its end: nobody is hurt.
        #expect(try await runner.run(shell, ["-c", "head -c 2"], input: bytes) == [0, 1])
    }

    @Test("A program that is not there is named with the package that brings it")
    func missing() async {
        let program = OutsideProgram(name: "no-such-program", package: "no-such-package")
        #expect(!runner.isInstalled(program))
        #expect(runner.isInstalled(shell))
        await #expect(throws: ProgramError.missing(program)) { try await runner.run(program, []) }
    }

    @Test("A failure tells its status and the end of what was said")
    func failure() async {
        await #expect(throws: ProgramError.failed(shell, status: 3, reason: "too bad")) {
            try await runner.run(shell, ["-c", "echo too bad >&2; exit 3"])
        }
        await #expect {
            try await runner.run(shell, ["-c", "yes | head -c 3000000 >&2; echo last >&2; exit 1"])
        } throws: { error in
            guard case .failed(_, 1, let reason) = error as? ProgramError else { return false }
            return reason.hasSuffix("last") && reason.utf8.count < 5_000
        }
    }

    @Test("The environment is empty, the folder private and gone afterwards")
    func environment() async throws {
        let script = "env | cut -d= -f1 | sort | tr '\\n' ' '; pwd; touch left; ls -ld . | cut -c1-10"
        let said = String(decoding: try await runner.run(shell, ["-c", script]), as: UTF8.self)
        let lines = said.split(separator: "\n").map(String.init)
        let names = lines[0].split(separator: " ").map(String.init)
        let folder = try #require(names.last)
        #expect(
            Set(names.dropLast()).subtracting(["_", "OLDPWD", "SHLVL"])
                == ["HOME", "LANG", "LC_ALL", "OMP_THREAD_LIMIT", "PATH", "PWD", "TMPDIR"])
        #expect(lines[1] == "drwx------")
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("Time, output and memory have limits, and each is told apart")
    func limits() async {
        await #expect(throws: ProgramError.limit(shell, .seconds)) {
            try await runner.run(shell, ["-c", "sleep 30"], limits: ProgramLimits(seconds: 1))
        }
        await #expect(throws: ProgramError.limit(shell, .seconds)) {
            try await runner.run(shell, ["-c", "while :; do :; done"], limits: ProgramLimits(seconds: 1))
        }
        await #expect(throws: ProgramError.limit(shell, .outputBytes)) {
            try await runner.run(shell, ["-c", "yes"], limits: ProgramLimits(outputBytes: 1 << 20))
        }
        await #expect(throws: ProgramError.limit(shell, .outputBytes)) {
            try await runner.run(
                shell, ["-c", "exec head -c 5000000 /dev/zero > f"], limits: ProgramLimits(fileBytes: 1 << 20))
        }
        let tail = OutsideProgram(name: "tail", package: "coreutils")
        await #expect(throws: ProgramError.limit(tail, .memory)) {
            try await runner.run(tail, ["/dev/zero"], limits: ProgramLimits(seconds: 20, memoryBytes: 64 << 20))
        }
    }

    @Test("What a stopped program has started is stopped with it")
    func processGroup() async throws {
        let mark = "/tmp/rapporteur-test-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: mark) }
        await #expect(throws: ProgramError.limit(shell, .seconds)) {
            // The child touches its mark every half second for as long as it lives.
            try await runner.run(
                shell,
                ["-c", "(trap '' TERM; while true; do touch \(mark); sleep 0.5; done) & wait"],
                limits: ProgramLimits(seconds: 1))
        }
        for _ in 0..<40 {
            try? FileManager.default.removeItem(atPath: mark)
            try await Task.sleep(for: .seconds(1))
            if !FileManager.default.fileExists(atPath: mark) { return }
        }
        Issue.record("the child still lives")
    }

    @Test("There is no network inside, where the system allows that")
    func network() async throws {
        let isolation = await ProgramRunner.isolation
        let links = String(
            decoding: try await runner.run(shell, ["-c", "cat /proc/net/dev | tail -n +3 | cut -d: -f1"]), as: UTF8.self
        )
        if isolation == .full {
            #expect(links.trimmingCharacters(in: .whitespacesAndNewlines) == "lo")
        } else {
            print("skipped: \(isolation.sentence)")
        }
    }

    @Test("Giving up stops the program")
    func cancelling() async throws {
        let runner = runner
        let shell = shell
        let task = Task { try await runner.run(shell, ["-c", "sleep 30"]) }
        try await Task.sleep(for: .milliseconds(300))
        task.cancel()
        await #expect(throws: ProgramError.cancelled(shell)) { try await task.value }
    }

    @Test("Only so many run at once, and all come to their turn")
    func simultaneous() async throws {
        let runner = ProgramRunner(simultaneousMax: 2)
        let shell = shell
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    Int(String(decoding: try await runner.run(shell, ["-c", "printf \(number)"]), as: UTF8.self)) ?? -1
                }
            }
            var numbers: Set<Int> = []
            for try await number in group { numbers.insert(number) }
            #expect(numbers == Set(0..<20))
        }
    }
}

@Suite("Programs that are shut in")
struct ShutInTests {
    @Test(
        "A program that is shut in sees its folder and the system's programs, and neither other files nor the network")
    func view() async throws {
        guard await ProgramRunner.canShutIn else {
            // Where the system does not allow it, it does not run at all.
            let program = OutsideProgram(name: "true", package: "coreutils")
            await #expect(throws: ProgramError.self) { try await ProgramRunner().run(program, [], isShutIn: true) }
            return
        }
        let secret = FileManager.default.temporaryDirectory.path + "/shut-in-\(UUID().uuidString)"
        try Data("what the service can read".utf8).write(to: URL(filePath: secret))
        defer { try? FileManager.default.removeItem(atPath: secret) }
        let script = """
            cat \(secret) /etc/passwd 2>/dev/null; ls -d /home /var /root /work 2>/dev/null
            cat /proc/net/dev | tail -n +3 | cut -d: -f1 | tr -d ' '; ls /proc | grep -c '^[0-9]'
            cat given
            """
        let runner = ProgramRunner(folder: "/dev/shm")
        let said = try await runner.run(
            OutsideProgram(name: "sh", package: "dash"), ["-c", script],
            files: ["given": Array("what it was given\n".utf8)], isShutIn: true)
        let seen = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(seen.first == "lo")
        #expect(seen.last == "what it was given")
        #expect(seen.count == 3, "\(seen)")
    }
}
