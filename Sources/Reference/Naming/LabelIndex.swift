/// Finds what a label means in constant time: folded label to the codes it stands for, in the order of the file.
struct LabelIndex: Sendable {
    private var codes: [String: [String]] = [:]

    mutating func add(_ label: String, code: String) {
        let key = FoldedName.key(of: label)
        guard !key.isEmpty, codes[key]?.contains(code) != true else { return }
        codes[key, default: []].append(code)
    }

    /// Every code of the label; empty where nobody knows it.
    func codes(of label: String) -> [String] { codes[FoldedName.key(of: label)] ?? [] }
}
