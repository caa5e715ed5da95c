package import Domain
package import Programmes

/// Who helps whom on what within a scope: programmes under way, as whoever reports them says.
package struct Exchanges: Sendable {
    package var scope: GapScope
    package var flows: Int
    /// Programmes that name nobody who pays: they are in no row of the matrix.
    package var withoutGiver: Int
    /// Only the latest are shown: there are more.
    package var isCut: Bool
    package var byState: ExchangeMatrix
    package var byTheme: ExchangeMatrix
    package var network: ExchangeNetwork
    /// In force, the latest first, at most `AgreementLine.shownMax`; empty where a theme is asked for, which agreements do not name.
    package var agreements: [AgreementLine]
    package var corridors: [Corridor]
    package var triangles: [Triangle]
    /// Programmes by the form of cooperation their publisher or a person says; nil: not said.
    package var modalities: [(modality: Modality?, programmes: Int)]
}

/// Organisations that pay, against States or themes: how many programmes.
package struct ExchangeMatrix: Hashable, Sendable {
    package enum Column: Hashable, Sendable, Comparable {
        case state(StateCode)
        case theme(String)

        package static func < (one: Self, other: Self) -> Bool { one.code < other.code }

        package var code: String {
            switch self {
            case .state(let state): state.rawValue
            case .theme(let theme): theme
            }
        }
    }

    /// By their name.
    package var rows: [NamedActor]
    package var columns: [Column]
    private var cells: [String: [Column: Int]]

    package func count(_ row: NamedActor, _ column: Column) -> Int { cells[row.key]?[column] ?? 0 }

    init(_ flows: [Flow], columns of: (Flow) -> [Column]) {
        var cells: [String: [Column: Int]] = [:]
        var names: [String: NamedActor] = [:]
        var columns: Set<Column> = []
        for flow in flows {
            let own = of(flow)
            columns.formUnion(own)
            for giver in flow.givers {
                names[giver.key] = names[giver.key] ?? giver
                for column in own { cells[giver.key, default: [:]][column, default: 0] += 1 }
            }
        }
        self.cells = cells
        self.columns = columns.sorted()
        rows = names.values.filter { cells[$0.key] != nil }.sorted { ($0.shown, $0.key) < ($1.shown, $1.key) }
    }

    /// Those of its rows and columns with the most programmes, in the same order; how many were left out.
    package func largest(rows rowsMax: Int, columns columnsMax: Int) -> (matrix: ExchangeMatrix, left: Int, right: Int)
    {
        func sum(_ column: Column) -> Int { cells.values.reduce(0) { $0 + ($1[column] ?? 0) } }
        let sums = Dictionary(uniqueKeysWithValues: columns.map { ($0, sum($0)) })
        let kept = Set(columns.sorted { (sums[$1] ?? 0, $0) < (sums[$0] ?? 0, $1) }.prefix(columnsMax))
        func total(_ row: NamedActor) -> Int { (cells[row.key] ?? [:]).reduce(0) { $0 + $1.value } }
        let strong = Set(rows.sorted { (total($1), $0.key) < (total($0), $1.key) }.prefix(rowsMax).map(\.key))
        var cut = self
        cut.columns = columns.filter { kept.contains($0) }
        cut.rows = rows.filter { strong.contains($0.key) }
        return (cut, rows.count - cut.rows.count, columns.count - cut.columns.count)
    }
}

/// Help that flows from one State's public bodies to another State.
package struct Corridor: Hashable, Sendable {
    package var from: StateCode
    package var to: StateCode
    package var programmes: [ProgrammeID]
    /// Nil: nothing here says what both States are.
    package var isSouthSouth: Bool?
    /// Programmes whose publisher or a person calls them South-South.
    package var saidSouthSouth: Int
}

/// Three parties in one programme: who pays and who carries it out are public bodies of two States, for a third.
package struct Triangle: Hashable, Sendable {
    package var programme: ProgrammeID
    package var giver: StateCode?
    package var worker: StateCode?
    package var states: [StateCode]
    /// Its publisher or a person calls it triangular; else it is computed from the parties.
    package var isSaid: Bool
}
