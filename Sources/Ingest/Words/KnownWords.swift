import Domain

/// The words sources use for positions and kinds, in the six languages and in the spellings of each source.
enum KnownWords {
    /// Nil for a word that states no position we know.
    static func position(_ word: String) -> Position? { positions[key(word)] }
    static func kind(_ word: String) -> RecommendationKind? { kinds[key(word)] }

    /// Small letters, without marks and double spaces.
    static func key(_ word: String) -> String {
        word.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    static let positionsShown = ["Supported", "Accepted", "Noted", "Rejected", "Pending"]
    static let kindsShown = ["Recommendation", "Observation", "Pledge"]

    private static let positions: [String: Position] = table([
        .supported: [
            "supported", "support", "accepted", "accept", "enjoys the support", "enjoy the support", "yes", "accepté",
            "acceptée",
            "appuyé", "appuyée", "soutenue", "aceptada", "aceptado", "apoyada", "cuenta con el apoyo", "принято",
            "принята",
            "поддержано", "поддержана", "поддерживается", "مقبولة", "مقبول", "تحظى بالتأييد", "مؤيدة", "接受", "支持",
            "获得支持",
            "supported in part", "partially supported", "partially accepted",
        ],
        .noted: [
            "noted", "note", "rejected", "not accepted", "not supported", "general response", "no response",
            "no clear position",
            "unclear", "noté", "notée", "rejeté", "rejetée", "tomada nota", "anotada", "se toma nota", "rechazada",
            "rechazado",
            "принято к сведению", "отклонено", "отклонена", "отмечено", "أحيط علما", "أحيط بها علما", "مرفوضة", "注意到",
            "拒绝", "知悉",
        ],
        .pending: [
            "pending", "in abeyance", "deferred", "to be examined", "will be examined", "en suspens", "en attente",
            "pendiente",
            "на рассмотрении", "рассматривается", "قيد النظر", "معلقة", "待定", "待审议",
        ],
    ])

    private static let kinds: [String: RecommendationKind] = table([
        .recommendation: [
            "recommendation", "recommendations", "recommandation", "recommandations", "recomendación",
            "recomendaciones",
            "рекомендация", "рекомендации", "توصية", "توصيات", "建议",
        ],
        .observation: [
            "observation", "observations", "concerns observations", "concern", "concerns", "concern observation",
            "observación",
            "préoccupations observations", "наблюдение", "замечание", "озабоченность", "ملاحظة", "شواغل", "意见", "关切",
            "positive aspects", "positive aspect",
        ],
        .pledge: [
            "pledge", "pledges", "voluntary pledge", "voluntary pledges", "voluntary commitment",
            "voluntary commitments",
            "voluntary pledges commitments", "commitment", "engagement", "engagement volontaire", "compromiso",
            "compromiso voluntario", "promesa", "обязательство", "добровольное обязательство", "تعهد", "تعهد طوعي",
            "承诺", "自愿承诺",
        ],
    ])

    private static func table<Value: Hashable>(_ words: [Value: [String]]) -> [String: Value] {
        var table: [String: Value] = [:]
        for (value, spellings) in words { for spelling in spellings { table[key(spelling)] = value } }
        return table
    }
}
