import Domain
import Locales
import Plans
import Rounds

/// The answer to a Working Group report: every paragraph of the frozen round exactly once, those that share a reason together.
enum Addendum: ReportAssembler {
    static func draft(_ scope: ReportScope, _ items: ItemWriting) -> [String: [DraftedParagraph]] {
        let (facts, writer) = (items.facts, items.writer)
        guard let round = facts.round else { return [:] }
        let state = Argument.text(writer.stateName(facts.state))
        var texts = ["introduction": [introduction(round, state, facts, writer)]]
        for position in [Position.supported, .noted] {
            // What the report itself printed follows what was answered since.
            let own = round.groups.filter { $0.position == position }
            texts[position.rawValue] =
                (own.filter { !$0.isInReport } + own.filter(\.isInReport)).map { group($0, state, writer) }
        }
        texts["pledges"] = items.pledges
        return texts
    }

    /// The document it answers, as the frozen result has it.
    static func source(_ round: FrozenRound) -> SentenceSource {
        SentenceSource(
            .document, round.freeze.document.value, digest: FactDigest.of([round.freeze.digest]),
            label: round.document?.symbol?.printed ?? round.title)
    }

    private static func introduction(
        _ round: FrozenRound, _ state: Argument, _ facts: ReportFacts, _ writer: ReportWriter
    ) -> DraftedParagraph {
        let source = source(round)
        return DraftedParagraph(
            "introduction",
            [
                writer.sentence(
                    "introduction/counts", "report.say.addendum",
                    [
                        "state": state, "document": .text(source.label), "count": .number(round.entries.count),
                        "supported": .number(round.count(.supported)), "noted": .number(round.count(.noted)),
                    ], [source])
            ])
    }

    private static func group(
        _ group: FrozenRound.Group, _ state: Argument, _ writer: ReportWriter
    ) -> DraftedParagraph {
        let key =
            "group/\(group.isInReport ? "in-report/" : "")\(group.position.rawValue)/\(FactDigest.of([group.reason]))"
        let sources = group.entries.map(\.source)
        var sentences = [
            writer.sentence(
                key, "report.say.group.\(group.isInReport ? "inReport." : "")\(group.position.rawValue)",
                [
                    "state": state, "count": .number(group.entries.count),
                    "numbers": .text(writer.list(group.entries.map(\.name))),
                ], sources)
        ]
        if !group.reason.isEmpty {
            var reason = writer.sentence(key + "/reason", "report.say.reason", ["text": .text(group.reason)], sources)
            reason.isQuote = true
            sentences.append(reason)
        }
        return DraftedParagraph(key, sentences)
    }
}

extension FrozenRound.Entry {
    /// As a sentence leads to it.
    var source: SentenceSource {
        SentenceSource(
            .roundParagraph, paragraph.value, digest: FactDigest.of([name, position.rawValue, reason]), label: name)
    }
}
