/// What columns of tracking workbooks are called in the six languages.
enum HeaderWords {
    /// The field a header names; nil where it names none. Longer words say more than shorter ones.
    static func field(_ header: String) -> TrackingField? {
        let key = WordKey.of(header)
        guard !key.isEmpty, key.count <= 120 else { return nil }
        if let exact = exact[key] { return exact }
        // A name is most of its header: the ministry in "Ministry of Justice" names no column.
        return contained.first { $0.word.count * 5 >= key.count * 2 && WordKey.contains($0.word, in: key) }?.field
    }

    private static let exact: [String: TrackingField] = {
        var table: [String: TrackingField] = [:]
        for (field, names) in names { for name in names { table[WordKey.of(name)] = field } }
        return table
    }()

    /// Longest first.
    private static let contained: [(word: String, field: TrackingField)] =
        exact.map { ($0.key, $0.value) }.filter {
            $0.0.count >= 3 || $0.0.unicodeScalars.contains { $0.value > 0x3400 }
        }
        .sorted { ($0.0.count, $1.0) > ($1.0.count, $0.0) }

    private static let names: [TrackingField: [String]] = [
        .text: [
            "recommendation", "recommendations", "text of the recommendation", "recommendation text", "full text",
            "text",
            "wording", "recommandation", "recommandations", "texte de la recommandation", "texte", "libellé",
            "recomendación",
            "recomendaciones", "texto de la recomendación", "texto", "рекомендация", "рекомендации",
            "текст рекомендации",
            "текст", "содержание рекомендации", "التوصية", "التوصيات", "نص التوصية", "النص", "建议", "建议内容", "建议案文", "案文",
        ],
        .paragraph: [
            "paragraph", "para", "par", "para no", "paragraph number", "paragraph no", "rec no", "rec nr",
            "recommendation no", "recommendation number", "number of recommendation", "no", "nr", "nº", "n°", "ref",
            "reference", "paragraphe", "numéro", "numéro de la recommandation", "n° de la recommandation",
            "n° recommandation",
            "n° par", "párrafo", "número", "número de la recomendación", "n° de recomendación", "núm", "пункт", "номер",
            "номер пункта", "номер рекомендации", "№", "№ п п", "№ рекомендации", "п", "الفقرة", "رقم الفقرة", "رقم",
            "رقم التوصية", "الرقم", "段落", "段次", "编号", "序号", "建议编号", "段",
        ],
        .document: [
            "symbol", "document", "document symbol", "source", "mechanism", "cycle", "upr cycle", "treaty body",
            "committee",
            "report", "source document", "cote", "document source", "mécanisme", "cycle epu", "comité", "signatura",
            "documento", "mecanismo", "ciclo", "comité de tratado", "документ", "условное обозначение", "механизм",
            "цикл",
            "источник", "الوثيقة", "رمز الوثيقة", "الآلية", "المصدر", "الدورة", "اللجنة", "文件", "文号", "机制", "来源", "周期",
        ],
        .lead: [
            "lead", "lead institution", "lead agency", "lead ministry", "leading institution", "responsible",
            "responsible institution", "responsible body", "responsible ministry", "responsible agency",
            "responsibility",
            "owner", "focal institution", "in charge", "institution", "ministry", "chef de file", "responsable",
            "institution responsable", "ministère responsable", "structure responsable", "institution chef de file",
            "pilote",
            "institución responsable", "entidad responsable", "ministerio responsable", "institución líder",
            "entidad líder",
            "ответственный", "ответственное ведомство", "ответственный исполнитель", "ответственное министерство",
            "ответственный орган", "головное ведомство", "исполнитель", "الجهة المسؤولة", "الجهة الرئيسية", "المسؤول",
            "الوزارة", "الجهة القائدة", "المؤسسة المسؤولة", "牵头单位", "责任单位", "负责机构", "主管部门", "牵头机构",
        ],
        .supporting: [
            "supporting", "support", "supporting institutions", "supporting institution", "partners", "partner",
            "other institutions", "with", "co responsible", "contributing", "institutions associées", "partenaires",
            "autres institutions", "structures associées", "appui", "entidades de apoyo", "instituciones de apoyo",
            "apoyo",
            "otras instituciones", "соисполнители", "соисполнитель", "партнеры", "другие ведомства", "الجهات المساندة",
            "الجهات الداعمة", "الشركاء", "جهات أخرى", "协办单位", "配合单位", "支持机构", "合作单位",
        ],
        .status: [
            "status", "state of implementation", "implementation status", "status of implementation",
            "level of implementation",
            "degree of implementation", "implementation", "progress status", "état", "état de mise en oeuvre",
            "état d avancement", "statut", "niveau de mise en oeuvre", "avancement", "estado",
            "estado de implementación",
            "estado de cumplimiento", "grado de cumplimiento", "nivel de implementación", "статус", "статус выполнения",
            "степень выполнения", "состояние", "ход выполнения", "الحالة", "حالة التنفيذ", "مستوى التنفيذ",
            "وضع التنفيذ",
            "状态", "执行状态", "落实情况状态", "进度", "执行情况",
        ],
        .action: [
            "action", "actions", "actions planned", "planned action", "planned actions", "planned measures", "activity",
            "activities", "measures", "measure", "mesures", "mesures prévues", "activités", "activité",
            "actions prévues",
            "medidas", "medidas previstas", "actividad", "actividades", "acciones", "acción prevista", "acción", "меры",
            "мероприятие", "мероприятия", "планируемые меры", "действия", "الإجراء", "الإجراءات", "التدابير", "الأنشطة",
            "النشاط",
            "措施", "行动", "拟采取措施", "活动",
        ],
        .comments: [
            "comment", "comments", "remarks", "remark", "notes", "note", "measures taken", "steps taken",
            "actions taken",
            "action taken", "progress", "progress made", "update", "observations", "commentaires", "commentaire",
            "remarques",
            "mesures prises", "progrès", "progrès accomplis", "comentarios", "comentario", "observaciones",
            "medidas adoptadas", "medidas tomadas", "avances", "notas", "комментарий", "комментарии", "примечание",
            "примечания", "принятые меры", "замечания", "ملاحظات", "تعليقات", "التدابير المتخذة", "الإجراءات المتخذة",
            "التقدم المحرز", "备注", "说明", "评论", "已采取措施", "进展",
        ],
        .starts: [
            "start", "start date", "begin", "début", "date de début", "inicio", "fecha de inicio", "начало",
            "дата начала",
            "البداية", "تاريخ البدء", "تاريخ البداية", "开始", "开始日期", "开始时间",
        ],
        .due: [
            "due", "due date", "deadline", "by when", "target date", "end date", "timeline", "time frame", "timeframe",
            "date", "échéance", "date limite", "délai", "calendrier", "date d échéance", "plazo", "fecha límite",
            "fecha", "fecha de cumplimiento", "vencimiento", "срок", "сроки", "срок выполнения", "срок исполнения",
            "дата",
            "الموعد", "الموعد النهائي", "الإطار الزمني", "تاريخ الانتهاء", "التاريخ", "الأجل", "期限", "截止日期", "完成时限",
            "日期",
            "时限",
        ],
    ]
}
