/// Set phrases of communications in six languages.
enum LetterPhrases {
    static let questions = FlowPhrases([
        "observations on the following", "following matters", "following questions", "grateful for your observations",
        "observations sur les points suivants", "points suivants", "questions suivantes", "vos observations",
        "observaciones sobre las siguientes",
        "observaciones sobre los siguientes", "cuestiones siguientes", "siguientes cuestiones", "siguientes asuntos",
        "следующим вопросам",
        "следующих вопрос", "замечания по следующ", "على المسائل التالية", "المسائل التالية", "بشأن المسائل التالية",
        "الأسئلة التالية", "以下问题",
        "下列问题", "以下事项", "下列事项",
    ])

    /// What comes behind the questions.
    static let behindQuestions = FlowPhrases([
        "we would appreciate receiving", "we would appreciate", "this communication", "while awaiting",
        "we may publicly", "please accept",
        "passed this delay", "past this delay", "your excellency's government's response", "we intend to publicly",
        "in light of the urgency",
        "nous serions reconnaissant", "cette communication", "la présente communication", "dans l’attente",
        "en attendant", "veuillez agréer",
        "nous pourrions", "agradeceríamos", "esta comunicación", "la presente comunicación", "a la espera",
        "mientras esperamos", "acepte",
        "acepten", "podremos", "мы были бы признательны за получение", "настоящее сообщение", "это сообщение",
        "в ожидании", "примите",
        "просим принять", "وسنكون ممتنين لتلقي", "نكون ممتنين لتلقي", "هذه الرسالة", "ستتاح هذه", "وفي انتظار",
        "في انتظار", "وتفضلوا", "تفضلوا",
        "在等待", "本函", "本来文", "请接受", "我们希望在", "谨请",
    ])

    static let measures = FlowPhrases([
        "interim measures", "all necessary measures", "we urge that", "we urge your", "we call on", "we call upon",
        "we appeal to", "we request that",
        "mesures provisoires", "toutes les mesures nécessaires", "nous prions instamment", "nous demandons instamment",
        "nous exhortons",
        "nous appelons", "medidas provisionales", "todas las medidas necesarias", "instamos a", "pedimos a",
        "hacemos un llamamiento",
        "временные меры", "временных мер", "все необходимые меры", "всех необходимых мер", "настоятельно призываем",
        "настоятельно просим",
        "التدابير المؤقتة", "تدابير مؤقتة", "جميع التدابير اللازمة", "كافة التدابير", "نحث", "ندعو حكومة", "نناشد",
        "临时措施", "一切必要措施",
        "必要的临时", "我们敦促", "我们呼吁",
    ])

    static let reply = FlowPhrases([
        "response", "reply", "made public", "réponse", "rendue publique", "respuesta", "se harán públicas", "ответ",
        "رد ", "ردا", "الرد", "ردكم",
        "答复", "回复",
    ])
}
