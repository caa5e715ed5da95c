/// Why an outside program gave nothing.
package enum ProgramError: Error, Hashable, Sendable {
    case missing(OutsideProgram)
    /// It ran longer, wrote more or needed more memory than it may.
    case limit(OutsideProgram, Limit)
    /// It ended with a failure; `reason` is the end of what it said. A signal counts as 128 and its number.
    case failed(OutsideProgram, status: Int, reason: String)
    /// Who asked for it gave up waiting.
    case cancelled(OutsideProgram)

    package enum Limit: String, Hashable, Sendable { case seconds, outputBytes, memory }
}
