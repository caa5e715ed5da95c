import Foundation

/// One measured case: figures with their unit in the name, in the order they were given.
struct Figure {
    let suite: String
    let name: String
    let who: String
    let values: [(name: String, value: Double)]

    /// One object a line for programs; one sentence a line for people.
    func printed(asJSON: Bool) {
        FileHandle.standardOutput.write(Data(((asJSON ? json : sentence) + "\n").utf8))
    }

    private var json: String {
        let figures = values.map { "\"\($0.name)\": \(Self.number($0.value))" }
        let head = ["\"suite\": \"\(suite)\"", "\"case\": \"\(name)\"", "\"who\": \"\(who)\""]
        return "{" + (head + figures).joined(separator: ", ") + "}"
    }

    private var sentence: String {
        let figures = values.map { "\($0.name.replacingOccurrences(of: "_", with: " ")) \(Self.number($0.value))" }
        return "\(suite) \(name), \(who): " + figures.joined(separator: ", ")
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(format: "%.3f", value)
    }
}
