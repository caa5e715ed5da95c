/// A number that names one row of one kind. Ids of different kinds do not mix: `ID<Document>` is no `ID<Recommendation>`.
@frozen public struct ID<Entity>: Hashable, Comparable, Sendable {
    public let value: Int64

    @inlinable public init(_ value: Int64) { self.value = value }
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension ID: CustomStringConvertible {
    public var description: String { String(value) }

    /// Reads the decimal form used in addresses; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard let value = Int64(text), value > 0 else { return nil }
        self.init(value)
    }
}

package typealias RecommendationID = ID<Recommendation>
package typealias PartID = ID<RecommendationPart>
package typealias DocumentID = ID<Document>
package typealias PositionEventID = ID<PositionEvent>
package typealias ImportID = ID<ImportRun>
package typealias IssueID = ID<Issue>

extension ID: Codable {
    public init(from decoder: any Decoder) throws { value = try decoder.singleValueContainer().decode(Int64.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
