/// The features a model knows, by hash: number, inverse document frequency, family.
struct TagVocabulary: Sendable {
    private(set) var hashes: [UInt32] = []
    private(set) var families: [TagFamily] = []
    private(set) var inverseFrequencies: [Float] = []
    private var slots: [UInt32] = []
    private var mask: UInt32 = 0

    var count: Int { hashes.count }

    /// Inverse frequencies are kept in such steps, so that they are the same before and after the file.
    private static let step: Float = 1 / 2_048

    /// `hashes` are distinct.
    init(hashes: [UInt32], families: [TagFamily], frequencySteps: [Int]) {
        self.hashes = hashes
        self.families = families
        inverseFrequencies = frequencySteps.map { Float($0) * Self.step }
        var size = 16
        while size < hashes.count * 2 { size *= 2 }
        slots = [UInt32](repeating: .max, count: size)
        mask = UInt32(size - 1)
        for (index, hash) in hashes.enumerated() {
            var slot = hash & mask
            while slots[Int(slot)] != .max { slot = (slot &+ 1) & mask }
            slots[Int(slot)] = UInt32(index)
        }
    }

    /// A feature's inverse frequency as it stands in a file.
    func frequencySteps(_ feature: Int) -> Int { Self.steps(inverseFrequencies[feature]) }

    static func steps(_ inverseFrequency: Float) -> Int { Int((inverseFrequency / step).rounded()) }

    /// The same with some features only, in their order.
    func keeping(_ kept: [Int]) -> TagVocabulary {
        TagVocabulary(
            hashes: kept.map { hashes[$0] }, families: kept.map { families[$0] },
            frequencySteps: kept.map(frequencySteps))
    }

    /// The number of a feature; nil where the model does not know it.
    @inline(__always) func index(of hash: UInt32) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = hash & mask
        while true {
            let index = slots[Int(slot)]
            if index == .max { return nil }
            if hashes[Int(index)] == hash { return Int(index) }
            slot = (slot &+ 1) & mask
        }
    }
}
