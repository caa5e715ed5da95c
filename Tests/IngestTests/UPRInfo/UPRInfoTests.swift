import Domain
import Testing

@testable import Ingest

struct UPRInfoTests {
    static let header = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session"

    static func file(_ rows: [String], lineEnd: String = "\r") -> String {
        ([header] + rows).joined(separator: lineEnd) + lineEnd
    }

    @Test(
        "A row of the old export becomes a recommendation without paragraph, its words kept",
        arguments: ["\r", "\n", "\r\n"])
    func row(_ lineEnd: String) throws {
        let row =
            #"Aldora,Isles,"NAI, OSI","Keep the ""old"" wells open, and dig new ones ",Belmar,Coast,OSI,Accepted,4,"Clean water,Fair trial",13"#
        let drained = try Drained(Self.file([row], lineEnd: lineEnd))
        let draft = try #require(drained.drafts.first)
        #expect(drained.rejections.isEmpty && drained.error == nil)
        #expect(draft.row == 1)
        #expect(draft.kind == .recommendation)
        #expect(draft.texts == [.english: "Keep the \"old\" wells open, and dig new ones"])
        #expect(draft.states.map(\.rawValue) == ["XAA"])
        #expect(draft.recommending.map(\.rawValue) == ["XAB"])
        #expect(draft.position == .supported)
        #expect(draft.positionWording == "Accepted")
        #expect(draft.action == .general)
        #expect(draft.session == 13 && draft.cycle == 2)
        #expect(draft.document == DocumentDraft(mechanism: .upr, state: StateCode("XAA"), cycle: 2, session: 13))
        #expect(draft.tags.map(\.code) == ["water", "justice"])
        #expect(draft.paragraph == nil)
    }

    @Test("Pledges are pledges: no position, no recommending State")
    func pledge() throws {
        let draft = try #require(
            try Drained(Self.file(["Aldora,,,Dig wells,Aldora,,,Voluntary Pledge,5,Clean water,19"])).drafts.first)
        #expect(draft.kind == .pledge)
        #expect(draft.position == nil && draft.recommending.isEmpty)
        #expect(draft.positionWording == "Voluntary Pledge")
    }

    @Test(
        "Every response of the source has its place",
        arguments: [
            ("Accepted", Position.supported), ("Noted", .noted), ("Rejected", .noted), ("General Response", .noted),
            ("No Response", .noted),
            ("No Clear position", .noted), ("Pending", .pending),
        ])
    func responses(_ word: String, _ position: Position) throws {
        #expect(
            try Drained(Self.file(["Aldora,,,Dig wells,Belmar,,,\(word),5,x,19"])).drafts.first?.position == position)
    }

    @Test("What is wrong with a row is said by field, and the rest goes in")
    func rejections() throws {
        let drained = try Drained(
            Self.file([
                "Aldora,,,Dig wells,Belmar,,,Acceptd,5,x,19", ",,,Dig wells,Belmar,,,Accepted,5,x,19",
                "Aldora,,, ,Belmar,,,Accepted,5,x,19",
                "Aldora,,,Dig wells,Belmar,,,Accepted,9,x,19", "Aldora,,,Dig wells,Belmar,,,Accepted,5,x,soon",
                "Aldora,,,Dig wells,Belmar,,,Accepted,5", "Aldora,,,Dig wells,Belmar,,,Accepted,five,x,19",
                "Aldora,,,Dig wells,Belmar,,,Accepted,5,x,99999999999999999999",
                "Aldora,,,Dig wells,Belmar,,,Accepted,5,x,19",
            ]))
        #expect(drained.rejections.map(\.row) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(
            drained.rejections.map(\.field) == [
                "response", "state", "text", "action", "session", "row", "action", "session",
            ])
        #expect(drained.rejections[0].reason == "“Acceptd” is not a value we know. Did you mean “Accepted”?")
        #expect(drained.drafts.map(\.row) == [9])
    }

    @Test("MacRoman, Windows-1252, UTF-8 and UTF-16 give the same text")
    func encodings() throws {
        let ascii = Array(Self.file(["Aldora,,,Free Habr~ from the d~p~t,Belmar,,,Noted,5,x,4"]).utf8)
        func encoded(_ letter: [UInt8]) -> [UInt8] {
            Array(ascii.map { $0 == UInt8(ascii: "~") ? letter : [$0] }.joined())
        }
        let text = String(decoding: ascii, as: UTF8.self).replacing("~", with: "\u{E9}")
        let wide = [0xFF, 0xFE] + Array(text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }.joined())
        let wideBig = Array(text.utf16.map { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }.joined())
        for bytes in [
            encoded([0x8E]), encoded([0xE9]), encoded([0xC3, 0xA9]), wide, wideBig,
            [0xEF, 0xBB, 0xBF] + encoded([0xC3, 0xA9]),
        ] {
            #expect(try Drained(bytes).drafts.first?.texts == [.english: "Free Habr\u{E9} from the d\u{E9}p\u{E9}t"])
        }
    }

    @Test("The same row has the same key in the CSV, in the lines and in the API's answer; a repeated row has its own")
    func keys() throws {
        let text = "While recognizing the well\u{2019}s age, free Habr\u{E9} \u{2013} now"
        let csv = try Drained(
            Self.file([
                "Aldora,,,\"\(text)  \",Belmar,,,Accepted,5,x,19", "Aldora,,,\"\(text)\",Belmar,,,Accepted,5,x,19",
            ]))
        let lines = try Drained(
            #"{"to": "Republic of Aldora", "frm": "Belmar", "session": 19, "text": "While recognizing the well's age, free Habr\#u{8E} - now", "action": 5, "issues": ["x"], "response": "Accepted"}"#
        )
        let api = try Drained(
            #"{"totalRows": 1, "rows": [{"metadata": {"recommendation": [{"label": "While recognizing the well's age, free Habré – now."}], "state_under_review": [{"label": "Aldora"}], "recommending_state": [{"label": "Belmar"}], "response": [{"label": "Supported"}], "issues": [{"label": "Clean water"}], "cycle": [{"label": "2"}], "session": [{"label": "19 - May 2014"}], "action_category": [{"label": "4 - General action"}]}}]}"#
        )
        let key = try #require(csv.drafts.first?.externalKey)
        #expect(lines.drafts.first?.externalKey == key)
        #expect(api.drafts.first?.externalKey == key)
        #expect(csv.drafts.last?.externalKey == key + "#2")
        #expect(api.drafts.first?.action == .general)
        #expect(api.drafts.first?.tags.map(\.code) == ["water"])
        #expect(api.drafts.first?.position == .supported)
    }

    @Test("An unknown recommending State is none")
    func unknownGiver() throws {
        let drained = try Drained(Self.file(["Aldora,,,Dig wells,&#40;Unknown&#41;,,,Noted,5,x,19"]))
        #expect(drained.drafts.first?.recommending == [])
    }

    @Test("A quotation mark that is not closed costs its own row only")
    func openQuotation() throws {
        let drained = try Drained(
            Self.file([
                "Aldora,,,Dig wells,Belmar,,,Accepted,5,x,1", "Aldora,,,\"Dig wells,Belmar,,,Accepted,5,x,2",
                "Aldora,,,Dig wells,Belmar,,,Accepted,5,x,3",
                "Aldora,,,\"Dig, wells\",Belmar,,,Accepted,5,x,4",
            ]))
        #expect(drained.drafts.map(\.session) == [1, 3, 4])
        #expect(drained.rejections.map(\.row) == [2])
        let last = try Drained(
            Self.file(["Aldora,,,Dig wells,Belmar,,,Accepted,5,x,1", "Aldora,,,\"Dig wells,Belmar"]))
        #expect(last.drafts.count == 1 && last.rejections.count == 1)
    }

    @Test("Missing columns are named, with what they may be called")
    func missingColumn() throws {
        let file = try TemporaryFile("To,From,Text,Response,Acton,Issue,Session\rAldora,Belmar,Dig,Noted,5,x,19\r")
        #expect(
            Drained(file: file.path).error
                == .missingColumns(["Action"], header: ["To", "From", "Text", "Response", "Acton", "Issue", "Session"]))
        #expect(Drained(file: file.path).error?.message.contains("is it “Acton”?") == true)
    }

    @Test("A row of a gigabyte without line end, HTML, control characters and empty lines do no harm")
    func hostile() throws {
        let supply = GeneratedSupply(
            Self.file(["Aldora,,,Dig wells,Belmar,,,Accepted,5,x,1"]) + "Aldora,,,\"", filling: "z", bytes: 1 << 30,
            "\",,,\rAldora,,,Dig wells,Belmar,,,Accepted,5,x,3\r")
        let drained = Drained(
            BatchedSource(try UPRInfoTableReader(supply, separator: UInt8(ascii: ","), resolver: InventedNames())))
        #expect(drained.drafts.map(\.session) == [1, 3])
        #expect(drained.rejections.count == 1)
        let dirty = try Drained(
            Self.file([
                "", "Aldora,,,<p>Dig\u{0}\u{7} &amp;&nbsp;fill</p> wells,Belmar,,,Accepted,5,x,1", "", ",,,,,,,,,,",
            ]))
        #expect(dirty.drafts.first?.texts == [.english: "Dig & fill wells"])
        #expect(dirty.rejections.isEmpty)
    }

    @Test("Bytes of any kind crash no reader of tables")
    func randomBytes() throws {
        var random = SplitMix(seed: 11)
        for _ in 0..<400 {
            let pieces = [
                Self.header, "\r", "\n", "\"", ",", "\t", "Aldora,,,Dig,Belmar,,,Noted,5,x,1\r", "\u{FEFF}", "a\"b",
                "\"\"",
            ]
            var text = ""
            for _ in 0..<random.next(15) { text += pieces[random.next(pieces.count)] }
            var bytes = Array(text.utf8)
            for _ in 0..<random.next(5) where !bytes.isEmpty {
                bytes[random.next(bytes.count)] = UInt8(random.next(256))
            }
            for piece in [1, 5, 100] {
                var rows = DelimitedRows(BytesSupply(bytes, pieceBytes: piece), separator: UInt8(ascii: ","))
                while try rows.next() != nil {}
            }
            _ = try Drained(bytes)
        }
    }
}
