import Testing

@testable import Insight

@Suite("Names of issues") struct IssueNamingTests {
    @Test(
        "A name is the demand itself",
        arguments: [
            (
                "121.14 Continue its efforts to protect the lakes of Corvia (Belmar) (Dorvane);", "en",
                "Protect the lakes of Corvia"
            ),
            (
                "Ratify the Convention on the Rights of Persons with Disabilities (CRPD) (Belmar);", "en",
                "Ratify the Convention on the Rights of Persons with Disabilities (CRPD)"
            ),
            ("Ratify ILO Convention No. 169. Then tell everyone about it.", "en", "Ratify ILO Convention No. 169"),
            ("127.5 Poursuivre ses efforts pour protéger les lacs (Belmar);", "fr", "Protéger les lacs"),
            ("continuar los esfuerzos para proteger los lagos (Belmar);", "es", "Proteger los lagos"),
            ("продолжать защищать озера и реки страны (Белмар);", "ru", "Защищать озера и реки страны"),
            ("продолжать поощрение защиты озер (Белмар);", "ru", "Продолжать поощрение защиты озер"),
            ("127.5 مواصلة حماية البحيرات والأنهار في البلد (بلمار)؛", "ar", "حماية البحيرات والأنهار في البلد"),
            (
                "The Committee recommends that the State party: (a) Train judges; (b) Build courts.", "en",
                "Train judges"
            ),
            ("In the light of the dialogue, the State party should: (a) Mend the nets.", "en", "Mend the nets"),
            ("The Committee urges the State party to protect the lakes.", "en", "Protect the lakes"),
            (
                "Following the visit, the Rapporteur calls on the Government to open the harbour.", "en",
                "Open the harbour"
            ),
            ("The Committee reiterates its recommendation that the State party mend the nets.", "en", "Mend the nets"),
            ("As a matter of priority, take measures to protect the lakes.", "en", "Protect the lakes"),
            (
                "In accordance with the law, the lakes of Corvia", "en",
                "In accordance with the law, the lakes of Corvia"
            ),
            ("Protect the lakes of the State party from oil.", "en", "Protect the lakes of the State party from oil"),
            (
                "L’État partie devrait : a) Prévenir les naufrages ; b) Sauver les marins.", "fr",
                "Prévenir les naufrages"
            ),
            ("Le Comité recommande à l’État partie de protéger les lacs.", "fr", "Protéger les lacs"),
            ("El Comité insta al Estado parte a proteger los lagos.", "es", "Proteger los lagos"),
            ("Государству-участнику следует: a) защищать озера; b) строить порты.", "ru", "Защищать озера"),
            ("Государству-участнику следует защищать озера.", "ru", "Защищать озера"),
            ("ينبغي للدولة الطرف القيام بما يلي: (أ) حماية البحيرات؛ (ب) بناء الموانئ.", "ar", "حماية البحيرات"),
            ("缔约国应：(a) 防止湖泊和河流受到污染；(b) 建设港口。", "zh", "防止湖泊和河流受到污染"),
            ("缔约国应保护全国的港口。", "zh", "保护全国的港口"),
            ("تدعو اللجنة الدولة الطرف إلى حماية البحيرات.", "ar", "حماية البحيرات"),
            ("委员会建议缔约国保护湖泊和河流以及海岸。", "zh", "保护湖泊和河流以及海岸"),
            ("127.5继续努力保护全国的湖泊和河流以及沿海地区(贝尔马)；", "zh", "保护全国的湖泊和河流以及沿海地区"),
        ])
    func names(text: String, language: String, name: String) {
        #expect(IssueNaming.name(text, language: language) == name)
    }

    @Test(
        "Who asks whom is no part of a name",
        arguments: [
            ("The Committee recommends that the State party adopt a law on lakes.", "en", "Adopt a law on lakes"),
            (
                "25. The Committee also urges the State party to: (a) Adopt a law on lakes;", "en",
                "Adopt a law on lakes"
            ),
            (
                "The State party should continue to protect the lakes of the north.", "en",
                "Protect the lakes of the north"
            ),
            (
                "Recalling what it said before, the Committee calls upon the State party to adopt a law on lakes.",
                "en", "Adopt a law on lakes"
            ),
            (
                "The Committee of fishermen should be given boats and nets.", "en",
                "The Committee of fishermen should be given boats and nets"
            ),
            (
                "Le Comité recommande à l’État partie d’adopter une loi sur les lacs.", "fr",
                "Adopter une loi sur les lacs"
            ),
            ("L’État partie devrait : a) Adopter une loi sur les lacs.", "fr", "Adopter une loi sur les lacs"),
            ("El Comité recomienda al Estado parte que adopte una ley de lagos.", "es", "Adopte una ley de lagos"),
            ("El Comité insta al Estado parte a adoptar una ley de lagos.", "es", "Adoptar una ley de lagos"),
            ("Комитет рекомендует государству-участнику принять закон об озерах.", "ru", "Принять закон об озерах"),
            ("Государству-участнику следует принять закон об озерах.", "ru", "Принять закон об озерах"),
            ("توصي اللجنة الدولة الطرف باعتماد قانون بشأن البحيرات.", "ar", "اعتماد قانون بشأن البحيرات"),
            ("تحث اللجنة الدولة الطرف على اعتماد قانون بشأن البحيرات.", "ar", "اعتماد قانون بشأن البحيرات"),
            ("委员会建议缔约国通过一部湖泊保护法。", "zh", "通过一部湖泊保护法"),
            ("缔约国应：(a) 通过一部湖泊保护法；", "zh", "通过一部湖泊保护法"),
        ])
    func voices(text: String, language: String, name: String) {
        #expect(IssueNaming.name(text, language: language) == name)
    }

    @Test("A long demand is cut where a clause ends")
    func clause() {
        let text =
            "Adopt a law on the protection of fishermen and their families, with a view to giving them pensions, "
            + "schools, boats and everything else that they might want"
        #expect(
            IssueNaming.name(text, language: "en") == "Adopt a law on the protection of fishermen and their families")
    }

    @Test("No name is too long or ends within a word", arguments: 1...40)
    func neverWithinWord(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        let words = [
            "strengthening", "of", "the", "intergovernmental", "fishermen", "and", "lakes", "without", "water",
        ]
        let text = (0..<40).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
        let name = IssueNaming.name(text, language: "en")
        #expect(name.count <= IssueNaming.lengthMax + 1)
        let last = name.drop(while: { $0 == "…" }).split(whereSeparator: { !$0.isLetter }).last.map { $0.lowercased() }
        #expect(last.map(words.contains) == true)
    }
}

@Suite("Vocabulary of the field") struct FieldTablesTests {
    @Test("Every line is read and has phrases in six languages")
    func lines() {
        let parts = [
            (FieldSubjects.lines, FieldTables.subjectLines), (FieldPersons.lines, FieldTables.personLines),
            (FieldDemands.lines, FieldTables.demandLines), (FieldInstruments.lines, FieldTables.instrumentLines),
        ]
        for (text, lines) in parts {
            #expect(text.split(separator: "\n").count == lines.count)
            for line in lines {
                for column in line.columns { #expect(column.contains { !$0.isEmpty }, "\(line.code)") }
            }
            #expect(Set(lines.map(\.code)).count == lines.count)
        }
    }

    @Test("A protocol is not taken for its convention")
    func longest() {
        let reader = FieldReader(language: "en")
        let words = reader.words(of: "Ratify the Optional Protocol to the Convention against Torture and the CRC")
        #expect(FieldFinding(words, language: "en").instruments == ["OPCAT", "CRC"])
    }
}
