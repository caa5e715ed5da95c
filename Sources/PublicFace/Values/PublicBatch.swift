/// Choices that are confirmed together: what stood before and what stands after, line by line.
package struct PublicBatch: Hashable, Sendable {
    package enum Status: String, Sendable {
        case open, confirmed, undone, dropped
    }

    package enum Target: Hashable, Sendable {
        case field(PublicField)
        case item(PublicKey)
    }

    package struct Line: Hashable, Sendable {
        package var target: Target
        package var before: PublicChoices.Exception
        package var after: PublicChoices.Exception

        init(_ target: Target, before: PublicChoices.Exception, after: PublicChoices.Exception) {
            self.target = target
            self.before = before
            self.after = after
        }
    }

    /// More items than this are a part's default.
    package static let linesMax = 1_000

    package var id: Int64
    package var status: Status
    package var madeBy: String
    /// Fixed-width UTC instants.
    package var made: String
    package var confirmedBy: String?
    package var confirmed: String?
    /// The batch that this one took back.
    package var reverses: Int64?
    package var lines: [Line]
    package var version: Int
}

extension PublicChoices {
    /// What stands for one thing.
    func standing(_ target: PublicBatch.Target) -> Exception {
        switch target {
        case .field(let field): Exception(stage: stages[field])
        case .item(let key): exceptions[key] ?? Exception()
        }
    }

    mutating func put(_ target: PublicBatch.Target, _ value: Exception) {
        switch target {
        case .field(let field): stages[field] = value.stage
        case .item(let key): exceptions[key] = value.isEmpty ? nil : value
        }
    }

    /// With the lines of a batch in force.
    func with(_ batch: PublicBatch?) -> PublicChoices {
        var choices = self
        for line in batch?.lines ?? [] { choices.put(line.target, line.after) }
        return choices
    }
}
