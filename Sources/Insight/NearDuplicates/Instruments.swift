/// The instruments that recommendations name, and how to know their names: words after a head such as `convention`, one of which
/// must be the telling one.
package enum Instruments {
    struct Name {
        /// Index into `codes`.
        var instrument: Int
        var language: String
        /// What must be there, in any order; a run goes on while its words are among `words`.
        var needs: [String]
        var words: [String]
    }

    /// The acronyms of `Resources/reference/treaties.json`; then instruments outside the core treaties.
    package static let codes = [
        "ICERD", "ICESCR", "OP-ICESCR", "ICCPR", "ICCPR-OP1", "ICCPR-OP2", "CEDAW", "OP-CEDAW", "CAT", "OPCAT", "CRC",
        "OP-CRC-AC",
        "OP-CRC-SC", "OP-CRC-IC", "ICMW", "CRPD", "OP-CRPD", "ICPPED", "Rome Statute", "Genocide Convention",
        "Refugee Convention",
        "Statelessness 1954", "Statelessness 1961", "UNCAC", "Palermo Protocol", "OP-CRC",
    ]

    static func index(_ code: String) -> Int { codes.firstIndex(of: code) ?? 0 }

    /// The protocol to a convention; nil where it has none.
    static func optionalProtocol(to instrument: Int, isSecond: Bool) -> Int? {
        switch codes[instrument] {
        case "ICESCR": index("OP-ICESCR")
        case "ICCPR": index(isSecond ? "ICCPR-OP2" : "ICCPR-OP1")
        case "CEDAW": index("OP-CEDAW")
        case "CAT": index("OPCAT")
        case "CRC": index("OP-CRC")
        case "CRPD": index("OP-CRPD")
        default: nil
        }
    }

    /// Folded acronyms, as written without hyphens and spaces.
    static let acronyms: [String: Int] = {
        let table = """
            ICERD icerd cerd ciedr mклрд
            ICESCR icescr cescr pidesc мпэскп
            OP-ICESCR opicescr icescrop opcescr
            ICCPR iccpr ccpr pidcp мпгпп
            ICCPR-OP1 iccprop1 opiccpr1 iccprop opiccpr op1iccpr
            ICCPR-OP2 iccprop2 opiccpr2 op2iccpr
            CEDAW cedaw cedef клдж
            OP-CEDAW opcedaw cedawop
            CAT cat uncat кпп
            OPCAT opcat catop
            CRC crc uncrc cde cdn
            OP-CRC-AC opcrcac crcopac opac
            OP-CRC-SC opcrcsc crcopsc opsc opcrcsale
            OP-CRC-IC opcrcic crcopic opic
            ICMW icmw cmw icrmw icprmw
            CRPD crpd uncrpd cdph cdpd
            OP-CRPD opcrpd crpdop
            ICPPED icpped cped ced iced
            Rome-Statute rs
            UNCAC uncac
            """
        var all: [String: Int] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            let code = parts[0] == "Rome-Statute" ? "Rome Statute" : parts[0]
            for name in parts.dropFirst() where name != "rs" { all[name] = index(code) }
        }
        return all
    }()

    static let names: [Name] = table.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingSpaces().split(separator: " ").map(String.init)
        }
        guard parts.count == 4, let language = parts[0].first else { return nil }
        return Name(
            instrument: index(parts[1].joined(separator: " ")), language: language, needs: parts[2], words: parts[3])
    }

    /// Language | code | telling words | other words of the name.
    private static let table = """
        en|ICERD|racial|international elimination all forms discrimination
        en|ICESCR|economic social cultural|international rights
        en|ICCPR|civil political|international rights
        en|CEDAW|women|international elimination all forms discrimination against
        en|CAT|torture|united nations against other cruel inhuman degrading treatment punishment
        en|CRC|child|united nations rights children
        en|ICMW|migrant|united nations international protection rights all workers members families
        en|CRPD|disabilities|united nations rights persons people
        en|ICPPED|disappearance|international protection all persons enforced forced against
        en|Rome Statute|rome|international criminal court icc
        en|Rome Statute|criminal court|international icc
        en|Genocide Convention|genocide|prevention punishment crime
        en|Refugee Convention|refugees|1951 relating status
        en|Statelessness 1954|stateless|1954 relating status persons
        en|Statelessness 1961|statelessness|1961 reduction
        en|UNCAC|corruption|united nations against
        en|Palermo Protocol|trafficking|prevent suppress punish persons especially women children
        fr|ICERD|raciale|internationale élimination toutes formes discrimination
        fr|ICESCR|économiques sociaux culturels|international relatif droits
        fr|ICCPR|civils politiques|international relatif droits
        fr|CEDAW|femmes|élimination toutes formes discrimination égard
        fr|CAT|torture|contre autres peines traitements cruels inhumains dégradants
        fr|CRC|enfant|relative droits
        fr|ICMW|migrants|internationale protection droits tous travailleurs membres famille
        fr|CRPD|handicapées|relative droits personnes
        fr|ICPPED|disparitions|internationale protection toutes personnes contre forcées
        fr|Rome Statute|rome|cour pénale internationale
        es|ICERD|racial|internacional eliminación todas formas discriminación
        es|ICESCR|económicos sociales culturales|internacional derechos
        es|ICCPR|civiles políticos|internacional derechos
        es|CEDAW|mujer|eliminación todas formas discriminación contra
        es|CAT|tortura|contra otros tratos penas crueles inhumanos degradantes
        es|CRC|niño|derechos
        es|ICMW|migratorios|internacional protección derechos todos trabajadores familiares
        es|CRPD|discapacidad|derechos personas
        es|ICPPED|desapariciones|internacional protección todas personas contra forzadas
        es|Rome Statute|roma|corte penal internacional
        ru|ICERD|расовой|международная ликвидации всех форм дискриминации
        ru|ICESCR|экономических социальных культурных|международный правах
        ru|ICCPR|гражданских политических|международный правах
        ru|CEDAW|женщин|ликвидации всех форм дискриминации отношении
        ru|CAT|пыток|против других жестоких бесчеловечных унижающих достоинство видов обращения наказания
        ru|CRC|ребенка|правах
        ru|ICMW|мигрантов|международная защите прав всех трудящихся членов семей
        ru|CRPD|инвалидов|правах
        ru|ICPPED|исчезновений|международная защиты всех лиц насильственных
        ru|Rome Statute|римский|международного уголовного суда
        ar|ICERD|العنصري|الدولية للقضاء على جميع أشكال التمييز
        ar|ICESCR|الاقتصادية الاجتماعية الثقافية|الدولي الخاص بالحقوق
        ar|ICCPR|المدنية السياسية|الدولي الخاص بالحقوق
        ar|CEDAW|المرأة|القضاء على جميع أشكال التمييز ضد
        ar|CAT|التعذيب|مناهضة غيره ضروب المعاملة العقوبة القاسية اللاإنسانية المهينة
        ar|CRC|الطفل|حقوق
        ar|ICMW|المهاجرين|الدولية حماية حقوق جميع العمال أفراد أسرهم
        ar|CRPD|الإعاقة|حقوق الأشخاص ذوي
        ar|ICPPED|الاختفاء|الدولية حماية جميع الأشخاص من القسري
        ar|Rome Statute|روما|الأساسي للمحكمة الجنائية الدولية
        """

    /// Chinese names stand whole in a text; the longest that fits at a place is meant.
    static let chinese: [(name: String, instrument: Int)] = [
        ("种族歧视国际公约", "ICERD"), ("经济、社会及文化权利国际公约任择议定书", "OP-ICESCR"),
        ("经济、社会及文化权利国际公约", "ICESCR"), ("经济、社会、文化权利国际公约", "ICESCR"),
        ("公民及政治权利国际公约第二项任择议定书", "ICCPR-OP2"), ("公民权利和政治权利国际公约第二项任择议定书", "ICCPR-OP2"),
        ("公民及政治权利国际公约任择议定书", "ICCPR-OP1"), ("公民权利和政治权利国际公约任择议定书", "ICCPR-OP1"),
        ("公民及政治权利国际公约", "ICCPR"), ("公民权利和政治权利国际公约", "ICCPR"),
        ("消除对妇女一切形式歧视公约任择议定书", "OP-CEDAW"), ("消除对妇女一切形式歧视公约", "CEDAW"),
        ("禁止酷刑公约任择议定书", "OPCAT"), ("禁止酷刑公约", "CAT"),
        ("禁止酷刑和其他残忍、不人道或有辱人格的待遇或处罚公约任择议定书", "OPCAT"),
        ("禁止酷刑和其他残忍、不人道或有辱人格的待遇或处罚公约", "CAT"), ("儿童权利公约", "CRC"),
        ("儿童权利公约关于儿童卷入武装冲突问题的任择议定书", "OP-CRC-AC"),
        ("儿童权利公约关于买卖儿童、儿童卖淫和儿童色情制品问题的任择议定书", "OP-CRC-SC"),
        ("儿童权利公约关于设定来文程序的任择议定书", "OP-CRC-IC"),
        ("保护所有移徙工人及其家庭成员权利国际公约", "ICMW"), ("残疾人权利公约任择议定书", "OP-CRPD"),
        ("残疾人权利公约", "CRPD"), ("强迫失踪国际公约", "ICPPED"), ("罗马规约", "Rome Statute"),
    ].map { ($0.0, index($0.1)) }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var part = drop { $0 == " " }
        while part.last == " " { part.removeLast() }
        return part
    }
}
