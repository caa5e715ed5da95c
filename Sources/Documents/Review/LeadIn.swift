import Domain

/// What the words before a list of recommendations say of the State's answer.
struct LeadIn: Hashable, Sendable {
    var position: Position?
    /// "Already implemented or in the process of implementation".
    var claim: Finding.Claim.Status?
    /// Whether these words speak of recommendations at all.
    var speaksOfRecommendations: Bool
    /// "All conclusions and/or recommendations contained in the present report reflect the position of ...".
    var isClosing: Bool

    /// "announced the following voluntary commitments".
    var announcesPledges: Bool

    init(_ text: String) {
        let folded = Self.folded(text)
        func has(_ phrases: [String]) -> Bool { phrases.contains { folded.contains($0) } }
        isClosing = has(Phrases.closing)
        speaksOfRecommendations = has(Phrases.recommendations)
        if has(Phrases.noted) {
            position = .noted
        } else if has(Phrases.pending), !has(Phrases.supportedFirst) {
            position = .pending
        } else if has(Phrases.supported) {
            position = .supported
        }
        announcesPledges = has(Phrases.pledges) && position == nil
        if has(Phrases.implemented) {
            claim = has(Phrases.inProgress) ? .inProgress : .implemented
            if position == nil { position = .supported }
        }
    }

    static func folded(_ text: String) -> String {
        var folded = ""
        var wasSpace = true
        for scalar in text.lowercased().unicodeScalars {
            // Tatweel and short vowels are not written by everybody.
            if (0x64B...0x652).contains(scalar.value) || scalar.value == 0x640 { continue }
            let isSpace = scalar.properties.isWhitespace
            if isSpace, wasSpace { continue }
            folded.unicodeScalars.append(isSpace ? " " : scalar == "’" ? "'" : scalar == "ё" ? "е" : scalar)
            wasSpace = isSpace
        }
        return folded
    }
}

/// Phrases of the Working Group's reports in the six languages, in small letters.
enum Phrases {
    static let heading = [
        "conclusions and/or recommendations", "conclusions and recommendations", "conclusions et/ou recommandations",
        "conclusions et recommandations", "conclusiones y/o recomendaciones", "conclusiones y recomendaciones",
        "выводы и/или рекомендации", "выводы и рекомендации", "الاستنتاجات و/أو التوصيات", "الاستنتاجات والتوصيات",
        "结论和/或建议", "结论和建议",
    ]
    static let pledges = [
        "voluntary pledges", "voluntary commitments", "engagements volontaires", "compromisos voluntarios",
        "promesas y compromisos", "promesas voluntarias", "добровольные обязательства", "добровольные обещания",
        "التعهدات الطوعية", "الالتزامات الطوعية", "التعهدات والالتزامات", "自愿承诺", "自愿许诺", "自愿保证",
    ]
    static let annex = ["annex", "annexe", "anexo", "приложение", "المرفق", "مرفق", "附件"]
    static let closing = [
        "all conclusions and/or recommendations", "all conclusions and recommendations",
        "all the conclusions and/or recommendations",
        "toutes les conclusions et/ou recommandations", "toutes les conclusions et recommandations",
        "todas las conclusiones y/o recomendaciones", "todas las conclusiones y recomendaciones", "все выводы и",
        "جميع الاستنتاجات", "所有结论",
    ]
    static let recommendations = [
        "recommendation", "recommandation", "recomendaci", "рекомендац", "توصي", "建议",
    ]
    static let noted = [
        "not enjoy the support", "not enjoy its support", "not enjoy their support", "not enjoy support",
        "does not support", "did not support", "do not have the support", "did not have the support",
        "could not support", "cannot support", "cannot be accepted", "could not be accepted", "not be supported",
        "are not supported", "not accepted", "were rejected", "are rejected", "have been rejected", "rejected by",
        "have been noted", "are noted", "were noted", "noted by", "takes note", "took note", "not in a position to",
        "does not accept", "did not accept", "unable to support", "unable to accept", "not in agreement",
        "не пользуются", "не получили", "не поддержива", "не поддержан", "не были поддержан",
        "приняты к сведению", "принял к сведению", "приняла к сведению", "не могут быть приняты", "отклонены",
        "отклонил",
        "n'ont pas recueilli", "n'a pas souscrit", "ne recueillent pas", "n'ont pas reçu l'appui", "n'appuie pas",
        "n'a pas accepté",
        "n'ont pas été acceptées", "a pris note", "il est pris note", "a été pris note", "ont été notées",
        "sont notées",
        "n'ont pas l'appui", "prend note", "no cuentan con el apoyo", "no contaron con el apoyo", "no gozan del apoyo",
        "no han recibido el apoyo", "no aceptó", "no acepta", "no fueron aceptadas", "no apoya", "ha tomado nota",
        "tomó nota", "toma nota", "se ha tomado nota", "لا تحظى", "لم تحظ", "ولم تؤيد", "لا تؤيد", "لم تؤيد", "لم تقبل",
        "لا تقبل", "أحيط علما", "أحاطت", "رفضت", "不支持", "未获", "未得到", "没有得到", "不接受", "不予接受", "已注意到",
        "表示注意到", "予以注意",
    ]
    static let supported = [
        "enjoy the support", "enjoys the support", "enjoy its support", "enjoy their support", "enjoyed the support",
        "have the support", "has the support", "are supported", "were supported", "been supported", "supports the",
        "were accepted", "are accepted", "been accepted", "has accepted", "have accepted", "accepts the", "accepted by",
        "agreed to", "in agreement with", "enjoy support", "recueillent l'adhésion", "recueilli l'adhésion",
        "recueillent son adhésion", "recueilli son adhésion", "recueillent leur adhésion", "reçu l'adhésion",
        "ont l'appui", "recueillent l'appui", "recueilli l'appui", "reçu l'appui", "appuie les",
        "ont été acceptées", "sont acceptées", "a accepté", "accepte les", "cuentan con el apoyo", "gozan del apoyo",
        "contaron con el apoyo", "cuentan con su apoyo", "han recibido el apoyo", "fueron aceptadas", "ha aceptado",
        "aceptó", "acepta las", "apoya las", "han sido aceptadas", "пользуются поддержкой", "пользуются ее поддержкой",
        "пользуются его поддержкой", "получили поддержку", "получили ее поддержку", "получили его поддержку",
        "поддержаны", "поддерживает", "приняты", "принимает", "были приняты", "تحظى بتأييد", "حظيت بتأييد", "تؤيد",
        "وأيدت", "أيدت", "تحظى بدعم", "حظيت بدعم", "قبلت", "مقبولة", "تقبل", "得到", "获得", "支持", "接受",
    ]
    /// Support that comes before words about later answers.
    static let supportedFirst = [
        "enjoy the support", "enjoy its support", "recueillent l'adhésion",
        "recueillent son adhésion", "cuentan con el apoyo", "cuentan con su apoyo", "gozan del apoyo",
        "пользуются поддержкой",
        "получили ее поддержку", "получили его поддержку", "تحظى بتأييد", "得到",
    ]
    static let pending = [
        "will be examined", "will be further examined", "will examine", "would be examined", "be considered by",
        "will consider", "will provide responses", "will provide its response", "will respond",
        "provide responses in due",
        "responses in due time", "response in due", "will be included in the outcome", "response will be",
        "responses will be", "will be provided", "remain pending", "left pending", "left for consideration", "pending",
        "shall be examined", "will be subject to", "will further consider", "seront examinées", "examinera",
        "fournira des réponses", "donnera une réponse", "donnera ses réponses", "fournira ses réponses",
        "répondra en temps", "y répondra", "serán examinadas", "examinará", "responderá a su",
        "dará respuesta", "ofrecerá respuestas", "будут рассмотрены", "будут изучены", "рассмотрит",
        "представит ответы",
        "даст ответы", "ستنظر", "ستدرس", "سيجري النظر", "ستبحث", "وستقدم ردود", "ستقدم ردود", "将予以审议", "将审议",
        "将予审议", "将研究", "将予研究", "将及时", "将适时", "将在适当时候", "作出答复", "作出回应", "提供答复",
    ]
    static let implemented = [
        "already implemented", "already been implemented", "already being implemented", "has already implemented",
        "are implemented", "in the process of implementation", "in the process of being implemented", "déjà appliquées",
        "déjà été appliquées", "déjà mises en œuvre", "déjà été mises en œuvre", "en cours d'application",
        "ya se han aplicado", "ya aplicadas", "ya se están aplicando", "ya han sido aplicadas", "en vías de aplicación",
        "уже выполнены", "уже осуществлены", "уже осуществляются", "уже выполняются", "в процессе осуществления",
        "نفذت بالفعل", "منفذة بالفعل", "قيد التنفيذ", "已经落实", "已落实", "已执行", "正在落实", "正在执行",
    ]
    static let inProgress = [
        "process of", "being implemented", "en cours", "están aplicando", "en vías", "осуществляются", "выполняются",
        "в процессе", "قيد التنفيذ", "正在",
    ]
}
