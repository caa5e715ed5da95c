import Domain
import Reference

/// Reads an allegation letter or urgent appeal; names of alleged victims and sources are taken out of what it finds.
enum CommunicationReader {
    static func reading(of text: DocumentText, _ context: ReadingContext) -> DocumentReading {
        let letter = Letter(text)
        var seal = seal(of: text, letter, context)
        let facts = facts(letter, context)
        var findings = LetterFindings(letter, text, facts).findings
        for index in findings.indices { redact(&findings[index], &seal) }
        return DocumentReading(facts: redacted(facts, &seal), findings: findings, sealedNames: seal.names.printed)
    }

    /// The document as those may see it who may not see its names.
    static func redacted(_ text: DocumentText, _ context: ReadingContext) -> DocumentText {
        var seal = seal(of: text, Letter(text), context)
        var result = text
        for index in result.lines.indices { result.lines[index].text = seal.redacted(result.lines[index].text) }
        for table in result.tables.indices {
            for row in result.tables[table].rows.indices {
                for cell in result.tables[table].rows[row].indices {
                    let paragraphs = result.tables[table].rows[row][cell].paragraphs
                    result.tables[table].rows[row][cell].paragraphs = paragraphs.map { seal.redacted($0) }
                }
            }
        }
        return result
    }

    private static func seal(of text: DocumentText, _ letter: Letter, _ context: ReadingContext) -> NameSeal {
        let safe = SafeWords(context.reference)
        return NameSeal(NameFinder(blocks: letter.blocks.map(\.text), tables: text.tables, safe: safe), safe: safe)
    }

    /// The letter's own reference stands for its symbol and for its title: subjects name people.
    private static func facts(_ letter: Letter, _ context: ReadingContext) -> DocumentFacts {
        var facts = context.facts
        if let symbol = letter.reference.flatMap({ DocumentSymbol($0) }) { facts.symbol = symbol }
        facts.title = facts.symbol?.printed
        if let code = letter.stateCode, context.reference.facts(of: StateCode(code)) != nil {
            facts.state = StateCode(code)
        }
        if let date = letter.date { facts.published = date }
        let mechanisms = letter.mechanisms(context.reference)
        if !mechanisms.isEmpty {
            facts.mechanism = mechanisms.first
            facts.mechanisms = mechanisms
        }
        return facts
    }

    /// What a doubt is about may hold a name; what kind of doubt it is does not.
    private static func redacted(_ facts: DocumentFacts, _ seal: inout NameSeal) -> DocumentFacts {
        var facts = facts
        facts.doubts = facts.doubts.map { Doubt($0.code, $0.detail.map { seal.redacted($0) }) }
        return facts
    }

    private static func redact(_ finding: inout Finding, _ seal: inout NameSeal) {
        var isInDoubt = false
        func clean(_ text: String) -> String {
            let result = seal.redacted(text)
            isInDoubt = isInDoubt || seal.isInDoubt
            return result
        }
        finding.text = clean(finding.text)
        finding.heading = finding.heading.map { clean($0) }
        finding.wording = finding.wording.map { clean($0) }
        finding.reason = finding.reason.map { clean($0) }
        finding.dueComputedFrom = finding.dueComputedFrom.map { clean($0) }
        for index in finding.duties.indices { finding.duties[index].text = clean(finding.duties[index].text) }
        finding.doubts = finding.doubts.map { Doubt($0.code, $0.detail.map { clean($0) }) }
        if isInDoubt { finding.add(Doubt(.nameUnclear)) }
    }
}
