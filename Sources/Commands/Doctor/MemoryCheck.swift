import Domain
import Programs

/// Whether what passes through protected submissions stays off the disk.
enum MemoryCheck {
    static func symptoms(_ settings: Settings) -> [Symptom] {
        guard let declared = try? settings.declaredOperator, declared.kind != .government else {
            return [
                Symptom(
                    .memory, .fine,
                    "Protected submissions are off: the operator is \(settings.operatorKind ?? "not declared").")
            ]
        }
        let faults = MemoryFolder.faults(settings.memoryFolder)
        guard !faults.isEmpty else {
            return [Symptom(.memory, .fine, "What passes through protected submissions stays in memory.")]
        }
        return faults.map {
            Symptom(
                .memory, .wrong, "Protected submissions are off. \($0.sentence)",
                remedy: "docs/operations/submissions.md has the steps.")
        }
    }
}
