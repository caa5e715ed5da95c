import FoundationEssentials

extension SDMXMessage {
    /// The observations of a message. `row` of a place counts the observations of the file in the order of their keys.
    static func read(_ bytes: [UInt8], rowsMax: Int) throws(ImportRefusal) -> ImportedTable {
        let message: SDMXMessage
        do {
            message = try JSONDecoder().decode(SDMXMessage.self, from: Data(bytes))
        } catch let DecodingError.keyNotFound(key, context) {
            throw .notSDMX((context.codingPath.map(\.stringValue) + [key.stringValue]).joined(separator: "."))
        } catch let DecodingError.typeMismatch(_, context) {
            throw .notSDMX(context.codingPath.map(\.stringValue).joined(separator: "."))
        } catch { throw .notSDMX("JSON") }
        guard !message.structures.isEmpty else { throw .notSDMX("structure") }
        guard !message.dataSets.isEmpty else { throw .notSDMX("dataSets") }
        var table = ImportedTable()
        for dataSet in message.dataSets {
            let place = dataSet.structure ?? 0
            guard message.structures.indices.contains(place), let dimensions = message.structures[place].dimensions
            else {
                throw .notSDMX("structures[\(place)].dimensions")
            }
            try SDMXSet(dimensions, message.structures[place].attributes).read(dataSet, into: &table, rowsMax: rowsMax)
        }
        return table
    }
}

/// One data set by the meaning of its dimensions.
private struct SDMXSet {
    /// What a dimension says of an observation.
    enum Meaning {
        case period, sex, age, disability, region, code
        /// Told by its name as part of the group, because it has several values.
        case group
        /// One value for the whole set: it makes no difference.
        case none
    }

    let fixed: [SDMXMessage.Dimension]
    let series: [SDMXMessage.Dimension]
    let observation: [SDMXMessage.Dimension]
    /// Where among an observation's attributes its status stands, and the codes.
    let status: (place: Int, values: [SDMXMessage.Dimension.Value])?

    init(_ dimensions: SDMXMessage.Structure.Dimensions, _ attributes: SDMXMessage.Structure.Attributes?) {
        fixed = dimensions.dataSet ?? []
        series = dimensions.series ?? []
        observation = dimensions.observation ?? []
        let place = attributes?.observation?.firstIndex { $0.id == "OBS_STATUS" }
        status = place.flatMap { place in attributes?.observation.map { (place, $0[place].values) } }
    }

    func read(
        _ set: SDMXMessage.DataSet, into table: inout ImportedTable, rowsMax: Int
    ) throws(ImportRefusal) {
        table.passedOver += (fixed + series + observation).filter { Self.meaning($0) == .none }.map(\.id)
        let own = fixed.compactMap { dimension in dimension.values.first.map { (dimension, $0) } }
        for (key, cells) in Self.sorted(set.observations ?? [:]) {
            try add(key, cells, own, observation, &table, rowsMax)
        }
        for (key, line) in Self.sorted(set.series ?? [:]) {
            guard let values = Self.values(key, series) else { throw .notSDMX("series[\(key)]") }
            for (key, cells) in Self.sorted(line.observations ?? [:]) {
                try add(key, cells, own + values, observation, &table, rowsMax)
            }
        }
    }

    private typealias Chosen = [(dimension: SDMXMessage.Dimension, value: SDMXMessage.Dimension.Value)]

    private func add(
        _ key: String, _ cells: [SDMXMessage.Cell], _ before: Chosen, _ dimensions: [SDMXMessage.Dimension],
        _ table: inout ImportedTable, _ rowsMax: Int
    ) throws(ImportRefusal) {
        let number = table.rows.count + table.faults.count + 1
        guard number <= rowsMax else { throw .tooLarge(most: rowsMax) }
        guard let own = Self.values(key, dimensions) else { throw .notSDMX("observations[\(key)]") }
        let chosen = before + own
        var breakdown = Breakdown()
        var period: (text: String, id: String)?
        var code: String?
        var groups: [String] = []
        for (dimension, value) in chosen {
            let name = value.name?.text ?? value.code
            // A code that means all says so even where its name is a sentence.
            let isAll = BreakdownWords.value(value.code, isSex: false).isEmpty
            switch Self.meaning(dimension) {
            case .period: period = (value.code, dimension.id)
            case .sex: breakdown.sex = isAll ? "" : BreakdownWords.value(value.code, isSex: true)
            case .age: breakdown.age = isAll ? "" : BreakdownWords.value(name, isSex: false)
            case .disability: breakdown.disability = isAll ? "" : BreakdownWords.value(name, isSex: false)
            case .region: breakdown.region = isAll ? "" : BreakdownWords.value(name, isSex: false)
            case .code: code = value.code
            case .group: if !isAll { groups.append("\(dimension.id): \(name)") }
            case .none: break
            }
        }
        breakdown.population = groups.joined(separator: "; ")
        let place = ImportPlace(row: number, column: period?.id ?? "TIME_PERIOD")
        guard let text = period?.text, let time = ObservationPeriod(text) else {
            table.faults.append(ImportFault(place, period?.text ?? "", .period))
            return
        }
        if let long = breakdown.parts.first(where: { $0.count > Breakdown.charactersMax }) {
            table.faults.append(ImportFault(place, long, .breakdown))
            return
        }
        let shown = cells.first?.text
        let value = shown.flatMap { $0 == "NaN" ? nil : $0 }
        let quantity = value.flatMap { Quantity($0) }
        guard value == nil || quantity != nil else {
            table.faults.append(ImportFault(ImportPlace(row: number, column: "OBS_VALUE"), value ?? "", .value))
            return
        }
        table.rows.append(
            ImportedRow(
                place: place, code: code, period: time, breakdown: breakdown, value: quantity, source: nil,
                note: note(cells)))
    }

    /// The observation's status in words, where it is another than normal.
    private func note(_ cells: [SDMXMessage.Cell]) -> String? {
        guard let status, cells.indices.contains(status.place + 1), let index = cells[status.place + 1].index,
            status.values.indices.contains(index)
        else { return nil }
        let value = status.values[index]
        return value.code == "A" ? nil : value.name?.text ?? value.code
    }

    private static func meaning(_ dimension: SDMXMessage.Dimension) -> Meaning {
        switch dimension.id.uppercased() {
        case "TIME_PERIOD", "TIME", "YEAR": .period
        case "SEX", "GENDER": .sex
        case "AGE", "AGE_GROUP": .age
        case "DISABILITY", "DISABILITY_STATUS": .disability
        case "REGION", "GEO_REGION", "REF_REGION": .region
        case _ where dimension.values.count < 2: .none
        case "INDICATOR", "SERIES": .code
        default: .group
        }
    }

    /// The values that a key such as `0:1:0` names; nil where it does not fit the dimensions.
    private static func values(_ key: String, _ dimensions: [SDMXMessage.Dimension]) -> Chosen? {
        let indices = key.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard indices.count == dimensions.count else { return nil }
        var chosen: Chosen = []
        for (index, dimension) in zip(indices, dimensions) {
            guard let index, dimension.values.indices.contains(index) else { return nil }
            chosen.append((dimension, dimension.values[index]))
        }
        return chosen
    }

    /// By the numbers in the keys.
    private static func sorted<T>(_ values: [String: T]) -> [(key: String, value: T)] {
        values.map { (numbers: $0.key.split(separator: ":").map { Int($0) ?? 0 }, entry: $0) }
            .sorted { ($0.numbers.lexicographicallyPrecedes($1.numbers)) }.map { ($0.entry.key, $0.entry.value) }
    }
}
