import Domain
import FoundationEssentials
import Reference
import Testing

/// State names in the columns of real tables; skipped where `../shared/data` is absent.
@Suite(.enabled(if: Fixtures.hasRealData, "../shared/data is not there")) struct RealTableTests {
    let facts = Fixtures.facts

    /// Rows of a table with quoted cells; bytes above ASCII stay as they are, lines end in CR, LF or both.
    static func rows(_ path: String) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        for byte in try Data(contentsOf: Fixtures.realData.appending(path: path)) {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted, 0x0A where !isQuoted, 0x0D where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                guard byte != 0x2C else { continue }
                if row != [""] { rows.append(row) }
                row = []
            default: cell.append(byte)
            }
        }
        return rows
    }

    @Test(
        "Every State of UPR Info's export resolves, as the one reviewed and as the one recommending",
        arguments: ["1-5", "6-9", "10-13", "voluntary"])
    func export(file: String) throws {
        let rows = try Self.rows("upr-info/\(file).csv").dropFirst()
        let names = Set(rows.flatMap { [$0[0], $0[4]] })
        #expect(rows.count > 900)
        #expect(names.filter { facts.state(named: $0) == nil }.allSatisfy { $0 == "&#40;Unknown&#41;" }, "\(names)")
    }

    @Test("Every name of M49 in six languages leads to its State", arguments: ["ar", "cn", "en", "es", "fr", "ru"])
    func m49(file: String) throws {
        let rows = try Self.rows("reference/m49/UNSD-\(file).csv")
        let states = rows.filter { $0.count > 11 && facts.facts(of: StateCode($0[11])) != nil }
        #expect(states.count == 195)
        for row in states { #expect(facts.state(named: row[8]) == StateCode(row[11]), "\(row[8])") }
    }

    @Test("Every name of the ratification tables but one of a territory resolves")
    func ratification() throws {
        for treaty in ["cat", "op_cedaw", "op_crc_ic", "op_crc_sc", "iccpr", "icerd"] {
            let names = try Self.rows("reference/ratification/hr_status_\(treaty).csv").dropFirst().map { $0[1] }
            #expect(names.filter { facts.state(named: $0) == nil }.allSatisfy { $0 == "Montserrat" })
        }
    }

    @Test("Years of ratification are those of the tables")
    func years() throws {
        let rows = try Self.rows("reference/ratification/hr_status_crpd.csv").dropFirst()
        for row in rows where row[2] == "1" {
            let state = try #require(facts.state(named: row[1]))
            #expect(facts.status(of: state, treaty: "crpd") == .party(year: try #require(Int(row[3]))))
        }
    }
}
