/// Runs outside programs: under limits, without network where the system allows it, with an empty environment, a private folder
/// and a closed standard input. Copies share the limit of how many run at once.
package struct ProgramRunner: Sendable {
    private let gate: ProgramGate
    private let folder: String?

    /// Private folders lie in `folder`, where one is given: in memory, for what may not touch a disk.
    package init(simultaneousMax: Int = 4, folder: String? = nil) {
        gate = ProgramGate(simultaneousMax: simultaneousMax)
        self.folder = folder
    }

    /// How far the system lets programs be shut in; tried once.
    package static var isolation: Isolation { get async { await Isolation.probed.value } }

    /// Whether programs can be shut in without the file system in view; tried once.
    package static var canShutIn: Bool { get async { await Isolation.canShutIn.value } }

    /// Whether it is there.
    package func isInstalled(_ program: OutsideProgram) -> Bool { ProgramPath.find(program) != nil }

    /// What the program writes to its standard output. Its working folder is private and empty, so paths in `arguments` must begin at
    /// the root, or name one of `files`, which lie there under plain names. `input` is what it reads on its standard input. Only a program
    /// that speaks to others is given the network. With `taking`, the file of this name that it left in its folder comes back instead. With `isShutIn`
    /// it sees nothing of the file system but the system's programs and its folder, or does not run: then every path has to be of `files`.
    package func run(
        _ program: OutsideProgram, _ arguments: [String], input: [UInt8]? = nil, files: [String: [UInt8]] = [:],
        limits: ProgramLimits = ProgramLimits(), needsNetwork: Bool = false, taking: String? = nil,
        isShutIn: Bool = false
    ) async throws(ProgramError) -> [UInt8] {
        guard isInstalled(program) else { throw .missing(program) }
        var isolation = await Self.isolation
        if needsNetwork, isolation == .full { isolation = .limitsOnly }
        await gate.enter()
        defer { gate.leave() }
        let spawning = Spawning(
            program: program, arguments: arguments, input: input, files: files, limits: limits, isolation: isolation,
            isShutIn: isShutIn, parent: folder, taking: taking)
        return try await spawning.run()
    }
}
