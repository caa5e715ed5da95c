import Domain
import FoundationEssentials
import Testing

@testable import Reference

@Suite("Synonyms") struct SynonymTests {
    @Test("The shipped file has no fault, enough groups, and forms in six languages")
    func shipped() {
        let list = Fixtures.facts.synonyms
        #expect(list.faults == [])
        #expect(list.groups.count >= 120)
        let whole = list.groups.filter { group in
            let languages = Set(group.forms.compactMap { $0.language?.rawValue })
            return languages.count == 6 || group.codes.contains { $0.kind == .treaty || $0.kind == .mechanism }
        }
        #expect(whole.count * 10 >= list.groups.count * 9)
        let cat = list.groups.first { $0.codes.contains(.init(kind: .treaty, code: "cat")) }
        #expect(cat?.forms.contains { $0.text == "CAT" && $0.isAsWritten && $0.language == nil } == true)
    }

    @Test("Lines are read as documented; what cannot be read is named by its line, and the rest holds")
    func reads() {
        let text = """
            # A comment
            all: =WEL; WELL
            en fr: deep well
            de:  Brunnen ;; tiefer Brunnen
            theme: right-to-food

            no colon here
            en: alone
            12: number
            fr:

            es: pozo; pozo hondo
            """
        let list = SynonymList(parsing: text, file: "own.txt")
        #expect(list.groups.count == 2)
        #expect(list.groups[0].line == 2 && list.groups[0].codes == [.init(kind: .theme, code: "right-to-food")])
        #expect(
            list.groups[0].forms.map(\.text) == ["WEL", "WELL", "deep well", "deep well", "Brunnen", "tiefer Brunnen"])
        #expect(list.groups[1].forms.map(\.language) == [.spanish, .spanish])
        #expect(
            list.faults.map { "\($0.line) \($0.reason)" } == [
                "7 noColon", "9 unknownKey(\"12\")", "10 noForm",
            ])
        #expect(list.faults[0].description.hasPrefix("own.txt, line 7: "))
    }

    @Test("A group of one form, and forms and groups beyond the limits, are faults")
    func limits() {
        #expect(SynonymList(parsing: "en: alone", file: "f").faults.map(\.reason) == [.alone])
        let long = String(repeating: "x", count: SynonymList.formCharactersMax + 1)
        #expect(SynonymList(parsing: "en: a; b\nfr: \(long)", file: "f").faults.map(\.line) == [2])
        let many = (0...SynonymList.formsMax).map { "w\($0)" }.joined(separator: ";")
        #expect(SynonymList(parsing: "en: \(many)", file: "f").faults.map(\.reason) == [.tooMany])
    }

    @Test("An installation's own file adds to the shipped one; unknown codes and unreadable bytes are faults")
    func ownFile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "synonyms-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let facts = Fixtures.facts
        #expect(facts.addingSynonyms(from: folder.path).synonyms.groups.count == facts.synonyms.groups.count)
        let file = folder.appending(path: ReferenceFacts.synonymFile)
        try Data("en: moot; assembly of elders\ntreaty: nothing-such\n".utf8).write(to: file)
        let added = facts.addingSynonyms(from: folder.path).synonyms
        #expect(added.groups.count == facts.synonyms.groups.count + 1)
        #expect(added.faults.map(\.reason) == [.unknownCode(kind: "treaty", code: "nothing-such")])
        try Data([0xFF, 0xFE, 0x00]).write(to: file)
        #expect(facts.addingSynonyms(from: folder.path).synonyms.faults.map(\.reason) == [.unreadable])
    }

    @Test(
        "No text makes the reader fail", arguments: ["", ":", "::", "all:=", "=", "en:;;;", "\u{0}:\u{0}", "-: x; y"])
    func hostile(_ text: String) {
        #expect(SynonymList(parsing: text, file: "f").groups.isEmpty)
    }
}
