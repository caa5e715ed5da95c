import Domain
import Testing

@testable import Ingest

struct UHRIBulkTests {
    static let record = """
        {"AffectedPersons":["Children","Ferry pilots"],"AnnotationId":"a-1","AnnotationType":"- Concerns/Observations","Body":"- CRC",\
        "Countries":["Aldora"],"DocumentId":"d-1","PublicationDate":"2025-02-12T00:00:00","Regions":[],\
        "Sdgs":["16.2 - Protect the young"],"Symbol":"DEMO/CRC/XAA/1","Text":"4.The Committee reminds Aldora:(a)\\u0041dopt a \\"law\\"; \
        (b) Report. ","Themes":["Clean water","Tides"],"UprCycle":null,"UprPositions":[],"UprRecommendingCountry":[],"UprSession":[]}
        """
    static let reviewed = """
        {"AffectedPersons":[],"AnnotationId":"a-2","AnnotationType":"- Recommendations","Body":"- UPR","Countries":["Belmar*"],\
        "PublicationDate":"2020-01-30T00:00:00","Sdgs":[],"Symbol":"DEMO/HRC/43/1","Text":"121.14 Keep the wells open (Aldora); Dig \
        new wells (Corvia);","Themes":["Clean water"],"UprCycle":"Third cycle","UprPositions":["Supported"],\
        "UprRecommendingCountry":["Aldora","Corvia"],"UprSession":["Session 34"]}
        """

    @Test("A treaty body's paragraph keeps its parts, tags and date")
    func observation() throws {
        let drained = try Drained("[\(Self.record)]")
        let draft = try #require(drained.drafts.first)
        #expect(drained.error == nil)
        #expect(draft.row == 1)
        #expect(draft.kind == .observation)
        #expect(draft.externalKey == "a-1")
        #expect(draft.document.mechanism.rawValue == "crc")
        #expect(draft.document.symbol?.printed == "DEMO/CRC/XAA/1")
        #expect(draft.document.state == StateCode("XAA"))
        #expect(draft.published == CalendarDate(year: 2025, month: 2, day: 12))
        #expect(draft.paragraph?.printed == "4")
        #expect(draft.texts == [.english: "The Committee reminds Aldora:(a)Adopt a \"law\"; (b) Report."])
        #expect(draft.parts.map(\.label) == ["a", "b"])
        #expect(draft.parts[0].texts == [.english: "Adopt a \"law\""])
        #expect(draft.tags.map(\.code) == ["children", "Ferry pilots", "16.2", "water", "Tides"])
        #expect(draft.tags[2].label == "16.2 - Protect the young")
        #expect(draft.position == nil)
    }

    @Test("A UPR paragraph keeps its wordings, recommending States, position, cycle and session")
    func recommendation() throws {
        let draft = try #require(try Drained("[\n\(Self.reviewed)\n]").drafts.first)
        #expect(draft.kind == .recommendation)
        #expect(draft.states == [.entity(named: "Belmar*")])
        #expect(draft.recommending.map(\.rawValue) == ["XAA", "XAC"])
        #expect(draft.paragraph?.printed == "121.14")
        #expect(draft.texts == [.english: "Keep the wells open; Dig new wells"])
        #expect(draft.parts.map { $0.texts[.english] } == ["Keep the wells open", "Dig new wells"])
        #expect(draft.parts.map { $0.recommending.map(\.rawValue) } == [["XAA"], ["XAC"]])
        #expect(draft.position == .supported)
        #expect(draft.cycle == 3)
        #expect(draft.session == 34)
        #expect(draft.document.mechanism == .upr)
    }

    @Test("Batches hold at most a thousand drafts and count rows and bytes")
    func batches() throws {
        let text = "[" + Array(repeating: Self.record, count: 2_500).joined(separator: ",") + "]"
        let file = try TemporaryFile(text)
        var source = try Importer.open(file.path, FormatDetection.detect(file.path), resolver: InventedNames())
        var sizes: [Int] = []
        var last = DraftBatch()
        while let batch = try source.nextBatch() {
            sizes.append(batch.drafts.count)
            last = batch
        }
        #expect(sizes == [1_000, 1_000, 500])
        #expect(last.rowsRead == 2_500)
        #expect(last.bytesRead == text.utf8.count)
        #expect(last.bytesTotal == text.utf8.count)
    }

    @Test("A file that breaks off gives what came before, then says where")
    func cutOff() throws {
        let whole = "[\(Self.record),\(Self.reviewed)]"
        for length in [
            whole.utf8.count - 1, whole.utf8.count - 2, Self.record.utf8.count + 40, Self.record.utf8.count + 2,
        ] {
            let drained = try Drained(Array(whole.utf8.prefix(length)))
            #expect(drained.drafts.count == (length == whole.utf8.count - 1 ? 2 : 1))
            guard case .cutOff(let byte, let record)? = drained.error else {
                Issue.record("no cut-off at \(length)")
                continue
            }
            #expect(byte == length)
            #expect(record == 2 || record == 3)
        }
    }

    @Test(
        "A record that is no record is rejected with its number, and the rest goes in",
        arguments: [
            ("{\"Text\": tru}", "record"), ("{\"Text\":\"\\q\",\"Body\":\"CRC\"}", "text"), ("17", "record"),
            ("\"words\"", "record"),
            ("null", "record"), ("[[[]]]", "record"), ("{\"Body\":\"CRC\",\"Text\":\"\"}", "text"),
            ("{\"Text\":\"Adopt it\"}", "body"),
            ("{\"Body\":\"UPR\",\"Text\":\"Adopt it\"}", "state"), ("{\"Body\":\"CRC\",\"Text\":17}", "text"),
            ("{\"Body\":\"CRC\",\"AnnotationType\":\"Recomendation\",\"Text\":\"x\"}", "type"), ("{1:2}", "record"),
            ("{\"a\" 1}", "record"),
        ])
    func rejections(_ bad: String, _ field: String) throws {
        let drained = try Drained("[\(Self.record),\(bad),\(Self.reviewed)]")
        #expect(drained.error == nil)
        #expect(drained.drafts.map(\.row) == [1, 3])
        #expect(drained.rejections.map(\.row) == [2])
        #expect(drained.rejections.map(\.field) == [field])
    }

    @Test("A wrong word says which was probably meant")
    func suggestion() throws {
        let drained = try Drained(
            "[{\"Body\":\"CRC\",\"AnnotationId\":\"1\",\"AnnotationType\":\"Recomendation\",\"Text\":\"x\"}]")
        #expect(
            drained.rejections.first?.reason == "“Recomendation” is not a value we know. Did you mean “Recommendation”?"
        )
    }

    @Test("Deep nesting, text that is not UTF-8, huge numbers, doubled names and control characters do no harm")
    func hostile() throws {
        let deep = "{\"Text\":" + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"
        #expect(try Drained("[\(Self.record),\(deep),\(Self.record)]").rejections.map(\.field) == ["record"])
        let bytes = Array("[\(Self.record),{\"Body\":\"CRC\",\"Text\":\"caf".utf8) + [0xE9, 0xFF] + Array("\"}]".utf8)
        #expect(try Drained(bytes).rejections.map(\.field) == ["text"])
        let huge =
            "{\"Body\":\"CRC\",\"UprCycle\":\"99999999999999999999\",\"Extra\":1e999999,\"Text\":\"first\",\"Text\":\"A\\u0000 \\ud800 b\\u0007\u{1}<b>c</b>\"}"
        let drained = try Drained("[\(Self.record),\(huge)]")
        #expect(drained.drafts.last?.texts == [.english: "A \u{FFFD} bc"])
        #expect(drained.drafts.last?.cycle == nil)
    }

    @Test("A record of a gigabyte without end is passed over in little memory")
    func endlessRecord() {
        let bytes = 1 << 30
        let supply = GeneratedSupply(
            "[\(Self.record),{\"Text\":\"", filling: "x", bytes: bytes, "\"},\(Self.reviewed)]")
        let drained = Drained(BatchedSource(UHRIBulkReader(supply, language: nil, resolver: InventedNames())))
        #expect(drained.drafts.map(\.row) == [1, 3])
        #expect(drained.rejections.first?.reason.hasPrefix("The record is larger than 4 MiB") == true)
    }

    @Test("Quotation marks that do not pair end in an error with its place, not in silence")
    func quotes() throws {
        let drained = try Drained("[\(Self.record),{\"Text\":\"a\"b\",\"Body\":\"CRC\"},\(Self.reviewed)]")
        #expect(drained.drafts.first?.row == 1)
        #expect(!drained.rejections.isEmpty || drained.error != nil)
    }

    @Test("Bytes of any kind crash no reader of JSON")
    func randomBytes() {
        var random = SplitMix(seed: 7)
        for _ in 0..<400 {
            let pieces = [
                "[", "{", "}", "]", "\"", ":", ",", "\\", "\\u12", Self.record, "\"Text\"", "null", "-1e", "\u{FEFF}",
                "\n",
            ]
            var text = random.next(3) == 0 ? "" : "["
            for _ in 0..<random.next(12) { text += pieces[random.next(pieces.count)] }
            var bytes = Array(text.utf8)
            for _ in 0..<random.next(4) where !bytes.isEmpty {
                bytes[random.next(bytes.count)] = UInt8(random.next(256))
            }
            for shape in [JSONRecordStream.Shape.array, .lines, .member("rows")] {
                _ = Drained(BatchedSource(UHRIAPIReader(BytesSupply(bytes), shape: shape, resolver: InventedNames())))
            }
            _ = Drained(BatchedSource(UHRIBulkReader(BytesSupply(bytes), language: nil, resolver: InventedNames())))
            _ = Drained(BatchedSource(OwnExportReader(BytesSupply(bytes), shape: .lines)))
            _ = Drained(BatchedSource(UPRInfoRecordReader(BytesSupply(bytes), shape: .api, resolver: InventedNames())))
        }
    }
}
