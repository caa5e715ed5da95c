/// What one run of an outside program may use. `prlimit` holds memory, processor time and files; the rest is held here.
package struct ProgramLimits: Hashable, Sendable {
    /// Of the clock, from its start; also of processor time.
    package var seconds: Int
    /// Of its address space.
    package var memoryBytes: Int
    /// Of its standard output.
    package var outputBytes: Int
    /// Of any file it writes in its private folder.
    package var fileBytes: Int

    package init(
        seconds: Int = 60, memoryBytes: Int = 1 << 30, outputBytes: Int = 64 << 20, fileBytes: Int = 64 << 20
    ) {
        self.seconds = seconds
        self.memoryBytes = memoryBytes
        self.outputBytes = outputBytes
        self.fileBytes = fileBytes
    }

    /// As arguments of `prlimit`. Processes can only be counted in a namespace of their own: outside one, every process and thread
    /// of the same user counts.
    func arguments(countingProcesses: Bool) -> [String] {
        ["--as=\(memoryBytes)", "--cpu=\(seconds):\(seconds + 1)", "--fsize=\(fileBytes)", "--core=0", "--nofile=256"]
            + (countingProcesses ? ["--nproc=128"] : [])
    }
}
