package import Domain
import Plans

/// Finds sentences that claim more than their sources. A pure function over words and facts: it flags for a person to decide and changes
/// nothing. What is quoted is somebody else's claim and is not looked at.
package struct Claims: Sendable {
    private let patterns: ClaimPatterns

    package init(_ patterns: ClaimPatterns) { self.patterns = patterns }

    /// What the sentence claims beyond its sources, in the order of the kinds; empty where it claims nothing more.
    package func check(_ sentence: String, _ language: LanguageTag, _ sources: [ClaimSource]) -> [Overclaim] {
        let isSpaced = !language.rawValue.hasPrefix("zh")
        let words = patterns.words(language)
        let reading = ClaimReading(
            text: ClaimText(sentence, isSpaced: isSpaced), words: words,
            figures: ClaimFigures(sentence, words, isSpaced: isSpaced), sources: sources, isSpaced: isSpaced)
        return reading.overclaims()
    }
}

/// One sentence against its sources.
struct ClaimReading {
    let text: ClaimText
    let words: ClaimPatterns.Words?
    let figures: ClaimFigures
    let sources: [ClaimSource]
    let isSpaced: Bool

    func overclaims() -> [Overclaim] {
        let claimed = claims()
        guard !sources.isEmpty else {
            let isClaim = !claimed.isEmpty || !figures.figures.isEmpty || !figures.days.isEmpty
            return isClaim ? [Overclaim(.noSource, claimed.first ?? firstFigure)] : []
        }
        return implemented() + heard() + absolutes() + numbers() + dates() + money() + stands() + laws() + actions()
    }

    /// The first word of each kind of claim.
    private func claims() -> [String] {
        guard let words else { return [] }
        return [
            (words.implemented, words.notImplemented), (words.absolute, words.notAbsolute),
            (words.adopted, words.notAdopted), (words.done, words.notDone), (words.supported, words.notSupported),
        ].compactMap { first($0.0, without: $0.1) }
    }

    private var firstFigure: String { figures.figures.first?.text ?? figures.days.first?.text ?? "" }

    /// The first place of a pattern that no opposite pattern covers.
    private func first(_ wanted: [ClaimPattern], without opposite: [ClaimPattern]) -> String? {
        let covered = opposite.flatMap { $0.places(in: text) }
        let found = wanted.flatMap { $0.places(in: text) }.filter { place in
            !covered.contains { $0.overlaps(place) }
        }
        return found.min { ($0.lowerBound, $1.count) < ($1.lowerBound, $0.count) }.map { text.text($0) }
    }

    private func implemented() -> [Overclaim] {
        guard let words, let claim = first(words.implemented, without: words.notImplemented) else { return [] }
        let assessors = sources.compactMap { source -> String? in
            if case .assessment(let assessor, .implemented) = source.fact { assessor } else { nil }
        }
        if assessors.isEmpty {
            // An action that is done may be called carried out; the recommendation may not.
            let isOfActions = sources.contains { $0.fact == .action(.done) } && !speaksOfRecommendation
            return isOfActions ? [] : [Overclaim(.implemented, claim)]
        }
        return assessors.contains(where: names) ? [] : [Overclaim(.assessorUnnamed, claim)]
    }

    private var speaksOfRecommendation: Bool {
        sources.contains { if case .recommendation = $0.fact { true } else { false } }
    }

    /// Whether the sentence names the assessor, by one of its names: more than half of the words that tell it from others.
    private func names(_ assessor: String) -> Bool {
        assessor.split(separator: "|").contains { name in
            // Words of several scripts are one name in several languages.
            let isMixed = Set(name.unicodeScalars.compactMap(Self.script)).count > 1
            return isMixed ? name.split(separator: " ").contains { isNamed(String($0)) } : isNamed(String(name))
        }
    }

    private static func script(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x41...0x24F: 0
        case 0x400...0x52F: 1
        case 0x600...0x6FF: 2
        case 0x4E00...0x9FFF: 3
        default: nil
        }
    }

    private func isNamed(_ assessor: String) -> Bool {
        let name = ClaimText(assessor, isSpaced: isSpaced).words
        guard !name.isEmpty else { return false }
        if !isSpaced { return text.words.joined().contains(name.joined()) }
        let sentence = Set(text.words)
        let telling = name.filter { $0.count >= 4 }
        let found = (telling.isEmpty ? name : telling).filter { word in
            sentence.contains(word) || sentence.contains { sameStem($0, word) }
        }
        return found.count * 2 > (telling.isEmpty ? name : telling).count
    }

    /// The same word in another case: all but the last two letters agree.
    private func sameStem(_ left: String, _ right: String) -> Bool {
        let length = min(left.count, right.count) - 2
        if left.hasSuffix(right) || right.hasSuffix(left) { return abs(left.count - right.count) <= 3 }
        return length >= 4 && abs(left.count - right.count) <= 3 && left.prefix(length) == right.prefix(length)
    }

    private func heard() -> [Overclaim] {
        guard let words, first(words.attribution, without: []) != nil,
            let named = first(words.assessors, without: [])
        else { return [] }
        let isHeard = sources.contains { source in
            if case .assessment(let assessor, _) = source.fact { return names(assessor) }
            return ClaimText(source.text + " " + source.label, isSpaced: isSpaced).contains(named, isSpaced: isSpaced)
        }
        return isHeard ? [] : [Overclaim(.assessorUnheard, named)]
    }

    private func absolutes() -> [Overclaim] {
        guard let words, let claim = first(words.absolute, without: words.notAbsolute) else { return [] }
        let isSaid = sources.contains { source in
            let said = ClaimText(source.text + " " + source.label, isSpaced: isSpaced)
            if words.absolute.contains(where: { !$0.places(in: said).isEmpty }) { return true }
            // Who assesses a thing as implemented says that it is so wholly.
            if case .assessment(_, .implemented) = source.fact { return true }
            return false
        }
        return isSaid ? [] : [Overclaim(.absolute, claim)]
    }

    private func numbers() -> [Overclaim] {
        let told = sources.flatMap { source -> [ClaimFigures.Figure] in
            ClaimFigures(source.text + " · " + source.label, words, isSpaced: isSpaced).figures
        }
        let years = Set(sources.flatMap { $0.dates.flatMap { [$0.year, $0.month ?? 0, $0.day ?? 0] } })
        return figures.figures.compactMap { figure in
            if told.contains(where: { $0.text == figure.text || isSame($0, figure) }) { return nil }
            if figure.values.contains(where: { value in years.contains(Int(value)) && value == value.rounded() }) {
                return nil
            }
            if let near = told.first(where: { isNear($0, figure) }) {
                let isUp = (figure.values.first ?? 0) > (near.values.first ?? 0)
                return isUp ? Overclaim(.roundedUp, figure.text) : nil
            }
            return Overclaim(.figure, figure.text)
        }
    }

    private func isSame(_ left: ClaimFigures.Figure, _ right: ClaimFigures.Figure) -> Bool {
        left.values.contains { value in right.values.contains { abs($0 - value) < 1e-9 } }
    }

    /// Two shares less than five points apart, or figures less than a twentieth apart where the sentence says "about".
    private func isNear(_ told: ClaimFigures.Figure, _ said: ClaimFigures.Figure) -> Bool {
        guard let told = told.values.first, let value = said.values.first else { return false }
        if said.isPercent { return abs(told - value) < 5 }
        return isApproximate && abs(told - value) <= abs(told) / 20
    }

    private var isApproximate: Bool { words.map { first($0.approximate, without: []) != nil } ?? false }

    private func dates() -> [Overclaim] {
        let told = sources.flatMap { ClaimFigures($0.text + " · " + $0.label, words, isSpaced: isSpaced).days }
        let days = sources.flatMap(\.dates)
        let plain = sources.flatMap {
            ClaimFigures($0.text + " · " + $0.label, nil, isSpaced: isSpaced).figures.map(\.text)
        }
        return figures.days.compactMap { day in
            let isTold =
                told.contains { agrees(day, $0.year, $0.month, $0.day) }
                || days.contains { agrees(day, $0.year, $0.month, $0.day) } || plain.contains(String(day.year))
            return isTold ? nil : Overclaim(.date, day.text)
        }
    }

    /// The sentence is no more exact than what it is told, and agrees as far as it goes.
    private func agrees(_ said: ClaimFigures.Day, _ year: Int, _ month: Int?, _ day: Int?) -> Bool {
        said.year == year && (said.month == nil || said.month == month) && (said.day == nil || said.day == day)
    }

    private func money() -> [Overclaim] {
        guard let words, !figures.figures.isEmpty, let sign = first(words.currency, without: []) else { return [] }
        let isTold = sources.contains { source in
            let said = ClaimText(source.text, isSpaced: isSpaced)
            return source.hasMoney || words.currency.contains { !$0.places(in: said).isEmpty }
        }
        return isTold ? [] : [Overclaim(.money, sign)]
    }

    private func stands() -> [Overclaim] {
        guard let words, let claim = first(words.supported, without: words.notSupported) else { return [] }
        let positions = sources.compactMap { source -> Position? in
            if case .recommendation(let position) = source.fact { position } else { nil }
        }
        guard !positions.isEmpty, !positions.contains(.supported) else { return [] }
        return [Overclaim(.notSupported, claim)]
    }

    private func laws() -> [Overclaim] {
        guard let words, let claim = first(words.adopted, without: words.notAdopted) else { return [] }
        let stages = sources.compactMap { source -> Bool? in
            if case .law(let stage) = source.fact { stage == .adopted || stage == .inForce } else { nil }
        }
        return stages.isEmpty || stages.contains(true) ? [] : [Overclaim(.notAdopted, claim)]
    }

    private func actions() -> [Overclaim] {
        guard let words, let claim = first(words.done, without: words.notDone) else { return [] }
        let ends = sources.compactMap { source -> Bool? in
            if case .action(let status) = source.fact { status == .done } else { nil }
        }
        return ends.isEmpty || ends.contains(true) ? [] : [Overclaim(.notDone, claim)]
    }
}

extension ClaimText {
    /// Whether words of another text stand in this one.
    func contains(_ other: String, isSpaced: Bool) -> Bool {
        !ClaimPattern(other, isSpaced: isSpaced).places(in: self).isEmpty
    }
}
