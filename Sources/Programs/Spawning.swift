import Subprocess
import SystemPackage

/// One run of a program: shut in, with an empty environment and a folder of its own.
struct Spawning: Sendable {
    private static let saidBytesMax = 4_096

    let program: OutsideProgram
    let arguments: [String]
    let input: [UInt8]?
    var files: [String: [UInt8]] = [:]
    let limits: ProgramLimits
    let isolation: Isolation
    /// With nothing of the file system in view but the system's programs and its own folder; otherwise it does not run.
    var isShutIn = false
    /// Where its private folder lies; nil: the system's temporary folder.
    var parent: String?
    /// The file of its private folder that is its outcome; nil: its standard output.
    var taking: String?

    /// What it wrote, or why it did not end well. Stops it, with all it has started, when the clock runs out or the caller gives up.
    func run() async throws(ProgramError) -> [UInt8] {
        let outcome = await withTaskGroup(of: Result<[UInt8], ProgramError>.self) { group in
            group.addTask { await self.outcome() }
            group.addTask {
                // Second by second: where this process itself waits for its turn, its clock waits too, and a program that ended in time
                // is not taken for one that hangs. The limit of processor time holds at any rate.
                for _ in 0..<limits.seconds where !Task.isCancelled { try? await Task.sleep(for: .seconds(1)) }
                return .failure(Task.isCancelled ? .cancelled(program) : .limit(program, .seconds))
            }
            let first = await group.next() ?? .failure(.cancelled(program))
            group.cancelAll()
            return first
        }
        return try outcome.get()
    }

    private func outcome() async -> Result<[UInt8], ProgramError> {
        guard let path = ProgramPath.find(program) else { return .failure(.missing(program)) }
        guard let folder = PrivateFolder(in: parent) else { return .failure(noFolder) }
        defer { withExtendedLifetime(folder) {} }
        for (name, bytes) in files where !folder.put(bytes, as: name) { return .failure(noFolder) }
        do {
            if let input {
                guard let descriptor = folder.open(input: input) else { return .failure(noFolder) }
                return try await spawn(path, folder, .fileDescriptor(descriptor, closeAfterSpawningProcess: true))
            }
            return try await spawn(path, folder, .none)
        } catch let error as ProgramError {
            return .failure(error)
        } catch let error as SubprocessError where error.code == .executableNotFound {
            return .failure(.missing(program))
        } catch {
            if Task.isCancelled { return .failure(.cancelled(program)) }
            return .failure(.failed(program, status: -1, reason: "\(error)"))
        }
    }

    private func spawn(
        _ path: String, _ folder: PrivateFolder, _ input: some InputProtocol
    ) async throws -> Result<[UInt8], ProgramError> {
        guard let command = isShutIn ? Isolation.shutIn(path, in: folder.path, limits) : isolation.command(path, limits)
        else { return .failure(.missing(OutsideProgram(name: "bwrap", package: "bubblewrap"))) }
        var options = PlatformOptions()
        // A session of its own: what it starts is stopped with it.
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
        ]
        let result = try await Subprocess.run(
            .path(FilePath(command.file)), arguments: Arguments(command.arguments + arguments),
            environment: .custom([
                "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PATH": ProgramPath.variable, "HOME": folder.path,
                "TMPDIR": folder.path, "OMP_THREAD_LIMIT": "1",
            ]),
            workingDirectory: FilePath(folder.path), platformOptions: options, input: input, output: .sequence,
            error: .sequence
        ) { execution in
            async let said = Self.end(of: execution.standardError)
            let output = try await collect(execution.standardOutput)
            return (output: output, said: await said)
        }
        let (output, said) = result.closureResult
        if let error = ProgramEnd.error(program, result.terminationStatus, said: said) { return .failure(error) }
        guard let taking else { return .success(output) }
        guard let bytes = folder.take(taking, bytesMax: limits.fileBytes) else {
            return .failure(.failed(program, status: 0, reason: "it left no file"))
        }
        return .success(bytes)
    }

    private func collect(_ stream: SubprocessOutputSequence) async throws -> [UInt8] {
        var output: [UInt8] = []
        for try await part in stream {
            guard output.count + part.count <= limits.outputBytes else {
                throw ProgramError.limit(program, .outputBytes)
            }
            part.withUnsafeBytes { output.append(contentsOf: $0) }
        }
        return output
    }

    /// The last of what it said; the rest is thrown away as it comes.
    private static func end(of stream: SubprocessOutputSequence) async -> String {
        var said: [UInt8] = []
        do {
            for try await part in stream {
                part.withUnsafeBytes { said.append(contentsOf: $0.suffix(saidBytesMax)) }
                if said.count > 2 * saidBytesMax { said.removeFirst(said.count - saidBytesMax) }
            }
        } catch {
            // What came until then is what there is.
        }
        let text = String(decoding: said.suffix(saidBytesMax), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).joined(separator: "\n")
    }

    private var noFolder: ProgramError {
        .failed(
            program, status: -1, reason: "no private folder can be made in \(parent ?? "the system's temporary folder")"
        )
    }
}
