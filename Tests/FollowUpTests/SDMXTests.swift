import Plans
import Testing

@testable import FollowUp

@Suite("SDMX-JSON")
struct SDMXTests {
    private static let dimensions = """
        {"series": [{"id": "FREQ", "values": [{"id": "A", "name": "Annual"}]},
          {"id": "SEX", "values": [{"id": "_T", "name": "Total"}, {"id": "F", "name": "Female"}]}],
         "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2019"}, {"value": "2020-S1"}]}]}
        """
    private static let attributes = """
        {"observation": [{"id": "OBS_STATUS", "values": [{"id": "A"}, {"id": "E", "name": {"en": "Estimated", "fr": "Estimé"}}]}]}
        """
    private static let sets = """
        [{"structure": 0, "series": {"0:0": {"observations": {"0": [12.30, 0], "1": [null]}},
          "0:1": {"observations": {"0": ["4.5", 1]}}}}]
        """

    private func read(_ text: String) throws(ImportRefusal) -> ImportedTable {
        try SDMXMessage.read(Array(text.utf8), rowsMax: 100)
    }

    @Test(
        "Messages of 1.0 and 2.0 and drafts before them give the same values",
        arguments: [
            "{\"data\": {\"structure\": {\"dimensions\": \(dimensions), \"attributes\": \(attributes)}, \"dataSets\": \(sets)}}",
            "{\"meta\": {\"id\": \"m\"}, \"data\": {\"structures\": [{\"dimensions\": \(dimensions), \"attributes\": \(attributes)}], \"dataSets\": \(sets)}}",
            "{\"structure\": {\"dimensions\": \(dimensions), \"attributes\": \(attributes)}, \"dataSets\": \(sets)}",
        ])
    func versions(text: String) throws {
        let table = try read(text)
        #expect(table.rows.map(\.period.code) == ["2019", "2020-H1", "2019"])
        #expect(table.rows.map { $0.value?.description } == ["12.3", nil, "4.5"])
        #expect(table.rows.map(\.breakdown.sex) == ["", "", "female"])
        #expect(table.rows.map(\.note) == [nil, nil, "Estimated"])
        #expect(table.passedOver == ["FREQ"])
        #expect(table.faults.isEmpty)
    }

    @Test("A flat data set names every dimension in its keys; several unknown values become a group")
    func flat() throws {
        let table = try read(
            """
            {"data": {"structures": [{"dimensions": {"observation": [
              {"id": "INDICATOR", "values": [{"id": "D1"}, {"id": "D2"}]},
              {"id": "URBANISATION", "values": [{"id": "U", "name": "Urban"}, {"id": "_T"}]},
              {"id": "TIME_PERIOD", "values": [{"id": "2020"}]}]}}],
              "dataSets": [{"observations": {"0:0:0": [1], "1:1:0": [2e2]}}]}}
            """)
        #expect(table.rows.map(\.code) == ["D1", "D2"])
        #expect(table.rows.map(\.breakdown.population) == ["URBANISATION: Urban", ""])
        #expect(table.rows.map { $0.value?.description } == ["1", "200"])
    }

    @Test(
        "What is no data message says what is missing",
        arguments: [
            ("{}", "structure"), ("{\"data\": {\"structures\": [{}], \"dataSets\": []}}", "dataSets"),
            (
                "{\"structure\": {\"dimensions\": {\"observation\": [{\"id\": \"T\", \"values\": [{\"id\": \"2020\"}]}]}}, \"dataSets\": [{\"observations\": {\"7\": [1]}}]}",
                "observations[7]"
            ),
            ("{\"structure\": 3}", "structure"),
            (
                "{\"data\": {\"structures\": [{\"dimensions\": {}}], \"dataSets\": [{\"structure\": 9}]}}",
                "structures[9].dimensions"
            ),
            ("{\"x\": ", "JSON"),
        ])
    func hostile(text: String, missing: String) {
        #expect(throws: ImportRefusal.notSDMX(missing)) { try read(text) }
    }

    @Test("Depth and size are limited")
    func limits() {
        let deep = "{\"data\": " + String(repeating: "[", count: 10_000)
        #expect(throws: ImportRefusal.notSDMX("JSON")) { try read(deep) }
        let many = (0..<101).map { "\"\($0)\": [1]" }.joined(separator: ",")
        let values = (0..<101).map { "{\"id\": \"\(1900 + $0)\"}" }.joined(separator: ",")
        let text = """
            {"structure": {"dimensions": {"observation": [{"id": "TIME_PERIOD", "values": [\(values)]}]}},
             "dataSets": [{"observations": {\(many)}}]}
            """
        #expect(throws: ImportRefusal.tooLarge(most: 100)) { try read(text) }
    }
}
