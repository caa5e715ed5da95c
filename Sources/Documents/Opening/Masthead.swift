import Domain

/// The upper part of a first page: whose document it is, its distribution, session and agenda item. What follows is the title.
enum Masthead {
    /// The date of distribution, which stands behind "Distr."; for a letter the first line that is a date.
    static func published(_ page: FirstPage) -> CalendarDate? {
        let segments = page.segments
        if let start = segments.firstIndex(where: { $0.folded.hasPrefix(distribution) }) {
            for segment in segments[start...].prefix(8) {
                if let date = PrintedDate.whole(segment.text) ?? behindDistribution(segment) { return date }
            }
        }
        return segments.prefix(60).lazy.compactMap { PrintedDate.whole($0.text) }.first
    }

    /// `Distr.: General 19 December 2019` in one piece.
    private static func behindDistribution(_ segment: FirstPage.Segment) -> CalendarDate? {
        segment.folded.hasPrefix(distribution) ? PrintedDate.first(in: segment.text) : nil
    }

    /// The symbol that stands alone, before any other; else the one of a running header.
    static func symbol(_ page: FirstPage) -> DocumentSymbol? {
        for segment in page.segments.prefix(60) {
            if let symbol = PrintedSymbol.whole(segment.text) { return symbol }
            // `United Nations A/HRC/43/15` in one piece.
            let words = segment.text.split(separator: " ")
            if words.count <= 8, let last = words.last, let symbol = PrintedSymbol.whole(last),
                segment.folded.hasPrefix(organisation)
            {
                return symbol
            }
        }
        return page.headers.lazy.compactMap { PrintedSymbol.whole($0) }.first
    }

    static func isPart(_ segment: FirstPage.Segment) -> Bool {
        let folded = segment.folded
        return folded.isEmpty || folded.words.count == 1 && segment.text.count <= 3
            || PrintedSymbol.whole(segment.text) != nil || PrintedDate.whole(segment.text) != nil
            || PrintedLanguage.isName(segment) || folded.hasPrefix(distribution) || folded.hasPrefix(organisation)
            || folded.hasPrefix(agenda) || isSession(segment)
    }

    private static func isSession(_ segment: FirstPage.Segment) -> Bool {
        let words = segment.folded.words
        guard words.count <= 9 else { return false }
        if SessionMention.first(in: segment.text) != nil { return true }
        // `24 February–20 March 2020`
        return words.contains { PrintedDate.month(of: $0) != nil } && words.contains { $0.contains(where: \.isNumber) }
            || segment.text.contains("年") && segment.text.contains("月")
    }

    private static let distribution: PhraseList = [
        "distr", "generale ", "general ", "общее", "عام ", "普通", "limited", "limitee",
    ]
    private static let organisation: PhraseList = [
        "united nations", "nations unies", "naciones unidas", "организация объединенных наций", "объединенных наций",
        "الامم المتحدة", "联合国", "united ", "nations ", "general assembly", "assemblee generale", "asamblea general",
        "генеральная ассамблея", "الجمعية العامة", "大会", "economic and social council", "conseil economique",
        "consejo economico", "экономический и социальный", "المجلس الاقتصادي", "经济及社会理事会", "human rights council",
        "conseil des droits de l homme", "consejo de derechos humanos", "совет по правам человека", "مجلس حقوق الانسان",
        "人权理事会", "convention on", "international convention", "international covenant", "convention relative",
        "convention internationale", "convencion ", "pacto internacional", "pacte international", "конвенция",
        "международная конвенция", "международный пакт", "اتفاقية", "الاتفاقية الدولية", "العهد الدولي", "公约",
        "committee on", "committee against", "human rights committee ", "comite ", "комитет", "اللجنة المعنية",
        "لجنة", "委员会", "ge ", "working group on the universal periodic review ",
    ]
    private static let agenda: PhraseList = [
        "agenda item", "point 6", "point 3", "point 4", "tema 6", "tema 3", "tema 4", "пункт", "البند", "议程项目",
        "universal periodic review ", "examen periodique universel ", "examen periodico universal ",
        "универсальный периодический обзор ", "الاستعراض الدوري الشامل ", "普遍定期审议 ",
        "promotion and protection of all human rights", "advance unedited version", "advance edited version",
    ]
}
