import Domain
import Testing

@testable import Ingest

struct OwnExportTests {
    static let line = """
        {"id":7,"key":"k-7","kind":"recommendation","mechanism":"upr","symbol":"DEMO/HRC/1/1","title":"A report","state":"XAA",\
        "paragraph":"121.14","texts":{"en":"Keep it","ar":"إبقاء"},"states":["XAA"],"recommending":["XAB","~Free Port"],\
        "parts":[{"kind":"variant","label":"1","texts":{"en":"Keep"},"recommending":["XAB"]}],"tags":[{"kind":"theme","code":"water",\
        "label":"Clean water","source":"uhri"},{"kind":"colour","code":"x"}],"action":4,"position":"supported",\
        "positions":[{"position":"pending"},{"position":"supported","date":"2020-01-30","document":"DEMO/HRC/1/1/Add.1","wording":"We agree","reason":"Because"}],\
        "cycle":3,"session":34,"published":"2020-01"}
        """

    @Test("Our own export comes back whole")
    func whole() throws {
        let file = try TemporaryFile(Self.line + "\n")
        #expect(try FormatDetection.detect(file.path).format == .rapporteur)
        let draft = try #require(Drained(file: file.path).drafts.first)
        #expect(draft.externalKey == "k-7")
        #expect(draft.texts == [.english: "Keep it", .arabic: "إبقاء"])
        #expect(draft.recommending == [StateCode("XAB"), .entity(named: "Free Port")])
        #expect(
            draft.parts == [
                PartDraft(kind: .variant, label: "1", texts: [.english: "Keep"], recommending: [StateCode("XAB")])
            ])
        #expect(draft.tags == [TagDraft(kind: .theme, code: "water", label: "Clean water")])
        #expect(draft.action == .general)
        #expect(draft.position == .supported)
        #expect(draft.positionDate == CalendarDate(year: 2020, month: 1, day: 30))
        #expect(draft.positionDocument == "DEMO/HRC/1/1/Add.1")
        #expect(draft.positionWording == "We agree" && draft.positionReason == "Because")
        #expect(draft.document.title == "A report" && draft.document.state == StateCode("XAA"))
        #expect(draft.cycle == 3 && draft.session == 34)
        #expect(draft.published?.description == "2020-01")
    }

    @Test(
        "What is missing or wrong is said by field",
        arguments: [
            (#"{"kind":"recommendation","texts":{"en":"x"}}"#, "mechanism"),
            (#"{"kind":"wish","mechanism":"upr","texts":{"en":"x"}}"#, "kind"),
            (#"{"kind":"pledge","mechanism":"upr","texts":{}}"#, "texts"),
            (#"{"mechanism":"upr","texts":{"en":" \u0000 "}}"#, "texts"),
            (#"{"mechanism":"upr","texts":{"en":"x"},"position":"accepted"}"#, "position"), ("[]", "record"),
            ("{", "record"), ("\u{1}", "record"),
            (String(repeating: "[", count: 1_000), "record"), (#"{"mechanism":"\x","texts":{"en":"x"}}"#, "mechanism"),
        ])
    func rejections(_ line: String, _ field: String) throws {
        let drained = try Drained("\(Self.line)\n\(line)\n\(Self.line)\n")
        #expect(drained.drafts.map(\.row) == [1, 3])
        #expect(drained.rejections.map(\.field) == [field])
    }
}
