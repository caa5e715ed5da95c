import Domain
import Frame
import Reference

/// States in a text that a person typed: names in any language or codes, between semicolons, commas or line ends.
struct StateNames {
    let reference: ReferenceFacts

    /// In the order of the text, each once; what is none comes back as it was typed.
    func resolve(_ text: String) -> (states: [StateCode], unknown: [String]) {
        var states: [StateCode] = []
        var unknown: [String] = []
        for piece in text.split(whereSeparator: { ";；؛\n".contains($0) }) {
            take(trimmed(piece), &states, &unknown)
        }
        var seen: Set<StateCode> = []
        return (states.filter { seen.insert($0).inserted }, unknown)
    }

    /// A name may hold commas itself, so the longest run of pieces that is a State is taken.
    private func take(_ text: String, _ states: inout [StateCode], _ unknown: inout [String]) {
        guard !text.isEmpty else { return }
        if let code = code(text) { return states.append(code) }
        var pieces = text.split(whereSeparator: { ",、،，".contains($0) }).map { trimmed($0) }.filter { !$0.isEmpty }
        guard pieces.count > 1 else { return unknown.append(text) }
        while !pieces.isEmpty {
            let longest = stride(from: min(4, pieces.count), through: 1, by: -1).lazy.compactMap { count in
                code(pieces.prefix(count).joined(separator: ", ")).map { (count, $0) }
            }.first
            if let (count, code) = longest {
                states.append(code)
                pieces.removeFirst(count)
            } else {
                unknown.append(pieces.removeFirst())
            }
        }
    }

    private func code(_ name: String) -> StateCode? {
        if name.hasPrefix("~") { return StateCode(name) }
        let code = StateCode(name.uppercased())
        if name.count == 3, reference.facts(of: code) != nil { return code }
        return reference.state(named: name)
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
