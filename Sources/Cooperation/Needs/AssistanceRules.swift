package import Domain
import Language

/// Why a recommendation is proposed as the beginning of a need. Rules are few and shown, so that whoever reads a proposal can check it.
package enum AssistanceRule: Hashable, Sendable {
    /// It is tagged as asking to seek help or to share experience (UPR Info's first category of action).
    case action
    /// Its text has these words.
    case words(String)

    /// Which rules hold for a recommendation; none: it is not proposed.
    package static func holding(for recommendation: Recommendation) -> [AssistanceRule] {
        var rules: [AssistanceRule] = recommendation.effectiveAction == .minimal ? [.action] : []
        for language in recommendation.texts.keys.sorted() {
            guard let phrases = phrases[language], let text = recommendation.texts[language] else { continue }
            let folded = TextFolding.fold(text)
            if let phrase = phrases.first(where: { folded.contains(TextFolding.fold($0)) }) {
                rules.append(.words(phrase))
            }
        }
        return rules
    }

    /// Words by which help is asked for, in the United Nations' own usage of each language.
    static let phrases: [LanguageTag: [String]] = [
        .english: [
            "technical assistance", "technical cooperation", "capacity-building", "capacity building",
            "international assistance", "international cooperation", "financial assistance", "financial support",
            "seek assistance", "seek support", "request assistance", "support of the international community",
            "assistance from", "cooperation with OHCHR", "share best practices", "share good practices",
        ],
        .french: [
            "assistance technique", "coopération technique", "renforcement des capacités", "aide internationale",
            "assistance internationale", "coopération internationale", "assistance financière", "appui financier",
            "demander l’assistance", "solliciter l’assistance", "bonnes pratiques",
        ],
        .spanish: [
            "asistencia técnica", "cooperación técnica", "fomento de la capacidad", "creación de capacidad",
            "asistencia internacional", "cooperación internacional", "asistencia financiera", "apoyo financiero",
            "solicitar asistencia", "buenas prácticas",
        ],
        .russian: [
            "техническую помощь", "технической помощи", "техническое сотрудничество", "укрепление потенциала",
            "укреплению потенциала", "международную помощь", "международной помощи", "международного сотрудничества",
            "международное сотрудничество", "финансовую помощь", "передовой практикой", "передовым опытом",
        ],
        .arabic: [
            "المساعدة التقنية", "التعاون التقني", "بناء القدرات", "المساعدة الدولية", "التعاون الدولي",
            "المساعدة المالية", "الدعم المالي", "التماس المساعدة", "أفضل الممارسات", "الممارسات الجيدة",
        ],
        .chinese: ["技术援助", "技术合作", "能力建设", "国际援助", "国际合作", "财政援助", "资金支持", "寻求援助", "最佳做法", "良好做法"],
    ]
}
