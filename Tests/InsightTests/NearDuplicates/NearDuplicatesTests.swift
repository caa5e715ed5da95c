import Insight
import Testing

@Suite struct NearDuplicatesTests {
    private func text(_ text: String, _ language: String = "en") -> InsightText {
        InsightText(id: 1, language: language, text: text)
    }

    private func areSame(_ a: String, _ b: String, _ language: String = "en") -> Bool {
        NearDuplicates.similarity(text(a, language), text(b, language)) >= NearDuplicates.threshold
    }

    @Test(
        "The same thing reworded is a near-duplicate",
        arguments: [
            ("Ratify the Optional Protocol to the Convention against Torture", "Accede to OP-CAT"),
            (
                "Sign and ratify the ICCPR-OP2 aiming at the abolition of the death penalty",
                "Ratify the Second Optional Protocol to the ICCPR"
            ),
            (
                "Become a party to CEDAW",
                "Ratify the Convention on the Elimination of All Forms of Discrimination against Women"
            ),
            (
                "Ratify ICRMW",
                "Ratify the International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families (ICRMW) as soon as possible"
            ),
            ("Ratify the Rome Statute", "Accede to the Rome Statute of the International Criminal Court"),
            (
                "121.14 Build clinics in every district of the islands (Belmar, Corvia);",
                "Building clinics in every district of the islands."
            ),
            (
                "Continue its efforts to train judges in juvenile law",
                "Take further steps to TRAIN judges, in juvenile law"
            ),
            (
                "Extend a standing invitation to all special procedures",
                "Issue an open invitation to the special procedures"
            ),
        ])
    func same(_ a: String, _ b: String) { #expect(areSame(a, b)) }

    @Test(
        "One that asks for something else in kind is none, however alike the words",
        arguments: [
            (
                "Ratify the Convention on the Rights of Persons with Disabilities",
                "Ratify the Convention on the Rights of the Child"
            ),
            ("Ratify ICPPED", "Consider ratifying ICPPED"),
            ("Ratify CEDAW", "Ratify OP-CEDAW"),
            ("Ratify CAT", "Study the possibility of ratifying CAT"),
            ("Ratify CAT", "Ratify CAT and OP-CAT"),
            ("Ratify the ICCPR and its Optional Protocol", "Ratify the ICCPR"),
            ("Raise the age of marriage to 16", "Raise the age of marriage to 18"),
            ("Ratify CAT without reservations", "Ratify CAT"),
            ("Apply the law on assemblies in the capital", "Do not apply the law on assemblies in the capital"),
            ("Ratify ILO Convention No. 169", "Ratify ILO Convention No. 189"),
        ])
    func different(_ a: String, _ b: String) { #expect(!areSame(a, b)) }

    @Test(
        "Each language has its forms of the same",
        arguments: [
            (
                "fr", "Ratifier la Convention relative aux droits de l’enfant",
                "Adhérer à la Convention relative aux droits de l’enfant dès que possible"
            ),
            (
                "fr", "Améliorer l’accès à l’éducation des filles rurales",
                "AMELIORER l'accès des filles rurales à l'education"
            ),
            ("es", "Ratificar la Convención contra la Tortura", "Adherirse a la Convención contra la Tortura"),
            ("es", "Construir clínicas en todos los distritos", "Seguir construyendo clinicas en los distritos"),
            ("ru", "Ратифицировать Конвенцию о правах ребенка", "Присоединиться к Конвенции о правах ребёнка"),
            ("ar", "التصديق على اتفاقية حقوق الطفل", "الانضمام إلى اتفاقية حقوق الطفل"),
            ("zh", "批准《儿童权利公约》", "尽快加入《儿童权利公约》"),
            ("zh", "在每个地区建立诊所", "继续努力在每个地区设立诊所。"),
        ])
    func languages(_ language: String, _ a: String, _ b: String) { #expect(areSame(a, b, language)) }

    @Test(
        "Each language knows what makes a demand another",
        arguments: [
            (
                "fr", "Ratifier la Convention relative aux droits de l’enfant",
                "Envisager de ratifier la Convention relative aux droits de l’enfant"
            ),
            (
                "fr", "Ratifier la Convention relative aux droits de l’enfant",
                "Ratifier la Convention relative aux droits des personnes handicapées"
            ),
            (
                "es", "Ratificar la Convención contra la Tortura",
                "Ratificar el Protocolo Facultativo de la Convención contra la Tortura"
            ),
            (
                "es", "Ratificar la Convención contra la Tortura",
                "Considerar la posibilidad de ratificar la Convención contra la Tortura"
            ),
            ("ru", "Ратифицировать Конвенцию о правах ребенка", "Ратифицировать Конвенцию о правах инвалидов"),
            (
                "ru", "Ратифицировать Конвенцию о правах ребенка",
                "Рассмотреть возможность ратификации Конвенции о правах ребенка"
            ),
            ("ar", "التصديق على اتفاقية حقوق الطفل", "النظر في التصديق على اتفاقية حقوق الطفل"),
            ("ar", "التصديق على اتفاقية حقوق الطفل", "التصديق على اتفاقية حقوق الأشخاص ذوي الإعاقة"),
            ("zh", "批准《儿童权利公约》", "批准《残疾人权利公约》"),
            ("zh", "批准《儿童权利公约》", "考虑批准《儿童权利公约》"),
            ("zh", "批准《禁止酷刑公约》", "批准《禁止酷刑公约任择议定书》"),
        ])
    func differences(_ language: String, _ a: String, _ b: String) { #expect(!areSame(a, b, language)) }

    @Test("A demand says which instruments it names, whether it asks to join and whether only to consider")
    func facts() {
        let comparer = TextComparer()
        let prepared = comparer.prepare(
            text("Consider acceding to the ICCPR, its Second Optional Protocol and OP-CRC-SC"))
        #expect(prepared.instruments == ["ICCPR", "ICCPR-OP2", "OP-CRC-SC"])
        #expect(prepared.asksToJoin && prepared.isHedged)
        let other = comparer.prepare(
            text("Bring the penal code in line with the Convention on the Rights of the Child"))
        #expect(other.instruments == ["CRC"] && !other.asksToJoin && !other.isHedged)
    }

    @Test("Shared words are given as written, most telling first, without small words")
    func words() {
        let comparer = TextComparer()
        let other = comparer.prepare(text("Further efforts to train judges and staff of clinics"))
        let words = comparer.sharedWords(
            of: text("Take steps so that Judges of every district are trained"), with: other, limit: 6)
        #expect(words == ["Judges", "trained"])
        let chinese = comparer.prepare(text("加强农村妇女的受教育权", "zh"))
        #expect(comparer.sharedWords(of: text("保障农村妇女享有土地", "zh"), with: chinese, limit: 6) == ["农村妇女"])
        #expect(comparer.tellingWords(of: text("Ensure that the clinics are staffed"), limit: 9).contains("clinics"))
    }
}
