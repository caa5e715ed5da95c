import Domain
import Testing

@testable import Ingest

struct TableTests {
    static let table = """
        Paragraph;Recommendation;State under review;Recommending States;Theme;Affected persons;SDGs;Position;Source of position;Cycle;Date
        121.14;"121.14 Keep the wells open (Belmar) (Corvia);";Aldora;Belmar, Corvia;Clean water|Tides;Children;"16.2 - Protect";Supported;DEMO/HRC/43/15 - Para 121;3;30/01/2020
        121.15;Dig new wells (Corvia, Republic of);Aldora;Corvia, Republic of;;;;Noted;;3;31/01/2020
        """

    @Test("A table is read through the mapping its header suggests")
    func proposed() throws {
        let drained = try Drained(Self.table)
        #expect(drained.error == nil && drained.rejections.isEmpty)
        let first = try #require(drained.drafts.first)
        #expect(first.paragraph?.printed == "121.14")
        #expect(first.texts == [.english: "Keep the wells open"])
        #expect(first.states.map(\.rawValue) == ["XAA"])
        #expect(first.recommending.map(\.rawValue) == ["XAB", "XAC"])
        #expect(first.tags.map(\.code) == ["water", "Tides", "children", "16.2"])
        #expect(first.position == .supported)
        #expect(first.positionDocument == "DEMO/HRC/43/15 - Para 121")
        #expect(first.positionWording == "Supported")
        #expect(first.cycle == 3)
        #expect(first.published == CalendarDate(year: 2020, month: 1, day: 30))
        #expect(drained.drafts[1].recommending.map(\.rawValue) == ["XAC"])
        #expect(drained.drafts[1].texts == [.english: "Dig new wells"])
    }

    @Test(
        "Headers in six languages are understood",
        arguments: [
            ["Paragraphe", "Texte", "État examiné", "Thème", "Réponse"],
            ["Párrafo", "Texto", "Estado", "Tema", "Respuesta"],
            ["Пункт", "Текст", "Государство", "Тема", "Позиция"], ["الفقرة", "النص", "الدولة", "الموضوع", "الموقف"],
            ["段落", "案文", "国家", "主题", "立场"],
            ["Para", "Recommendation", "Country", "Issue", "Response"],
        ])
    func headers(_ header: [String]) {
        let mapping = ColumnMapping.propose(header: header, sampleRows: [])
        #expect(mapping.columns.map(\.field) == [.paragraph, .text, .state, .themes, .position])
        #expect(mapping.columns.allSatisfy { $0.confidence > 0.9 })
    }

    @Test("Columns of one language each, misspelt and unknown ones are proposed with less confidence, or not")
    func confidence() {
        let prose = "Keep the wells open and dig new ones wherever people have to walk far for water"
        let mapping = ColumnMapping.propose(
            header: ["Text (French)", "es", "Paragrph", "Colour", "Remarks on it"],
            sampleRows: [[prose, prose, "1", "blue", prose]])
        #expect(mapping.columns.map(\.name) == ["Text (French)", "es", "Paragrph", "Remarks on it"])
        #expect(mapping.columns.map(\.field) == [.text, .text, .paragraph, .text])
        #expect(mapping.columns.map(\.language) == ["fr", "es", nil, nil])
        #expect(mapping.columns[2].confidence < mapping.columns[0].confidence)
    }

    @Test("A mapping is saved as JSON and read again; one that cannot work says why")
    func saved() throws {
        let mapping = ColumnMapping(
            source: "ministry",
            columns: [
                .init(name: "Words", field: .text, language: "fr"), .init(name: "Source", field: .positionSource),
            ],
            fixed: ["state": "Aldora", "mechanism": "UPR"], separators: ["/"], dateFormat: .dayFirst, sheet: "One")
        #expect(try ColumnMapping(json: mapping.json()) == mapping)
        for (json, reason) in [
            ("{\"source\":\"a\"}", "“columns” is missing"), ("nonsense", "it is not"), ("", "it is not"),
            (
                #"{"source":"a","columns":[],"fixed":{},"separators":[],"dateFormat":"automatic"}"#,
                "no column is mapped to text"
            ),
            (
                #"{"source":"a","columns":[{"name":"x","field":"words","confidence":1}],"fixed":{},"separators":[],"dateFormat":"iso"}"#,
                "a column's field is not one of"
            ),
            (
                #"{"source":"a","columns":[{"name":"x","field":"text","confidence":1}],"fixed":{"stat":"b"},"separators":[],"dateFormat":"iso"}"#,
                "Did you mean “state”?"
            ),
        ] {
            #expect {
                _ = try ColumnMapping(json: json.utf8)
            } throws: { error in
                (error as? IngestError)?.message.contains(reason) == true
            }
        }
    }

    @Test("Fixed values hold for every row, and a mapped column that is missing is named")
    func fixedValues() throws {
        let mapping = ColumnMapping(
            source: "ministry", columns: [.init(name: "Words", field: .text)],
            fixed: ["state": "Aldora", "mechanism": "CRC", "symbol": "DEMO/1", "kind": "Observation"])
        let drained = try Drained(
            "Nr,words\n1,7. The Committee asks: (a) Dig; (b) Build.\n", options: .init(mapping: mapping))
        let draft = try #require(drained.drafts.first)
        #expect(draft.kind == .observation)
        #expect(draft.document.mechanism.rawValue == "crc")
        #expect(draft.paragraph?.printed == "7")
        #expect(draft.parts.count == 2)
        #expect(draft.externalKey != nil)
        let missing = ColumnMapping(source: "m", columns: [.init(name: "Wordz", field: .text)])
        #expect(
            try Drained("Nr,Words\n1,x\n", options: .init(mapping: missing)).error
                == .missingColumns(["Wordz"], header: ["Nr", "Words"]))
    }

    @Test("What is wrong with a value is said under its column's own name")
    func rejections() throws {
        let drained = try Drained(
            """
            Text,State,Response,Action,Cycle,Date,Type
            Dig,Aldora,Suported,1,3,2020-01-30,
            Dig,Aldora,Noted,7,3,2020-01-30,
            Dig,Aldora,Noted,1,third-ish,2020-01-30,
            Dig,Aldora,Noted,1,3,soon,
            Dig,Aldora,Noted,1,3,2020-01-30,Recommandatoin
            Dig,,Noted,1,3,2020-01-30,
            ,Aldora,Noted,1,3,2020-01-30,
            Dig,Aldora,Noted,1,3,2020-01-30,,extra
            Dig,Aldora,Noted,1
            """)
        #expect(drained.rejections.map(\.field) == ["Response", "Action", "Date", "Type", "State", "Text", "row"])
        #expect(drained.rejections[0].reason.contains("Did you mean “Supported”?"))
        #expect(drained.drafts.map(\.row) == [3, 9])
    }

    @Test("Dates are read as written, and never guessed where they could be two days")
    func dates() {
        #expect(TableDates.date("2020-01-30", .automatic)?.description == "2020-01-30")
        #expect(TableDates.date("2020", .automatic)?.description == "2020")
        #expect(TableDates.date("30.1.2020", .automatic)?.description == "2020-01-30")
        #expect(TableDates.date("1/30/2020", .automatic)?.description == "2020-01-30")
        #expect(TableDates.date("3/4/2020", .automatic) == nil)
        #expect(TableDates.date("3/4/2020", .dayFirst)?.description == "2020-04-03")
        #expect(TableDates.date("3/4/2020", .monthFirst)?.description == "2020-03-04")
        #expect(TableDates.date("43860", .automatic)?.description == "2020-01-30")
        #expect(TableDates.date("43860.75", .serial)?.description == "2020-01-30")
        #expect(Numbers.date(serial: 1)?.description == "1900-01-01")
        #expect(Numbers.date(serial: 59)?.description == "1900-02-28")
        #expect(Numbers.date(serial: 60) == nil)
        #expect(Numbers.date(serial: 61)?.description == "1900-03-01")
        #expect(Numbers.date(serial: 42398, from1904: true)?.description == "2020-01-30")
        for text in ["", "soon", "1e300", "nan", "-5", "99/99/2020", "2020-13-01"] {
            #expect(TableDates.date(text, .automatic) == nil)
        }
    }

    @Test("The same row gives the same key twice, and States in the text are found where no column names them")
    func keysAndStates() throws {
        let text = "Text,State,Cycle\nDig (Belmar);,Aldora,3\nDig (Belmar);,Aldora,3\n"
        let drained = try Drained(text)
        #expect(drained.drafts[0].recommending.map(\.rawValue) == ["XAB"])
        #expect(drained.drafts[1].externalKey == (drained.drafts[0].externalKey ?? "") + "#2")
        #expect(try Drained(text).drafts.map(\.externalKey) == drained.drafts.map(\.externalKey))
    }
}
