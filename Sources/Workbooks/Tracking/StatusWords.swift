import Plans

/// Words of six languages for how far a recommendation is.
enum StatusWords {
    enum Reading: Hashable {
        case status(ImplementationStatus)
        /// A position (`accepted`, `noted`): says nothing of implementation.
        case position
        /// A dash, "n/a", "to be confirmed".
        case nothing
    }

    /// Nil for words we do not know.
    static func read(_ text: String) -> Reading? {
        let words = WordKey.words(text)
        let key = words.joined(separator: " ")
        if key.isEmpty || nothing.contains(key) { return .nothing }
        if let exact = exact[key] { return .status(exact) }
        if positions.contains(key) { return .position }
        if let percent = percent(text) { return .status(percent) }
        for (word, status) in contained where WordKey.contains(word, in: key) { return .status(status) }
        return nil
    }

    /// `75 %`, `0.75` is left alone: it may be anything.
    private static func percent(_ text: String) -> ImplementationStatus? {
        guard text.contains(where: { "%٪％".contains($0) }) else { return nil }
        let digits = text.unicodeScalars.compactMap { WordKey.digit($0) }
        guard (1...3).contains(digits.count) else { return nil }
        switch digits.reduce(0, { $0 * 10 + $1 }) {
        case 0: return .notStarted
        case 1..<100: return .partly
        case 100: return .fully
        default: return nil
        }
    }

    private static let exact: [String: ImplementationStatus] = {
        var table: [String: ImplementationStatus] = [:]
        for (status, names) in names { for name in names { table[WordKey.of(name)] = status } }
        return table
    }()

    /// Longest first, so that "not implemented" is read before "implemented".
    private static let contained: [(word: String, status: ImplementationStatus)] =
        exact.map { ($0.key, $0.value) }.filter { $0.0.count > 3 || $0.0.unicodeScalars.contains { $0.value > 0x3400 } }
        .sorted { ($0.0.count, $1.0) > ($1.0.count, $0.0) }

    private static let nothing = Set(
        [
            "n a", "na", "tbc", "tbd", "to be confirmed", "unknown", "sans objet", "s o", "à confirmer", "нет данных",
            "por confirmar", "غير محدد", "待定", "未知", "x",
        ]
        .map { WordKey.of($0) })

    private static let positions = Set(
        [
            "accepted", "supported", "noted", "rejected", "pending", "acceptée", "accepté", "notée", "noté", "rejetée",
            "aceptada", "apoyada", "anotada", "rechazada", "принята", "принято", "принято к сведению", "отклонена",
            "مقبولة",
            "مؤيدة", "أحيط علما", "接受", "支持", "注意到", "拒绝",
        ]
        .map { WordKey.of($0) })

    private static let names: [ImplementationStatus: [String]] = [
        .notStarted: [
            "not started", "not yet started", "not begun", "not implemented", "not yet implemented", "no progress",
            "to do",
            "todo", "planned", "outstanding", "open", "non commencé", "non commencée", "pas commencé",
            "pas encore commencé",
            "non mise en oeuvre", "non mis en oeuvre", "non réalisée", "à faire", "prévue", "no iniciado",
            "no iniciada",
            "sin iniciar", "no implementada", "no cumplida", "por iniciar", "не начато", "не начата", "не выполнено",
            "не выполнена", "не приступали", "не реализована", "не реализовано", "لم يبدأ", "لم تبدأ", "لم تنفذ",
            "لم ينفذ",
            "غير منفذة", "لم يبدأ بعد", "未开始", "尚未开始", "未执行", "未落实", "未启动",
        ],
        .underWay: [
            "under way", "underway", "ongoing", "on going", "in progress", "in process", "in course", "started",
            "begun",
            "being implemented", "under implementation", "wip", "en cours", "en cours de réalisation",
            "en cours de mise en oeuvre", "en cours d exécution", "engagée", "entamé", "en curso", "en proceso",
            "en ejecución",
            "en marcha", "iniciado", "iniciada", "в процессе", "в работе", "выполняется", "в стадии выполнения",
            "осуществляется", "ведется", "начато", "قيد التنفيذ", "جار", "جاري", "جارية", "جاري التنفيذ", "بدأ",
            "مستمر", "进行中", "执行中",
            "正在进行", "正在执行", "落实中", "已启动",
        ],
        .partly: [
            "partly", "partly implemented", "partially", "partially implemented", "partial", "partly done", "part impl",
            "partially impl", "in part", "partiellement", "partiellement mise en oeuvre", "partiellement réalisée",
            "partielle",
            "en partie", "parcialmente", "parcialmente implementada", "parcialmente cumplida", "parcial", "частично",
            "частично выполнено", "частично выполнена", "частично реализована", "جزئيا", "منفذة جزئيا", "تنفيذ جزئي",
            "نفذت جزئيا",
            "部分", "部分执行", "部分落实", "部分完成",
        ],
        .fully: [
            "fully", "fully implemented", "implemented", "done", "complete", "completed", "full", "finished",
            "achieved",
            "impl", "closed", "mise en oeuvre", "mis en oeuvre", "pleinement mise en oeuvre", "réalisée", "réalisé",
            "achevé",
            "achevée", "exécutée", "terminé", "terminée", "cumplida", "cumplido", "implementada", "implementado",
            "completada", "completado", "totalmente implementada", "finalizado", "finalizada", "выполнено", "выполнена",
            "полностью выполнено", "реализована", "реализовано", "завершено", "исполнено", "منفذة", "نفذت",
            "تم التنفيذ",
            "منفذة بالكامل", "مكتمل", "مكتملة", "تم", "已执行", "完成", "已完成", "已落实", "全部完成", "全面落实",
        ],
        .notPursued: [
            "not pursued", "abandoned", "dropped", "will not be implemented", "not to be implemented",
            "no longer relevant",
            "discontinued", "cancelled", "canceled", "abandonnée", "abandonné", "ne sera pas mise en oeuvre", "annulée",
            "descartada", "abandonada", "cancelada", "no se implementará", "не будет выполняться", "снято", "отменено",
            "не осуществляется", "снята с контроля", "ألغيت", "ملغاة", "لن تنفذ", "متروكة", "不再执行", "已取消", "放弃", "不予执行",
        ],
    ]
}
