/// What ministries and similar offices are called in six languages: one key for one office, whatever the language.
enum PortfolioWords {
    /// `ministry justice`; nil where the name says no kind of office or no portfolio we know.
    static func concept(_ name: String) -> String? {
        let words = WordKey.words(name)
        guard let office = offices.first(where: { fits($0.words, words, name) })?.key else { return nil }
        let found = portfolios.filter { fits($0.words, words, name) }.map(\.key)
        return found.isEmpty ? nil : office + " " + found.joined(separator: "+")
    }

    /// A word fits by its beginning, because Russian, Spanish and French change the ends; Chinese anywhere.
    private static func fits(_ beginnings: [String], _ words: [String], _ name: String) -> Bool {
        beginnings.contains { beginning in
            guard let first = beginning.unicodeScalars.first else { return false }
            if first.value >= 0x3400 { return name.contains(beginning) }
            return words.contains { word in
                let bare = first.value >= 0x600 && first.value < 0x700 ? withoutArticle(word) : word
                return beginning.count > 3 || first.value >= 0x600 ? bare.hasPrefix(beginning) : bare == beginning
            }
        }
    }

    private static func withoutArticle(_ word: String) -> String {
        for article in ["وال", "لل", "ال"] where word.hasPrefix(article) {
            return String(word.dropFirst(article.count))
        }
        return word
    }

    private static let offices: [(key: String, words: [String])] = [
        ("ministry", ["ministry", "ministere", "ministerio", "министерств", "минист", "min", "وزاره", "وزارة", "部"]),
        ("court", ["court", "cour", "corte", "tribunal", "суд", "محكمه", "محكمة", "法院"]),
        ("parliament", ["parliament", "parlement", "parlamento", "парламент", "برلمان", "议会"]),
    ]

    private static let portfolios: [(key: String, words: [String])] = [
        ("justice", ["justice", "justicia", "юстици", "عدل", "司法"]),
        ("interior", ["interior", "interieur", "внутренн", "داخليه", "داخلية", "内政"]),
        ("foreign", ["foreign", "etrangeres", "exteriores", "иностранн", "خارجيه", "خارجية", "外交"]),
        ("education", ["education", "educacion", "образовани", "تربيه", "تربية", "تعليم", "教育"]),
        ("health", ["health", "sante", "salud", "здравоохранени", "صحه", "صحة", "卫生"]),
        ("labour", ["labour", "labor", "travail", "trabajo", "труд", "عمل", "劳动"]),
        ("women", ["women", "gender", "femme", "mujer", "женщин", "مراه", "مراة", "妇女"]),
        ("family", ["family", "famille", "familia", "семь", "اسره", "اسرة", "家庭"]),
        ("children", ["child", "enfan", "ninez", "nino", "детств", "طفوله", "طفولة", "طفل", "儿童"]),
        ("finance", ["finance", "finanz", "hacienda", "финанс", "ماليه", "مالية", "财政"]),
        ("planning", ["planning", "plan", "planificacion", "планировани", "تخطيط", "规划"]),
        ("agriculture", ["agricultur", "сельск", "زراعه", "زراعة", "农业"]),
        ("environment", ["environment", "environnement", "ambiente", "окружающ", "بيئه", "بيئة", "环境"]),
        ("housing", ["housing", "logement", "vivienda", "жиль", "اسكان", "住房"]),
        ("culture", ["culture", "cultura", "культур", "ثقافه", "ثقافة", "文化"]),
        ("defence", ["defence", "defense", "defensa", "оборон", "دفاع", "国防"]),
        ("social", ["social", "sociaux", "социальн", "اجتماعي", "社会"]),
        ("supreme", ["supreme", "suprema", "supremo", "верховн", "عليا", "最高"]),
        ("constitutional", ["constitution", "constitucional", "конституцион", "دستوري", "宪法"]),
    ]
}
