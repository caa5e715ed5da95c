import Domain
import Reference

/// Reads what the first page says of the document.
enum FactsReader {
    /// The options overrule the page; what the page does not tell is nil and a doubt.
    static func facts(
        of text: DocumentText, _ options: DocumentReader.Options, _ reference: ReferenceFacts
    ) -> DocumentFacts {
        OpeningReader(text, options, reference).facts
    }
}

/// One first page on its way to the document's facts.
private struct OpeningReader {
    private let text: DocumentText
    private let options: DocumentReader.Options
    private let reference: ReferenceFacts
    private let page: FirstPage
    private let title: TitleBlock?
    private let letter: DocumentSymbol?
    private let language: LanguageTag?
    private let symbol: DocumentSymbol?
    private let kind: DocumentKind

    init(_ text: DocumentText, _ options: DocumentReader.Options, _ reference: ReferenceFacts) {
        self.text = text
        self.options = options
        self.reference = reference
        page = FirstPage(text)
        title = TitleBlock(page, states: NamedState(reference))
        language = options.language ?? PrintedLanguage.language(of: page)
        let printed = Masthead.symbol(page)
        letter = printed == nil ? PrintedReference.first(in: page.segments.map(\.text).joined(separator: " ")) : nil
        symbol = options.symbol ?? printed ?? letter
        kind =
            options.kind
            ?? KindOfDocument(
                symbol: printed ?? options.symbol, title: FoldedText(title?.text ?? ""), top: Self.top(page),
                isCommunication: letter != nil
            ).kind
    }

    private static func top(_ page: FirstPage) -> FoldedText {
        FoldedText(page.segments.prefix(60).map(\.text).joined(separator: " ").prefix(6_000))
    }

    var facts: DocumentFacts {
        var facts = DocumentFacts(
            kind: kind, symbol: symbol, title: printedTitle, mechanism: mechanism, state: state,
            published: kind == .thematicList ? nil : Masthead.published(page), language: language ?? .english,
            parent: parent, pageCount: text.pageCount)
        if isReview {
            let found = ReviewSessionOfDocument.find(page, symbol: symbol, reference)
            facts.session = found.session
            facts.cycle = found.session.flatMap { reference.cycle(ofSession: $0) }
            facts.doubts += [found.doubt].compactMap(\.self)
        } else if let number = page.segments.prefix(40).lazy.compactMap({ SessionMention.first(in: $0.text) }).first {
            facts.session = number
        }
        facts.doubts += doubts(facts)
        return facts
    }

    private var isReview: Bool {
        [.reviewReport, .reviewDraft, .addendum, .thematicList].contains(kind)
            || symbol.map { PrintedSymbol.parts(of: $0).contains("WG.6") } ?? false
    }

    private func doubts(_ facts: DocumentFacts) -> [Doubt] {
        var doubts: [Doubt] = []
        if facts.symbol == nil, kind != .thematicList { doubts.append(Doubt(.symbolMissing)) }
        if facts.state == nil { doubts.append(Doubt(.stateMissing)) }
        if facts.published == nil, kind != .thematicList { doubts.append(Doubt(.dateUnclear)) }
        if language == nil { doubts.append(Doubt(.languageUnclear)) }
        if text.origin == .recognised { doubts.append(Doubt(.recognised)) }
        return doubts
    }
}

extension OpeningReader {
    /// Where the State may stand alone: under the title.
    private var belowTitle: ArraySlice<FirstPage.Segment> {
        let start = min(title?.range.upperBound ?? 0, page.segments.count)
        return page.segments[start...].prefix(14)
    }

    private var state: StateCode? {
        if let state = options.state { return state }
        let named = NamedState(reference)
        let language = language ?? .english
        if let letter { return PrintedReference.state(of: letter).flatMap { reference.facts(of: $0)?.code } }
        switch kind {
        case .reviewReport, .reviewDraft, .addendum:
            return named.alone(in: belowTitle)?.state ?? ofSymbols ?? inTitle(named, language)
        case .concludingObservations, .listOfIssues, .listOfIssuesPrior:
            return symbol.flatMap { reference.state(ofSymbol: $0) } ?? inTitle(named, language)
        case .views, .inquiry:
            return symbol.flatMap { reference.state(ofSymbol: $0) } ?? stateParty(named) ?? inTitle(named, language)
                ?? mechanism.flatMap { reference.facts(of: $0)?.state }
        case .thematicList: return inHeader(named, language) ?? inTitle(named, language) ?? ofSymbols
        case .visitReport, .communication, .paragraphs, .followUpReport:
            return symbol.flatMap { reference.state(ofSymbol: $0) } ?? inTitle(named, language)
                ?? named.alone(in: belowTitle)?.state
        }
    }

    private func inTitle(_ named: NamedState, _ language: LanguageTag) -> StateCode? {
        guard let title else { return nil }
        return named.inside(title.text, language)
            ?? named.inside(belowTitle.prefix(5).map(\.text).joined(separator: " "), language)
    }

    /// `UPR of Aldora (3rd Cycle - 34th Session)`
    private func inHeader(_ named: NamedState, _ language: LanguageTag) -> StateCode? {
        page.segments.prefix(20).lazy.filter { $0.text.count <= 200 }
            .compactMap { named.inside(String($0.text.prefix { $0 != "(" }), language) }.first
    }

    /// The line "State party:" of a complaint.
    private func stateParty(_ named: NamedState) -> StateCode? {
        for (index, segment) in page.segments.enumerated() where segment.folded.hasPrefix(Self.stateParty) {
            let here = segment.text.drop { $0 != ":" && $0 != "：" }.dropFirst()
            if let state = named.state(named: String(here)) { return state }
            if index + 1 < page.segments.count, let state = named.state(named: page.segments[index + 1].text) {
                return state
            }
        }
        return nil
    }

    /// The State's code in the symbols of its national report.
    private var ofSymbols: StateCode? {
        PrintedSymbol.all(in: page.opening).lazy.filter { PrintedSymbol.reviewSession(of: $0) != nil }
            .compactMap { reference.state(ofSymbol: $0) }.first
    }

    private static let stateParty: PhraseList = [
        "state party", "states party", "etat partie", "estado parte", "государство участник", "الدولة الطرف", "缔约国",
    ]
}

extension OpeningReader {
    private var mechanism: MechanismCode? {
        if let mechanism = options.mechanism { return mechanism }
        if isReview { return symbol?.isDemonstration == true ? .demonstrationReview : .upr }
        if let symbol, let mechanism = reference.mechanism(ofSymbol: symbol) { return mechanism }
        let top = FoldedText(page.segments.prefix(80).map(\.text).joined(separator: " ").prefix(6_000))
        switch kind {
        case .visitReport, .communication: return named(top, [.specialProcedure])
        case .inquiry: return named(top, [.inquiry]) ?? named(top, [.treatyBody])
        case .concludingObservations, .listOfIssues, .listOfIssuesPrior, .followUpReport, .views:
            return named(top, [.treatyBody])
        default:
            return named(FoldedText(title?.text ?? ""), [.specialProcedure, .inquiry, .treatyBody, .regional, .ilo])
        }
    }

    private func named(_ text: FoldedText, _ kinds: Set<MechanismKind>) -> MechanismCode? {
        NamedMechanism(reference, kinds: kinds).first(in: text)
    }

    /// An addendum's report; the draft that a report's first page names; the report that a list names as its source.
    private var parent: DocumentSymbol? {
        let symbols = PrintedSymbol.all(in: page.opening)
        switch kind {
        case .addendum:
            return symbol.flatMap(Self.withoutAddendum) ?? symbols.first(where: Self.isCouncilReport)
        case .reviewReport:
            return PrintedSymbol.all(in: page.segments.map(\.text).joined(separator: " ")).first {
                PrintedSymbol.reviewSession(of: $0) != nil && ($0.key.contains("/L.") || $0.key.hasSuffix("/4"))
            }
        case .thematicList:
            return symbols.lazy.map { Self.withoutAddendum($0) ?? $0 }.first(where: Self.isCouncilReport)
        case .followUpReport:
            // Of several, each part of the paper names its own.
            let observations = symbols.filter { PrintedSymbol.parts(of: $0).contains("CO") }
            return Set(observations.map(\.key)).count == 1 ? observations.first : nil
        default: return nil
        }
    }

    private static func withoutAddendum(_ symbol: DocumentSymbol) -> DocumentSymbol? {
        guard let stroke = symbol.printed.lastIndex(of: "/"),
            symbol.printed[stroke...].lowercased().hasPrefix("/add.")
        else { return nil }
        return DocumentSymbol(String(symbol.printed[..<stroke]))
    }

    /// `A/HRC/43/15`
    private static func isCouncilReport(_ symbol: DocumentSymbol) -> Bool {
        let parts = PrintedSymbol.parts(of: symbol)
        return parts.count >= 4 && parts.suffix(2).allSatisfy { Int($0) != nil } && parts.contains("HRC")
    }

    /// The title as printed; of a review's documents with the State behind it.
    private var printedTitle: String? {
        if kind == .thematicList {
            let found = page.segments.prefix(20).first { $0.folded.contains(TitleWords.list) }?.text.prefix(500)
            // A running header ends with its page number.
            return found.map { text in String(text[..<(text.firstRange(of: " Page ")?.lowerBound ?? text.endIndex)]) }
        }
        guard let title, !title.text.isEmpty else { return nil }
        guard [.reviewReport, .reviewDraft, .addendum].contains(kind),
            let found = NamedState(reference).alone(in: belowTitle)
        else { return String(title.text.prefix(500)) }
        return title.text + ": " + page.segments[found.index].text.trimming { "*∗† ".contains($0) }
    }
}
