/// The words by which committees and special procedures ask, regret and welcome, in six languages.
enum CommitteeWords {
    /// Words that recommend by themselves.
    static let recommends = FlowPhrases([
        // en
        "State party should", "States parties should", "State party must", "State should", "Committee recommends",
        "Committee also recommends", "Committee further recommends", "Subcommittee recommends",
        "Subcommittee also recommends",
        "recommends that", "recommends the", "recommends to", "urges the", "urges that", "urged to", "urges it",
        "calls upon", "calls on",
        "encourages the State", "encourages it", "encourages the authorities", "is encouraged to", "invites the State",
        "is invited to",
        "is requested to", "requests the State", "requests that the State", "requests it to", "asks the State",
        "reiterates its recommendation",
        "reiterates its previous recommendation", "reiterates its earlier recommendation",
        "reiterates the recommendation",
        "strongly advises", "authorities should", "Government should", "it should", "recommends strongly",
        "strongly recommends",
        "invites it to", "encourages its", "would encourage", "proposes that",
        // fr
        "recommande", "l’État partie devrait", "l’Etat partie devra", "l’État partie doit", "États parties devraient",
        "exhorte",
        "engage l’État", "engage instamment", "l’engage", "engage vivement", "encourage l’État", "l’encourage",
        "encourage vivement",
        "invite l’État", "l’invite", "demande à l’État", "lui demande", "demande instamment", "prie l’État",
        "prie instamment", "le prie de",
        "appelle l’État", "le Gouvernement devrait", "les autorités devraient", "est invité à", "est prié de",
        "réitère sa recommandation",
        // es
        "recomienda", "el Estado parte debe", "el Estado parte debería", "insta al", "insta a", "exhorta",
        "alienta al Estado",
        "alienta a", "lo alienta", "le alienta", "invita al Estado", "lo invita", "le invita", "pide al Estado",
        "le pide", "le solicita",
        "solicita al Estado", "le insta", "lo insta", "anima al", "reitera su recomendación", "el Gobierno debería",
        "el Estado debería",
        "las autoridades deberían", "se invita al", "se pide al", "el Estado debe", "pide que", "solicita que",
        // ru
        "рекомендует", "государству-участнику следует", "государствам-участникам следует",
        "государство-участник должно",
        "государству-участнику надлежит", "призывает государство", "призывает его", "настоятельно призывает",
        "призывает принять",
        "предлагает государству", "предлагает ему", "просит государство", "просит его", "побуждает",
        "повторяет свою рекомендацию",
        "правительству следует", "государству следует", "государство должно", "вновь призывает", "властям следует",
        "рекомендуется",
        // ar
        "توصي", "توصى", "يوصي", "ينبغي للدولة", "ينبغي للحكومة", "ينبغي أن", "ينبغي لها", "على الدولة الطرف أن", "تحث",
        "يحث", "تشجع",
        "يشجع", "تدعو", "يدعو", "وتدعوها", "تطلب", "يطلب إلى", "تناشد", "يجب على الدولة",
        // zh
        "委员会建议", "建议缔约国", "建议该国", "建议政府", "缔约国应", "缔约国必须", "敦促", "鼓励缔约国", "鼓励该国", "呼吁", "促请", "请缔约国",
        "请该国", "要求缔约国", "邀请缔约国", "委员会还建议", "委员会重申其建议", "政府应", "建议：", "该国应",
    ])

    static let concern = FlowPhrases([
        "concern", "regret", "deplore", "alarmed", "worr", "préoccup", "regrett", "déplore", "s’inquiète", "inquiet",
        "preocup", "lament",
        "inquiet", "deplora", "озабочен", "обеспокоен", "сожале", "беспокой", "тревог", "قلق", "تأسف", "يأسف", "تأسى",
        "يساور", "关切",
        "遗憾", "不安", "关注到",
    ])

    static let positive = FlowPhrases([
        "welcomes", "welcomed", "notes with satisfaction", "notes with appreciation", "commends", "appreciat",
        "se félicite", "accueille avec",
        "salue", "note avec satisfaction", "acoge con", "celebra", "observa con satisfacción", "encomia", "felicita",
        "приветствует",
        "с удовлетворением", "выражает признательность", "ترحب", "يرحب", "تلاحظ بارتياح", "بارتياح", "تثني",
        "تعرب عن تقديرها", "欢迎",
        "赞赏", "满意地", "高兴",
    ])

    static let introductionHeading = FlowPhrases([
        "introduction", "introducción", "введение", "مقدمة", "导言", "一、导言",
    ])
    static let positiveHeading = FlowPhrases([
        "positive", "aspects positifs", "aspectos positivos", "позитивны", "положительны", "الجوانب الإيجابية", "积极方面",
        "积极",
    ])

    static let particularImportance = FlowPhrases([
        "particular importance", "particularly important", "urgent measures", "importance particulière",
        "particular importancia",
        "especial importancia", "importancia particular", "importancia especial", "medidas urgentes",
        "mesures urgentes",
        "особую важность", "особое значение", "особо важн", "особой важности", "особо важное", "неотложные меры",
        "неотложных мер",
        "أهمية خاصة", "الأهمية الخاصة", "تدابير عاجلة", "特别重要", "特别重视", "尤为重要", "紧急措施",
    ])

    /// What a closing paragraph asks for about the paragraphs it names.
    static let followUp = FlowPhrases([
        "follow-up", "follow up", "implementation of", "information on", "implement the recommendation",
        "its implementation", "to implement", "implemented", "provide information", "provide written information",
        "in writing", "suite donnée",
        "donner suite", "suivi", "mise en œuvre", "mise en oeuvre", "renseignements", "seguimiento", "curso dado",
        "curso que haya dado",
        "aplicación de las recomendaciones", "aplicar las recomendaciones", "aplicación", "información", "последующ",
        "осуществлени",
        "выполнени", "информацию", "متابعة", "تنفيذ", "معلومات", "后续", "落实", "执行", "资料", "信息",
    ])

    static let nextReport = FlowPhrases([
        "next periodic report", "next report", "periodic report", "periodic reports", "prochain rapport",
        "rapport périodique",
        "rapports périodiques", "próximo informe", "informe periódico", "informes periódicos",
        "следующий периодический", "периодический доклад",
        "следующий доклад", "периодические доклады", "التقرير الدوري", "تقريرها الدوري", "تقريرها المقبل", "تقاريرها",
        "定期报告", "下次报告",
    ])
    static let submit = FlowPhrases([
        "submit", "submission", "soumettre", "présenter", "presentar", "presente", "presentación", "представить",
        "представления", "تقديم", "تقدم",
        "أن تقدم", "提交",
    ])
    static let adopted = FlowPhrases([
        "adopted", "adoption", "a adopté", "adopté", "adopta", "aprobó", "aprobadas", "adoptó", "принял", "утвердил",
        "اعتمدت", "اعتمد", "通过",
    ])
}
