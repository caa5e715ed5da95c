import Assessments
import Domain

/// Packages as they were made last. Whoever asks again gets the same bytes; whoever asks while one is made waits for it. So however many
/// ask, each is made once, until something is published, taken back or removed here.
actor PackageShelf {
    /// Packages that are kept, the latest made.
    private static let keptMax = 4

    private struct Kept {
        var scope: String
        var sequence: Int64
        var bytes: [UInt8]
    }

    private var kept: [Kept] = []
    private var making: [String: Task<Result<[UInt8], PackageFault>, Never>] = [:]
    /// How many were made, for tests.
    private(set) var made = 0

    func package(
        _ assessments: Assessments, _ workspace: Workspace?, _ signer: PackageSigner
    ) async throws(PackageFault) -> [UInt8] {
        guard let sequence = try await assessments.sequence() else { throw .empty }
        let scope = workspace?.slug ?? ""
        if let known = kept.first(where: { $0.scope == scope && $0.sequence == sequence }) { return known.bytes }
        let name = "\(sequence) \(scope)"
        if let task = making[name] { return try await task.value.get() }
        let task = Task { () -> Result<[UInt8], PackageFault> in
            do throws(PackageFault) { return .success(try await assessments.package(of: workspace, signer)) } catch {
                return .failure(error)
            }
        }
        making[name] = task
        made += 1
        let result = await task.value
        making[name] = nil
        let bytes = try result.get()
        // Something may have changed while it was made: then it is not kept.
        if try await assessments.sequence() == sequence {
            kept.removeAll { $0.scope == scope }
            kept.append(Kept(scope: scope, sequence: sequence, bytes: bytes))
            if kept.count > Self.keptMax { kept.removeFirst() }
        }
        return bytes
    }
}
