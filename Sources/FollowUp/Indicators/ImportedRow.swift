/// One value that a file has, and where in the file.
package struct ImportedRow: Hashable, Sendable {
    package var place: ImportPlace
    /// The indicator's code where the file names one.
    package var code: String?
    package var period: ObservationPeriod
    package var breakdown: Breakdown
    package var value: Quantity?
    /// Nil: the file says nothing; the source given for the whole file holds.
    package var source: String?
    package var note: String?
}

/// Where in a file: the row as a spreadsheet program shows it, and the column by its letters or the name of a dimension.
package struct ImportPlace: Hashable, Comparable, Sendable {
    package var row: Int
    package var column: String

    package static func < (left: Self, right: Self) -> Bool {
        (left.row, left.column.count, left.column) < (right.row, right.column.count, right.column)
    }
}

/// A place that cannot be taken over, with what stands there and a message key that says what is wrong and what to do.
package struct ImportFault: Hashable, Sendable {
    package static let seenCharactersMax = 60

    package var place: ImportPlace
    package var seen: String
    package var reason: Reason

    package enum Reason: String, Sendable {
        case period, value, breakdown, indicatorUnknown, indicatorMissing, indicatorReach, twice, sourceLength,
            noteLength
    }

    init(_ place: ImportPlace, _ seen: String, _ reason: Reason) {
        self.place = place
        self.seen = seen.count > Self.seenCharactersMax ? seen.prefix(Self.seenCharactersMax - 1) + "\u{2026}" : seen
        self.reason = reason
    }
}

/// What a file has.
package struct ImportedTable: Hashable, Sendable {
    package var rows: [ImportedRow] = []
    package var faults: [ImportFault] = []
    /// Columns or dimensions that were passed over, as they are called.
    package var passedOver: [String] = []
}

/// How a file is to be read.
package struct ImportOptions: Hashable, Sendable, Codable {
    package enum Point: String, Sendable, Codable, CaseIterable {
        /// `1,250.5`
        case point
        /// `1.250,5`
        case comma
    }

    package var point: Point
    /// Where a row names no source of its own.
    package var source: String

    package init(point: Point = .point, source: String) {
        self.point = point
        self.source = source
    }

    /// A number as people write it, with signs between thousands. Nil where it is none; an empty cell and the usual signs of
    /// "no data" are `missing`.
    package func value(_ text: String) -> ImportedValue? {
        let bare = text.filter {
            !$0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" && $0 != "'" && $0 != "\u{2019}"
        }
        if bare.isEmpty || Self.missing.contains(bare.lowercased()) { return .missing }
        let (decimal, thousands): (Character, Character) = point == .point ? (".", ",") : (",", ".")
        let halves = bare.split(separator: decimal, omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        let groups = halves[0].split(separator: thousands, omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(groups[0].filter(\.isNumber).count)
            else {
                return nil
            }
        }
        let plain = groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
        return Quantity(plain).map { .number($0) }
    }

    /// What statistics write where there is no figure.
    private static let missing: Set<String> = [
        "..", "...", "\u{2026}", "-", "\u{2013}", "\u{2014}", ":", "n/a", "na", "n.a.", "nan", "nd", "n.d.", "s/d",
        "null",
    ]
}

package enum ImportedValue: Hashable, Sendable {
    case number(Quantity)
    case missing

    var quantity: Quantity? { if case .number(let quantity) = self { quantity } else { nil } }
}
