/// What columns are called in the six languages and in the tables that go round.
enum ColumnWords {
    typealias Field = ColumnMapping.Field

    /// Field by the key of a header (`KnownWords.key`).
    static let exact: [String: Field] = {
        var table: [String: Field] = [:]
        for (field, names) in names { for name in names { table[KnownWords.key(name)] = field } }
        return table
    }()

    /// Words that decide when they stand anywhere in a header; the first that fits wins.
    static let contained: [(word: String, field: Field)] = [
        ("recommending", .recommending), ("source of position", .positionSource), ("position", .position),
        ("response", .position), ("paragraph", .paragraph), ("symbol", .symbol), ("theme", .themes),
        ("person", .persons),
        ("sdg", .sdgs), ("session", .session), ("cycle", .cycle), ("date", .date), ("recommendation", .text),
        ("text", .text),
        ("country", .state), ("state", .state), ("mechanism", .mechanism), ("body", .mechanism),
    ]

    static let languages: [String: String] = [
        "en": "en", "english": "en", "anglais": "en", "fr": "fr", "french": "fr", "français": "fr", "es": "es",
        "spanish": "es",
        "español": "es", "ru": "ru", "russian": "ru", "русский": "ru", "ar": "ar", "arabic": "ar", "العربية": "ar",
        "zh": "zh",
        "chinese": "zh", "中文": "zh",
    ]

    private static let names: [Field: [String]] = [
        .text: [
            "text", "recommendation", "recommendations", "recommendation text", "full text", "body text", "texte",
            "recommandation",
            "texto", "recomendación", "recomendacion", "текст", "рекомендация", "نص", "النص", "التوصية", "文本", "建议",
            "案文", "正文",
        ],
        .paragraph: [
            "paragraph", "para", "paragraph number", "no", "number", "nr", "rec no", "recommendation number",
            "paragraphe", "numéro",
            "párrafo", "parrafo", "número", "пункт", "номер", "الفقرة", "رقم", "رقم الفقرة", "段落", "段", "编号",
        ],
        .symbol: [
            "symbol", "document symbol", "document", "doc", "cote", "cote du document", "signatura", "símbolo",
            "условное обозначение",
            "документ", "الرمز", "رمز الوثيقة", "文号", "文件", "文件编号",
        ],
        .title: ["title", "document title", "titre", "título", "название", "العنوان", "标题"],
        .state: [
            "state", "state under review", "sur", "country", "country concerned", "countries concerned", "to", "état",
            "pays",
            "état examiné", "estado", "país", "estado examinado", "государство", "страна", "государство объект обзора",
            "الدولة", "البلد",
            "الدولة موضوع الاستعراض", "国家", "受审议国", "接受审议国",
        ],
        .recommending: [
            "recommending state", "recommending states", "recommending country", "from", "upr recommending states",
            "made by",
            "état auteur", "état auteur de la recommandation", "pays auteur", "estado recomendante",
            "estado que recomienda",
            "рекомендующее государство", "الدولة الموصية", "الدولة المقدمة للتوصية", "提出建议国", "建议国",
        ],
        .themes: [
            "theme", "themes", "issue", "issues", "topic", "topics", "thème", "thèmes", "tema", "temas", "тема", "темы",
            "الموضوع",
            "المواضيع", "主题", "专题",
        ],
        .persons: [
            "affected persons", "persons", "person", "groups", "affected groups", "population", "personnes concernées",
            "personnes",
            "personas afectadas", "personas", "затрагиваемые лица", "лица", "الأشخاص المتأثرون", "الأشخاص", "受影响者",
            "受影响的人", "人群",
        ],
        .sdgs: [
            "sdg", "sdgs", "sdg target", "sdg targets", "goal", "goals", "odd", "ods", "цур",
            "цели устойчивого развития",
            "أهداف التنمية المستدامة", "可持续发展目标",
        ],
        .action: [
            "action", "action category", "category of action", "catégorie d action", "categoría de acción", "行动类别",
        ],
        .position: [
            "position", "response", "upr position", "status", "réponse", "respuesta", "posición", "позиция", "ответ",
            "الموقف", "الرد", "立场",
            "答复", "回应",
        ],
        .positionSource: [
            "source of position", "position source", "source of the position", "source de la position",
            "fuente de la posición",
            "источник позиции", "مصدر الموقف", "立场来源",
        ],
        .positionDate: [
            "position date", "date of position", "date of response", "date de la réponse", "fecha de la respuesta",
        ],
        .positionWording: ["position wording", "comments", "comment", "wording", "explanation of position"],
        .positionReason: ["reason", "reasons", "motif", "razón", "motivo", "причина", "السبب", "理由"],
        .kind: ["kind", "type", "annotation type", "genre", "tipo", "тип", "النوع", "类型"],
        .cycle: ["cycle", "upr cycle", "ciclo", "цикл", "الدورة الاستعراضية", "جولة", "周期", "轮"],
        .session: ["session", "upr session", "sesión", "сессия", "الدورة", "届会", "届"],
        .date: [
            "date", "publication date", "document publication date", "published", "date de publication", "fecha",
            "fecha de publicación",
            "дата", "дата публикации", "التاريخ", "تاريخ النشر", "日期", "发布日期", "year", "année", "año", "год", "السنة",
            "年份",
        ],
        .mechanism: [
            "mechanism", "body", "recommending body", "reccomending body", "committee", "mécanisme", "organe",
            "mecanismo", "órgano",
            "механизм", "орган", "الآلية", "الهيئة", "机制", "机构",
        ],
        .externalID: [
            "id", "external id", "identifier", "ohchr annotation id", "annotation id", "uuid", "identifiant",
            "identificador",
            "идентификатор", "المعرف", "标识",
        ],
    ]
}
