import Domain
import Reference

/// Finds the session of the Working Group in which a State was reviewed. The Council's session on the first page is another one.
enum ReviewSessionOfDocument {
    struct Found {
        var session: Int?
        var doubt: Doubt?
    }

    static func find(_ page: FirstPage, symbol: DocumentSymbol?, _ reference: ReferenceFacts) -> Found {
        let printed = inParagraphOne(page.opening).flatMap { reference.session($0) == nil ? nil : $0 }
        let symbols = [symbol].compactMap(\.self) + PrintedSymbol.all(in: page.opening)
        let ofSymbols = mostFrequent(symbols.compactMap(PrintedSymbol.reviewSession(of:)))
        guard let printed, let ofSymbols, printed != ofSymbols else {
            return Found(session: printed ?? ofSymbols ?? inHeader(page))
        }
        return Found(session: printed, doubt: Doubt(.numberUnclear, "\(printed) / \(ofSymbols)"))
    }

    /// The first session behind the resolution that set the Working Group up.
    private static func inParagraphOne(_ opening: String) -> Int? {
        for found in opening.ranges(of: "5/1") {
            let isPart = [opening[..<found.lowerBound].last, opening[found.upperBound...].first].contains {
                $0.map { $0.isNumber || $0 == "/" } ?? false
            }
            if !isPart { return SessionMention.first(in: opening[found.upperBound...].prefix(220)) }
        }
        return nil
    }

    /// `UPR of Aldora (3rd Cycle - 34th Session)`
    private static func inHeader(_ page: FirstPage) -> Int? {
        page.segments.prefix(30).lazy.filter { $0.folded.contains(cycle) }
            .compactMap { SessionMention.first(in: $0.text) }.first
    }

    private static let cycle: PhraseList = ["cycle", "ciclo", "цикл", "الجولة", "دورة الاستعراض", "周期", "轮"]

    private static func mostFrequent(_ sessions: [Int]) -> Int? {
        let counts = sessions.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
