import Domain
import FoundationEssentials
import Reference
import Testing

@Suite struct LoadingTests {
    /// Loads a copy of the facts after replacing something in one file.
    static func load(replacing old: String, with new: String, in file: String) throws -> ReferenceFacts {
        let copy = try Fixtures.copy()
        defer { try? FileManager.default.removeItem(at: copy) }
        let path = copy.appending(path: file)
        var text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
        let range = try #require(text.firstRange(of: old) as Range<String.Index>?, "\(old) is not in \(file)")
        text.replaceSubrange(range, with: new)
        try Data(text.utf8).write(to: path)
        return try ReferenceFacts.load(from: copy.path)
    }

    @Test("A missing file is named")
    func missing() throws {
        #expect(throws: ReferenceError.unreadable(file: "groups.json")) { try ReferenceFacts.load(from: "/nowhere") }
        let copy = try Fixtures.copy()
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.removeItem(at: copy.appending(path: "treaties.json"))
        #expect(throws: ReferenceError.unreadable(file: "treaties.json")) { try ReferenceFacts.load(from: copy.path) }
    }

    @Test("A cut-off file is malformed")
    func cutOff() {
        #expect(throws: ReferenceError.malformed(file: "upr.json", field: "JSON")) {
            try Self.load(replacing: "\n  ]\n}", with: "", in: "upr.json")
        }
    }

    @Test("A missing field is named with its place")
    func missingField() {
        #expect(throws: ReferenceError.malformed(file: "states.json", field: "facts[0].names")) {
            try Self.load(replacing: "\"names\"", with: "\"nanes\"", in: "states.json")
        }
        #expect(throws: ReferenceError.malformed(file: "sdg.json", field: "source")) {
            try Self.load(replacing: "\"source\"", with: "\"sauce\"", in: "sdg.json")
        }
    }

    @Test("A wrong kind of value, an unknown kind and an empty name are malformed")
    func wrongValue() {
        #expect(throws: ReferenceError.malformed(file: "upr.json", field: "facts[0].session")) {
            try Self.load(replacing: "\"session\": 1", with: "\"session\": \"1\"", in: "upr.json")
        }
        #expect(throws: ReferenceError.malformed(file: "mechanisms.json", field: "facts[0].kind")) {
            try Self.load(replacing: "\"kind\": \"upr\"", with: "\"kind\": \"oracle\"", in: "mechanisms.json")
        }
        #expect(throws: ReferenceError.malformed(file: "groups.json", field: "facts[0].names")) {
            try Self.load(replacing: "\"African States\"", with: "\"\"", in: "groups.json")
        }
    }

    @Test("Two States cannot share a square, a code or an alias")
    func duplicates() {
        #expect(throws: ReferenceError.duplicate(file: "states.json", field: "tile", value: "14, 8")) {
            try Self.load(replacing: "\"tile\": [20, 8]", with: "\"tile\": [14, 8]", in: "states.json")
        }
        #expect(throws: ReferenceError.duplicate(file: "states.json", field: "code", value: "AFG")) {
            try Self.load(replacing: "\"code\": \"ALB\"", with: "\"code\": \"AFG\"", in: "states.json")
        }
        #expect(throws: ReferenceError.duplicate(file: "states.json", field: "aliases", value: "Zaire")) {
            try Self.load(
                replacing: "\"Surinam\"", with: "\"Zaire\"", in: "states.json")
        }
    }

    @Test("A group or a State that nobody defines is named")
    func unknown() {
        #expect(throws: ReferenceError.unknown(file: "states.json", field: "groups", value: "atlantis")) {
            try Self.load(
                replacing: "\"region\": \"asia-pacific\"", with: "\"region\": \"atlantis\"", in: "states.json")
        }
        #expect(throws: ReferenceError.unknown(file: "mechanisms.json", field: "state", value: "QQQ")) {
            try Self.load(replacing: "\"state\": \"AFG\"", with: "\"state\": \"QQQ\"", in: "mechanisms.json")
        }
    }

    @Test("An error says in words what is wrong")
    func description() {
        let error = ReferenceError.duplicate(file: "states.json", field: "tile", value: "3, 4")
        #expect(error.description == "states.json: tile 3, 4 occurs twice")
    }

    @Test("Invented States join the real ones from a directory of their own")
    func extra() throws {
        let extra = FileManager.default.temporaryDirectory.appending(path: "extra-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: extra, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: extra) }
        let names = #"{"en":"Aldora","fr":"Aldore","es":"Aldora","ru":"Алдора","ar":"ألدورا","zh":"阿尔多拉"}"#
        let groups =
            #"{"source":"Invented","date":"2026","facts":[{"code":"north-sea","kind":"membership","names":\#(names)}]}"#
        let states = """
            {"source":"Invented","date":"2026","facts":[
             {"code":"XAA","status":"invented","names":\(names),"region":"africa","groups":["north-sea"],"tile":[40,1]}]}
            """
        try Data(groups.utf8).write(to: extra.appending(path: "groups.json"))
        try Data(states.utf8).write(to: extra.appending(path: "states.json"))

        let facts = try ReferenceFacts.load(from: Fixtures.directory, extra: extra.path)
        #expect(facts.states.count == 196)
        #expect(facts.state(named: "ALDORA*") == StateCode("XAA"))
        #expect(facts.name(of: StateCode("XAA"), in: .russian) == "Алдора")
        #expect(facts.group("north-sea")?.kind == .membership)
        let symbol = try #require(DocumentSymbol("DEMO/CRC/C/XAA/CO/1"))
        #expect(facts.state(ofSymbol: symbol) == StateCode("XAA"))
        #expect(facts.mechanism(ofSymbol: symbol) == nil)
    }
}
