import Domain
import FoundationEssentials
import Reference
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

    @Test("The API's records and the bulk export's record are read with their languages, States and parts")
    func uhri() throws {
        let folder = (SharedData.folder ?? "") + "/uhri/"
        let names = try RealNames()
        let bulk = Drained(file: folder + "export-full-en.one-record.json", resolver: names)
        #expect(bulk.drafts.count == 1)
        #expect(bulk.drafts.first?.tags.count ?? 0 >= 14)
        #expect(bulk.drafts.first?.paragraph?.printed == "4")
        let drained = Drained(file: folder + "api-records-six-languages.jsonl", resolver: names)
        let lines = String(decoding: try SharedData.bytes("uhri/api-records-six-languages.jsonl"), as: UTF8.self)
            .split(separator: "\n")
        #expect(drained.error == nil)
        // One review's State is told neither by its identifier nor by its document's symbol.
        #expect(drained.rejections.count <= 1)
        #expect(drained.drafts.count + drained.rejections.count == lines.count)
        #expect(drained.drafts.allSatisfy { $0.texts.count >= 5 })
        let reviews = lines.count { $0.contains("\"symbol\": \"A/HRC/") }
        #expect(drained.drafts.count { $0.document.mechanism == .upr } >= reviews - 1)
        #expect(drained.drafts.allSatisfy { !$0.document.mechanism.rawValue.hasPrefix("own-") })
        #expect(drained.drafts.count { $0.paragraph != nil } >= 420)
        let texts = drained.drafts.map { Array($0.texts.values) }.joined()
        #expect(texts.allSatisfy { !$0.contains("&nbsp;") && !$0.contains("  ") && !$0.contains("\u{A0}") })
    }

    @Test("Every name of a State in the old exports resolves")
    func stateNames() throws {
        let names = try RealNames()
        for file in ["1-5.csv", "6-9.csv", "10-13.csv", "voluntary.csv", "labelled-sessions-1-16.jsonl"] {
            let drained = Drained(file: (SharedData.folder ?? "") + "/upr-info/" + file, resolver: names)
            let entities = Set(drained.drafts.flatMap { $0.states + $0.recommending }.compactMap(\.entityName))
            #expect(entities.isEmpty)
        }
    }

    @Test("A table made of a thematic list is read with positions, tags and each wording's States")
    func thematicList() throws {
        let text = String(decoding: try SharedData.bytes("slovenia-cycle-3/thematic-list.gold.jsonl"), as: UTF8.self)
        var csv = "Paragraph\tText\tState\tTheme\tPersons\tSDGs\tPosition\tSource of position\tCycle\n"
        var lines = 0
        for line in text.split(separator: "\n") {
            var stream = JSONRecordStream(
                ByteWindow(BytesSupply(Array(line.utf8), pieceBytes: 4_096), limitBytes: 1 << 20), shape: .lines)
            _ = try stream.next()
            let record = try #require(JSONValue(stream).object)
            func list(_ name: String) -> String {
                (record[name]?.elements ?? []).compactMap(\.string).joined(separator: "|")
            }
            csv +=
                [
                    record["para"]?.text ?? "", record["text"]?.text ?? "", "SVN", list("themes"), list("persons"),
                    list("sdgs"),
                    record["position"]?.text ?? "", record["source_of_position"]?.text ?? "", "3",
                ].joined(separator: "\t") + "\n"
            lines += 1
        }
        let file = try TemporaryFile(csv)
        let drained = Drained(file: file.path, resolver: try RealNames())
        #expect(drained.rejections.isEmpty && drained.error == nil)
        #expect(drained.drafts.count == lines)
        #expect(drained.drafts.allSatisfy { !$0.recommending.isEmpty && $0.position != nil && !$0.tags.isEmpty })
        let texts = drained.drafts.flatMap { $0.texts.values }
        #expect(texts.allSatisfy { !$0.hasSuffix(");") })
    }
}

/// The facts shipped with the program.
private struct RealNames: NameResolver {
    private let facts: ReferenceFacts

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent()
        facts = try ReferenceFacts.load(from: root.path + "/Resources/reference")
    }

    func state(named name: String) -> StateCode? { facts.state(named: name) }
    func theme(labelled label: String) -> [String] { facts.theme(labelled: label) }
    func person(labelled label: String) -> [String] { facts.person(labelled: label) }
    func sdg(labelled label: String) -> String? { facts.sdg(labelled: label) }
    func mechanism(named name: String) -> MechanismCode? { facts.mechanism(named: name) }
    func uhriName(of identifier: String) -> String? {
        guard let found = facts.uhri(identifier) else { return nil }
        return found.kind == .state ? facts.name(of: StateCode(found.code), in: .english) : found.code
    }
}
