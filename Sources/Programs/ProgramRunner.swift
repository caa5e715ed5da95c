import Subprocess

/// What an outside program may use.
package struct ProgramLimits: Hashable, Sendable {
    package var seconds: Int
    package var memoryBytes: Int
    package var outputBytes: Int

    package init(seconds: Int = 60, memoryBytes: Int = 1 << 30, outputBytes: Int = 64 << 20) {
        self.seconds = seconds
        self.memoryBytes = memoryBytes
        self.outputBytes = outputBytes
    }
}

/// Runs outside programs.
package struct ProgramRunner: Sendable {
    package init() {}

    /// What the program writes to its standard output.
    package func run(
        _ program: OutsideProgram, _ arguments: [String], limits: ProgramLimits = ProgramLimits()
    ) async throws(ProgramError) -> [UInt8] {
        do {
            let result = try await Subprocess.run(
                .name(program.name), arguments: Arguments(arguments), output: .bytes(limit: limits.outputBytes),
                error: .string(limit: 1 << 16))
            guard result.terminationStatus.isSuccess else {
                throw ProgramError.failed(program, status: 1, reason: result.standardError)
            }
            return result.standardOutput
        } catch let error as ProgramError {
            throw error
        } catch {
            throw .missing(program)
        }
    }
}
