import Domain
import Testing

@testable import Documents

@Suite("Thematic lists")
struct ThematicListTests {
    private static let head = [
        "Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation",
    ]

    private func findings(_ rows: [[String]]) -> [Finding] {
        Pages.reading(Pages.word([], tables: [rows]), .thematicList).findings
    }

    @Test("A row gives number, wordings with States, position with its source, themes, goals and persons")
    func row() {
        let finding = findings([
            Self.head, ["Theme: Right to education"],
            [
                "5.1 Build schools (Aldora) (Belmar);\nSource of Position: A/HRC/1/2/Add.1 - Para.3", "Supported",
                "\u{2022} Right to education\n\u{2022} Right to health\nSDGs:\n\u{2022} 4 - QUALITY EDUCATION\nAffected persons:\n\u{2022} Children",
                "",
            ],
        ])
        #expect(finding.count == 1 && finding[0].paragraph?.printed == "5.1" && finding[0].text == "Build schools")
        #expect(finding[0].states == [StateCode("XAA"), StateCode("XAB")] && finding[0].position == .supported)
        #expect(finding[0].positionDocument == "A/HRC/1/2/Add.1 - Para.3" && finding[0].heading == "Right to education")
        #expect(finding[0].tags.map(\.kind) == [.theme, .theme, .sdg, .person])
        #expect(finding[0].tags.map(\.code) == ["right-to-education", "right-to-health", "4", "children"])
        #expect(finding[0].doubts.isEmpty && finding[0].reason == nil && finding[0].claim == nil)
    }

    @Test("The column on implementation is a claim where it says so, else a comment")
    func implementation() {
        let rows = findings([
            Self.head, ["5.1 Do this (Aldora)", "Supported", "", "This has been implemented."],
            ["5.2 Do that (Aldora)", "Noted", "", "Not planned."],
            ["5.3 Do more (Aldora)", "Supported", "", "The ministry leads."],
        ])
        #expect(rows.map(\.claim?.status) == [.implemented, nil, nil])
        #expect(rows.map(\.reason) == [nil, "Not planned.", "The ministry leads."])
    }

    @Test("Unknown themes stay as they are written and are a doubt, unknown States too")
    func unknown() {
        let rows = findings([
            Self.head, ["5.1 Do this (Aldora) (Nowhereland)", "Supported", "\u{2022} Rights of lighthouses", ""],
        ])
        #expect(rows[0].tags == [TagDraft(kind: .theme, code: "Rights of lighthouses", label: "Rights of lighthouses")])
        #expect(Set(rows[0].doubts.map(\.code)).isSuperset(of: [.tagUnknown]))
    }

    @Test("Other columns and text before the table")
    func otherGenerations() {
        let text = Pages.word(
            ["Review of Aldora", "1.5 per cent of the rows were left out."],
            tables: [
                [
                    ["No.", "Recommendation", "Recommending State", "Response", "Themes"],
                    ["Right or area: Right to health"],
                    ["7.1", "Build clinics", "Belmar, Corvia", "Accepted", "Right to health"],
                ]
            ])
        let rows = Pages.reading(text, .thematicList).findings
        #expect(rows.count == 1 && rows[0].paragraph?.printed == "7.1" && rows[0].text == "Build clinics")
        #expect(rows[0].states == [StateCode("XAB"), StateCode("XAC")] && rows[0].position == .supported)
        #expect(rows[0].heading == "Right to health" && rows[0].tags.map(\.code) == ["right-to-health"])
    }

    @Test("A list without tables")
    func prose() {
        let rows = Pages.reading(
            Pages.word([
                "Right or area: Right to health", "7.1 Build clinics (Belmar);", "Position: Noted",
                "7.2 Train nurses (Corvia);",
                "Supported",
            ]), .thematicList
        ).findings
        #expect(rows.map(\.position) == [.noted, .supported] && rows.allSatisfy { $0.heading == "Right to health" })
    }

    @Test("Its State and session stand in the running header; its report is that of the sources")
    func facts() {
        var text = Pages.word(
            [], tables: [[Self.head, ["5.1 Do this (Belmar)\nSource of Position: A/HRC/1/2/Add.1", "Noted", "", ""]]])
        text.headers = ["UPR of Aldora (3rd Cycle - 34th Session)", "Thematic list of recommendations"]
        let facts = Pages.reading(text).facts
        #expect(
            facts.kind == .thematicList && facts.state == StateCode("XAA") && facts.session == 34 && facts.cycle == 3)
        #expect(facts.parent?.printed == "A/HRC/1/2" && facts.doubts.isEmpty, "\(facts)")
    }
}
