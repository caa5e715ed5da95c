import Domain
import Testing

@testable import Ingest

struct UHRIAPITests {
    static let record = """
        {"annotationId": "u-1", "symbol": "DEMO/HRC/43/6", "publicationDate": "2019-12-19T00:00:00", "annotationType": "g-rec", \
        "countryIds": ["g-belmar"], "affectedPersonIds": ["g-nobody-knows"], "themesIds": ["g-water"], "sdgsIds": ["g-16.2"], \
        "uprPositionIds": ["g-supported"], "uprSessionIds": ["g-34"], "uprRecommendingCountryIds": ["g-aldora"], "bodyId": "g-upr", \
        "uprCycle": "g-cycle3", "numberInDocument": 314, "en": "127.179 Keep the wells open (Aldora);", \
        "fr": "127.179 Garder les puits ouverts (Aldora)&nbsp;;", "es": "Mantener abiertos los pozos (Aldora); ", \
        "ar": "\\n        127-179\\n        إبقاء الآبار مفتوحة (ألدورا)؛\\n      ", "ru": "127.179 держать колодцы открытыми (Ал ь дора);", \
        "zh": "127.179保持水井开放(阿尔多拉)；"}
        """

    @Test("Six languages lose number, States and padding, and share one paragraph")
    func sixLanguages() throws {
        let draft = try #require(try Drained(Self.record).drafts.first)
        #expect(draft.paragraph?.printed == "127.179")
        #expect(
            draft.texts == [
                .english: "Keep the wells open", .french: "Garder les puits ouverts",
                .spanish: "Mantener abiertos los pozos",
                .arabic: "إبقاء الآبار مفتوحة", .russian: "держать колодцы открытыми", .chinese: "保持水井开放",
            ])
        #expect(draft.states.map(\.rawValue) == ["XAB"])
        #expect(draft.recommending.map(\.rawValue) == ["XAA"])
        #expect(draft.position == .supported)
        #expect(draft.cycle == 3 && draft.session == 34)
        #expect(draft.tags.map(\.code) == ["water", "g-nobody-knows", "16.2"])
    }

    @Test("A State that no identifier tells comes from the treaty body's symbol, else the record is rejected")
    func stateFromSymbol() throws {
        let lines = """
            {"annotationId": "u-2", "symbol": "CRC/C/XAA/CO/6-7", "countryIds": ["?"], "bodyId": "?", "en": "8. The Committee asks."}
            {"annotationId": "u-3", "symbol": "A/HRC/43/6", "countryIds": ["?"], "bodyId": "g-upr", "en": "8. Adopt it."}
            {"annotationId": "u-4", "symbol": "E/C.12/XAB/CO/5", "countryIds": null, "bodyId": null, "uprCycle": null, "en": "Heading29.The Committee asks."}
            """
        let drained = try Drained(lines)
        #expect(drained.drafts.map { $0.states.map(\.rawValue) } == [["XAA"], ["XAB"]])
        #expect(drained.drafts.map(\.document.mechanism.rawValue) == ["crc", "cescr"])
        #expect(drained.rejections.map(\.row) == [2])
        #expect(drained.rejections[0].reason.contains("A/HRC/43/6"))
    }

    @Test("Duties and wordings of several languages meet where there are as many")
    func parts() throws {
        let line = """
            {"annotationId": "u-5", "symbol": "CRC/C/XAA/CO/1", "countryIds": [], "bodyId": "g-crc", "en": "9. It asks: (a) Dig; (b) Build.", \
            "es": "9. Pide: a) Cave; b) Construya.", "fr": "9. Il demande de creuser."}
            """
        let draft = try #require(try Drained(line).drafts.first)
        #expect(draft.parts.map(\.label) == ["a", "b"])
        #expect(draft.parts[1].texts == [.english: "Build.", .spanish: "Construya."])
    }

    @Test("Lines that are no records are rejected one by one; a last line cut off ends in an error")
    func badLines() throws {
        let drained = try Drained(
            "\(Self.record)\nnonsense\n[1]\n{\"annotationId\": 1}\n\n\(Self.record)\n{\"annotationId\": \"u")
        #expect(drained.drafts.map(\.row) == [1, 5])
        #expect(drained.rejections.map(\.row) == [2, 3, 4])
        #expect(drained.error == .cutOff(byte: drained.cutOffByte, record: 6))
    }

    @Test("A line of a gigabyte is passed over in little memory")
    func endlessLine() {
        let supply = GeneratedSupply("\(Self.record)\n{\"en\":\"", filling: "y", bytes: 1 << 30, "\"}\n\(Self.record)")
        let drained = Drained(BatchedSource(UHRIAPIReader(supply, shape: .lines, resolver: InventedNames())))
        #expect(drained.drafts.map(\.row) == [1, 3])
        #expect(drained.rejections.map(\.row) == [2])
    }
}

extension Drained {
    /// Where the error says the file breaks off.
    var cutOffByte: Int {
        if case .cutOff(let byte, _)? = error { byte } else { -1 }
    }
}
