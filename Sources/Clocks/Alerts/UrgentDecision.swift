import Domain

/// How a decision of a committee that asks for urgent action, or warns early, is known among its documents: by its symbol, else by
/// what its title says. An early warning names both procedures, so that it is looked for first.
enum UrgentDecision {
    private static let warningSymbols: Set<String> = ["EWUAP", "EWUA", "EW"]
    private static let urgentSymbols: Set<String> = ["UA", "URGENT"]
    private static let warningWords = [
        "early warning", "early-warning", "alerte rapide", "alerte précoce", "alerta temprana",
        "раннего предупреждения",
        "раннее предупреждение", "الإنذار المبكر", "预警",
    ]
    private static let urgentWords = [
        "urgent action", "action en urgence", "action urgente", "actions en urgence", "actions urgentes",
        "acción urgente", "acciones urgentes", "medidas urgentes", "незамедлительных действ", "срочных мер",
        "срочные меры",
        "الإجراءات العاجلة", "إجراء عاجل", "紧急行动",
    ]

    /// Nil for any other document. Guidelines and lists of procedures name no State and never come here.
    static func kind(_ document: Document) -> AlertKind? {
        let parts = Set((document.symbol?.printed ?? "").uppercased().split(separator: "/").map(String.init))
        let title = (document.title ?? "").lowercased()
        if !parts.isDisjoint(with: warningSymbols) || warningWords.contains(where: { title.contains($0) }) {
            return .earlyWarning
        }
        if !parts.isDisjoint(with: urgentSymbols) || urgentWords.contains(where: { title.contains($0) }) {
            return .urgentAction
        }
        return nil
    }
}
