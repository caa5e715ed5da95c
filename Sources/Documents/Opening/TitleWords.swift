/// How the titles of each kind of document begin or what they hold, folded, in the six languages.
enum TitleWords {
    static let reviewReport: PhraseList = [
        "report of the working group on the universal periodic review",
        "rapport du groupe de travail sur l examen periodique universel",
        "informe del grupo de trabajo sobre el examen periodico universal",
        "доклад рабочей группы по универсальному периодическому обзору",
        "تقرير الفريق العامل المعني بالاستعراض الدوري الشامل", "普遍定期审议工作组报告", "普遍定期审议工作组的报告",
    ]
    static let draft: PhraseList = [
        "draft report", "unedited version", "projet de rapport", "proyecto de informe", "проект доклада",
        "مشروع تقرير", "مشروع التقرير", "报告草稿", "报告草案",
    ]
    /// What a State's answers are called.
    static let addendum: PhraseList = [
        "views on conclusions and or recommendations", "responses to recommendations", "response to recommendations",
        "responses to the recommendations", "response to the recommendations",
        "observations sur les conclusions et ou recommandations", "reponses aux recommandations",
        "opiniones sobre las conclusiones y o recomendaciones", "respuestas a las recomendaciones",
        "мнения в отношении выводов и или рекомендаций", "мнения относительно выводов и или рекомендаций",
        "ответы на рекомендации", "اراء بشان الاستنتاجات و او التوصيات", "ردود على التوصيات", "الردود على التوصيات",
        "对结论和 或建议的意见", "对建议的答复", "对结论和或建议的意见",
    ]
    static let concludingObservations: PhraseList = [
        "concluding observations", "concluding comments", "observations finales", "observaciones finales",
        "заключительные замечания", "الملاحظات الختامية", "ملاحظات ختامية", "结论性意见",
    ]
    /// A committee's own report on follow-up, not what a State writes to it.
    static let followUpReport: PhraseList = [
        "report on follow up to the concluding observations", "report on follow up to concluding observations",
        "report on the follow up to concluding observations", "report on the follow up to the concluding observations",
        "follow up progress report on concluding observations",
        "report of the special rapporteur for follow up to concluding observations",
        "report of the rapporteur on follow up to concluding observations",
        "rapport sur le suivi des observations finales", "rapport interimaire sur le suivi des observations finales",
        "informe sobre el seguimiento de las observaciones finales",
        "informe relativo al seguimiento de las observaciones finales",
        "доклад о последующих мерах в связи с заключительными замечаниями",
        "доклад о последующей деятельности в связи с заключительными замечаниями",
        "доклад о последующих действиях в связи с заключительными замечаниями",
        "تقرير عن متابعة الملاحظات الختامية", "تقرير متابعة الملاحظات الختامية",
        "التقرير المتعلق بمتابعة الملاحظات الختامية", "结论性意见后续落实情况报告", "结论性意见后续行动报告", "关于结论性意见后续行动的报告",
        "关于结论性意见后续落实情况的报告",
    ]
    static let listOfIssuesPrior: PhraseList = [
        "list of issues prior", "list of issues and questions prior", "list of themes prior",
        "liste de points etablie avant", "liste de points et de questions etablie avant",
        "lista de cuestiones previa", "lista de cuestiones y preguntas previa", "перечень вопросов до представления",
        "перечень вопросов предшествующ", "перечень тем и вопросов до", "قائمة المسايل المحالة قبل",
        "قائمة المسايل السابقة",
        "قائمة المسايل والاسيلة السابقة", "قائمة المسايل قبل", "报告前问题清单", "报告之前的问题清单", "提交报告前的问题清单",
    ]
    static let listOfIssues: PhraseList = [
        "list of issues", "list of themes", "liste de points", "liste des points", "liste de themes",
        "lista de cuestiones", "lista de temas", "перечень вопросов", "перечень тем", "قائمة المسايل", "قائمة بالمسايل",
        "قائمة المواضيع", "问题清单", "议题清单", "问题和议题清单",
    ]
    /// Replies of a State, which carry the list's name too.
    static let replies: PhraseList = [
        "replies of", "replies to", "reponses de", "reponses a la", "respuestas de", "respuestas a la", "ответы",
        "ردود", "答复", "follow up", "information received from", "renseignements recus", "informacion recibida",
    ]
    static let views: PhraseList = [
        "views adopted by", "views under article", "decision adopted by the committee", "constatations adoptees",
        "dictamen aprobado", "decision adoptee par le comite", "decision adoptada por el comite",
        "соображения принятые", "решение принятое комитетом", "اراء اعتمدتها", "الاراء التي اعتمدتها",
        "قرار اعتمدته اللجنة",
        "委员会通过的意见", "委员会通过的决定",
    ]
    static let inquiry: PhraseList = [
        "inquiry concerning", "report of the inquiry", "report on the inquiry", "report of the investigation",
        "enquete concernant", "rapport d enquete", "investigacion relativa", "investigacion sobre",
        "informe sobre la investigacion", "расследование в отношении", "доклад о расследовании",
        "доклад по итогам расследования",
        "التحقيق بشان", "التحقيق المتعلق", "تقرير التحقيق", "调查报告", "的调查",
    ]
    static let inquiryBodies: PhraseList = [
        "commission of inquiry", "fact finding mission", "commission d enquete", "mission d etablissement des faits",
        "comision de investigacion", "mision de determinacion de los hechos", "mision de investigacion",
        "комиссии по расследованию", "комиссия по расследованию", "миссии по установлению фактов", "لجنة التحقيق",
        "بعثة تقصي الحقايق", "调查委员会", "实况调查团",
    ]
    static let visit: PhraseList = [
        "visit to", "mission to", "visits to", "visite en", "visite au", "visite aux", "visite a", "mission en",
        "mission au", "mission aux", "mission a", "visita a", "visita al", "mision a", "mision al", "посещение",
        "поездка в", "визит в", "миссия в", "о его миссии", "о ее миссии", "о посещении", "о поездке", "زيارة",
        "زيارته",
        "زيارتها", "بعثة الى", "البعثة الى", "访问", "his mission", "her mission", "their mission",
    ]
    /// The State's own comments on a visit report.
    static let comments: PhraseList = [
        "comments by the state", "comments of the state", "comments by the government", "observations de l etat",
        "commentaires de l etat", "commentaires du gouvernement", "observaciones del estado", "comentarios del estado",
        "замечания государства", "комментарии государства", "تعليقات الدولة", "تعليقات الحكومة", "国家的评论", "政府的评论",
    ]
    static let mandates: PhraseList = [
        "special rapporteur", "independent expert", "working group", "rapporteur special", "rapporteuse speciale",
        "expert independant", "experte independante", "groupe de travail", "relator especial", "relatora especial",
        "experto independiente", "experta independiente", "grupo de trabajo", "специальн", "независим", "рабочей групп",
        "рабочая групп", "المقرر الخاص", "المقررة الخاصة", "المقرر", "الخبير المستقل", "الخبيرة المستقلة",
        "الفريق العامل",
        "特别报告员", "独立专家", "工作组",
    ]
    static let list: PhraseList = [
        "thematic list of recommendations", "matrix of recommendations", "list of recommendations",
        "recommendations matrix", "thematic list", "liste thematique", "matrice des recommandations",
        "lista tematica", "matriz de recomendaciones", "matriz tematica", "тематический перечень рекомендаций",
        "матрица рекомендаций", "قايمة مواضيعية", "قائمة مواضيعية", "مصفوفة التوصيات", "专题建议清单", "建议专题清单", "建议一览表",
    ]
    /// Heads of the columns of such lists.
    static let listColumns: PhraseList = ["full list of themes", "source of position", "level of implementation"]
}
