import Domain
import FoundationEssentials
import Testing

@testable import Ingest

/// Real exports beside the project, where they are there.
enum SharedData {
    static let folder: String? = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path.count > 1 {
            let data = folder.deletingLastPathComponent().appending(path: "shared/data")
            if FileManager.default.fileExists(atPath: data.path + "/upr-info/voluntary.csv") { return data.path }
            folder = folder.deletingLastPathComponent()
        }
        print("../shared/data is not there: tests on real exports are skipped.")
        return nil
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: (folder ?? "") + "/" + name)))
    }
}

@Suite(.enabled(if: SharedData.folder != nil, "../shared/data is not there"))
struct SharedDataTests {
    /// The old export by the shortest code that reads it: fields of MacRoman bytes between commas and quotation marks.
    private func plainRows(_ name: String) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        for byte in try SharedData.bytes(name) {
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), _): isQuoted.toggle()
            case (UInt8(ascii: ","), false):
                row.append(cell)
                cell = ""
            case (0x0D, false):
                rows.append(row + [cell])
                row = []
                cell = ""
            default: cell.unicodeScalars.append(byte < 0x80 ? Unicode.Scalar(byte) : "?")
            }
        }
        if !row.isEmpty { rows.append(row + [cell]) }
        return Array(rows.dropFirst())
    }

    private func counts(_ keys: [String]) -> [String: Int] { keys.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

    @Test(
        "Every row of the old exports is a draft; States, sessions and responses count as in the file",
        arguments: [("1-5.csv", 6_094), ("6-9.csv", 8_343), ("10-13.csv", 9_047), ("voluntary.csv", 947)])
    func oldExports(_ name: String, _ count: Int) throws {
        let path = (SharedData.folder ?? "") + "/upr-info/" + name
        let drained = Drained(file: path, resolver: AnyNames())
        let rows = try plainRows("upr-info/" + name)
        #expect(drained.error == nil && drained.rejections.isEmpty)
        #expect(drained.drafts.count == count && rows.count == count)
        #expect(counts(drained.drafts.map { $0.states[0].rawValue }) == counts(rows.map { $0[0] }))
        #expect(counts(drained.drafts.map { String($0.session ?? 0) }) == counts(rows.map { $0[10] }))
        #expect(counts(drained.drafts.map { $0.positionWording ?? "" }) == counts(rows.map { $0[7] }))
        #expect(
            counts(drained.drafts.map { $0.action.map { String($0.rawValue) } ?? "" }) == counts(rows.map { $0[8] }))
        #expect(drained.drafts.allSatisfy { ($0.kind == .pledge) == (name == "voluntary.csv") })
        #expect(Set(drained.drafts.map(\.externalKey)).count == count)
    }

    @Test("The labelled lines are read whole, and share their keys with the old exports")
    func lines() throws {
        let folder = (SharedData.folder ?? "") + "/upr-info/"
        let drained = Drained(file: folder + "labelled-sessions-1-16.jsonl", resolver: AnyNames())
        let text = String(decoding: try SharedData.bytes("upr-info/labelled-sessions-1-16.jsonl"), as: UTF8.self)
        let lines = text.split(separator: "\n")
        #expect(drained.rejections.isEmpty && drained.error == nil)
        #expect(drained.drafts.count == lines.count)
        #expect(
            drained.drafts.count { $0.position == .supported }
                == lines.count { $0.contains("\"response\": \"Accepted\"") })
        for session in 1...16 {
            #expect(
                drained.drafts.count { $0.session == session }
                    == lines.count { $0.contains("\"session\": \(session),") })
        }
        let keys = Set(drained.drafts.compactMap(\.externalKey))
        let old = ["1-5.csv", "6-9.csv", "10-13.csv"].flatMap {
            Drained(file: folder + $0, resolver: AnyNames()).drafts
        }
        // The lines leave out the second of the two rows that the old exports have twice.
        #expect(old.count { !keys.contains($0.externalKey ?? "") } == 2)
    }

    @Test("The API's records and the bulk export's record are read with their languages and parts")
    func uhri() throws {
        let folder = (SharedData.folder ?? "") + "/uhri/"
        let bulk = Drained(file: folder + "export-full-en.one-record.json", resolver: AnyNames())
        #expect(bulk.drafts.count == 1)
        #expect(bulk.drafts.first?.tags.count == 14)
        #expect(bulk.drafts.first?.paragraph?.printed == "4")
        let drained = Drained(file: folder + "api-records-six-languages.jsonl", resolver: CountryIdentifiers())
        #expect(drained.error == nil && drained.rejections.isEmpty)
        #expect(drained.drafts.count == 424)
        #expect(drained.drafts.allSatisfy { $0.texts.count >= 5 })
        #expect(drained.drafts.count { $0.document.mechanism == .upr } == 232)
        #expect(drained.drafts.count { $0.paragraph != nil } > 410)
        let left = drained.drafts.map { Array($0.texts.values) }.joined().filter {
            $0.contains("&nbsp;") || $0.contains("  ") || $0.contains("\u{A0}")
        }
        #expect(left.isEmpty)
    }
}

/// Takes every identifier as the name of a State.
private struct CountryIdentifiers: NameResolver {
    func state(named name: String) -> StateCode? { name.contains("-") || name.count == 3 ? StateCode(name) : nil }
    func theme(labelled label: String) -> String? { nil }
    func person(labelled label: String) -> String? { nil }
    func sdg(labelled label: String) -> String? { nil }
    func mechanism(named name: String) -> MechanismCode? {
        name == "b2b5b669-1405-419d-8603-7826b15d69e1" ? .upr : MechanismCode("own-" + name)
    }
    func uhriName(of identifier: String) -> String? {
        // The two identifiers of kinds that the file uses.
        if identifier.hasPrefix("aa43335f") { return "Recommendations" }
        return identifier.hasPrefix("3ae2eea6") ? "Concerns/Observations" : identifier
    }
}
