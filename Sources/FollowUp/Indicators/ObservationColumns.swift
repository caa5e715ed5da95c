import Language

/// What a column of a table of observations holds, by its heading in one of the six languages.
enum ObservationColumn: Hashable {
    case code, period, value, sex, age, disability, region, population, source, note
    /// A column of its own for each period: the values stand in it.
    case values(ObservationPeriod)

    init?(_ heading: String) {
        let key = TextFolding.fold(heading).filter { $0.isLetter || $0.isNumber }
        if let known = Self.words[key] {
            self = known
        } else if let period = ObservationPeriod(heading.filter { !$0.isWhitespace }) {
            self = .values(period)
        } else {
            return nil
        }
    }

    private static let words: [String: ObservationColumn] = {
        let named: [(ObservationColumn, [String])] = [
            (
                .code,
                [
                    "indicator", "indicator code", "code", "indicateur", "code indicateur", "indicador", "código",
                    "индикатор",
                    "показатель", "код", "指标", "指标代码", "代码", "المؤشر", "رمز المؤشر", "الرمز",
                ]
            ),
            (
                .period,
                [
                    "period", "time period", "year", "date", "time", "période", "année", "período", "año", "fecha",
                    "период",
                    "год", "дата", "时期", "年份", "年", "日期", "الفترة", "السنة", "التاريخ",
                ]
            ),
            (.value, ["value", "obs value", "figure", "valeur", "valor", "значение", "数值", "值", "القيمة"]),
            (.sex, ["sex", "gender", "sexe", "sexo", "пол", "性别", "الجنس"]),
            (
                .age,
                [
                    "age", "age group", "âge", "tranche d'âge", "edad", "grupo de edad", "возраст", "возрастная группа",
                    "年龄",
                    "年龄组", "العمر", "الفئة العمرية",
                ]
            ),
            (.disability, ["disability", "handicap", "discapacidad", "инвалидность", "残疾", "الإعاقة"]),
            (.region, ["region", "area", "reference area", "région", "región", "регион", "地区", "المنطقة"]),
            (
                .population,
                [
                    "group", "population group", "groupe", "groupe de population", "grupo", "grupo de población",
                    "группа",
                    "группа населения", "群体", "人口群体", "الفئة", "الفئة السكانية",
                ]
            ),
            (.source, ["source", "data source", "fuente", "источник", "来源", "数据来源", "المصدر"]),
            (
                .note,
                [
                    "note", "notes", "comment", "remarque", "nota", "notas", "примечание", "备注", "说明", "ملاحظة",
                    "ملاحظات",
                ]
            ),
        ]
        var words: [String: ObservationColumn] = [:]
        for (column, headings) in named {
            for heading in headings { words[TextFolding.fold(heading).filter { $0.isLetter || $0.isNumber }] = column }
        }
        return words
    }()
}

/// Words for groups that files of every language use.
enum BreakdownWords {
    /// The value for a breakdown: empty for words and codes that mean all, `female` and `male` for what means those.
    static func value(_ text: String, isSex: Bool) -> String {
        let text = trimmed(text)
        let key = TextFolding.fold(text)
        if totals.contains(key) { return "" }
        guard isSex else { return text }
        if females.contains(key) { return "female" }
        return males.contains(key) ? "male" : text
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func folded(_ words: [String]) -> Set<String> { Set(words.map { TextFolding.fold($0) }) }

    private static let totals = folded([
        "", "_T", "_Z", "T", "total", "all", "both", "both sexes", "tous", "ensemble", "les deux sexes", "todos",
        "ambos",
        "ambos sexos", "всего", "все", "оба пола", "总计", "合计", "全部", "المجموع", "الكل", "كلا الجنسين",
    ])
    private static let females = folded([
        "F", "female", "females", "women", "girls", "femme", "femmes", "féminin", "mujer", "mujeres", "femenino",
        "женщины",
        "женский", "ж", "女", "女性", "أنثى", "إناث", "نساء",
    ])
    private static let males = folded([
        "M", "male", "males", "men", "boys", "homme", "hommes", "masculin", "hombre", "hombres", "masculino", "мужчины",
        "мужской", "м", "男", "男性", "ذكر", "ذكور", "رجال",
    ])
}
