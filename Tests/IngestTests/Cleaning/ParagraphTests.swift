import Domain
import Testing

@testable import Ingest

struct ParagraphTests {
    private func split(_ text: String, expecting number: String? = nil) -> (number: String?, text: String) {
        var text = text
        return text.withUTF8 { bytes in
            let split =
                if let number { ParagraphSplitting.split(bytes, expecting: number) } else {
                    ParagraphSplitting.split(bytes)
                }
            return (split?.number, String(decoding: bytes[(split?.textStart ?? 0)...], as: UTF8.self))
        }
    }

    @Test(
        "A number glued to the front is taken off",
        arguments: [
            ("4.The Committee asks", "4", "The Committee asks"), ("8. The Committee asks", "8", "The Committee asks"),
            ("127.179 Continue it", "127.179", "Continue it"), ("115.85 .Continue it", "115.85", "Continue it"),
            ("80.42. Continue it", "80.42", "Continue it"), ("127.179继续努力", "127.179", "继续努力"),
            ("77.5.2 Continue it", "77.5.2", "Continue it"),
            ("127-179 مواصلة", "127.179", "مواصلة"), ("148 - 19 تنفيذ", "148.19", "تنفيذ"),
            ("١٢١-١٤٢ تعزيز", "121.142", "تعزيز"),
            ("8- وتوصي", "8", "وتوصي"), ("12.委员会建议", "12", "委员会建议"),
        ])
    func numbers(_ text: String, _ number: String, _ rest: String) {
        let split = split(text)
        #expect(split.number == number)
        #expect(split.text == rest)
    }

    @Test(
        "A number that belongs to the sentence stays",
        arguments: [
            "2030 Agenda goals", "16 days of campaigning", "1.5 million people", "2.5 per cent of it",
            "2020-2025 plan of action",
            "Adopt article 5. The rest follows", "Article 12. The Committee asks",
            "Ratify the Protocol of 1967. Then act",
        ])
    func noNumbers(_ text: String) {
        #expect(split(text).number == nil)
        #expect(split(text).text == text)
    }

    @Test(
        "A heading goes with the number behind it",
        arguments: [
            ("Right to water66.While noting", "66", "While noting"), ("Data16.The Committee", "16", "The Committee"),
            ("Marriage and family 51. The Committee asks", "51", "The Committee asks"), ("数据16.委员会感到", "16", "委员会感到"),
            ("البيانات١٦- تأسف اللجنة", "16", "تأسف اللجنة"), ("Данные16.Комитет просит", "16", "Комитет просит"),
        ])
    func headings(_ text: String, _ number: String, _ rest: String) {
        let split = split(text)
        #expect(split.number == number)
        #expect(split.text == rest)
    }

    @Test("A number known from another language is taken off wherever it stands in front")
    func known() {
        #expect(split("الحق في العمل 29 - توصي اللجنة", expecting: "29").text == "توصي اللجنة")
        #expect(split("12 Принять закон", expecting: "12").text == "Принять закон")
        #expect(split("Adopt 12 laws", expecting: "13").text == "Adopt 12 laws")
    }

    private func wordings(_ text: String, known: Int = 0) -> [(String, [String])] {
        var names = NameCache(InventedNames())
        var text = text
        return text.withUTF8 { bytes in
            RecommendingStates.split(bytes, known: known, names: &names).map { wording in
                (String(decoding: bytes[wording.text], as: UTF8.self), wording.states.map(\.rawValue))
            }
        }
    }

    @Test("Recommending States behind the text are taken off")
    func states() {
        for (text, states) in [
            ("Adopt a water law (Aldora);", ["XAA"]),
            ("Adopt a water law (Aldora, Belmar) (Corvia).", ["XAA", "XAB", "XAC"]),
            ("Adopt a water law ( Aldora )\u{A0};", ["XAA"]), ("Adopt a water law (Aldora; Belmar);", ["XAA", "XAB"]),
        ] {
            var cleaning = TextCleaning()
            let found = wordings(cleaning.clean(text))
            #expect(found.count == 1)
            #expect(found[0].0 == "Adopt a water law")
            #expect(found[0].1 == states)
        }
        #expect(wordings("继续努力(巴基)；")[0].0 == "继续努力(巴基)")
        #expect(wordings("继续努力(阿尔多拉)；")[0].0 == "继续努力")
        #expect(wordings("继续努力（阿尔多拉）。")[0].1 == ["XAA"])
    }

    @Test("Each wording keeps its own States")
    func variants() {
        let found = wordings(
            "Ratify the pact (Aldora); Ratify the pact and its protocol (Belmar) (Corvia); Consider it (Dorvane);")
        #expect(found.map(\.0) == ["Ratify the pact", "Ratify the pact and its protocol", "Consider it"])
        #expect(found.map(\.1) == [["XAA"], ["XAB", "XAC"], ["XAD"]])
    }

    @Test("Parentheses that name no States, or stand inside a sentence, stay")
    func otherParentheses() {
        #expect(wordings("Ratify the pact (CEDAW)")[0].0 == "Ratify the pact (CEDAW)")
        #expect(
            wordings("Work with its neighbour (Belmar) on water (Aldora)")[0].0
                == "Work with its neighbour (Belmar) on water")
    }

    @Test("Misspelt States at the end are taken off where the source says how many there are")
    func misspelt() {
        #expect(wordings("Adopt it (Al dora);", known: 1)[0].0 == "Adopt it")
        #expect(wordings("Adopt it (Al dora);", known: 0)[0].0 == "Adopt it (Al dora)")
        #expect(wordings("Adopt it (Al dora);", known: 2)[0].0 == "Adopt it (Al dora)")
    }

    private func duties(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            LetteredDuties.find(bytes).map { $0.label + "=" + String(decoding: bytes[$0.text], as: UTF8.self) }
        }
    }

    @Test("Lettered duties are found in every script")
    func letters() {
        #expect(
            duties("It asks the State to:(a) Adopt a law; (b) Ensure access;(c) Report.") == [
                "a=Adopt a law", "b=Ensure access", "c=Report.",
            ])
        #expect(duties("El Comité pide: a) Adopte una ley; b) Informe.") == ["a=Adopte una ley", "b=Informe."])
        #expect(duties("It asks: (a) Adopt a law; and (b) Report.") == ["a=Adopt a law; and", "b=Report."])
        #expect(duties("توصي اللجنة: (أ) باعتماد؛ (ب) بضمان") == ["a=باعتماد؛", "b=بضمان"])
        #expect(duties("委员会建议：(a)通过法律；(b)确保") == ["a=通过法律；", "b=确保"])
        #expect(duties("просит: а) принять закон; б) доложить") == ["a=принять закон", "b=доложить"])
    }

    @Test("References to lettered paragraphs are no duties")
    func references() {
        #expect(duties("Recalling articles 2 (a) and (b) of the Convention, and target 3 (c).").isEmpty)
        #expect(duties("Only one: (a) Adopt a law.").isEmpty)
    }

    @Test("Parentheses and letters without end take no longer than the text is long")
    func endless() {
        for piece in ["(", "()", "(Aldora)", "(Aldora);", "a) ", "(a) ", ";", "((a)", "1.", "1 "] {
            let text = "x" + String(repeating: piece, count: 20_000) + String(repeating: ";", count: 20_000)
            #expect(!wordings(text, known: 1).isEmpty)
            _ = duties(text)
            _ = split(text)
        }
        #expect(wordings("Adopt it (Al dora).", known: 1)[0].0 == "Adopt it")
    }
}
