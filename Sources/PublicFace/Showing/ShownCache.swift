import Domain
import Synchronization

/// The pages that were read last, as everybody sees them. At most a few workspaces, each only as long as nothing of it changes.
final class ShownCache: Sendable {
    private static let facesMax = 8

    private struct Entry {
        var generation: Int64
        var face: ShownFace
        var used: Int
    }

    private let entries = Mutex<(used: Int, all: [WorkspaceID: Entry])>((0, [:]))

    func face(_ workspace: WorkspaceID, _ generation: Int64) -> ShownFace? {
        entries.withLock { entries in
            guard var entry = entries.all[workspace], entry.generation == generation else { return nil }
            entries.used += 1
            entry.used = entries.used
            entries.all[workspace] = entry
            return entry.face
        }
    }

    func keep(_ face: ShownFace, _ generation: Int64) {
        entries.withLock { entries in
            entries.used += 1
            entries.all[face.workspace.id] = Entry(generation: generation, face: face, used: entries.used)
            if entries.all.count > Self.facesMax, let oldest = entries.all.min(by: { $0.value.used < $1.value.used }) {
                entries.all[oldest.key] = nil
            }
        }
    }
}
